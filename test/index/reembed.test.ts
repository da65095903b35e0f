import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collection } from '../../index/collection.js';
import { openDatabase, type Database } from '../../index/database.js';
import { indexesOf } from '../../index/index-files.js';
import { ingestDocument } from '../../index/ingest.js';
import { reembed } from '../../index/reembed.js';
import { nextProgress, nextSpace, storedSpace } from '../../index/space.js';
import { verifyCollection } from '../../index/verify.js';
import { collectionOf, storeFor } from '../support/collections.js';
import {
	A,
	article,
	ARTICLES,
	B,
	C,
	expectAsNew,
	fill,
	filledFile,
	found,
	interrupted,
	spaceOf,
} from '../support/reembedding.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const spaces = (database: Database) => database.prepare('select encoder, state, complete from space order by id').all();

describe('reembed', { timeout: 60_000 }, () => {
	it('leaves a store that answers as one that was filled with the new model from the start', async () => {
		const { database, options } = await filledFile();
		const progress: string[] = [];
		const onProgress = (done: number, total: number) => progress.push(`${done} of ${total}`);
		const inOrder = { ...options, inWork: 1, random: () => 0, onProgress };
		expect(await reembed(database, spaceOf(B), B, inOrder)).toBe(20);
		expect(progress).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 1} of 20`));
		expect(spaces(database)).toEqual([{ encoder: 'other@1', state: 'used', complete: 1 }]);
		await expectAsNew(database, B, ARTICLES, { isInOrder: true });
		// what was is gone
		const kept = database.prepare('select count(*) as passages from passage where space = 1').get();
		expect(kept).toEqual({ passages: 0 });
		expect(await reembed(database, spaceOf(B), B, options)).toBe(0);
	});

	it('loses nothing of what others add, change and remove meanwhile, whatever it is and whenever', async () => {
		const change = fc.record({
			/** Before which of the documents that are embedded it happens. */
			at: fc.nat(10),
			kind: fc.constantFrom('put' as const, 'remove' as const),
			seed: fc.nat(9),
			wording: fc.integer({ min: 1, max: 2 }),
		});
		const folder = await temporaryFolder();
		await fc.assert(
			fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
				const documents = Array.from({ length: 6 }, (_, seed) => article(seed));
				const held = new Map(documents.map((document) => [document.source, document]));
				const database = openDatabase(':memory:');
				const collection = await collectionOf(A, storeFor(A, database));
				await fill(collection, A, documents);
				const apply = async (done: number) => {
					for (const { kind, seed, wording } of changes.filter(({ at }) => at === done)) {
						const document = article(seed, 100 * wording + seed);
						if (kind === 'put') {
							await ingestDocument(collection, A, document);
							held.set(document.source, document);
						} else {
							collection.remove(document.id);
							held.delete(document.source);
						}
						// the old model answers from what is there
						expect(verifyCollection(collection)).toMatchObject({ documents: held.size, faults: [] });
					}
				};
				let applied = Promise.resolve();
				const models = interrupted(B, (done) => (applied = applied.then(() => apply(done))));
				await reembed(database, spaceOf(B), models, { folder, inWork: 2 });
				await expectAsNew(database, B, [...held.values()]);
				database.close();
			}),
			{ numRuns: 8 },
		);
	});

	it('gives no document the passages of the one whose row it took while that was embedded', async () => {
		const { database, collection, options } = await filledFile();
		const changed = article(19, 119);
		const models = interrupted(B, async (document) => {
			if (document === 19) await ingestDocument(collection, A, changed);
		});
		await reembed(database, spaceOf(B), models, { ...options, inWork: 1, random: () => 0 });
		await expectAsNew(database, B, [...ARTICLES.slice(0, 19), changed]);
	});

	it('lets the old vectors answer until the end, and goes on where it was when it was interrupted', async () => {
		const { open, database, collection, options } = await filledFile();
		const before = await found(collection, A);
		const failing = interrupted(B, (document) => {
			if (document === 12) throw new Error('no more power');
		});
		const oneByOne = { ...options, inWork: 1 };
		await expect(reembed(database, spaceOf(B), failing, oneByOne)).rejects.toThrow('no more power');
		expect(nextProgress(open())).toMatchObject({ done: 12, total: 20 });
		const other = await collectionOf(A, storeFor(A, open()));
		expect(await found(other, A)).toEqual(before);
		expect(verifyCollection(other)).toMatchObject({ documents: 20, faults: [] });

		const again = open();
		expect(await reembed(again, spaceOf(B), B, options)).toBe(8);
		await expectAsNew(again, B, ARTICLES);
	});

	it('ends between two documents by its signal', async () => {
		const { database, options } = await filledFile();
		const ending = new AbortController();
		const models = interrupted(B, (document) => {
			if (document === 5) ending.abort();
		});
		const run = reembed(database, spaceOf(B), models, { ...options, signal: ending.signal });
		await expect(run).rejects.toThrow('aborted');
		expect(storedSpace(database)).toEqual(spaceOf(A));
	});

	it('keeps nobody from writing for longer than one document takes', async () => {
		const { open, database, options } = await filledFile();
		const other = open();
		other.pragma('busy_timeout = 0');
		const collection = await collectionOf(A, storeFor(A, other));
		let written = 0;
		const models = interrupted(B, async (document) => {
			if (document >= 20) return;
			await ingestDocument(collection, A, article(document, 50 + document));
			written++;
		});
		await reembed(database, spaceOf(B), models, options);
		expect(written).toBe(20);
	});

	it('refuses what another process stores with the old model once it has changed', async () => {
		const { open, database, collection, options } = await filledFile();
		const other = await collectionOf(A, storeFor(A, open()));
		await reembed(database, spaceOf(B), B, options);
		expect([collection.store.isCurrent(), other.store.isCurrent()]).toEqual([false, false]);
		await expect(ingestDocument(other, A, article(30))).rejects.toThrow(
			'Another process has made other@1 the model of the store, which this one opened with hashing@1: start it again',
		);
		expect(storeFor(B, database).counts(collection.id).documents).toBe(20);
	});

	it('gives up a change to another model that was begun, and ends where another process begins one', async () => {
		const { open, database, options } = await filledFile();
		const failing = interrupted(B, (document) => {
			if (document === 9) throw new Error('no more power');
		});
		await expect(reembed(database, spaceOf(B), failing, options)).rejects.toThrow('no more power');
		expect(nextSpace(database)).toEqual(spaceOf(B));

		const second = open();
		let third: Promise<number> | undefined;
		const overtaken = interrupted(B, (document) => {
			if (document === 3) third = reembed(second, spaceOf(C), C, options);
		});
		await expect(reembed(database, spaceOf(B), overtaken, options)).rejects.toThrow(
			'Another process has begun meanwhile to embed the store with third@1: this one has ended',
		);
		expect(await third).toBe(20);
		expect(spaces(database)).toEqual([{ encoder: 'third@1', state: 'used', complete: 1 }]);
		expect(database.prepare('select distinct space from passage').all()).toHaveLength(1);
		await expectAsNew(database, C, ARTICLES);
	});

	it('gives up the change that was begun when the model that the store has is asked for', async () => {
		const { database, collection, options } = await filledFile();
		const before = await found(collection, A);
		const failing = interrupted(B, (document) => {
			if (document === 9) throw new Error('no more power');
		});
		await expect(reembed(database, spaceOf(B), failing, options)).rejects.toThrow('no more power');
		expect(await reembed(database, spaceOf(A), A, options)).toBe(0);
		expect(spaces(database)).toEqual([{ encoder: 'hashing@1', state: 'used', complete: 1 }]);
		expect(await found(collection, A)).toEqual(before);
		expect(collection.store.isCurrent()).toBe(true);
	});

	it('shares the work between two processes, and comes to the same', async () => {
		const { open, database, options } = await filledFile();
		const embedded = await Promise.all([
			reembed(database, spaceOf(B), B, { ...options, random: () => 0 }),
			reembed(open(), spaceOf(B), B, { ...options, random: () => 0.5 }),
		]);
		expect(embedded[0] + embedded[1]).toBe(20);
		await expectAsNew(database, B, ARTICLES);
	});

	it('has made the indexes when the store goes over, and deletes those of before', async () => {
		const { database, collection, options } = await filledFile();
		const before = await Collection.open({ ...indexesOf(collection.store, options.folder), name: 'shared' });
		await before.save();
		expect(await readdir(options.folder)).toEqual(['1']);
		await reembed(database, spaceOf(B), B, options);
		expect(await readdir(options.folder)).toEqual(['2']);
		const indexed: string[] = [];
		const after = await Collection.open({
			...indexesOf(storeFor(B, database), options.folder),
			name: 'shared',
			onNotice: (notice) => indexed.push(notice),
			onProgress: (done) => indexed.push(String(done)),
		});
		expect(indexed).toEqual([]);
		expect(verifyCollection(after)).toMatchObject({ documents: 20, faults: [] });
		expect(existsSync(join(options.folder, '1'))).toBe(false);
	});

	it('gives the room of the old vectors back to the disk', async () => {
		const { database, options } = await filledFile();
		const pages = () => database.pragma('page_count', { simple: true }) as number;
		const before = pages();
		await reembed(database, spaceOf(B), B, options);
		const after = pages();
		expect(database.pragma('freelist_count', { simple: true })).toBe(0);
		// vectors of 32 numbers in the place of those of 64, but more of them
		expect(after).toBeLessThan(before * 1.5);
		await reembed(database, spaceOf(A), A, options);
		expect(pages()).toBeLessThan(before + 5);
		expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
	});
});
