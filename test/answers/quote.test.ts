import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedQuote } from '../../answers/cite.js';
import { verifyCitation } from '../../answers/answer.js';
import { type QuotedPart } from '../../answers/quote-parts.js';
import { quoteOf } from '../../answers/quote.js';
import { quoteLines } from '../../answers/quote-text.js';
import type { Document } from '../../articles/document.js';
import type { Draft } from '../../articles/draft.js';
import { toDocument } from '../../articles/to-document.js';
import { unitsOf } from '../../articles/units.js';
import { drafts } from '../support/drafts.js';

const paragraph = (text: string): Draft => ({ kind: 'paragraph', text });
const heading = (text: string, anchor?: string): Draft => ({ kind: 'heading', level: 2, text, anchor });
const item = (text: string, number: number | null = null): Draft => ({ kind: 'item', number, text });
const open = (what: 'list' | 'table' | 'section'): Draft => ({ kind: 'open', what });
const close = (what: 'list' | 'table' | 'section'): Draft => ({ kind: 'close', what });
const row = (cells: string[], isHead = false): Draft => ({
	kind: 'row',
	isHead,
	cells: cells.map((text) => ({ text })),
});

function documentOf(blocks: readonly Draft[]): Document {
	return toDocument({ source: 'a.md', title: 'Notes', publishedAt: null, language: 'en', blocks, leftOut: [] });
}

/** What is quoted for the unit that holds these words, as lines. */
function quoted(blocks: readonly Draft[], ...words: string[]) {
	const document = documentOf(blocks);
	const found = words.map((part) => {
		const at = document.text.indexOf(part);
		return unitsOf(document).find(({ start, end }) => start <= at && at < end)!;
	});
	const quote = quoteOf(document, found);
	return {
		lines: quoteLines(quote.parts, (count) => `… ${count} more`),
		context: quote.context?.quote ?? null,
		breadcrumb: quote.breadcrumb.map((excerpt) => excerpt.quote),
		anchor: quote.anchor,
		quote: quote.quote,
	};
}

const PLANS = [
	open('table'),
	row(['Plan', 'Stations', 'Price a month'], true),
	row(['Mole', '3', '4 crowns']),
	row(['Otter', '12', '11 crowns']),
	row(['Bear', '50', '29 crowns']),
	close('table'),
];

