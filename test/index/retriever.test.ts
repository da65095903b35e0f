import { describe, expect, it } from 'vitest';
import type { Neighbours } from '../../embeddings/neighbours.js';
import { ClosestSentence } from '../../index/closest-sentence.js';
import type { Collection } from '../../index/collection.js';
import { ingestDocument } from '../../index/ingest.js';
import { encodeQuestions } from '../../index/question.js';
import { retrieve, type Retrieval } from '../../index/retriever.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { hashedWords, hashingModels } from '../support/hashing-encoder.js';

const models = hashingModels();

interface Source {
	readonly source: string;
	readonly text: string;
	readonly language: string;
}

const FERRY: Source[] = [
	{ source: 'ferry', text: 'The ferry to the island leaves at noon.', language: 'en' },
	{ source: 'school', text: 'The school on the island has three teachers.', language: 'en' },
	{ source: 'rice', text: 'Rice grows on terraces above the valley.', language: 'en' },
	{ source: 'bac', text: 'Le bac quitte le port vers midi.', language: 'fr' },
	{ source: 'lait', text: 'Le lait arrive chaque matin par la route.', language: 'fr' },
];

async function collectionWith(
	sources: readonly Source[],
	store = storeFor(models),
	name = 'shared',
): Promise<Collection> {
	const collection = await collectionOf(models, store, { name });
	for (const { source, text, language } of sources) {
		await ingestDocument(collection, models, { ...documentOf(source, text), language });
	}
	return collection;
}

async function ask(
	collection: Collection,
	text: string,
	{ k = 10, depth = 64, neighbours = models.lexicon.neighbours, language = 'en' } = {},
): Promise<Retrieval> {
	const [question] = await encodeQuestions(models, [text], language);
	return retrieve(collection, { ...models.lexicon, neighbours }, question!, { k, depth });
}

function sourcesOf({ store }: Collection, { hits }: Retrieval): string[] {
	return hits.map(({ passageId }) => store.document(store.passage(passageId).documentRow).source);
}

const QUESTION = 'When does the ferry to the island leave?';

