import type { Context } from 'hono';
import { ApiError, refused } from './api-error.js';
import { contentTypeOf, MAX_FILE_BYTES, type UploadedFile } from './uploads.js';

export interface RequestBody {
	/** The JSON; null if the request has none. */
	readonly json: unknown;
	readonly files: readonly UploadedFile[];
}

/** @throws {ApiError} 50109 for broken JSON, 40005 for a file above the limit, 50035 for another content type. */
export async function readBody(c: Context): Promise<RequestBody> {
	if (c.req.method === 'GET' || c.req.method === 'HEAD') return { json: null, files: [] };
	const type = c.req.header('content-type') ?? '';
	if (type.startsWith('multipart/form-data')) return readParts(await c.req.formData());
	const text = await c.req.text();
	if (text === '') return { json: null, files: [] };
	if (!type.startsWith('application/json')) {
		throw new ApiError(400, 50035, `Expected "Content-Type" header to be application/json, got ${type || 'none'}.`);
	}
	return { json: parse(text), files: [] };
}

async function readParts(form: FormData): Promise<RequestBody> {
	const payload = form.get('payload_json');
	const parts = [...form.entries()].flatMap(([key, part]) => (typeof part === 'string' ? [] : [{ key, part }]));
	const indexOf = (key: string) => Number(/\d+/.exec(key)?.[0] ?? 0);
	parts.sort((a, b) => indexOf(a.key) - indexOf(b.key));
	const files = await Promise.all(
		parts.map(async ({ part }) => {
			if (part.size > MAX_FILE_BYTES) throw refused.tooLarge();
			const name = part.name === '' ? 'file' : part.name;
			const contentType =
				part.type === '' || part.type === 'application/octet-stream' ? contentTypeOf(name) : part.type;
			return { name, contentType, bytes: new Uint8Array(await part.arrayBuffer()) };
		}),
	);
	return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
	}
}
