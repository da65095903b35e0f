import type { APIAttachment } from 'discord-api-types/v10';
import { pictureSize } from './picture-size.js';

/** A file that a person uploads. */
export interface FileUpload {
	readonly name: string;
	readonly content: string | Uint8Array;
	/** Guessed from the name when left out. */
	readonly contentType?: string;
}

/** A file that someone uploaded. */
export interface UploadedFile {
	readonly name: string;
	readonly contentType: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** 10 MiB, the limit without boosts (Discord's reference.mdx). */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
	csv: 'text/csv; charset=utf-8',
	html: 'text/html; charset=utf-8',
	json: 'application/json; charset=utf-8',
	jsonl: 'application/jsonl; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	pdf: 'application/pdf',
	gif: 'image/gif',
	jpg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
	txt: 'text/plain; charset=utf-8',
};

/** The content type that goes with a file's name. */
export function contentTypeOf(name: string): string {
	return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** A file as it is stored. @throws {Error} Above Discord's 10 MiB. */
export function toUploaded(file: FileUpload): UploadedFile {
	const bytes =
		typeof file.content === 'string' ? new TextEncoder().encode(file.content) : new Uint8Array(file.content);
	if (bytes.byteLength > MAX_FILE_BYTES)
		throw new Error(`Discord takes files up to ${MAX_FILE_BYTES} bytes, got ${bytes.byteLength}.`);
	return { name: file.name, contentType: file.contentType ?? contentTypeOf(file.name), bytes };
}

/** The files that the sandbox serves, by attachment id. */
export class Uploads {
	readonly #files = new Map<string, UploadedFile>();
	readonly #nextId: () => string;
	readonly #url: () => string;

	constructor(nextId: () => string, url: () => string) {
		this.#nextId = nextId;
		this.#url = url;
	}

	/** Stores a file and gives the attachment that stands for it. Discord replaces what is not plain in the name. */
	add(channelId: string, file: UploadedFile, description?: string | null): APIAttachment {
		const id = this.#nextId();
		const filename = file.name.replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '_');
		this.#files.set(id, file);
		const url = `${this.#url()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
		return {
			id,
			filename,
			size: file.bytes.byteLength,
			url,
			proxy_url: url,
			content_type: file.contentType,
			...pictureSize(file.bytes),
			...(description ? { description } : {}),
		};
	}

	get(id: string): UploadedFile | undefined {
		return this.#files.get(id);
	}
}
