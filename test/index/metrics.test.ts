import { describe, expect, it } from 'vitest';
import { meanOf, ndcgAt, percentile } from '../../index/metrics.js';

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
