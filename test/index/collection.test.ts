import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { savedGenerations } from '../../index/collection.js';
import { openDatabase } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { ask, expectComplete, filledFolder, ingest, models, range } from '../support/filled-folder.js';
import { hashingModels } from '../support/hashing-encoder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('Collection.open', () => {
	it('reads the files that it wrote, says nothing, and answers as one made from the store', async () => {
		const { open } = await filledFolder();
		const notices: string[] = [];
		const collection = await open((notice) => notices.push(notice));
		expect(notices).toEqual([]);
		expect(collection.vectors.size).toBeGreaterThanOrEqual(19);
		await expectComplete(collection);
		collection.store.close();
	});

	const damage: [name: string, why: string, act: (path: string) => Promise<void>][] = [
		['truncated', 'it is truncated or damaged', (path) => truncate(path, 100)],
		['emptied', 'it is truncated or damaged', (path) => truncate(path, 0)],
		['overwritten', 'it is truncated or damaged', (path) => writeFile(path, 'Dear diary')],
		['deleted', 'it is gone', (path) => rm(path)],
	];
	const cases = damage.flatMap(([name, why, act]) =>
		(['vector', 'lexical'] as const).map((index) => ({ name, why, act, index })),
	);
	it.each(cases)('makes a $name $index index again, says so, and writes it', async ({ why, act, index }) => {
		const { indexes, open } = await filledFolder();
		const label = index === 'vector' ? '1.hnsw.json' : '1.lexical.json';
		const { file } = JSON.parse(await readFile(join(indexes, label), 'utf8')) as { file: string };
		await act(join(indexes, file));
		const notices: string[] = [];
		const collection = await open((notice) => notices.push(notice));
		expect(notices).toEqual([`The ${index} index of collection "shared" is rebuilt from the store: ${why}.`]);
		await expectComplete(collection);
		collection.store.close();
		const again = await open((notice) => notices.push(notice));
		expect(notices).toHaveLength(1);
		await expectComplete(again);
		again.store.close();
	});

	it.each([['1.hnsw.json'], ['1.lexical.json'], ['1.hnsw.json', '1.lexical.json']])(
		'makes up for missing %s',
		async (...labels) => {
			const { indexes, open } = await filledFolder();
			for (const label of labels) await rm(join(indexes, label));
			const collection = await open();
			await expectComplete(collection);
			await collection.save();
			const { vectors, lexical } = await savedGenerations(indexes, collection.id);
			expect([vectors, lexical]).toEqual([collection.generation, collection.generation]);
			collection.store.close();
		},
	);

	it('catches up with a store that went on without the files, by additions, changes and removals', async () => {
		const { folder, indexes, open } = await filledFolder();
		const store = storeFor(models, openDatabase(join(folder, 'quoth.db')));
		const elsewhere = await collectionOf(models, store);
		await ingest(elsewhere, range(20, 25));
		await ingestDocument(elsewhere, models, documentOf('5.txt', madeUpText(500), 'en'));
		elsewhere.remove('7.txt');
		store.close();

		const collection = await open();
		await expectComplete(collection);
		await collection.save();
		expect((await savedGenerations(indexes, 1)).vectors).toBe(collection.generation);
		collection.store.close();
		const again = await open();
		await expectComplete(again);
		again.store.close();
	});

	it('writes files anew that lack what they claim to hold', async () => {
		const { folder, indexes, open } = await filledFolder();
		const store = storeFor(models, openDatabase(join(folder, 'quoth.db')));
		await ingest(await collectionOf(models, store), [21]);
		for (const name of ['1.hnsw.json', '1.lexical.json']) {
			const label = JSON.parse(await readFile(join(indexes, name), 'utf8')) as object;
			await writeFile(join(indexes, name), JSON.stringify({ ...label, generation: store.generation(1) }));
		}
		store.close();
		const collection = await open();
		await expectComplete(collection);
		await collection.save();
		collection.store.close();

		const again = storeFor(models, openDatabase(join(folder, 'quoth.db')));
		let added = 0;
		await collectionOf(models, again, { folder: indexes, onProgress: () => added++ });
		expect(added).toBe(0);
		again.close();
	});

	it('does not read files of a store that is no longer there', async () => {
		const { folder, open } = await filledFolder();
		for (const file of await readdir(folder)) if (file.startsWith('quoth.db')) await rm(join(folder, file));
		const notices: string[] = [];
		const collection = await open((notice) => notices.push(notice));
		expect(notices).toHaveLength(2);
		expect(notices[0]).toContain('it is newer than the store');
		await ingest(collection, range(100, 120));
		collection.remove('104.txt');
		await expectComplete(collection);
		await collection.save();
		collection.store.close();
		const again = await open();
		await expectComplete(again);
		again.store.close();
	});

	it('does not read files of another model', async () => {
		const { folder, indexes } = await filledFolder();
		const other = hashingModels({ id: 'hashing@2', seed: 2 });
		await rm(join(folder, 'quoth.db'));
		const notices: string[] = [];
		const collection = await collectionOf(other, storeFor(other), {
			folder: indexes,
			onNotice: (notice) => notices.push(notice),
		});
		expect(notices.map((notice) => notice.split(': ')[1])).toEqual([
			'it belongs to another store or model.',
			'it belongs to another store or model.',
		]);
		expect(collection.vectors.size).toBe(0);
	});

	it('says how far it is while it makes an index again', async () => {
		const { folder, indexes } = await filledFolder();
		await rm(indexes, { recursive: true });
		const store = storeFor(models, openDatabase(join(folder, 'quoth.db')));
		const progress: [number, number][] = [];
		await collectionOf(models, store, { folder: indexes, onProgress: (done, total) => progress.push([done, total]) });
		const { passages } = store.counts(1);
		expect(progress).toEqual(Array.from({ length: passages }, (_, i) => [i + 1, passages]));
		store.close();
	});
});

