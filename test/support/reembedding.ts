import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Document } from '../../articles/document.js';
import type { Collection } from '../../index/collection.js';
import { openDatabase, type Database } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import { encodeQuestions, type Models } from '../../index/question.js';
import type { ReembedOptions } from '../../index/reembed.js';
import { retrieve } from '../../index/retriever.js';
import type { Space } from '../../index/space.js';
import { verifyCollection } from '../../index/verify.js';
import { madeUpText } from './articles.js';
import { collectionOf, documentOf, storeFor } from './collections.js';
import { hashingModels } from './hashing-encoder.js';
import { temporaryFolder } from './temporary-folder.js';

/** Models whose vectors do not compare. */
export const A = hashingModels();
/** Reads less, so that it cuts passages otherwise. */
export const B = hashingModels({ id: 'other@1', dimension: 32, seed: 2, maxTokens: 40 });
export const C = hashingModels({ id: 'third@1', dimension: 16, seed: 3 });

const QUESTIONS = [7, 12].map((seed) => `How many households does register ${1000 + seed} count?`);
export const article = (seed: number, wording = seed) => documentOf(`${seed}.txt`, madeUpText(wording), 'en');
export const ARTICLES = Array.from({ length: 20 }, (_, seed) => article(seed));
export const spaceOf = ({ encoder, lexicon }: Models): Space => ({
	encoder: encoder.id,
	dimension: encoder.dimension,
	vocabulary: lexicon.vocabulary,
});

export async function fill(collection: Collection, models: Models, documents: readonly Document[]): Promise<void> {
	for (const document of documents) await ingestDocument(collection, models, document);
}

/** A store in a file, filled with model A. */
export async function filledFile(documents = ARTICLES) {
	const folder = await temporaryFolder();
	const open = () => {
		const database = openDatabase(join(folder, 'quoth.db'));
		onTestFinished(() => void database.close());
		return database;
	};
	const database = open();
	const collection = await collectionOf(A, storeFor(A, database));
	await fill(collection, A, documents);
	const options: ReembedOptions = { folder: join(folder, 'indexes'), inWork: 3 };
	return { open, database, collection, options };
}

/** Does something when a document is to be encoded: `before` is given how many were before. */
export function interrupted(models: Models, before: (document: number) => void | Promise<void>): Models {
	let documents = 0;
	const { encoder } = models;
	return {
		...models,
		encoder: {
			...encoder,
			async encodeDocument(...args) {
				await before(documents++);
				return encoder.encodeDocument(...args);
			},
		},
	};
}

/** What is found of each question: where it stands, and how well it fits. */
export async function found(collection: Collection, models: Models) {
	const encoded = await encodeQuestions(models, QUESTIONS, 'en');
	return encoded.map((question) =>
		retrieve(collection, models.lexicon, question, { k: 20 })
			.hits.map(({ passageId, score }) => {
				const { documentRow, span } = collection.store.passage(passageId);
				return { source: collection.store.document(documentRow).source, ...span, score: score.toFixed(4) };
			})
			.sort((a, b) => b.score.localeCompare(a.score) || a.source.localeCompare(b.source) || a.start - b.start),
	);
}

/** The store holds, by the model, what a new one would hold in which these documents were stored. */
export async function expectAsNew(
	database: Database,
	models: Models,
	documents: readonly Document[],
	{ isInOrder }: { readonly isInOrder: boolean } = { isInOrder: false },
): Promise<void> {
	const fresh = await collectionOf(models, storeFor(models));
	await fill(fresh, models, documents);
	const collection = await collectionOf(models, storeFor(models, database));
	expect(verifyCollection(collection).faults).toEqual([]);
	expect(collection.store.counts(collection.id)).toEqual(fresh.store.counts(fresh.id));
	const bySource = ({ store, id }: Collection) =>
		Array.from(store.passages(id), ({ passage: { documentRow, sentences, tokens, embedding }, titleTokens }) => {
			return { source: store.document(documentRow).source, sentences, tokens, embedding, titleTokens };
		}).sort((a, b) => a.source.localeCompare(b.source) || a.sentences[0]!.start - b.sentences[0]!.start);
	expect(bySource(collection)).toEqual(bySource(fresh));
	// in a large language chance is told by a sample, which depends on the order
	if (collection.vectors.size > 64 && !isInOrder) return;
	expect(await found(collection, models)).toEqual(await found(fresh, models));
}
