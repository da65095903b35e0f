import type { APIAttachment } from 'discord-api-types/v10';

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
	png: 'image/png',
	txt: 'text/plain; charset=utf-8',
};

/** The content type that goes with a file's name. */
export function contentTypeOf(name: string): string {
	return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
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
			...(description ? { description } : {}),
		};
	}

	get(id: string): UploadedFile | undefined {
		return this.#files.get(id);
	}
}
