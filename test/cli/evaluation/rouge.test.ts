import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanRouge, rougeOf } from '../../../cli/evaluation/rouge.js';

describe('rougeOf', () => {
	// counted by hand: overlap, of the summary's, of the reference's
	it.each([
		['police killed the gunman', 'police kill the gunman', [3 / 4, 1 / 3, 3 / 4]],
		['the gunman kill police', 'police kill the gunman', [1, 1 / 3, 1 / 2]],
		['the the the cat', 'the cat sat', [(2 * 2) / 7, (2 * 1) / 5, (2 * 2) / 7]],
		['#Person1#: Smoking is bad.', '#person1# asks: is smoking BAD?', [(2 * 4) / 9, 0, (2 * 3) / 9]],
		['a b c d', 'd c b a', [1, 0, 1 / 4]],
		['one two. three four', 'one two three four', [1, 1, 1]],
		['word', 'word', [1, 0, 1]],
		['sea', 'land', [0, 0, 0]],
		['', 'land', [0, 0, 0]],
		['…', '!', [0, 0, 0]],
	])('compares %j with %j', (summary, reference, [rouge1, rouge2, rougeL]) => {
		const rouge = rougeOf(summary, reference);
		expect(rouge.rouge1).toBeCloseTo(rouge1!, 12);
		expect(rouge.rouge2).toBeCloseTo(rouge2!, 12);
		expect(rouge.rougeL).toBeCloseTo(rougeL!, 12);
	});

	it('counts words of scripts without spaces', () => {
		expect(rougeOf('明天讨论项目', '项目明天讨论').rouge1).toBe(1);
		expect(rougeOf('明天讨论项目', '项目明天讨论').rougeL).toBeCloseTo(2 / 3);
	});

	it('agrees with a count of its own, whatever is compared', () => {
		const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '1', 'Đ'), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(words, words, (summary, reference) => {
				const { rouge1, rouge2, rougeL } = rougeOf(summary.join(' '), reference.join(', '));
				expect(rouge1).toBeCloseTo(overlap(grams(summary, 1), grams(reference, 1)), 9);
				expect(rouge2).toBeCloseTo(overlap(grams(summary, 2), grams(reference, 2)), 9);
				expect(rougeL).toBeCloseTo((2 * longest(summary, reference)) / (summary.length + reference.length), 9);
			}),
		);
	});
});

describe('meanRouge', () => {
	it('is the mean of each figure', () => {
		const [one, other] = [
			{ rouge1: 1, rouge2: 0, rougeL: 0.5 },
			{ rouge1: 0, rouge2: 0.5, rougeL: 0.5 },
		];
		expect(meanRouge([one, other])).toEqual({ rouge1: 0.5, rouge2: 0.25, rougeL: 0.5 });
		expect(meanRouge([])).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
	});
});

function grams(words: readonly string[], size: number): string[] {
	return words.slice(size - 1).map((_, i) => words.slice(i, i + size).join(' '));
}

function overlap(some: readonly string[], others: readonly string[]): number {
	const left = [...others];
	const shared = some.filter((gram) => {
		const at = left.indexOf(gram);
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	}).length;
	return shared === 0 ? 0 : (2 * shared) / (some.length + others.length);
}

function longest(a: readonly string[], b: readonly string[]): number {
	if (a.length === 0 || b.length === 0) return 0;
	const [first, ...rest] = a;
	const at = b.indexOf(first!);
	const without = longest(rest, b);
	return at < 0 ? without : Math.max(without, 1 + longest(rest, b.slice(at + 1)));
}