describe('Collection', () => {
	it('takes articles after an index of nothing was written', async () => {
		const folder = await temporaryFolder();
		const open = () => collectionOf(models, storeFor(models, openDatabase(join(folder, 'quoth.db'))), { folder });
		const empty = await open();
		await empty.save();
		empty.store.close();
		const collection = await open();
		await ingest(collection, [1, 2]);
		await expectComplete(collection);
		collection.store.close();
	});

	it('leaves the indexes alone when the store refuses a document', async () => {
		const database = openDatabase(':memory:');
		const collection = await collectionOf(models, storeFor(models, database));
		await ingest(collection, [1]);
		database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true }) as number}`);
		const large = documentOf('large.txt', madeUpText(2, 3000), 'en');
		await expect(ingestDocument(collection, models, large)).rejects.toThrow('full');
		await expectComplete(collection);
		expect(collection.store.counts(1).documents).toBe(1);
	});

	it('writes nothing where nothing changed', async () => {
		const { indexes, open } = await filledFolder();
		const before = (await readdir(indexes)).sort();
		const collection = await open();
		await ask(collection);
		await collection.save();
		expect((await readdir(indexes)).sort()).toEqual(before);
		collection.store.close();
	});

	it('takes documents and gives answers while its files are written, and holds them after', async () => {
		const { indexes, open } = await filledFolder();
		const collection = await open();
		await ingest(collection, [30]);
		const saved = collection.save();
		const state = { isWriting: true };
		void saved.then(() => (state.isWriting = false));
		for (let seed = 31; state.isWriting; seed++) {
			if (seed < 50) await ingest(collection, [seed]);
			await new Promise(setImmediate);
		}
		const duringWrite = collection.save();
		await ingest(collection, [20]);
		collection.remove('5.txt');
		expect((await ask(collection)).length).toBeGreaterThan(0);
		await Promise.all([duringWrite, collection.save(), collection.save()]);
		collection.catchUp();
		await expectComplete(collection);
		await collection.save();
		expect((await savedGenerations(indexes, 1)).lexical).toBe(collection.store.generation(1));
		collection.store.close();
		const again = await open();
		await expectComplete(again);
		again.store.close();
	});
});
