import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf, standardise } from '../../index/spread.js';

const PRIOR = { mean: 0.2, deviation: 0.1 };

describe('spreadOf', () => {
	it('is the prior where there are no values', () => {
		expect(spreadOf([], PRIOR, 16)).toEqual({
			mean: expect.closeTo(0.2, 12) as number,
			deviation: expect.closeTo(0.1, 12) as number,
		});
	});

	it('weighs values and prior by their numbers', () => {
		// mean (2 · 0.2 + 0.5 + 0.9) / 4; squares 2 · 0.01 + 0.05² + 0.45²
		const { mean, deviation } = spreadOf([0.5, 0.9], PRIOR, 2);
		expect(mean).toBeCloseTo(0.45, 12);
		expect(deviation).toBeCloseTo(Math.sqrt((0.02 + 0.0025 + 0.2025) / 4), 12);
	});

	it('forgets the prior as values come in', () => {
		const values = Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 4 : 6));
		const { mean, deviation } = spreadOf(values, PRIOR, 16);
		expect(mean).toBeCloseTo(5, 2);
		expect(deviation).toBeCloseTo(1, 2);
	});

	it('has a positive deviation even where all values are equal', () => {
		fc.assert(
			fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 0, max: 500 }), (value, count) => {
				expect(
					spreadOf(
						Array.from({ length: count }, () => value),
						PRIOR,
						16,
					).deviation,
				).toBeGreaterThan(0);
			}),
		);
	});
});

describe('standardise', () => {
	it('counts deviations above the mean', () => {
		expect(standardise(0.5, PRIOR)).toBeCloseTo(3, 12);
		expect(standardise(0.1, PRIOR)).toBeCloseTo(-1, 12);
	});
});
