import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestSources } from '../../cli/ingest.js';
import { openDatabase } from '../../index/database.js';
import { verifyCollection } from '../../index/verify.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, storeFor } from '../support/collections.js';
import { hashingModels } from '../support/hashing-encoder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function folderOf(count: number, sentences: number): Promise<string> {
	const folder = join(await temporaryFolder(), 'articles');
	await mkdir(folder);
	for (let seed = 0; seed < count; seed++) await writeFile(join(folder, `${seed}.txt`), madeUpText(seed, sentences));
	return folder;
}

describe('ingestSources', () => {
	it('ends when the disk is full, says how much is kept, and goes on from there when there is room', async () => {
		const folder = await folderOf(40, 60);
		const models = hashingModels();
		const database = openDatabase(':memory:');
		const collection = await collectionOf(models, storeFor(models, database));
		const pages = database.pragma('page_count', { simple: true }) as number;
		database.pragma(`max_page_count = ${pages + 40}`);
		const refused = ingestSources(collection, models, [folder], { inWork: 4 });
		await expect(refused).rejects.toThrow(
			/^The disk is full: \d+ articles were stored and are kept\. Make room, then ingest again/,
		);
		const { documents } = collection.store.counts(collection.id);
		expect(documents).toBeGreaterThan(0);
		expect(documents).toBeLessThan(40);
		expect(verifyCollection(collection).faults).toEqual([]);

		database.pragma(`max_page_count = ${pages + 100_000}`);
		const report = await ingestSources(collection, models, [folder], { inWork: 4 });
		expect(report).toMatchObject({ added: 40 - documents, unchanged: documents, failed: [] });
		expect(verifyCollection(collection)).toMatchObject({ documents: 40, faults: [] });
	});

	it('tells how far it is, to the last', async () => {
		const folder = await folderOf(7, 3);
		const models = hashingModels();
		const collection = await collectionOf(models, storeFor(models));
		const progress: [number, number][] = [];
		await ingestSources(collection, models, [folder, join(folder, 'missing')], {
			inWork: 2,
			onProgress: (done, found) => progress.push([done, found]),
		});
		expect(progress.map(([done]) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(progress.every(([done, found]) => done <= found)).toBe(true);
		expect(progress.at(-1)).toEqual([8, 8]);
	});

	it('takes an article named twice for one', async () => {
		const folder = await folderOf(2, 3);
		const models = hashingModels();
		const collection = await collectionOf(models, storeFor(models));
		const report = await ingestSources(collection, models, [folder, folder, join(folder, '1.txt')], { inWork: 8 });
		expect(report).toMatchObject({ added: 2, updated: 0, unchanged: 3, failed: [] });
	});
});
