import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** What a cache was made from: it serves only while all of it is still so. */
export interface CacheOrigin {
	readonly generation: number;
	/** Encoder and vocabulary. */
	readonly space: string;
}

const label = z.object({ file: z.string(), sha256: z.string(), generation: z.int(), space: z.string() });

export type LoadedCache<T> =
	| { readonly kind: 'loaded'; readonly value: T; readonly generation: number }
	| { readonly kind: 'absent' }
	| { readonly kind: 'unusable'; readonly why: string };

/** A file that is named by no label and was not written to for so long is a killed run's, and not another process's at work. */
const LEFTOVER_AGE_MS = 60 * 60 * 1000;

/**
 * A file that can be made again from the store, kept so that it never serves when it should not: written beside itself
 * under a name of its own, summed, and named by a label that is renamed into place last. A kill at any instant leaves the
 * older one or the new one.
 */
export class CacheFile {
	readonly #folder: string;
	readonly #name: string;

	constructor(folder: string, name: string) {
		this.#folder = folder;
		this.#name = name;
	}

	/** @param read gets the path of a file whose sum is right; what it throws makes the cache unusable. */
	async load<T>(space: string, read: (path: string) => Promise<T>): Promise<LoadedCache<T>> {
		let text: string;
		try {
			text = await readFile(this.#labelPath, 'utf8');
		} catch {
			return { kind: 'absent' };
		}
		try {
			const { file, sha256, generation, space: written } = label.parse(JSON.parse(text));
			if (written !== space) return { kind: 'unusable', why: 'it belongs to another store or model' };
			const path = join(this.#folder, file);
			if ((await sumOf(path)) !== sha256) return { kind: 'unusable', why: 'it is truncated or damaged' };
			return { kind: 'loaded', value: await read(path), generation };
		} catch (error) {
			const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
			return {
				kind: 'unusable',
				why: gone ? 'it is gone' : `it cannot be read (${error instanceof Error ? error.message : String(error)})`,
			};
		}
	}

	/** The generation that the file was made at, read from its label alone; `undefined` if there is none. */
	async generation(): Promise<number | undefined> {
		const text = await readFile(this.#labelPath, 'utf8').catch(() => undefined);
		return text === undefined ? undefined : label.safeParse(parseJson(text)).data?.generation;
	}

	/** @param write writes the file at the path that it is given. */
	async save({ generation, space }: CacheOrigin, write: (path: string) => Promise<void>): Promise<void> {
		await mkdir(this.#folder, { recursive: true });
		const file = `${this.#name}.${randomUUID()}`;
		const path = join(this.#folder, file);
		const beside = `${this.#labelPath}.${randomUUID()}`;
		const earlier = await this.#labelled();
		try {
			await write(path);
			await flush(path);
			await writeFile(beside, JSON.stringify({ file, sha256: await sumOf(path), generation, space }), { flush: true });
			await rename(beside, this.#labelPath);
		} catch (error) {
			await Promise.all([path, beside].map((left) => rm(left, { force: true })));
			throw error;
		}
		await this.#sweep(earlier);
	}

	get #labelPath(): string {
		return join(this.#folder, `${this.#name}.json`);
	}

	/** The file that serves now. */
	async #labelled(): Promise<string | undefined> {
		const text = await readFile(this.#labelPath, 'utf8').catch(() => undefined);
		return text === undefined ? undefined : label.safeParse(parseJson(text)).data?.file;
	}

	/** Deletes the file that served before, and what killed runs left. Another process may be writing its own beside ours. */
	async #sweep(earlier: string | undefined): Promise<void> {
		const serving = await this.#labelled();
		const others = (await readdir(this.#folder)).filter(
			(file) => file.startsWith(`${this.#name}.`) && file !== serving && file !== `${this.#name}.json`,
		);
		for (const file of others) {
			const path = join(this.#folder, file);
			const written = await stat(path).then(
				({ mtimeMs }) => mtimeMs,
				() => Infinity,
			);
			if (file === earlier || Date.now() - written > LEFTOVER_AGE_MS) await rm(path, { force: true });
		}
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function sumOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

async function flush(path: string): Promise<void> {
	const file = await open(path, 'r+');
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}
