import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { drawQuotations, share } from '../../../bot/render/quotation.js';
import type { Quotation } from '../../../commands/services.js';
import { escapeCode, oneLine } from '../../../bot/text.js';
import { visibleText } from '../../../sandbox/page/markdown-nodes.js';
import { parseMarkdown } from '../../../sandbox/page/markdown.js';
import { sentences } from '../../support/kept-answer.js';
import { quotation } from '../../support/hostile-replies.js';

const [SAMPLE] = fc.sample(quotation, { seed: 1, numRuns: 1 });

function sentenceOf(
	parts: Partial<Quotation>,
	options: { readonly room: number; readonly contextRoom: number } = { room: 3000, contextRoom: 240 },
): string {
	const plain = { title: 'T', source: 's', language: 'en', publishedAt: null, alsoAt: [] };
	const one: Quotation = { ...SAMPLE!, ...plain, ...sentences([parts.quote ?? '']), ...parts };
	const [block] = drawQuotations([{ quotation: one }], 'en', options);
	return block!.below!;
}

function wordsOf(parts: Quotation['parts']): string[] {
	return parts.flatMap((part) => {
		if (part.kind === 'omission') return [];
		if (part.kind === 'code') return escapeCode(part.quote).trim().split('\n');
		return part.kind === 'row' ? part.cells.map(({ quote }) => oneLine(quote)) : [oneLine(part.quote)];
	});
}

