import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCitation, type Answer } from '../../answers/answer.js';
import { answerQuestion } from '../../answers/answerer.js';
import { openModels, type OpenModels } from '../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { ingestSources } from '../../cli/ingest.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import type { Collection } from '../../index/collection.js';
import { openDatabase } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import { expectWholeBlocks } from '../support/cited-blocks.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';

const SAMPLES = join(PACKAGE_ROOT, 'samples');

describe('answerQuestion', { timeout: 60_000 }, () => {
	let models: OpenModels;
	let samples: Collection;
	let questions: string[];
	beforeAll(async () => {
		models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
		samples = await collectionOf(models, storeFor(models));
		const { failed } = await ingestSources(samples, models, [join(SAMPLES, 'articles')], { inWork: 2 });
		expect(failed).toEqual([]);
		const lines = (await readFile(join(SAMPLES, 'questions.jsonl'), 'utf8')).trim().split('\n');
		questions = lines.map((line) => (JSON.parse(line) as { question: string }).question);
	}, 60_000);
	afterAll(() => models.close());

	const collectionWith = async (articles: Readonly<Record<string, string>>, database = openDatabase(':memory:')) => {
		const collection = await collectionOf(models, storeFor(models, database));
		for (const [source, text] of Object.entries(articles)) {
			await ingestDocument(collection, models, documentOf(source, text, 'en'));
		}
		return collection;
	};

	/** What every answer keeps, whatever it says. */
	const expectSound = (
		{ answered, reason, citations, nearest, confidence, milliseconds }: Answer,
		{ store, id }: Collection,
	) => {
		expect(answered).toBe(reason === null);
		expect(answered ? nearest : citations).toEqual([]);
		if (answered) expect(citations.length).toBeGreaterThan(0);
		expect(nearest.length).toBeLessThanOrEqual(2);
		expect(confidence >= 0 && confidence <= 1).toBe(true);
		const cited = [...citations, ...nearest];
		expect(cited.map(({ n }) => n)).toEqual(cited.map((_, i) => i + 1));
		expect(new Set(cited.map(({ documentId, start }) => `${documentId} ${start}`)).size).toBe(cited.length);
		const scores = cited.map(({ score }) => score);
		if (cited[0]?.disagreesWith.length === 0) expect(scores[0]).toBe(Math.max(...scores));
		for (const citation of cited) {
			const document = store.documentById(id, citation.documentId)!;
			verifyCitation(citation, document);
			const { quote, start, end, passage, title, source, language, publishedAt } = citation;
			expect(quote).toBe(document.text.slice(start, end));
			expect(quote).toBe(quote.trim());
			expect(quote).not.toBe('');
			expect(passage.start <= start && end <= passage.end).toBe(true);
			expect({ title, source, language, publishedAt }).toEqual({
				title: document.title,
				source: document.source,
				language: document.language,
				publishedAt: document.publishedAt,
			});
		}
		const { total, ...parts } = milliseconds;
		expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(total + 0.1);
	};

	it('quotes what stands where it says, and what a person would point at, for every sample question', async () => {
		expect(questions.length).toBeGreaterThan(50);
		for (const question of questions) {
			const answer = await answerQuestion([samples], models, question);
			expect(answer.question).toBe(question.normalize('NFC').trim());
			expectSound(answer, samples);
			for (const citation of [...answer.citations, ...answer.nearest])
				expectWholeBlocks(citation, samples.store.documentById(samples.id, citation.documentId)!);
		}
	});

	it('takes a doubtful question for one in a language of the articles, as long as there are some', async () => {
		const collection = await collectionOf(models, storeFor(models));
		const asked = async () => (await answerQuestion([collection], models, 'Hai sbagliato numero?')).language;
		await ingestDocument(collection, models, documentOf('mill.txt', 'The mill turns again since last week.', 'en'));
		expect(await asked()).toBe('und');
		await ingestDocument(
			collection,
			models,
			documentOf('mulino.txt', 'Il mulino gira di nuovo da una settimana.', 'it'),
		);
		expect(collection.languages).toEqual(['en', 'it']);
		expect(await asked()).toBe('it');
		collection.remove('mulino.txt');
		expect(collection.languages).toEqual(['en']);
		expect(await asked()).toBe('und');
	});

	it('gives no further citation that lies more than 5 behind the first', async () => {
		for (const question of questions) {
			const scores = (await answerQuestion([samples], models, question)).citations.map(({ score }) => score);
			for (const score of scores) expect((scores[0] ?? 0) - score).toBeLessThanOrEqual(5);
		}
	});

	it('gives a sound answer to anything', async () => {
		const piece = fc.oneof(
			fc.constantFrom(
				...[
					'where',
					'how many',
					'ແມ່ນ',
					'春茶',
					'Kỳ Sơn',
					'209',
					'?',
					'👩‍👩‍👧‍👦',
					'\u202e',
					'<b>',
					'%',
					"'; drop table document",
				],
			),
			fc.string({ unit: 'binary', maxLength: 20 }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
				expectSound(await answerQuestion([samples], models, pieces.join(' ')), samples);
			}),
			{ numRuns: 60 },
		);
	});

	it('answers with the sentence that holds the words of the question', async () => {
		const collection = await collectionWith({
			'ferry.txt': 'The sea is calm in May. In winter the Ormond ferry lands at the old salt pier. Bring a coat.',
			'bees.txt': 'Forty beekeepers founded an association. Their honey is sold at the Saturday market.',
		});
		const answer = await answerQuestion([collection], models, 'In winter the Ormond ferry lands at which old pier?');
		expect(answer).toMatchObject({ answered: true, language: 'en', reason: null });
		expect(answer.citations[0]?.quote).toBe('In winter the Ormond ferry lands at the old salt pier.');
	});

	it('gives the same answer again', async () => {
		const [question] = questions;
		const bare = (answer: Answer) => ({ ...answer, milliseconds: null });
		const answer = await answerQuestion([samples], models, question!, { k: 5 });
		expect(bare(await answerQuestion([samples], models, question!, { k: 5 }))).toEqual(bare(answer));
	});

	it('gives at most k citations, and the same ones first whatever k is', async () => {
		const collection = await collectionWith(
			Object.fromEntries(
				[1, 2, 3, 4, 5, 6].map((pier) => [
					`${pier}.txt`,
					`In winter the Ormond ferry lands at pier ${pier} of the harbour.`,
				]),
			),
		);
		const question = 'In winter the Ormond ferry lands at which pier of the harbour?';
		const { citations: all } = await answerQuestion([collection], models, question, { k: 6 });
		expect(all).toHaveLength(6);
		for (const k of [1, 2, 5]) {
			const { citations } = await answerQuestion([collection], models, question, { k });
			expect(citations.map(({ source }) => source)).toEqual(all.slice(0, k).map(({ source }) => source));
		}
	});

	it.each(['', '   \n', '👩‍👩‍👧‍👦 🦄', '?!', '—', '\u200b\u200d', '\u0301'])('finds no question in "%s"', async (text) => {
		const answer = await answerQuestion([samples], models, text);
		expect(answer).toMatchObject({
			answered: false,
			reason: 'empty-question',
			confidence: 0,
			citations: [],
			nearest: [],
		});
	});

	it('says that nothing is indexed where nothing is', async () => {
		const collection = await collectionWith({});
		expect(await answerQuestion([collection], models, questions[0]!)).toMatchObject({
			reason: 'nothing-indexed',
			citations: [],
		});
		await ingestDocument(collection, models, documentOf('a.txt', 'The mill turns again.'));
		expect((await answerQuestion([collection], models, questions[0]!)).reason).not.toBe('nothing-indexed');
		collection.remove('a.txt');
		expect(await answerQuestion([collection], models, questions[0]!)).toMatchObject({ reason: 'nothing-indexed' });
	});

	it('shows at most two sentences where none answers', async () => {
		const collection = await collectionWith({
			'bees.txt':
				'Forty beekeepers founded an association. Their honey is sold at the market. They meet in May. Wax is cheap.',
		});
		const answer = await answerQuestion([collection], models, 'Which volcano erupted on Jupiter in the year 1742?');
		expect(answer).toMatchObject({ answered: false, reason: 'nothing-relevant', citations: [] });
		expectSound(answer, collection);
	});

	it.each([
		['words', 'Where does the ferry land and who sells the honey? '],
		['one word', 'a'],
		['one letter of a script without spaces', '春'],
		['marks', 'ạ́̂'],
		['Thai without an end', 'ที่นี่มีน้ำ'],
		['digits', '209'],
		['emoji with a word', 'rain 👩‍👩‍👧‍👦'],
	])('takes twenty thousand characters of %s in seconds', async (_, part) => {
		const text = part.repeat(Math.ceil(20_000 / part.length));
		const began = performance.now();
		expectSound(await answerQuestion([samples], models, text), samples);
		expect(performance.now() - began).toBeLessThan(5000);
	});

	it('answers from the new wording once an article has changed', async () => {
		const collection = await collectionWith({ 'ferry.txt': 'In winter the Ormond ferry lands at the old salt pier.' });
		const question = 'In winter the Ormond ferry lands at which pier?';
		const [before] = (await answerQuestion([collection], models, question)).citations;
		await ingestDocument(
			collection,
			models,
			documentOf('ferry.txt', 'In winter the Ormond ferry lands at the new stone pier.', 'en'),
		);
		const [after] = (await answerQuestion([collection], models, question)).citations;
		expect(after?.quote).toBe('In winter the Ormond ferry lands at the new stone pier.');
		const document = collection.store.documentById(collection.id, after!.documentId)!;
		expect(() => {
			verifyCitation(before!, document);
		}).toThrow('ask again');
	});

	it('sees what another process stored, and no longer what it removed', async () => {
		const database = openDatabase(':memory:');
		const here = await collectionWith({ 'bees.txt': 'Their honey is sold at the Saturday market.' }, database);
		const elsewhere = await collectionOf(models, storeFor(models, database));
		const question = 'In winter the Ormond ferry lands at which pier?';
		await ingestDocument(
			elsewhere,
			models,
			documentOf('ferry.txt', 'In winter the Ormond ferry lands at the old salt pier.', 'en'),
		);
		expect((await answerQuestion([here], models, question)).citations[0]?.source).toBe('ferry.txt');
		elsewhere.remove('ferry.txt');
		const answer = await answerQuestion([here], models, question);
		expect([...answer.citations, ...answer.nearest].map(({ source }) => source)).not.toContain('ferry.txt');
	});

	it('never cites another collection', async () => {
		const store = storeFor(models);
		const [mine, theirs] = [
			await collectionOf(models, store, { name: 'mine' }),
			await collectionOf(models, store, { name: 'theirs' }),
		];
		await ingestDocument(
			theirs,
			models,
			documentOf('secret.txt', 'In winter the Ormond ferry lands at the old salt pier.', 'en'),
		);
		await ingestDocument(mine, models, documentOf('bees.txt', 'Their honey is sold at the Saturday market.', 'en'));
		const answer = await answerQuestion([mine], models, 'In winter the Ormond ferry lands at which pier?');
		expect([...answer.citations, ...answer.nearest].map(({ source }) => source)).not.toContain('secret.txt');
	});
});
