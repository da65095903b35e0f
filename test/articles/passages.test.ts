import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../articles/assemble.js';
import type { Draft } from '../../articles/draft.js';
import { splitPassages } from '../../articles/passages.js';
import { isHeading } from '../../articles/structure.js';
import { unitsOf } from '../../articles/units.js';
import { drafts } from '../support/drafts.js';

const paragraph = (text: string): Draft => ({ kind: 'paragraph', text });
const LIST: Draft[] = [
	{ kind: 'open', what: 'list' },
	...['One.', 'Two.', 'Three.'].map((text, i): Draft => ({ kind: 'item', number: i + 1, text })),
	{ kind: 'close', what: 'list' },
];

/** Sentences of one paragraph, each named by its number. */
function prose(count: number): Draft[] {
	return [paragraph(Array.from({ length: count }, (_, i) => `Number ${i}.`).join(' '))];
}

interface Cut {
	readonly context: string[];
	readonly sentences: string[];
}

/** @param tokens of each unit in turn, the last one for all that come after */
function cut(of: readonly Draft[], tokens: readonly number[], maxTokens: number): Cut[] {
	const document = { ...assemble(of), language: 'en' };
	const units = unitsOf(document);
	const counts = units.map((_, i) => tokens[i] ?? tokens.at(-1) ?? 1);
	return splitPassages(document, units, counts, { maxTokens, countTokens: () => 1 }).map(({ context, sentences }) => ({
		context: context.map(({ start, end }) => document.text.slice(start, end)),
		sentences: sentences.map(({ start, end }) => document.text.slice(start, end)),
	}));
}

/** The passages as numbers of their sentences. */
function numbers(tokens: readonly number[], maxTokens: number): number[][] {
	return cut(prose(tokens.length), tokens, maxTokens).map(({ sentences }) =>
		sentences.map((sentence) => Number(/\d+/.exec(sentence)?.[0])),
	);
}

const counts = fc.record({
	tokens: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
	maxTokens: fc.integer({ min: 1, max: 100 }),
});

