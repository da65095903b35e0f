import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance, standardise } from '../../index/spread.js';

const EXPECTED = { mean: 0.2, deviation: 0.1 };

function chanceOf(values: readonly number[], weight = 16): Chance {
	const chance = new Chance(EXPECTED, weight);
	for (const value of values) chance.see(value);
	return chance;
}

const score = fc.double({ min: -1, max: 1, noNaN: true });

describe('Chance', () => {
	it('is what was expected where nothing was seen', () => {
		const { mean, deviation } = chanceOf([]).spread();
		expect(mean).toBeCloseTo(0.2, 12);
		expect(deviation).toBeCloseTo(0.1, 12);
	});

	it('weighs what was seen and what was expected by their numbers', () => {
		// mean (2 · 0.2 + 0.5 + 0.9) / 4; squares 2 · 0.01 + 0.05² + 0.45²
		const { mean, deviation } = chanceOf([0.5, 0.9], 2).spread();
		expect(mean).toBeCloseTo(0.45, 12);
		expect(deviation).toBeCloseTo(Math.sqrt((0.02 + 0.0025 + 0.2025) / 4), 12);
	});

	it('forgets what was expected as values come in', () => {
		const { mean, deviation } = chanceOf(Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 4 : 6))).spread();
		expect(mean).toBeCloseTo(5, 2);
		expect(deviation).toBeCloseTo(1, 2);
	});

	it('has a positive deviation even where all values are equal', () => {
		fc.assert(
			fc.property(score, fc.integer({ min: 0, max: 500 }), (value, count) => {
				expect(chanceOf(Array.from({ length: count }, () => value)).spread().deviation).toBeGreaterThan(0);
			}),
		);
	});

	it('without a value is as if that had not been seen', () => {
		fc.assert(
			fc.property(fc.array(score, { maxLength: 40 }), score, (others, value) => {
				const { mean, deviation } = chanceOf([...others, value]).spread(value);
				const expected = chanceOf(others).spread();
				expect(mean).toBeCloseTo(expected.mean, 10);
				expect(deviation).toBeCloseTo(expected.deviation, 10);
			}),
		);
	});
});

describe('standardise', () => {
	it('counts deviations above the mean', () => {
		expect(standardise(0.5, EXPECTED)).toBeCloseTo(3, 12);
		expect(standardise(0.1, EXPECTED)).toBeCloseTo(-1, 12);
	});
});