describe('quoteOf', () => {
	it('quotes a sentence of a paragraph, under its headings', () => {
		expect(
			quoted([heading('Ferry', 'ferry'), paragraph('The ferry is new. Heavy rain fell on the town all day.')], 'Heavy'),
		).toEqual({
			lines: ['Heavy rain fell on the town all day.'],
			context: null,
			breadcrumb: ['Ferry'],
			anchor: 'ferry',
			quote: 'Heavy rain fell on the town all day.',
		});
	});

	it('quotes two sentences of a paragraph together, and says where words are left out', () => {
		const text = 'Tickets cost four crowns. Rain fell. Children ride free.';
		expect(quoted([paragraph(text)], 'Children', 'Tickets').lines).toEqual([
			'Tickets cost four crowns. … Children ride free.',
		]);
		expect(quoted([paragraph(text)], 'Rain', 'Tickets').lines).toEqual(['Tickets cost four crowns. Rain fell.']);
	});

	it('quotes with a line that ends in a colon what it announces', () => {
		const address = 'Our address is:\nWillow Lane 12\nKelder';
		expect(quoted([paragraph(address)], 'address').lines).toEqual(['Our address is:', 'Willow Lane 12', 'Kelder']);
		const hours = [paragraph('We are open as follows:'), paragraph('On weekdays from nine to five.')];
		expect(quoted(hours, 'follows').lines).toEqual(['We are open as follows:', 'On weekdays from nine to five.']);
		expect(quoted([paragraph('The plans are:'), ...PLANS], 'plans').lines).toHaveLength(4);
		expect(quoted([paragraph('The plans are:'), heading('Other'), ...PLANS], 'plans').lines).toHaveLength(1);
	});

	const PAYMENT = [
		paragraph('The shop is old. We take five methods:'),
		open('list'),
		...['cash', 'Vanda card', 'bank transfer', 'voucher'].map((text, i) => item(text, i + 3)),
		open('list'),
		item('of paper'),
		close('list'),
		item('barter', 7),
		close('list'),
	];

	it.each(['transfer', 'five methods', 'of paper'])(
		'quotes a list whole with the line that introduces it, found by "%s"',
		(words) => {
			expect(quoted(PAYMENT, words).lines).toEqual([
				'We take five methods:',
				'3. cash',
				'4. Vanda card',
				'5. bank transfer',
				'6. voucher',
				'  - of paper',
				'7. barter',
			]);
		},
	);

	it('marks the one item that was found, and none where several were', () => {
		const marked = (...words: string[]) => {
			const document = documentOf(PAYMENT);
			const units = unitsOf(document);
			const found = words.map((part) =>
				units.find(({ start, end }) => document.text.slice(start, end).includes(part))!,
			);
			return quoteOf(document, found).parts.flatMap((part) =>
				part.kind === 'item' && part.isHighlight ? part.quote : [],
			);
		};
		expect(marked('voucher')).toEqual(['voucher']);
		expect(marked('voucher', 'barter')).toEqual([]);
	});

	it('quotes of a long list the items that were found, in their places, with the items around them', () => {
		const items = Array.from({ length: 30 }, (_, i) => item(`thing ${i + 1}.`, i + 1));
		const list = [
			open('list'),
			...items.slice(0, 20),
			open('list'),
			item('green'),
			item('blue'),
			close('list'),
			...items.slice(20),
			close('list'),
		];
		expect(quoted(list, 'thing 3.', 'blue').lines).toEqual([
			'… 2 more',
			'3. thing 3.',
			'… 16 more',
			'20. thing 20.',
			'… 1 more',
			'  - blue',
			'… 10 more',
		]);
	});

	it('quotes the beginning of a long list of which the line that introduces it was found', () => {
		const list = (count: number) => [
			paragraph('Pack these:'),
			open('list'),
			...Array.from({ length: count }, (_, i) => item(`thing ${i + 1}.`, i + 1)),
			close('list'),
		];
		expect(quoted(list(30), 'Pack', 'thing 20.').lines).toEqual([
			'Pack these:',
			...Array.from({ length: 12 }, (_, i) => `${i + 1}. thing ${i + 1}.`),
			'… 7 more',
			'20. thing 20.',
			'… 10 more',
		]);
		expect(quoted(list(13), 'Pack').lines).toHaveLength(14);
	});

	it('quotes a list with a line that introduces it without a colon, and with a sentence only where both were found', () => {
		const list = (line: string) => [paragraph(line), open('list'), item('soap'), item('rope'), close('list')];
		expect(quoted(list('Pack the following'), 'Pack').lines).toEqual(['Pack the following', '- soap', '- rope']);
		expect(quoted(list('We leave at six.'), 'leave').lines).toEqual(['We leave at six.']);
		expect(quoted(list('We leave at six.'), 'leave', 'rope').lines).toEqual(['We leave at six.', '- soap', '- rope']);
	});

	it('quotes a row with what names its cells', () => {
		expect(quoted(PLANS, 'Otter').lines).toEqual(['Plan: Otter · Stations: 12 · Price a month: 11 crowns']);
		expect(quoted(PLANS, 'Bear', 'Mole').lines).toEqual([
			'Plan: Mole · Stations: 3 · Price a month: 4 crowns',
			'Plan: Bear · Stations: 50 · Price a month: 29 crowns',
		]);
	});

	const RESTART = [
		heading('Restart'),
		paragraph('The pump is loud. Run this:'),
		{ kind: 'code', language: 'sh', text: 'cd /pump\n  stop now' } as const,
		paragraph('It takes a minute.'),
	];

	it.each(['stop now', 'Run this'])('quotes code whole with the line that introduces it, found by "%s"', (words) => {
		expect(quoted(RESTART, words).lines).toEqual(['Run this:', 'cd /pump', '  stop now']);
	});

	it('quotes an answer under its question, whole where it is short', () => {
		const faq = [
			open('section'),
			{ kind: 'question', text: 'May I bring a dog?' } as const,
			paragraph('Yes, on a lead. Large dogs need a ticket.'),
			open('list'),
			item('one crown'),
			close('list'),
			close('section'),
			paragraph('Bees are kept out.'),
		];
		expect(quoted(faq, 'Large')).toMatchObject({
			lines: ['Yes, on a lead. Large dogs need a ticket.', '- one crown'],
			context: 'May I bring a dog?',
			breadcrumb: [],
		});
		expect(quoted(faq, 'Bees')).toMatchObject({ lines: ['Bees are kept out.'], context: null });
	});

	it('takes a heading that asks for a question, and of a long answer quotes what answers', () => {
		const long = Array.from({ length: 40 }, (_, i) => paragraph(`Reason number ${i} is that it rained on that day.`));
		expect(quoted([heading('Fares'), heading('Why so late?'), ...long], 'number 7 ')).toMatchObject({
			lines: ['Reason number 7 is that it rained on that day.'],
			context: 'Why so late?',
		});
	});

	it('never quotes a heading, a question or half an item, slices to what stands there, and loses no item unsaid', () => {
		fc.assert(
			fc.property(drafts, fc.nat(), (of, seed) => {
				let document: Document;
				try {
					document = documentOf(of);
				} catch {
					return; // nothing but punctuation
				}
				const units = unitsOf(document);
				const unit = units[seed % Math.max(1, units.length)];
				if (unit === undefined) return;
				const cited = citedQuote(document, [unit]);
				verifyCitation({ n: 1, ...cited, passage: unit, score: 0, alsoAt: [], disagreesWith: [] }, document);
				const shown = cited.parts.filter((part) => part.kind !== 'omission');
				expect(shown.some(({ start, end }) => start <= unit.start && unit.end <= end)).toBe(true);
				const items = document.blocks.filter((block) => block.kind === 'item');
				const list = items.find(({ start, end }) =>
					shown.some((part) => part.kind === 'item' && part.start === start && part.end === end),
				)?.list;
				if (cited.parts.some(({ kind }) => kind === 'item') && cited.context === null) {
					const all = items.filter((other) => other.list === list).length;
					expect(itemsIn(cited.parts)).toBe(all);
				}
				for (const block of document.blocks) {
					const isHeading =
						block.kind === 'heading' || block.kind === 'question' || (block.kind === 'row' && block.isHead);
					if (isHeading) expect(shown.some(({ start, end }) => start < block.end && block.start < end)).toBe(false);
					if (block.kind === 'item' || block.kind === 'row' || block.kind === 'code') {
						for (const { start, end, kind } of shown.filter(
							(part) => part.start < block.end && block.start < part.end,
						)) {
							// the last sentence of an item may introduce what stands below it
							if (kind !== 'sentence') expect([start, end]).toEqual([block.start, block.end]);
						}
					}
				}
			}),
			{ numRuns: 300 },
		);
	});
});

/** Items that are shown or said to be left out. */
function itemsIn(parts: readonly QuotedPart[]): number {
	return parts.reduce((sum, part) => sum + (part.kind === 'omission' ? part.count : part.kind === 'item' ? 1 : 0), 0);
}
