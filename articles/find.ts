import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { READABLE_EXTENSIONS } from './read.js';

/** A file to be read, or a place that could not be looked into. */
export type FoundFile =
	| { readonly kind: 'file'; readonly path: string; readonly bytes: number }
	| { readonly kind: 'failed'; readonly path: string; readonly error: string };

const SKIPPED_FOLDERS = new Set(['node_modules']);

/**
 * Finds the files to read at a path: the file itself whatever its name, or all files below a folder whose extension we
 * read, in the order of their names.
 *
 * Hidden files and folders and `node_modules` are left out. Links are followed, each real file is given once, so a loop
 * ends. What cannot be looked into is reported as `failed`, and the walk goes on.
 *
 * @throws {Error} If there is nothing at the path.
 */
export async function* findArticleFiles(path: string): AsyncGenerator<FoundFile> {
	const seen = new Set<string>();
	const { isFolder, bytes } = await look(path).catch((error: unknown) => {
		throw new Error(`Expected a file or folder at ${path}, got ${reasonOf(error)}`, { cause: error });
	});
	if (isFolder) yield* walk(path, seen);
	else yield { kind: 'file', path, bytes };
}

async function* walk(folder: string, seen: Set<string>): AsyncGenerator<FoundFile> {
	let names: string[];
	try {
		const real = await realpath(folder);
		if (seen.has(real)) return;
		seen.add(real);
		names = await readdir(folder);
	} catch (error) {
		yield { kind: 'failed', path: folder, error: `expected a readable folder, got ${reasonOf(error)}` };
		return;
	}

	for (const name of names.sort()) {
		if (name.startsWith('.') || SKIPPED_FOLDERS.has(name)) continue;
		const path = join(folder, name);
		try {
			const { isFolder, isFile, bytes, real } = await look(path);
			if (isFolder) yield* walk(path, seen);
			else if (isFile && READABLE_EXTENSIONS.has(extname(name).toLowerCase()) && !seen.has(real)) {
				seen.add(real);
				yield { kind: 'file', path, bytes };
			}
		} catch (error) {
			yield { kind: 'failed', path, error: `expected a readable file, got ${reasonOf(error)}` };
		}
	}
}

async function look(path: string): Promise<{ isFolder: boolean; isFile: boolean; bytes: number; real: string }> {
	const [stats, real] = await Promise.all([stat(path), realpath(path)]);
	return { isFolder: stats.isDirectory(), isFile: stats.isFile(), bytes: stats.size, real };
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') return 'nothing there';
	if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it';
	if (code === 'ELOOP') return 'a link that leads to itself';
	return error instanceof Error ? error.message : String(error);
}