describe('retrieve', () => {
	it('puts the passage first that says most of the question, then the one that says some of it', async () => {
		const collection = await collectionWith(FERRY);
		const retrieval = await ask(collection, QUESTION);
		// "ferry to the island"; "the island"
		expect(sourcesOf(collection, retrieval).slice(0, 2)).toEqual(['ferry', 'school']);
		const [best] = retrieval.hits;
		expect(best).toMatchObject({ language: 'en', cosine: expect.any(Number) as number });
		expect(best!.share).toBeGreaterThan(0.1);
		expect(best!.share).toBeLessThanOrEqual(1);
	});

	it('holds the only passage of a language against what is expected by chance, not against itself', async () => {
		const collection = await collectionWith(FERRY.slice(0, 1));
		const { hits, read } = await ask(collection, QUESTION);
		const { passageId, cosine, share, nearness, score } = hits[0]!;
		const closest = new ClosestSentence(models.lexicon.meanings, hashedWords(QUESTION)).cosine(
			read.get(passageId)!.tokens,
		);
		const sum =
			(cosine - 0.12) / 0.1 + (2 * (share - 0.08)) / 0.06 + (nearness - 0.1) / 0.06 + (0.5 * (closest - 0.06)) / 0.055;
		expect(score).toBeCloseTo(sum / Math.hypot(1, 2, 1, 0.5), 6);
	});

	it('finds a passage of another language by the neighbours of the question', async () => {
		const collection = await collectionWith(FERRY);
		const translations = [
			['departure', 'quitte'],
			['vessel', 'bac'],
			['midday', 'midi'],
		].map((pair) => pair.map((word) => hashedWords(word)[0]!));
		const neighbours: Neighbours = {
			of: (token) => [
				{ token, cosine: 1 },
				...translations.filter(([word]) => word === token).map(([, other]) => ({ token: other!, cosine: 0.9 })),
			],
		};
		const retrieval = await ask(collection, 'vessel departure midday', { neighbours });
		expect(sourcesOf(collection, retrieval)[0]).toBe('bac');
		expect([...retrieval.matches.keys()].sort()).toEqual(['en', 'fr']);
	});

	it('gives hits best first, none twice, at most k, and all where k is more than there are', async () => {
		const collection = await collectionWith(FERRY);
		for (const k of [1, 2, 5, 50]) {
			const { hits } = await ask(collection, QUESTION, { k });
			expect(hits).toHaveLength(Math.min(k, 5));
			expect(new Set(hits.map(({ passageId }) => passageId)).size).toBe(hits.length);
			const scores = hits.map(({ score }) => score);
			expect(scores).toEqual([...scores].sort((a, b) => b - a));
			expect(scores.every(Number.isFinite)).toBe(true);
		}
	});

	it('gives equal hits to equal calls', async () => {
		const collection = await collectionWith(FERRY);
		const { hits } = await ask(collection, QUESTION);
		await ask(collection, 'Where does rice grow?');
		expect((await ask(collection, QUESTION)).hits).toEqual(hits);
	});

	it('gives the same hits whatever the order in which unrelated articles came', async () => {
		const unrelated = Array.from({ length: 20 }, (_, i) => ({
			source: `other${i}`,
			text: madeUpText(i, 3),
			language: 'en',
		}));
		const forth = await collectionWith([...FERRY, ...unrelated]);
		const back = await collectionWith([...unrelated.toReversed(), ...FERRY]);
		const [one, two] = [await ask(forth, QUESTION, { k: 5 }), await ask(back, QUESTION, { k: 5 })];
		expect(sourcesOf(forth, one)).toEqual(sourcesOf(back, two));
		for (const [i, { score }] of one.hits.entries()) expect(two.hits[i]?.score).toBeCloseTo(score, 6);
	});

	it('gives passages with equal scores in the order of their ids', async () => {
		const same = ['b', 'a', 'd', 'c'].map((source) => ({ source, text: 'The ferry leaves at noon.', language: 'en' }));
		const collection = await collectionWith(same);
		const { hits } = await ask(collection, QUESTION);
		expect(new Set(hits.map(({ score }) => score)).size).toBe(1);
		expect(hits.map(({ passageId }) => passageId)).toEqual([1, 2, 3, 4]);
	});

	it('never gives a passage of another collection', async () => {
		const store = storeFor(models);
		const mine = await collectionWith(FERRY.slice(1), store, 'mine');
		const theirs = await collectionWith([FERRY[0]!], store, 'theirs');
		expect(sourcesOf(mine, await ask(mine, QUESTION)).sort()).toEqual(['bac', 'lait', 'rice', 'school']);
		expect(sourcesOf(theirs, await ask(theirs, QUESTION))).toEqual(['ferry']);
		expect((await ask(await collectionOf(models, store, { name: 'empty' }), QUESTION)).hits).toEqual([]);
	});

	it('gives nothing that was removed', async () => {
		const collection = await collectionWith(FERRY);
		for (const source of ['ferry', 'bac', 'lait']) collection.remove(source);
		const retrieval = await ask(collection, QUESTION);
		expect(sourcesOf(collection, retrieval).sort()).toEqual(['rice', 'school']);
		expect([...retrieval.matches.keys()]).toEqual(['en']);
	});

	it('reads as many passages as if languages that it no longer holds had never been there', async () => {
		const articles = Array.from({ length: 40 }, (_, i) => ({
			source: `a${i}`,
			text: madeUpText(i, 4),
			language: 'en',
		}));
		const once = ['ar', 'de', 'el', 'es', 'fr', 'hi', 'ru', 'tr'].map((language, i) => ({
			source: language,
			text: madeUpText(100 + i, 4),
			language,
		}));
		const collection = await collectionWith([...articles, ...once]);
		for (const { source } of once) collection.remove(source);
		const never = await collectionWith(articles);
		const [retrieval, expected] = [await ask(collection, QUESTION), await ask(never, QUESTION)];
		expect(expected.read.size).toBeGreaterThan(20);
		expect(retrieval.read.size).toBe(expected.read.size);
	});

	it('scores a passage alike however many candidates are taken', async () => {
		const articles = Array.from({ length: 40 }, (_, i) => ({
			source: `a${i}`,
			text: madeUpText(i, 4),
			language: i % 2 ? 'en' : 'fr',
		}));
		const collection = await collectionWith(articles);
		const deep = new Map(
			(await ask(collection, QUESTION, { k: 100, depth: 64 })).hits.map((hit) => [hit.passageId, hit]),
		);
		for (const hit of (await ask(collection, QUESTION, { k: 6, depth: 24 })).hits) {
			const same = deep.get(hit.passageId)!;
			expect(hit.score).toBeCloseTo(same.score, 4);
			expect(hit.share).toBe(same.share);
		}
	});

	it('puts the passage first that stands out in its language, not those that share a subject in the language of the question', async () => {
		const subject = 'The ferry to the island, the island and its ferry';
		const crowd = Array.from({ length: 8 }, (_, i) => ({
			source: `about${i}`,
			text: `${subject}, as ${madeUpText(i, 1)}`,
			language: 'en',
		}));
		const noise = Array.from({ length: 40 }, (_, i) => ({
			source: `n${i}`,
			text: madeUpText(100 + i, 4),
			language: 'fr',
		}));
		const collection = await collectionWith([...crowd, ...noise, { source: 'bac', text: QUESTION, language: 'fr' }]);
		expect(sourcesOf(collection, await ask(collection, QUESTION))[0]).toBe('bac');
		const english = (await ask(collection, subject)).hits.filter(({ language }) => language === 'en');
		const strengths = english.map(({ cosine, share }) => cosine + share);
		expect(strengths[0]).toBeGreaterThan(strengths.at(-1)!);
	});

	it('finds one article among many that say nothing of the question', async () => {
		const noise = Array.from({ length: 300 }, (_, i) => ({ source: `n${i}`, text: madeUpText(i, 4), language: 'en' }));
		const collection = await collectionWith([...noise, ...FERRY]);
		expect(sourcesOf(collection, await ask(collection, QUESTION))[0]).toBe('ferry');
		const registered = await ask(collection, 'Which register counts 1207 households?');
		expect(sourcesOf(collection, registered)[0]).toBe('n207');
	});
});
