import { afterAll, describe, expect, it } from 'vitest';
import { evaluatePairs } from '../../../cli/evaluation/pairs.js';
import { evaluatePool } from '../../../cli/evaluation/pool.js';
import type { QuestionSet } from '../../../cli/evaluation/question-set.js';
import { evaluateSentences } from '../../../cli/evaluation/sentences.js';
import { hashingModels } from '../../support/hashing-encoder.js';

const models = hashingModels({ dimension: 128 });
afterAll(() => models.encoder.close());

/** A model that knows words alone finds right passages in the other language by `salt` and `rice`; some wrong English ones are nearer. */
const ENGLISH: QuestionSet = {
	language: 'en',
	passages: ['the boat brings salt', 'where is the boat', 'rice grows here', 'where is the rice'],
	questions: [
		{ id: 'boat', text: 'where is the boat with salt', passage: 0 },
		{ id: 'rice', text: 'rice grows', passage: 2 },
	],
};
const FRENCH: QuestionSet = {
	language: 'fr',
	passages: ['le bateau apporte du sel salt', 'une route', 'riz rice', 'un pont'],
	questions: [
		{ id: 'boat', text: 'bateau salt', passage: 0 },
		{ id: 'rice', text: 'riz rice', passage: 2 },
	],
};
const SETS = [ENGLISH, FRENCH];

describe('evaluatePool', () => {
	it('tells how often a right passage is first, and how much those of the own language crowd it out', async () => {
		const seen: number[] = [];
		const report = await evaluatePool(models, SETS, (done) => seen.push(done));
		expect(report).toMatchObject({ measured: 'pool', languages: ['en', 'fr'], questions: 2, passages: 8 });
		expect(seen.at(-1)).toBe(4);
		expect(report.byLanguage.fr).toEqual({
			first: 1,
			denseFirst: 1,
			fairness: 1,
			denseFairness: 1,
			distracted: 1,
			undistracted: 1,
		});
		// "where is the boat" comes before the boat that brings salt, in either way of ranking
		expect(report.byLanguage.en).toMatchObject({ first: 0.5, denseFirst: 0.5 });
		// Without the right English passages, the boat's French one is third, 1 / log2(4), behind the two with "where is the",
		// and the rice's is first. Without any English passage both are first.
		expect(report.byLanguage.en).toMatchObject({ distracted: 0.75, undistracted: 1, fairness: 0.75 });
		// by vectors alone the rice's is second, behind "where is the rice"; the boat's is third again
		expect(report.byLanguage.en?.denseFairness).toBeCloseTo((1 / 2 + 1 / Math.log2(3)) / 2, 10);
		expect(report).toMatchObject({
			first: 0.75,
			denseFirst: 0.75,
			distracted: 0.875,
			undistracted: 1,
			fairness: 0.875,
		});
	});

	it('leaves out of the fairness what no other language answers', async () => {
		const alone = { ...FRENCH, questions: [{ id: 'bridge', text: 'un pont', passage: 3 }] };
		const report = await evaluatePool(models, [ENGLISH, FRENCH, { ...alone, language: 'it' }], () => undefined);
		expect(report.byLanguage.it).toMatchObject({ fairness: Number.NaN, distracted: Number.NaN });
		expect(report.byLanguage.it?.first).not.toBeNaN();
		expect(report.fairness).not.toBeNaN();
	});

	it('is fair where nothing in the own language is near', async () => {
		const bare = SETS.map((set) => ({
			...set,
			passages: set.passages.map((text, i) => (i % 2 === 0 ? text : `${i}`)),
		}));
		const report = await evaluatePool(models, bare, () => undefined);
		expect(report).toMatchObject({ first: 1, denseFirst: 1 });
		expect(report.byLanguage.fr?.fairness).toBeCloseTo(1, 10);
	});
});

describe('evaluateSentences', () => {
	it('ranks all of them, and takes right ones of every language', async () => {
		const report = await evaluateSentences(models, SETS, () => undefined);
		expect(report).toMatchObject({ measured: 'sentences', questions: 2, passages: 8 });
		// the two boats are first and second; "rice grows here" comes third, behind the other English passage with rice
		expect(report.byLanguage.fr?.denseMap).toBeCloseTo((1 + (1 + 2 / 3) / 2) / 2, 10);
		expect(report.byLanguage.fr?.map).toBe(1);
		// over all questions alike
		expect(report.denseMap).toBeCloseTo(
			((report.byLanguage.en?.denseMap ?? 0) + (report.byLanguage.fr?.denseMap ?? 0)) / 2,
			10,
		);
	});

	it('is 1 where every right sentence stands above every wrong one', async () => {
		const sets = ['en', 'fr'].map((language) => ({
			language,
			passages: ['salt boat', 'nothing here', 'rice field'],
			questions: [
				{ id: 'boat', text: 'salt boat', passage: 0 },
				{ id: 'rice', text: 'rice field', passage: 2 },
			],
		}));
		expect(await evaluateSentences(models, sets, () => undefined)).toMatchObject({ map: 1, denseMap: 1 });
	});

	it('counts as wrong a sentence that equals the right one', async () => {
		const set = {
			language: 'en',
			passages: ['salt boat', 'salt boat'],
			questions: [{ id: 'boat', text: 'salt boat', passage: 1 }],
		};
		expect(await evaluateSentences(models, [set], () => undefined)).toMatchObject({ denseMap: 0.5 });
	});
});

describe('evaluatePairs', () => {
	it('asks each language of each, and nothing that has no passage there', async () => {
		const [boat] = FRENCH.questions;
		const done: number[] = [];
		const report = await evaluatePairs(
			models,
			[ENGLISH, { ...FRENCH, questions: [boat!] }],
			{ withoutAccents: false },
			(pairs) => done.push(pairs),
		);
		expect(done).toEqual([1, 2, 3, 4]);
		expect(report['ndcg@10'].fr).toMatchObject({ fr: 1 });
		expect(report['ndcg@10'].en?.fr).toBe(1);
		expect(report.dense.en?.fr).toBe(1);
		expect(report).not.toHaveProperty('accents');
	});

	it('asks without accents as well, and says what is left', async () => {
		const set: QuestionSet = {
			language: 'vi',
			passages: ['muối', 'muoi', 'gạo trên núi'],
			questions: [
				{ id: 'salt', text: 'muối', passage: 0 },
				{ id: 'rice', text: 'gạo trên núi', passage: 2 },
			],
		};
		const { accents, within } = await evaluatePairs(models, [set], { withoutAccents: true }, () => undefined);
		expect(within).toBe(1);
		// "muoi" is another passage's very word, so that the right one is second; folded words find the rice
		const left = (1 / Math.log2(3) + 1) / 2;
		expect(accents).toMatchObject({ vi: { changed: 1, shareAcross: Number.NaN } });
		expect(accents?.vi?.['ndcg@10']).toBeCloseTo(left, 10);
		expect(accents?.vi?.share).toBeCloseTo(left, 10);
	});
});
