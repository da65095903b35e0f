import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision, meanOf, ndcgAt, percentile, recallAt, reciprocalRankAt } from '../../index/metrics.js';

const anyRank = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constant(Infinity));

describe('ndcgAt', () => {
	it.each([
		[1, 1],
		[2, 0.63093],
		[3, 0.5],
		[7, 0.33333],
		[10, 0.28906],
		[11, 0],
		[Infinity, 0],
	])('gives a relevant passage at rank %d a gain of %d', (rank, gain) => {
		expect(ndcgAt(10, rank)).toBeCloseTo(gain, 5);
	});
});

describe('recallAt', () => {
	it.each([
		[1, 1, 1],
		[1, 2, 0],
		[10, 10, 1],
		[10, 11, 0],
		[10, Infinity, 0],
	])('at %d of rank %d is %d', (k, rank, recall) => {
		expect(recallAt(k, rank)).toBe(recall);
	});
});

describe('reciprocalRankAt', () => {
	it.each([
		[1, 1],
		[4, 0.25],
		[10, 0.1],
		[11, 0],
		[Infinity, 0],
	])('at ten of rank %d is %d', (rank, value) => {
		expect(reciprocalRankAt(10, rank)).toBe(value);
	});
});

describe('measures of one rank', () => {
	it('lie in [0, 1], fall with the rank, and keep the order reciprocal rank ≤ nDCG ≤ recall', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 100 }), anyRank, anyRank, (k, a, b) => {
				for (const measure of [ndcgAt, recallAt, reciprocalRankAt]) {
					expect(measure(k, Math.min(a, b))).toBeGreaterThanOrEqual(measure(k, Math.max(a, b)));
				}
				expect(reciprocalRankAt(k, a)).toBeGreaterThanOrEqual(0);
				expect(reciprocalRankAt(k, a)).toBeLessThanOrEqual(ndcgAt(k, a));
				expect(ndcgAt(k, a)).toBeLessThanOrEqual(recallAt(k, a));
			}),
		);
	});
});

describe('averagePrecision', () => {
	it.each([
		['one at the top', [1], 1],
		['one at rank 4', [4], 1 / 4],
		// (1/1 + 2/3 + 3/5) / 3
		['ranks 1, 3 and 5', [1, 3, 5], 34 / 45],
		['the same in any order', [5, 1, 3], 34 / 45],
		// (1/2 + 0) / 2
		['one at rank 2 and one that is not found', [Infinity, 2], 1 / 4],
		['nothing found', [Infinity, Infinity], 0],
	])('is as worked out by hand: %s', (_, ranks, value) => {
		expect(averagePrecision(ranks)).toBeCloseTo(value, 10);
	});

	it('is NaN of nothing relevant', () => {
		expect(averagePrecision([])).toBeNaN();
	});

	it('is the area that adding up precision over the whole ranking gives', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (isRelevant) => {
				fc.pre(isRelevant.includes(true));
				const ranks = isRelevant.flatMap((relevant, i) => (relevant ? [i + 1] : []));
				let [found, sum] = [0, 0];
				for (const [i, relevant] of isRelevant.entries()) {
					if (relevant) sum += ++found / (i + 1);
				}
				expect(averagePrecision(ranks)).toBeCloseTo(sum / found, 10);
			}),
		);
	});

	it('of one relevant passage is its reciprocal rank', () => {
		fc.assert(
			fc.property(anyRank, (rank) => {
				expect(averagePrecision([rank])).toBe(reciprocalRankAt(Number.MAX_SAFE_INTEGER, rank));
			}),
		);
	});
});

describe('percentile', () => {
	it('takes the nearest rank, whatever the order', () => {
		const values = [15, 50, 20, 40, 35];
		expect([0, 0.05, 0.3, 0.4, 0.5, 1].map((p) => percentile(values, p))).toEqual([15, 15, 20, 20, 35, 50]);
		expect(values).toEqual([15, 50, 20, 40, 35]);
	});

	it('compares numbers as numbers', () => {
		expect(percentile([9, 10, 100], 0.95)).toBe(100);
	});

	it('is NaN of nothing, as the mean is', () => {
		expect(percentile([], 0.5)).toBeNaN();
		expect(meanOf([])).toBeNaN();
	});
});

describe('meanOf', () => {
	it('adds up and divides', () => {
		expect(meanOf([1, 2, 6])).toBe(3);
	});
});
