import type { PageFile } from '../page-server/protocol.js';

/** 10 MiB, the limit of Discord without boosts (reference.mdx). */
const MAX_BYTES = 10 * 1024 * 1024;
/** How many files one message takes. */
const MAX_FILES = 10;

/** Why these files cannot be sent together, in words for the person; null if they can. */
export function problemWithFiles(files: readonly File[]): string | null {
	if (files.length > MAX_FILES) return `A message takes ${MAX_FILES} files, these are ${files.length}.`;
	const large = files.find((one) => one.size > MAX_BYTES);
	return large ? `${large.name} is too large: a file may have 10 MB.` : null;
}

/** A file as it is sent to the server. */
export async function readPageFile(file: File): Promise<PageFile> {
	const url = await new Promise<string>((resolve, reject) => {
		const reader = new FileReader();
		// `readAsDataURL` gives a string
		reader.addEventListener('load', () => {
			resolve(reader.result as string);
		});
		reader.addEventListener('error', () => {
			reject(new Error(`${file.name} cannot be read.`));
		});
		reader.readAsDataURL(file);
	});
	return { name: file.name, contentType: file.type, base64: url.slice(url.indexOf(',') + 1) };
}
