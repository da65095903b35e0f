import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency, K1, lengthNorm, saturation } from '../../index/bm25.js';

describe('inverseDocumentFrequency', () => {
	it('is that of Robertson and Zaragoza with one added in the logarithm', () => {
		// ln(1 + 7.5 / 3.5), ln(1 + 0.5 / 10.5)
		expect(inverseDocumentFrequency(10, 3)).toBeCloseTo(1.145132, 6);
		expect(inverseDocumentFrequency(10, 10)).toBeCloseTo(0.04652, 5);
	});

	it('is positive even for a term of every document, and greater for a rarer term', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (documents, share) => {
				const frequency = share * documents;
				expect(inverseDocumentFrequency(documents, frequency)).toBeGreaterThan(0);
				expect(inverseDocumentFrequency(documents, frequency)).toBeLessThanOrEqual(
					inverseDocumentFrequency(documents, frequency / 2),
				);
			}),
		);
	});
});

describe('saturation', () => {
	it('is 0 without the term, grows with it, and stays below K1 + 1', () => {
		const values = [0, 1, 2, 10, 255].map((frequency) => saturation(frequency, K1));
		expect(values[0]).toBe(0);
		expect(values[1]).toBe(1);
		expect(values).toEqual([...values].sort((a, b) => a - b));
		expect(values.at(-1)).toBeLessThan(K1 + 1);
	});
});

describe('lengthNorm', () => {
	it('is K1 at the mean length, a quarter of it for an empty text', () => {
		expect(lengthNorm(80, 80)).toBeCloseTo(1.2, 10);
		expect(lengthNorm(0, 80)).toBeCloseTo(0.3, 10);
		expect(lengthNorm(160, 80)).toBeCloseTo(2.1, 10);
	});
});