describe('splitPassages', () => {
	it('takes sentences while they fit, and shares one with the next passage', () => {
		expect(numbers([10, 10, 10, 10, 10], 30)).toEqual([
			[0, 1, 2],
			[2, 3, 4],
		]);
	});

	it('shares none where a shared sentence leaves no room', () => {
		expect(numbers([10, 25, 10, 10], 30)).toEqual([[0], [1], [2, 3]]);
	});

	it('gives a sentence over the limit a passage of its own', () => {
		expect(numbers([10, 99, 10], 30)).toEqual([[0], [1], [2]]);
	});

	it('does not end in a tiny passage', () => {
		expect(numbers([10, 10, 10, 10, 10, 10, 2], 60)).toEqual([
			[0, 1, 2, 3],
			[3, 4, 5, 6],
		]);
	});

	it('crosses no heading, and reads each section behind its headings', () => {
		const sections: Draft[] = [
			paragraph('Above.'),
			{ kind: 'heading', level: 2, text: 'Fees' },
			paragraph('Four crowns.'),
			{ kind: 'heading', level: 3, text: 'Groups' },
			paragraph('Three crowns.'),
		];
		expect(cut(sections, [5], 100)).toEqual([
			{ context: [], sentences: ['Above.'] },
			{ context: ['Fees'], sentences: ['Four crowns.'] },
			{ context: ['Fees', 'Groups'], sentences: ['Three crowns.'] },
		]);
	});

	it('keeps a list with the line that introduces it, where both have room', () => {
		expect(cut([paragraph('Rain fell.'), paragraph('Bring:'), ...LIST], [10, 5, 5], 24)).toEqual([
			{ context: [], sentences: ['Rain fell.'] },
			{ context: [], sentences: ['Bring:', 'One.', 'Two.', 'Three.'] },
		]);
	});

	it('reads what is left of a long list behind the line that introduces it', () => {
		expect(cut([paragraph('Bring:'), ...LIST], [5], 11)).toEqual([
			{ context: [], sentences: ['Bring:', 'One.'] },
			{ context: ['Bring:'], sentences: ['Two.', 'Three.'] },
		]);
	});

	it('reads every row behind the heads of its table', () => {
		const row = (text: string, isHead = false): Draft => ({ kind: 'row', isHead, cells: [{ text }] });
		const table: Draft[] = [
			{ kind: 'open', what: 'table' },
			row('Plan', true),
			row('Hill'),
			row('Ridge'),
			row('Summit'),
		];
		expect(cut(table, [5], 12)).toEqual([
			{ context: ['Plan'], sentences: ['Hill', 'Ridge'] },
			{ context: ['Plan'], sentences: ['Summit'] },
		]);
	});

	it('leaves half of the limit to the passage, however many headings stand above it', () => {
		const headings = Array.from({ length: 6 }, (_, i): Draft => ({ kind: 'heading', level: i + 1, text: `H${i}` }));
		expect(cut([...headings, ...prose(4)], [2], 8)).toEqual([
			{ context: ['H2', 'H3', 'H4', 'H5'], sentences: ['Number 0.', 'Number 1.'] },
			{ context: ['H2', 'H3', 'H4', 'H5'], sentences: ['Number 1.', 'Number 2.'] },
			{ context: ['H2', 'H3', 'H4', 'H5'], sentences: ['Number 2.', 'Number 3.'] },
		]);
	});

	it('gives no passage for no sentence', () => {
		expect(cut([], [], 30)).toEqual([]);
	});

	it('refuses counts that do not match, and a limit below 1', () => {
		const document = { ...assemble(prose(2)), language: 'en' };
		const options = { maxTokens: 9, countTokens: () => 1 };
		expect(() => splitPassages(document, unitsOf(document), [1], options)).toThrow(RangeError);
		expect(() => splitPassages(document, [], [], { ...options, maxTokens: 0 })).toThrow(RangeError);
	});

	it('holds every sentence, in order, whole; neighbors share one at most', () => {
		fc.assert(
			fc.property(counts, ({ tokens, maxTokens }) => {
				let next = 0;
				for (const passage of numbers(tokens, maxTokens)) {
					const first = passage[0] ?? Number.NaN;
					expect(passage).toEqual(Array.from(passage, (_, i) => first + i));
					expect(next - first).toBeGreaterThanOrEqual(0);
					expect(next - first).toBeLessThanOrEqual(1);
					expect(first + passage.length).toBeGreaterThan(next);
					next = first + passage.length;
				}
				expect(next).toBe(tokens.length);
			}),
		);
	});

	it('keeps to the limit, single sentences excepted', () => {
		fc.assert(
			fc.property(counts, ({ tokens, maxTokens }) => {
				for (const passage of numbers(tokens, maxTokens)) {
					if (passage.length === 1) continue;
					expect(passage.reduce((sum, i) => sum + (tokens[i] ?? 0), 0)).toBeLessThanOrEqual(maxTokens);
				}
			}),
		);
	});

	it('holds every unit of any document, each passage within one section', () => {
		fc.assert(
			fc.property(drafts, fc.integer({ min: 1, max: 30 }), (of, maxTokens) => {
				const document = { ...assemble(of), language: 'en' };
				const units = unitsOf(document);
				const passages = splitPassages(
					document,
					units,
					units.map(() => 3),
					{ maxTokens, countTokens: () => 2 },
				);
				const held = new Set(passages.flatMap(({ sentences }) => sentences.map(({ start }) => start)));
				expect([...held].sort((a, b) => a - b)).toEqual(units.map(({ start }) => start));
				const headings = document.blocks.filter(isHeading);
				for (const { span } of passages)
					expect(headings.some(({ start }) => span.start <= start && start < span.end)).toBe(false);
			}),
		);
	});
});
