import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findArticleFiles } from '../../articles/find.js';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'quoth-find-'));
});

afterEach(async () => {
	await rm(root, { recursive: true });
});

async function put(...paths: readonly string[]): Promise<void> {
	for (const path of paths) {
		await mkdir(join(root, path, '..'), { recursive: true });
		await writeFile(join(root, path), 'text');
	}
}

/** What is found below the root, as paths from there; failures with an exclamation mark. */
async function found(path = root): Promise<string[]> {
	const names: string[] = [];
	for await (const { kind, path: at } of findArticleFiles(path)) {
		names.push((kind === 'failed' ? '!' : '') + at.slice(root.length + 1));
	}
	return names;
}

describe('findArticleFiles', () => {
	it('finds the files that we read, in order, without hidden ones', async () => {
		await put('b.md', 'a.txt', 'c/d.HTML', 'c/e.jsonl', 'f.pdf', '.hidden.txt', '.git/x.txt', 'node_modules/y.md');
		expect(await found()).toEqual(['a.txt', 'b.md', 'c/d.HTML', 'c/e.jsonl']);
	});

	it('gives a file that is named, whatever its name', async () => {
		await put('notes');
		expect(await found(join(root, 'notes'))).toEqual(['notes']);
	});

	it('gives each real file once, and ends where links lead back', async () => {
		await put('a/one.txt');
		await symlink(join(root, 'a'), join(root, 'a', 'loop'));
		await symlink(join(root, 'a', 'one.txt'), join(root, 'b.txt'));
		await symlink(root, join(root, 'c'));
		expect(await found()).toEqual(['a/one.txt']);
	});

	it('reports what leads nowhere, and goes on', async () => {
		await put('b.txt');
		await symlink(join(root, 'gone'), join(root, 'a.txt'));
		expect(await found()).toEqual(['!a.txt', 'b.txt']);
	});

	it('refuses a path where there is nothing', async () => {
		await expect(found(join(root, 'gone'))).rejects.toThrow(/^Expected a file or folder at .*gone, got nothing there$/);
	});
});