describe('drawQuotations', () => {
	it('sets the sentence off within the words around it', () => {
		const parts = { before: 'It was late. ', quote: 'The ferry lands.', after: ' All left.' };
		expect(sentenceOf(parts)).toBe('> It was late. **The ferry lands.** All left.');
	});

	it('adds no space where the script has none, and keeps a line of a quote on one line', () => {
		expect(sentenceOf({ before: '第一句。', quote: '第二句。', after: '第三句。' })).toBe(
			'> 第一句。**第二句。**第三句。',
		);
		expect(sentenceOf({ before: 'a\n\n', quote: 'b\n> c', after: '\nd' })).toBe('> a **b > c** d');
	});

	it('cuts the words around the sentence first, on both sides, and gives one side the room that the other does not need', () => {
		const parts = { before: 'left '.repeat(100), quote: 'The ferry lands.', after: ' right'.repeat(100) };
		const both = sentenceOf(parts);
		expect(both).toMatch(/^> …(?:left )+\*\*The ferry lands\.\*\*(?: right)+…$/);
		expect(both.length).toBeLessThanOrEqual(2 + 4 + 16 + 240);
		const one = sentenceOf({ ...parts, after: '' });
		expect(one.length).toBeGreaterThan(230);
		expect(sentenceOf({ ...parts, before: '' }).length).toBeGreaterThan(230);
	});

	it('shows no word around a sentence that just fits, and the sentence whole', () => {
		const quote = 'word '.repeat(60).trim();
		const head = '**T**\n-# English · s · no date\n'.length;
		const parts = { before: 'before ', quote, after: ' after' };
		const room = head + `> **${quote}**`.length;
		expect(sentenceOf(parts, { room, contextRoom: 240 })).toBe(`> **${quote}**`);
		expect(sentenceOf(parts, { room: room - 1, contextRoom: 240 })).toMatch(
			/^> \*\*(?:word )+word…\*\*\n-# The sentence goes on: .+\.$/,
		);
	});

	describe('beside a sentence that leans on another', () => {
		const text = 'It was late. A ferry came. It landed. All left.';
		const at = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
		const parts = {
			...sentences(['It landed.']),
			...at('It landed.'),
			before: 'It was late. ',
			after: ' All left.',
			contextKind: 'lead' as const,
			context: { ...at('A ferry came.'), quote: 'A ferry came.' },
			passage: { start: 0, end: text.length },
		};

		it('shows the other whole, though there is no room for words around', () => {
			expect(sentenceOf(parts)).toBe('> It was late. A ferry came. **It landed.** All left.');
			expect(sentenceOf(parts, { room: 3000, contextRoom: 0 })).toBe('> A ferry came. **It landed.**');
			const passage = { start: parts.start, end: text.length };
			expect(sentenceOf({ ...parts, before: '', passage })).toBe('> A ferry came. **It landed.** All left.');
		});

		it('leaves the other out where it is quoted above, and where it has no room', () => {
			const head = '**T**\n-# English · s · no date\n'.length;
			const whole = head + '> A ferry came. **It landed.**'.length;
			expect(sentenceOf(parts, { room: whole, contextRoom: 0 })).toBe('> A ferry came. **It landed.**');
			expect(sentenceOf(parts, { room: whole - 1, contextRoom: 0 })).toBe('> **It landed.**');
			const above: Quotation = {
				...SAMPLE!,
				...sentences(['A ferry came.']),
				parts: [{ kind: 'sentence', ...at('A ferry came.'), quote: 'A ferry came.', isHighlight: true, joint: '\n' }],
				before: '',
				after: '',
				alsoAt: [],
			};
			const below: Quotation = { ...above, ...parts };
			const blocks = drawQuotations([{ quotation: above }, { quotation: below }], 'en', { room: 3000, contextRoom: 0 });
			expect(blocks.map((block) => block.below)).toEqual(['> **A ferry came.**', '> **It landed.**']);
		});
	});

	it('names where else a sentence stands, as far as there is room', () => {
		const place = { ...SAMPLE!, title: '', quote: 'The ferry lands.', publishedAt: '2024-03' };
		const sources = ['https://www.one.example/a', 'notes/two.md', 'https://three.example/'];
		const parts = { before: '', after: '', quote: 'The ferry lands.' };
		const alsoAt = sources.map((source) => ({ ...place, source }));
		expect(sentenceOf({ ...parts, alsoAt })).toBe(
			'> **The ferry lands.**\n-# Also at: one.example (2024-03), two.md (2024-03), three.example (2024-03)',
		);
		const many = Array.from({ length: 12 }, () => ({ ...place, source: 'https://www.one.example/a' }));
		expect(sentenceOf({ ...parts, alsoAt: many })).toMatch(/one\.example \(2024-03\), \+5$/);
		expect(sentenceOf({ ...parts, alsoAt }, { room: 80, contextRoom: 0 })).toBe('> **The ferry lands.**');
	});

	it('shows every word as it stands in the article and in its order, where there is room for all', () => {
		fc.assert(
			fc.property(quotation, (one) => {
				const [block] = drawQuotations([{ quotation: one }], 'en', { room: 1e6, contextRoom: 100 });
				const shown = visibleText(parseMarkdown(block!.below!));
				let at = 0;
				for (const words of wordsOf(one.parts)) {
					at = shown.indexOf(words, at);
					expect(at, `${words} in ${shown}`).toBeGreaterThanOrEqual(0);
					at += words.length;
				}
			}),
			{ numRuns: 200, endOnFailure: true },
		);
	});

	it('takes no more than its room', () => {
		fc.assert(
			fc.property(
				fc.array(quotation, { minLength: 1, maxLength: 5 }),
				fc.integer({ min: 2500, max: 4000 }),
				(quotations, room) => {
					const blocks = drawQuotations(
						quotations.map((one) => ({ quotation: one, mark: '1' })),
						'vi',
						{ room, contextRoom: 300 },
					);
					expect(blocks.reduce((sum, { text, below = '' }) => sum + text.length + below.length, 0)).toBeLessThanOrEqual(
						room,
					);
				},
			),
			{ numRuns: 100, endOnFailure: true },
		);
	});
});

describe('share', () => {
	it('gives to each what it needs, where there is enough', () => {
		expect(share(100, [30, 10, 60])).toEqual([30, 10, 60]);
	});

	it('gives those that need more than an equal share equal shares of what is left', () => {
		expect(share(100, [80, 10, 90])).toEqual([45, 10, 45]);
		expect(share(-5, [1, 2])).toEqual([0, 0]);
	});
});
