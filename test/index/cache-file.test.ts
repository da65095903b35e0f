import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CacheFile, type LoadedCache } from '../../index/cache-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SPACE = 'tiny@1';

const read = (path: string) => readFile(path, 'utf8');
const writing = (text: string) => (path: string) => writeFile(path, text);

async function openFolder() {
	const folder = join(await temporaryFolder(), 'indexes');
	const cache = new CacheFile(folder, '1.words');
	const save = (text: string, generation = 1) => cache.save({ generation, space: SPACE }, writing(text));
	const payload = async () => {
		const label = JSON.parse(await read(join(folder, '1.words.json'))) as { file: string };
		return join(folder, label.file);
	};
	return { folder, cache, save, payload, load: () => cache.load(SPACE, read) };
}

const loaded = (value: string, generation: number): LoadedCache<string> => ({ kind: 'loaded', value, generation });

describe('CacheFile', () => {
	it('gives back what was written last, with its generation', async () => {
		const { cache, save, load } = await openFolder();
		expect(await load()).toEqual({ kind: 'absent' });
		expect(await cache.generation()).toBeUndefined();
		await save('older', 3);
		await save('newer', 4);
		expect(await load()).toEqual(loaded('newer', 4));
		expect(await cache.generation()).toBe(4);
	});

	it('leaves one file and its label, and nothing of caches beside it is touched', async () => {
		const { folder, cache, save } = await openFolder();
		const beside = new CacheFile(folder, '11.words');
		await beside.save({ generation: 1, space: SPACE }, writing('beside'));
		await save('older');
		await save('newer');
		expect((await readdir(folder)).filter((file) => file.startsWith('1.words'))).toHaveLength(2);
		expect(await beside.load(SPACE, read)).toEqual(loaded('beside', 1));
		expect(await cache.load(SPACE, read)).toEqual(loaded('newer', 1));
	});

	it('sweeps what killed runs left, but not what another process may be writing', async () => {
		const { folder, save } = await openFolder();
		await mkdir(folder);
		const [left, leftLabel, inWork] = ['1.words.killed', '1.words.json.killed', '1.words.in-work'];
		for (const file of [left, leftLabel, inWork]) await writeFile(join(folder, file), 'half');
		const yesterday = Date.now() / 1000 - 86_400;
		for (const file of [left, leftLabel]) await utimes(join(folder, file), yesterday, yesterday);
		await save('whole');
		const files = await readdir(folder);
		expect(files).toContain(inWork);
		expect(files).not.toContain(left);
		expect(files).not.toContain(leftLabel);
	});

	it('lets two processes write at once: the last one to finish serves', async () => {
		const { folder, cache, load } = await openFolder();
		const other = new CacheFile(folder, '1.words');
		for (let round = 0; round < 20; round++) {
			await Promise.all([
				cache.save({ generation: round, space: SPACE }, writing(`a${round}`)),
				other.save({ generation: round, space: SPACE }, writing(`b${round}`)),
			]);
			expect(await load()).toMatchObject({ kind: 'loaded', generation: round });
		}
	});

	it('keeps the older file when writing the newer fails', async () => {
		const { folder, cache, save, load } = await openFolder();
		await save('older', 3);
		const fail = async (path: string) => {
			await writeFile(path, 'half');
			throw new Error('the disk is full');
		};
		await expect(cache.save({ generation: 4, space: SPACE }, fail)).rejects.toThrow('the disk is full');
		expect(await load()).toEqual(loaded('older', 3));
		expect(await readdir(folder)).toHaveLength(2);
	});

	it('fails when nothing was written', async () => {
		const { cache, load } = await openFolder();
		await expect(cache.save({ generation: 1, space: SPACE }, () => Promise.resolve())).rejects.toThrow('ENOENT');
		expect(await load()).toEqual({ kind: 'absent' });
	});

	it('does not serve another model', async () => {
		const { cache, save } = await openFolder();
		await save('text');
		expect(await cache.load('large@1', read)).toEqual({
			kind: 'unusable',
			why: 'it belongs to another store or model',
		});
	});

	it('does not serve a file that is truncated, changed, swapped or gone', async () => {
		const { folder, save, load, payload } = await openFolder();
		const damaged: LoadedCache<string> = { kind: 'unusable', why: 'it is truncated or damaged' };
		await save('0123456789');
		await truncate(await payload(), 5);
		expect(await load()).toEqual(damaged);
		await save('0123456789');
		await writeFile(await payload(), '0123456780');
		expect(await load()).toEqual(damaged);

		await save('0123456789');
		const other = new CacheFile(folder, '2.words');
		await other.save({ generation: 1, space: SPACE }, writing('9876543210'));
		const label = JSON.parse(await read(join(folder, '2.words.json'))) as { file: string };
		await writeFile(await payload(), await read(join(folder, label.file)));
		expect(await load()).toEqual(damaged);

		await save('0123456789');
		await rm(await payload());
		expect(await load()).toEqual({ kind: 'unusable', why: 'it is gone' });
	});

	it.each(['', '{', 'null', '[]', '{"file":"1.words.x"}', '\0\0\0\0'])(
		'does not serve by the label "%s"',
		async (text) => {
			const { folder, cache, save, load } = await openFolder();
			await save('text');
			await writeFile(join(folder, '1.words.json'), text);
			expect(await load()).toMatchObject({ kind: 'unusable' });
			expect(await cache.generation()).toBeUndefined();
			await save('again', 2);
			expect(await load()).toEqual(loaded('again', 2));
		},
	);

	it('says why a sound file could not be read', async () => {
		const { cache, save } = await openFolder();
		await save('text');
		const refuse = () => Promise.reject(new Error('not of this version'));
		expect(await cache.load(SPACE, refuse)).toEqual({
			kind: 'unusable',
			why: 'it cannot be read (not of this version)',
		});
	});
});
