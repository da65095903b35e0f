import { describe, expect, it } from 'vitest';
import type { LanguagePair } from '../../../cli/evaluation/answers-pairs.js';
import { evaluateSquadAnswers } from '../../../cli/evaluation/answers-squad.js';
import type { SquadArticles } from '../../../cli/evaluation/squad.js';
import { hashingModels } from '../../support/hashing-encoder.js';

const PLACES = ['Ormond', 'Tamara', 'Valmoudre', 'Lindenau', 'Kaeo', 'Ancoraya'];
const within = (...languages: string[]): LanguagePair[] =>
	languages.map((language) => ({ asked: language, articles: language }));
const silent = () => undefined;

/** One article for each place, and one question about each in the words of the sentence that answers. */
function setOf(language: string, places: readonly string[] = PLACES): SquadArticles {
	return {
		language,
		articles: places.map((place, i) => {
			const context = `Nobody counts the clouds. The ${place} register held ${1000 + i} households. It rained.`;
			return {
				paragraphs: [
					{
						context,
						qas: [
							{
								id: place,
								question: `How many households did the ${place} register hold?`,
								answers: [{ text: String(1000 + i), answer_start: context.indexOf(String(1000 + i)) }],
								is_impossible: false,
							},
						],
					},
				],
			};
		}),
	};
}

/** The set with other answers, or none, to its first question. */
function withFirst(set: SquadArticles, change: Partial<SquadArticles['articles'][0]['paragraphs'][0]['qas'][0]>) {
	const [first, ...others] = set.articles;
	const paragraphs = (first?.paragraphs ?? []).map(({ context, qas }) => ({
		context,
		qas: qas.map((question) => ({ ...question, ...change })),
	}));
	return { ...set, articles: [{ paragraphs }, ...others] };
}

describe('evaluateSquadAnswers', () => {
	it('asks every question of all the articles, of the half with its article and of the other', async () => {
		const seen: number[] = [];
		const report = await evaluateSquadAnswers(hashingModels(), [setOf('en')], {
			pairs: within('en'),
			onProgress: (done, total) => seen.push(done / total),
		});
		expect(report.pairs).toHaveLength(1);
		expect(report.pairs[0]).toMatchObject({
			asked: 'en',
			articles: 'en',
			questions: 6,
			rankedFirst: 1,
			calibration: { questions: { answerable: 6, unanswerable: 6 } },
		});
		expect(report).toMatchObject({
			measured: 'answers',
			model: 'hashing@1',
			unplaced: 0,
			articles: { en: 6 },
			across: null,
		});
		expect(report.within).toEqual({ ...report.within, ...figuresOf(report.pairs[0]!) });
		expect(report.quotesVerified).toBeGreaterThanOrEqual(3 * 6);
		expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((n) => n / 6));
	});

	it('takes an answer of the half without the article for wrong', async () => {
		const { within: figures } = await evaluateSquadAnswers(hashingModels(), [setOf('en')], {
			pairs: within('en'),
			onProgress: silent,
		});
		const right = figures!.calibration!.bins.reduce(
			(sum, { count, accuracy }) => sum + (count > 0 ? count * accuracy : 0),
			0,
		);
		expect(right).toBe(6);
	});

	it('takes the same words at another place for wrong', async () => {
		const set = setOf('en');
		const context = `${set.articles[0]!.paragraphs[0]!.context} Later 1000 gulls came.`;
		const moved = { answers: [{ text: '1000', answer_start: context.lastIndexOf('1000') }] };
		const [first, ...others] = withFirst(set, moved).articles;
		const article = { paragraphs: [{ context, qas: first!.paragraphs[0]!.qas }] };
		const report = await evaluateSquadAnswers(hashingModels(), [{ ...set, articles: [article, ...others] }], {
			pairs: within('en'),
			onProgress: silent,
		});
		expect(report.unplaced).toBe(0);
		expect(report.within!.rankedFirst).toBeCloseTo(5 / 6);
	});

	it('does not ask what it does not know the answer of, and says so', async () => {
		const lost = withFirst(setOf('en'), { answers: [{ text: '1000', answer_start: 2 }] });
		const report = await evaluateSquadAnswers(hashingModels(), [lost], { pairs: within('en'), onProgress: silent });
		expect(report).toMatchObject({
			unplaced: 1,
			within: { questions: 5, calibration: { questions: { answerable: 5, unanswerable: 5 } } },
		});
	});

	it('takes a question that its paragraph does not answer for unanswerable, whatever it is asked of', async () => {
		const impossible = withFirst(setOf('en'), { answers: [], is_impossible: true });
		const report = await evaluateSquadAnswers(hashingModels(), [impossible], {
			pairs: within('en'),
			onProgress: silent,
		});
		expect(report.within).toMatchObject({
			questions: 5,
			calibration: { questions: { answerable: 5, unanswerable: 7 } },
		});
	});

	it('asks in one language of articles in another, by the id of the question', async () => {
		const french = withFirst(setOf('fr', ['Ormond', 'Tamara', 'Nowhere']), { question: 'Ormond?' });
		const report = await evaluateSquadAnswers(hashingModels(), [setOf('en'), french], {
			pairs: [...within('en'), { asked: 'fr', articles: 'en' }],
			onProgress: silent,
		});
		expect(report.pairs.map(({ asked, articles, questions }) => [asked, articles, questions])).toEqual([
			['en', 'en', 6],
			['fr', 'en', 2],
		]);
		expect(report.across).toMatchObject({
			questions: 2,
			rankedFirst: 1,
			calibration: { questions: { answerable: 2, unanswerable: 2 } },
		});
		expect(report.articles).toEqual({ en: 6, fr: 3 });
	});

	it('pools all languages, and gives the same figures each time', async () => {
		const run = () =>
			evaluateSquadAnswers(hashingModels(), [setOf('en'), setOf('de')], {
				pairs: within('en', 'de'),
				questions: 4,
				onProgress: silent,
			});
		const [first, second] = [await run(), await run()];
		expect(first.within).toMatchObject({
			questions: 8,
			calibration: { questions: { answerable: 8, unanswerable: 8 } },
		});
		expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
	});

	it('says nothing of confidence where there is one article', async () => {
		const report = await evaluateSquadAnswers(hashingModels(), [setOf('en', ['Ormond'])], {
			pairs: within('en'),
			onProgress: silent,
		});
		expect(report.within).toMatchObject({ questions: 1, rankedFirst: 1, calibration: null });
	});

	it('refuses a language that it has no questions of', async () => {
		const run = evaluateSquadAnswers(hashingModels(), [setOf('en')], { pairs: within('th'), onProgress: silent });
		await expect(run).rejects.toThrow('No questions in "th": there are en');
	});
});

function figuresOf(pair: object): object {
	return Object.fromEntries(Object.entries(pair).filter(([key]) => key !== 'asked' && key !== 'articles'));
}
