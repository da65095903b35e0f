import { join } from 'node:path';
import { expect } from 'vitest';
import type { Collection } from '../../index/collection.js';
import { openDatabase } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import { encodeQuestions } from '../../index/question.js';
import { retrieve, type Hit } from '../../index/retriever.js';
import { verifyCollection } from '../../index/verify.js';
import { madeUpText } from './articles.js';
import { collectionOf, documentOf, storeFor } from './collections.js';
import { hashingModels } from './hashing-encoder.js';
import { temporaryFolder } from './temporary-folder.js';

/** The models of every collection here. */
export const models = hashingModels();

/** Ingests made-up articles, by the numbers that they have. */
export async function ingest(collection: Collection, seeds: readonly number[]): Promise<void> {
	for (const seed of seeds) await ingestDocument(collection, models, documentOf(`${seed}.txt`, madeUpText(seed), 'en'));
}

export async function ask(
	collection: Collection,
	text = 'How many households does the register of Trea count?',
): Promise<readonly Hit[]> {
	const [question] = await encodeQuestions(models, [text], 'en');
	return retrieve(collection, models.lexicon, question!, { k: 20 }).hits;
}

export const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** A folder with a store and complete index files of twenty articles. */
export async function filledFolder() {
	const folder = await temporaryFolder();
	const open = async (onNotice: (notice: string) => void = () => undefined) =>
		collectionOf(models, storeFor(models, openDatabase(join(folder, 'quoth.db'))), {
			folder: join(folder, 'indexes'),
			onNotice,
		});
	const collection = await open();
	await ingest(collection, range(0, 20));
	collection.remove('3.txt');
	await collection.save();
	collection.store.close();
	return { folder, indexes: join(folder, 'indexes'), open };
}

/** The collection holds what is stored, and answers as one that was made from the store alone. */
export async function expectComplete(collection: Collection): Promise<void> {
	expect(verifyCollection(collection).faults).toEqual([]);
	const fresh = await collectionOf(models, collection.store);
	// sums taken in another order differ in their last digits
	expect(await ask(collection)).toEqual(
		(await ask(fresh)).map((hit) => ({ ...hit, score: expect.closeTo(hit.score, 9) as number })),
	);
	expect(collection.generation).toBe(fresh.generation);
}
