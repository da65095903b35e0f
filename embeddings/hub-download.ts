import { createHash } from 'node:crypto';
import { mkdir, open, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sumOf } from './file-sum.js';
import type { HubAccess, HubFile } from './hub-access.js';
import { checkAnswer, PassingFailure, toFailure, webPage } from './hub-failure.js';
import { request, SILENCE_MS, validatorOf, withRetries } from './hub-request.js';

/** Ends the names of files that are being downloaded. */
export const PART = '.part';

/**
 * Downloads a file beside `path`, going on where an earlier download stopped, and compares it with what the hub said.
 *
 * @param onBytes is told how many bytes are here.
 * @returns The path of the complete download, to be renamed to `path`.
 * @throws {Error} If it cannot be had whole, or if the disk cannot hold it. What came is kept for the next time, unless
 * its sum is wrong.
 */
export async function downloadBeside(
	path: string,
	file: HubFile,
	access: HubAccess,
	onBytes: (bytes: number) => void,
): Promise<string> {
	const part = partOf(path, file);
	await mkdir(dirname(path), { recursive: true });
	let sumsDiffered = 0;
	await withRetries(access, async () => {
		let here = await bytesHere(path, file);
		if (here === 0 || here !== file.bytes) here = await fetchRest(part, here, file, access, onBytes);
		onBytes(here);
		if (file.bytes !== undefined && here !== file.bytes) {
			if (here > file.bytes) await rm(part, { force: true });
			throw new PassingFailure(
				`${file.url} ended after ${here} of ${file.bytes} bytes: run this again, ${access.otherwise}`,
			);
		}
		if (file.sha256 === undefined || (await sumOf(part)).sha256 === file.sha256) return;
		await rm(part, { force: true });
		sumsDiffered++;
		const message = `${file.url} arrived with another SHA-256 than the hub says: run this again, ${access.otherwise}`;
		throw sumsDiffered < 2 ? new PassingFailure(message) : new Error(message);
	});
	return part;
}

/** How many bytes of a file an earlier download left that can be used. */
export async function bytesHere(path: string, file: HubFile): Promise<number> {
	return file.validator === undefined
		? 0
		: stat(partOf(path, file)).then(
				({ size }) => size,
				() => 0,
			);
}

/** A part is named by what it is a part of, so that the halves of two versions never meet. */
function partOf(path: string, { validator }: HubFile): string {
	if (validator === undefined) return path + PART;
	return `${path}.${createHash('sha256').update(validator).digest('hex').slice(0, 12)}${PART}`;
}

/** Appends to `part`, which has `here` bytes, what the hub has beyond. Returns how many bytes there are then. */
async function fetchRest(
	part: string,
	here: number,
	{ url, validator, bytes: bytesTold }: HubFile,
	access: HubAccess,
	onBytes: (bytes: number) => void,
): Promise<number> {
	let body: ReadableStream<Uint8Array> | null = null;
	const silence = new AbortController();
	const timer = setTimeout(() => {
		silence.abort(new Error(`silent for ${SILENCE_MS / 1000} s`));
	}, SILENCE_MS);
	try {
		const headers = here > 0 ? { range: `bytes=${here}-`, ...ifRange(validator) } : {};
		const { response, told } = await request(url, { headers, signal: silence.signal }, access);
		body = response.body;
		if (response.status === 416) {
			await rm(part, { force: true });
			throw new PassingFailure(`${url} has no bytes beyond ${here}: run this again, ${access.otherwise}`);
		}
		checkAnswer(response, url, access);
		if (response.body === null && bytesTold !== 0)
			throw new PassingFailure(`${url} is empty: run this again, ${access.otherwise}`);
		const continues = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${here}-`);
		if (response.status === 206 && continues !== true) {
			await rm(part, { force: true });
			throw new PassingFailure(
				`${url} came from another place than byte ${here}, which was asked for: run this again, ${access.otherwise}`,
			);
		}
		const now = validatorOf(told);
		if (continues === true && now !== undefined && now !== validator) {
			await rm(part, { force: true });
			throw new PassingFailure(`${url} changed while it was downloaded: run this again, ${access.otherwise}`);
		}
		let bytes = continues === true ? here : 0;
		const output = await open(part, continues === true ? 'a' : 'w');
		try {
			for await (const chunk of response.body === null ? [] : pieces(response.body, new URL(url), access)) {
				if (bytes === 0 && /^\s*<(!doctype html|html)/i.test(Buffer.from(chunk.subarray(0, 100)).toString('latin1'))) {
					throw webPage(url, access.otherwise);
				}
				timer.refresh();
				await write(output, chunk, part);
				bytes += chunk.length;
				onBytes(bytes);
			}
		} finally {
			await output.close();
		}
		return bytes;
	} catch (error) {
		// a proxy's connection does not close while an answer is unread; one that is read to its end, or failed, cannot be cancelled
		await body?.cancel().catch(() => undefined);
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** Asks for the rest of that very version, and else for all. Only a strong tag may be asked by (RFC 9110, 13.1.5). */
function ifRange(validator: string | undefined): Record<string, string> {
	return validator?.startsWith('"') === true ? { 'if-range': validator } : {};
}

async function* pieces(body: AsyncIterable<Uint8Array>, url: URL, access: HubAccess): AsyncGenerator<Uint8Array> {
	const iterator = body[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await iterator.next().catch((cause: unknown) => {
				throw toFailure(cause, url, access);
			});
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		// frees the connection when the reader stops early
		await iterator.return?.();
	}
}

async function write(output: FileHandle, chunk: Uint8Array, part: string): Promise<void> {
	try {
		await output.writeFile(chunk);
	} catch (cause) {
		const isFull = cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT');
		if (!isFull) throw cause;
		throw new Error(`The disk is full at ${part}: free space and run this again, it goes on from there`, { cause });
	}
}
