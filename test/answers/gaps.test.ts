import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findGaps, type OpenQuestion } from '../../answers/gaps.js';
import { identifyLanguage } from '../../articles/language.js';
import { openModels, type OpenModels } from '../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { encodeQuestions, type Models } from '../../index/question.js';
import { hashingModels } from '../support/hashing-encoder.js';

type Asked = Partial<Omit<OpenQuestion, 'text'>> & { readonly text: string };

async function questionsOf(models: Models, asked: readonly Asked[]): Promise<OpenQuestion[]> {
	const encoded = await encodeQuestions(
		models,
		asked.map(({ text }) => text),
		'und',
	);
	return asked.map((question, i) => ({
		language: identifyLanguage(question.text).language,
		askedAt: i,
		wantedBy: [],
		embedding: encoded[i]!.embedding,
		...question,
	}));
}

describe('findGaps', () => {
	it('puts every question in exactly one gap, each wording once', async () => {
		const word = fc.constantFrom('ferry', 'school', 'Kỳ', 'ky', 'mayor', '春茶', 'สะพาน', '?', '209');
		const asked = fc.array(
			fc.record({
				text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
				language: fc.constantFrom('en', 'vi', 'und'),
				askedAt: fc.nat({ max: 50 }),
				wantedBy: fc.uniqueArray(fc.constantFrom('ann', 'ben', 'eve')),
			}),
			{ maxLength: 30 },
		);
		await fc.assert(
			fc.asyncProperty(asked, async (drawn) => {
				const gaps = findGaps(await questionsOf(hashingModels(), drawn));
				expect(gaps.reduce((sum, gap) => sum + gap.asked, 0)).toBe(drawn.length);
				const held = gaps.flatMap(({ questions }) => questions);
				const texts = new Set(drawn.map(({ text }) => text));
				for (const text of held) expect(texts.has(text)).toBe(true);
				expect(new Set(held).size).toBe(held.length);
				for (const { question, questions, asked: times, wanted, languages, lastAskedAt } of gaps) {
					expect(questions).toContain(question);
					expect(times).toBeGreaterThanOrEqual(questions.length);
					expect(wanted).toBeLessThanOrEqual(3);
					expect(new Set(languages).size).toBe(languages.length);
					expect(drawn.some(({ askedAt }) => askedAt === lastAskedAt)).toBe(true);
				}
				const order = gaps.map((gap) => gap.asked);
				expect(order).toEqual([...order].sort((a, b) => b - a));
			}),
			{ numRuns: 100 },
		);
	});

	it('counts one wording whatever its case, accents, order and marks, under its newest form', async () => {
		const gaps = findGaps(
			await questionsOf(hashingModels(), [
				{ text: 'Chợ Kỳ Sơn ở đâu?', askedAt: 5, wantedBy: ['ann', 'ben'] },
				{ text: 'cho ky son o dau', askedAt: 9, wantedBy: ['ben'] },
			]),
		);
		expect(gaps).toMatchObject([
			{ question: 'cho ky son o dau', questions: ['cho ky son o dau'], asked: 2, wanted: 2, lastAskedAt: 9 },
		]);
	});

	describe('with the embedded model', { timeout: 60_000 }, () => {
		let models: OpenModels;
		beforeAll(async () => {
			models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
		}, 60_000);
		afterAll(() => models.close());

		it('gathers paraphrases and translations, and parts different questions', async () => {
			const gaps = findGaps(
				await questionsOf(models, [
					{ text: 'When does the library open?' },
					{ text: 'What are the opening hours of the library?' },
					{ text: 'library opening time' },
					{ text: 'Who is the mayor of Lindenau?' },
					{ text: 'Wer ist Bürgermeister von Lindenau?' },
					{ text: 'Is there a ferry on Sundays?' },
					{ text: 'How much is the ferry ticket?' },
				]),
			);
			expect(gaps.map(({ questions }) => questions)).toEqual([
				['library opening time', 'What are the opening hours of the library?', 'When does the library open?'],
				['Wer ist Bürgermeister von Lindenau?', 'Who is the mayor of Lindenau?'],
				['How much is the ferry ticket?'],
				['Is there a ferry on Sundays?'],
			]);
			expect(new Set(gaps[1]?.languages)).toEqual(new Set(['en', 'de']));
		});
	});
});
