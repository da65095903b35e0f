import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../articles/document.js';
import { splitPassages } from '../../articles/passages.js';

/** Sentence `i` stands at `[10 i, 10 i + 9)`. */
function sentencesOf(count: number): Span[] {
	return Array.from({ length: count }, (_, i) => ({ start: 10 * i, end: 10 * i + 9 }));
}

/** The passages as positions of their sentences. */
function positions(tokenCounts: readonly number[], maxTokens: number, overlap: 0 | 1 = 1): number[][] {
	return splitPassages(sentencesOf(tokenCounts.length), tokenCounts, { maxTokens, overlap }).map(({ sentences }) =>
		sentences.map(({ start }) => start / 10),
	);
}

const cases = fc.record({
	tokenCounts: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }),
	maxTokens: fc.integer({ min: 1, max: 100 }),
	overlap: fc.constantFrom(0 as const, 1 as const),
});

describe('splitPassages', () => {
	it('takes sentences while they fit, and shares one with the next passage', () => {
		expect(positions([10, 10, 10, 10, 10], 30)).toEqual([
			[0, 1, 2],
			[2, 3, 4],
		]);
	});

	it('shares none where a shared sentence leaves no room', () => {
		expect(positions([10, 25, 10, 10], 30)).toEqual([[0], [1], [2, 3]]);
	});

	it('gives a sentence over the limit a passage of its own', () => {
		expect(positions([10, 99, 10], 30)).toEqual([[0], [1], [2]]);
	});

	it('does not end in a tiny passage', () => {
		expect(positions([10, 10, 10, 10, 10, 10, 2], 60)).toEqual([
			[0, 1, 2, 3],
			[3, 4, 5, 6],
		]);
	});

	it('spans from the first sentence to the last', () => {
		const [passage] = splitPassages(sentencesOf(3), [1, 1, 1], { maxTokens: 9 });
		expect(passage?.span).toEqual({ start: 0, end: 29 });
	});

	it('gives no passage for no sentence', () => {
		expect(positions([], 30)).toEqual([]);
	});

	it('refuses counts that do not match, and a limit below 1', () => {
		expect(() => splitPassages(sentencesOf(2), [1], { maxTokens: 9 })).toThrow(RangeError);
		expect(() => splitPassages([], [], { maxTokens: 0 })).toThrow(RangeError);
	});

	it('holds every sentence, in order, whole; neighbours share at most the overlap', () => {
		fc.assert(
			fc.property(cases, ({ tokenCounts, maxTokens, overlap }) => {
				const passages = positions(tokenCounts, maxTokens, overlap);
				let next = 0;
				for (const passage of passages) {
					const first = passage[0] ?? Number.NaN;
					expect(passage).toEqual(Array.from(passage, (_, i) => first + i));
					expect(next - first).toBeGreaterThanOrEqual(0);
					expect(next - first).toBeLessThanOrEqual(overlap);
					expect(first + passage.length).toBeGreaterThan(next);
					next = first + passage.length;
				}
				expect(next).toBe(tokenCounts.length);
			}),
		);
	});

	it('keeps to the limit, single sentences excepted', () => {
		fc.assert(
			fc.property(cases, ({ tokenCounts, maxTokens, overlap }) => {
				for (const passage of positions(tokenCounts, maxTokens, overlap)) {
					if (passage.length === 1) continue;
					expect(passage.reduce((tokens, i) => tokens + (tokenCounts[i] ?? 0), 0)).toBeLessThanOrEqual(maxTokens);
				}
			}),
		);
	});
});
