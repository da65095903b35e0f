import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface FileSum {
	readonly bytes: number;
	/** SHA-256, 64 hex digits. */
	readonly sha256: string;
}

/**
 * Size and sum of a file, read in pieces: a model may be larger than a buffer, and the event loop goes on meanwhile.
 *
 * @throws {Error} If the file cannot be read.
 */
export async function sumOf(path: string): Promise<FileSum> {
	const hash = createHash('sha256');
	let bytes = 0;
	// without an encoding, a stream gives buffers
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	return { bytes, sha256: hash.digest('hex') };
}
