import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion, type AnswerOptions } from '../../answers/answerer.js';
import { openModels, type OpenModels } from '../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { ingestSources } from '../../cli/ingest.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import type { Collection } from '../../index/collection.js';
import { ingestDocument } from '../../index/ingest.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';

describe('answerQuestion', { timeout: 60_000 }, () => {
	let models: OpenModels;
	let samples: Collection;
	beforeAll(async () => {
		models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
		samples = await collectionOf(models, storeFor(models));
		await ingestSources(samples, models, [join(PACKAGE_ROOT, 'samples', 'articles')], { inWork: 2 });
	}, 60_000);
	afterAll(() => models.close());

	const twoCollections = async (
		own: Readonly<Record<string, string>>,
		shared: Readonly<Record<string, string>>,
	): Promise<readonly [Collection, Collection]> => {
		const store = storeFor(models);
		const collections = [
			await collectionOf(models, store, { name: 'own' }),
			await collectionOf(models, store),
		] as const;
		for (const [i, articles] of [own, shared].entries()) {
			for (const [source, text] of Object.entries(articles)) {
				await ingestDocument(collections[i]!, models, documentOf(source, text, 'en'));
			}
		}
		return collections;
	};
	const PIER = 'In winter the Ormond ferry lands at the old salt pier.';
	const QUESTION = 'In winter the Ormond ferry lands at which pier?';
	const HONEY = 'Forty beekeepers founded an association. Their honey is sold at the Saturday market.';

	it('answers from whichever collection holds the answer', async () => {
		const [own, shared] = await twoCollections({ 'ferry.txt': PIER }, { 'bees.txt': HONEY });
		const honey = 'Where do the beekeepers sell their honey?';
		for (const collections of [
			[own, shared],
			[shared, own],
		]) {
			expect((await answerQuestion(collections, models, QUESTION)).citations[0]?.source).toBe('ferry.txt');
			expect((await answerQuestion(collections, models, honey)).citations[0]?.source).toBe('bees.txt');
		}
		const alone = await answerQuestion([shared], models, QUESTION, { further: 9 });
		expect([...alone.citations, ...alone.nearest].map(({ source }) => source)).not.toContain('ferry.txt');
	});

	it('orders the sentences of several collections by their scores, and gives one that stands in both once', async () => {
		const collections = await twoCollections(
			{ 'ferry.txt': PIER, 'a.txt': 'The Ormond ferry is blue. It has a cafe on board.' },
			{ 'ferry.txt': PIER, 'b.txt': 'The Ormond ferry lands at noon in winter.', 'bees.txt': HONEY },
		);
		const { citations, nearest } = await answerQuestion(collections, models, QUESTION, { k: 5, further: 9 });
		const all = [...citations, ...nearest];
		expect(all.filter(({ source }) => source === 'ferry.txt')).toHaveLength(1);
		expect(all[0]?.source).toBe('ferry.txt');
		const scores = all.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((a, b) => b - a));
		expect(all.map(({ n }) => n)).toEqual(all.map((_, i) => i + 1));
		expect(new Set(all.map(({ source }) => source))).toEqual(new Set(['ferry.txt', 'a.txt', 'b.txt', 'bees.txt']));
	});

	it('gives the sentences that come next where they are asked for, and at least two where none answers', async () => {
		const answer = (further: number, question = QUESTION) =>
			answerQuestion([samples], models, question, { k: 1, further });
		const known = 'Combien de temps mettra le tram-train ?';
		expect((await answer(0, known)).nearest).toEqual([]);
		const { citations, nearest } = await answer(4, known);
		expect([citations.length, nearest.length]).toEqual([1, 4]);
		const unknown = 'Which volcano erupted on Jupiter in the year 1742?';
		expect((await answer(0, unknown)).nearest).toHaveLength(2);
		expect((await answer(5, unknown)).nearest).toHaveLength(5);
	});

	it('says that nothing matches where the filters leave nothing, and that nothing is indexed where nothing is', async () => {
		const [empty] = await twoCollections({}, {});
		const filters = { language: 'fi' };
		expect((await answerQuestion([empty], models, QUESTION, { filters })).reason).toBe('nothing-indexed');
		expect((await answerQuestion([], models, QUESTION, { filters })).reason).toBe('nothing-indexed');
		expect((await answerQuestion([samples, empty], models, QUESTION, { filters })).reason).toBe('nothing-matches');
	});

	it.each([
		[{ language: 'lo' }, 'lo'],
		[{ language: 'fr', source: 'TRAM' }, 'fr'],
		[{ from: '2024-06-01', to: '2024-06-30', source: 'tram' }, 'fr'],
	])('cites and shows only what %j lets through', async (filters, language) => {
		const question = 'How long does the tram-train take from one centre to the other?';
		const { citations, nearest } = await answerQuestion([samples], models, question, { filters, further: 20 });
		const all = [...citations, ...nearest];
		expect(all.length).toBeGreaterThan(2);
		for (const citation of all) expect(citation.language).toBe(language);
	});

	const first = async (question: string, options: AnswerOptions = {}) => {
		const { citations, nearest } = await answerQuestion([samples], models, question, { further: 2, ...options });
		return [...citations, ...nearest].slice(0, 3).map(({ quote }) => quote);
	};

	it.each([
		['When does the tram-train open?', 'And how much is a ticket?', '2,90 euros'],
		['When does the tram-train open?', 'How many stops will it have?', 'douze arrêts'],
		['Combien coûte le tram-train ?', 'Et le billet ?', '2,90 euros'],
		['ສະພານມິດຕະພາບນ້ຳແກ້ວມີຄວາມຍາວຈັກແມັດ?', 'ໃຊ້ເວລາກໍ່ສ້າງດົນປານໃດ?', '26 ເດືອນ'],
		['勐岚村今年春茶总产量是多少？', '价格呢？', '元'],
	])('takes what "it" is from the question before: "%s" "%s"', async (after, question, expected) => {
		expect((await first(question, { after })).join('\n')).toContain(expected);
	});

	it('finds by a follow-up what the question alone does not say', async () => {
		const question = 'How many will it have?';
		expect((await first(question)).join('\n')).not.toContain('douze arrêts');
	});

	it('answers a question that is about something else than the one before', async () => {
		const question = "Combien de temps mettra le tram-train pour aller d'un centre-ville à l'autre ?";
		for (const after of ['勐岚村今年春茶总产量是多少？', 'How long is the Nam Kaeo friendship bridge?', '?', '']) {
			expect((await first(question, { after }))[0]).toContain('26 minutes');
		}
	});
});
