import { describe, expect, it } from 'vitest';
import type { Collection } from '../../index/collection.js';
import { encodeDocument, ingestDocument } from '../../index/ingest.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { expectComplete, ingest, models, range } from '../support/filled-folder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('Collection.put', () => {
	const large = (source: string, sentences: number) => documentOf(source, madeUpText(sentences, sentences), 'en');

	it('gives others a turn while a large document is shown to the indexes', async () => {
		const collection = await collectionOf(models, storeFor(models));
		let turns = 0;
		let isDone = false;
		const count = () => {
			turns++;
			if (!isDone) setImmediate(count);
		};
		const { passages, titleTokens } = await encodeDocument(models, large('a.txt', 3000));
		expect(passages.length).toBeGreaterThan(100);
		setImmediate(count);
		await collection.put(large('a.txt', 3000), passages, titleTokens);
		isDone = true;
		expect(turns).toBeGreaterThan(2);
		await expectComplete(collection);
	});

	it.each([
		[
			'changed',
			(collection: Collection) => ingestDocument(collection, models, documentOf('a.txt', madeUpText(2), 'en')),
		],
		['removed', (collection: Collection) => Promise.resolve(collection.remove('a.txt'))],
		[
			'caught up with',
			async (collection: Collection) => {
				collection.catchUp();
			},
		],
		['saved', (collection: Collection) => collection.save()],
	])('is whole where a document is %s while it is shown to the indexes', async (_, act) => {
		const folder = await temporaryFolder();
		const store = storeFor(models);
		const collection = await collectionOf(models, store, { folder });
		await ingest(collection, range(0, 3));
		const putting = ingestDocument(collection, models, large('a.txt', 3000));
		while (collection.store.counts(collection.id).documents < 4) await new Promise(setImmediate);
		expect(collection.vectors.size).toBeLessThan(collection.store.counts(collection.id).passages);
		const elsewhere = await collectionOf(models, store);
		await ingest(elsewhere, range(5, 6));
		await act(collection);
		await putting;
		collection.catchUp();
		await expectComplete(collection);
		await collection.save();
		const again = await collectionOf(models, store, { folder });
		expect(again.vectors.ids).toEqual(new Set(store.passageIds(collection.id)));
		await expectComplete(again);
	});

	it('writes no index file that lacks a part of a document', async () => {
		const folder = await temporaryFolder();
		const store = storeFor(models);
		const collection = await collectionOf(models, store, { folder });
		const putting = ingestDocument(collection, models, large('a.txt', 3000));
		while (store.counts(collection.id).documents < 1) await new Promise(setImmediate);
		await collection.save();
		await putting;
		let lacking = 0;
		await collectionOf(models, store, { folder, onProgress: (_, total) => (lacking = total) });
		expect(lacking).toBe(0);
	});
});
