import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centralityOf, chooseCentral, openingWeights } from '../../../answers/summary/central.js';
import { wordCount } from '../../../answers/summary/content-words.js';
import { encodeUnits, type Unit } from '../../../answers/summary/units.js';
import { openModels, type OpenModels } from '../../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../../bot/config.js';
import { toEmbedding } from '../../../embeddings/encoder.js';
import { hashingModels } from '../../support/hashing-encoder.js';

const unitsOf = (texts: readonly string[]) => encodeUnits(hashingModels(), texts);

/** A unit that says these words, and means this. */
function unit(words: string, ...meaning: readonly number[]): Unit {
	const embedding = toEmbedding(Float32Array.from(meaning));
	return { text: words, language: 'en', embedding, words: words.split(' ') };
}

/** Five messages on one bridge, one on something else, and one that says nothing. */
const BRIDGE = [
	'Has anybody heard when the Nakham bridge opens again?',
	'The Nakham bridge opens again on Monday, the district says.',
	'hello all',
	'Trucks must wait until the Nakham bridge is inspected.',
	'My cat ate a sandwich this morning.',
	'The inspection of the bridge takes two days.',
	'The Nakham bridge opens on Monday then.',
];

describe('centralityOf', () => {
	it('finds what the talk is about, and neither greetings nor what nobody takes up', async () => {
		const scores = centralityOf(await unitsOf(BRIDGE));
		const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
		expect(order.slice(0, 3).sort()).toEqual([0, 1, 6]);
		expect(order.slice(-2).sort()).toEqual([2, 4]);
	});

	it('goes by words where all mean alike, and by meaning where no word is said twice', () => {
		const even = [1, 1, 1];
		const byWords = centralityOf([unit('cat', 1), unit('ferry', 1), unit('ferry', 1)], even);
		expect(byWords[0]).toBeLessThan(byWords[1]!);
		const byMeaning = centralityOf([unit('cat', 0, 1), unit('ferry', 1, 0), unit('bateau', 1, 0.1)], even);
		expect(byMeaning[0]).toBeLessThan(byMeaning[1]!);
	});

	it('lets what is said first count more, and what weighs nothing not at all', async () => {
		const texts = ['The mill grinds maize.', 'The school lends tents.'];
		const first = centralityOf(await unitsOf(texts));
		expect(first[0]).toBeGreaterThan(first[1]!);
		const second = centralityOf(await unitsOf(texts), [0, 1]);
		expect(second[1]).toBeGreaterThan(second[0]!);
	});

	it('is in [0, 1], one for each unit, whatever they say', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), async (texts) => {
				const scores = centralityOf(await unitsOf(texts));
				expect(scores).toHaveLength(texts.length);
				for (const score of scores) expect(score >= 0 && score <= 1 + 1e-9).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('openingWeights', () => {
	it('falls, and is never nothing', () => {
		const weights = [...openingWeights(50)];
		expect(weights[0]).toBe(1);
		expect(weights[2]).toBeCloseTo(0.5);
		expect(weights).toEqual(weights.toSorted((a, b) => b - a));
		expect(weights.at(-1)).toBeGreaterThan(0.1);
	});
});

describe('chooseCentral', () => {
	it('says nothing twice', async () => {
		const units = await unitsOf([
			'The ferry lands at the salt pier.',
			'The ferry lands at the salt pier!',
			'The mill grinds maize on Fridays.',
		]);
		expect(chooseCentral(units, [1, 0.9, 0.5], { most: 2 })).toEqual([0, 2]);
	});

	it('says nothing twice in other words', () => {
		const units = [unit('ferry', 1, 0), unit('bateau', 1, 0), unit('mill', 0, 1)];
		expect(chooseCentral(units, [1, 0.9, 0.6], { most: 3 })).toEqual([0, 2, 1]);
	});

	it('prefers somebody else who says nearly as much', async () => {
		const units = await unitsOf(['Red kites fly.', 'Blue boats sail.', 'Green frogs jump.']);
		const scores = [1, 0.9, 0.85];
		expect(chooseCentral(units, scores, { most: 2 })).toEqual([0, 1]);
		expect(chooseCentral(units, scores, { most: 2, voices: ['ann', 'ann', 'bob'] })).toEqual([0, 2]);
	});

	it('passes over what would lead away from the budget, and takes the shortest where all would', async () => {
		const units = await unitsOf(['One two three four five six seven eight.', 'One two three.', 'Nine ten.']);
		expect(chooseCentral(units, [1, 0.5, 0.4], { wordBudget: 4 })).toEqual([1]);
		expect(chooseCentral(units, [1, 0.5, 0.4], { wordBudget: 5 })).toEqual([0]);
		expect(chooseCentral(units, [1, 0.5, 0.4], { wordBudget: 0.5 })).toEqual([2]);
		expect(chooseCentral(units, [1, 0.5, 0.4], { wordBudget: 5, lengths: [20, 3, 2] })).toEqual([1, 2]);
	});

	it('gives different indices, as many as are wanted and there are, and keeps to the budget', async () => {
		const words = fc.array(fc.constantFrom('ferry', 'mill', 'cat', 'bridge', 'ສະພານ', '桥梁', 'เรือ'), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(
				fc.array(words, { maxLength: 10 }),
				fc.nat({ max: 12 }),
				fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
				async (talk, most, wordBudget) => {
					const units = await unitsOf(talk.map((said) => said.join(' ')));
					const wanted = { most, ...(wordBudget !== undefined && { wordBudget }) };
					const chosen = chooseCentral(units, centralityOf(units), wanted);
					expect(new Set(chosen).size).toBe(chosen.length);
					if (wordBudget === undefined) expect(chosen.length).toBe(Math.min(most, units.length));
					else {
						const lengths = chosen.map((i) => wordCount(units[i]!.text));
						const sum = lengths.reduce((total, length) => total + length, 0);
						// the last one may cross the line, but by no more than it was short of it
						if (chosen.length > 1) expect(sum - wordBudget).toBeLessThan(wordBudget);
						expect(chosen.length).toBeGreaterThanOrEqual(Math.min(1, units.length, most));
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('with the embedded model', { timeout: 120_000 }, () => {
	let models: OpenModels;
	beforeAll(async () => {
		models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
	}, 120_000);
	afterAll(() => models.close());

	it('finds what a talk in several languages is about', async () => {
		const units = await encodeUnits(models, [
			'The bridge over the river will be closed for repairs next week.',
			'Le pont sur la rivière sera fermé pour des travaux la semaine prochaine.',
			'Cầu qua sông sẽ đóng cửa để sửa chữa vào tuần tới.',
			'สะพานข้ามแม่น้ำจะปิดซ่อมสัปดาห์หน้า',
			'下周河上的桥将关闭维修。',
			'J’ai mangé une pizza hier soir.',
			'ฉันชอบแมว',
		]);
		const scores = centralityOf(
			units,
			units.map(() => 1),
		);
		const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
		expect(order.slice(-2).sort()).toEqual([5, 6]);
	});
});
