import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Neighbours } from '../../embeddings/neighbours.js';
import { termOfWord, termsOfWord, tokenGroups, wordGroups } from '../../index/structured-query.js';

/** Token t is near t + 1 to t + 40, ever less. */
const neighbours: Neighbours = {
	of: (token) => Array.from({ length: 41 }, (_, i) => ({ token: token + i, cosine: 1 - i / 50 })),
};

describe('tokenGroups', () => {
	it('makes one group of each distinct token, in the order of the question', () => {
		const groups = tokenGroups(Uint32Array.of(700, 100, 700), neighbours, () => true);
		expect(groups.map(({ terms }) => terms[0]?.term)).toEqual([700, 100]);
	});

	it('weighs neighbours by the softmax of their cosines', () => {
		const [group] = tokenGroups(Uint32Array.of(1), neighbours, (term) => term <= 2);
		// exp(-0.02 / 0.12) to 1
		const near = Math.exp(-1 / 6);
		expect(group?.terms).toEqual([
			{ term: 1, weight: expect.closeTo(1 / (1 + near), 10) as number },
			{ term: 2, weight: expect.closeTo(near / (1 + near), 10) as number },
		]);
	});

	it('leaves out what stands in no passage, and is empty where nothing stands', () => {
		expect(tokenGroups(Uint32Array.of(1), neighbours, (term) => term === 5)).toEqual([
			{ terms: [{ term: 5, weight: 1 }] },
		]);
		expect(tokenGroups(Uint32Array.of(1), neighbours, () => false)).toEqual([{ terms: [] }]);
	});

	it('takes the twenty nearest, with weights that fall and sum to 1', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 2, max: 7 }), (token, step) => {
				const [group] = tokenGroups(Uint32Array.of(token), neighbours, (term) => term % step === 0);
				const weights = group?.terms.map(({ weight }) => weight) ?? [];
				expect(weights.length).toBeLessThanOrEqual(20);
				expect(weights).toEqual([...weights].sort((a, b) => b - a));
				expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
			}),
		);
	});
});

describe('wordGroups', () => {
	it('makes one group of each distinct word', () => {
		expect(wordGroups(['ky', 'son', 'ky'])).toMatchObject([
			{ terms: [{ term: termOfWord('ky'), weight: 1 }] },
			{ terms: [{ term: termOfWord('son'), weight: 1 }] },
		]);
	});
});

describe('termsOfWord', () => {
	it('has forms of one long word in common, and short words and numbers for themselves alone', () => {
		const shared = (one: string, other: string) =>
			termsOfWord(one).filter((term) => termsOfWord(other).includes(term)).length;
		expect(shared('kooperatifin', 'kooperatifleri')).toBe(1);
		expect(shared('kooperatif', 'kooperatif')).toBe(2);
		expect(shared('koope', 'kooperatif')).toBe(0);
		expect(shared('209264', '209265')).toBe(0);
		expect(shared('209264.5', '209264')).toBe(0);
	});

	it('finds a text that has the word itself before one that has another form of it', () => {
		const [group] = wordGroups(['kooperatif']);
		const found = (word: string) =>
			(group?.terms ?? []).reduce((sum, { term, weight }) => sum + (termsOfWord(word).includes(term) ? weight : 0), 0);
		expect(found('kooperatif')).toBeCloseTo(1, 10);
		expect(found('kooperatifin')).toBeGreaterThan(0);
		expect(found('kooperatifin')).toBeLessThan(1);
		expect(found('koordinat')).toBe(0);
	});
});

describe('termOfWord', () => {
	it('stands above every token of sixteen bits, and fits thirty-two', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (word) => {
				const term = termOfWord(word);
				expect(Number.isInteger(term)).toBe(true);
				expect(term).toBeGreaterThanOrEqual(65_536);
				expect(term).toBeLessThan(2 ** 32);
			}),
		);
	});

	it('tells a thousand numbers apart', () => {
		expect(new Set(Array.from({ length: 1000 }, (_, i) => termOfWord(String(i)))).size).toBe(1000);
	});
});
