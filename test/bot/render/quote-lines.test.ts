import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../bot/render/render-reply.js';
import { drawn } from '../../support/drawn.js';
import { drawnQuote, PLAIN } from '../../support/drawn-quote.js';
import { ANSWER, quoted } from '../../support/kept-answer.js';
import { code, item, row, said } from '../../support/quoted-parts.js';

const PLANS = [
	row([['Plan'], 'Ridge'], [['Stations', 'Manned'], '12'], [['Note:'], '']),
	row([['Plan'], 'Valley'], [['Stations', 'Manned'], '7'], [['Note:'], 'closed']),
];

describe('a row', () => {
	it('has a line for each cell, with what names it', () => {
		expect(drawnQuote(PLANS.slice(0, 1))).toMatchInlineSnapshot(`
			"> Plan: **Ridge**
			> Stations › Manned: **12**"
		`);
	});

	it('stands apart from the next', () => {
		expect(drawnQuote(PLANS)).toMatchInlineSnapshot(`
			"> Plan: **Ridge**
			> Stations › Manned: **12**
			> 
			> Plan: **Valley**
			> Stations › Manned: **7**
			> Note: **closed**"
		`);
	});

	it('is left out whole where there is no room', () => {
		expect(drawnQuote(PLANS, 70)).toMatchInlineSnapshot(`
			"> Plan: **Ridge**
			> Stations › Manned: **12**
			> *… 1 more*"
		`);
	});

	it('is cut between cells where it has no room even alone, and within one only where that has none', () => {
		expect(drawnQuote([row([['Plan'], 'Valley'], [['Stations'], '7'], [['Closed'], 'in snow '.repeat(9)])], 110))
			.toMatchInlineSnapshot(`
			"> Plan: **Valley**
			> Stations: **7**
			-# It goes on: there is no room here for all of it."
		`);
		expect(drawnQuote([row([['Plan'], 'round the lake '.repeat(9)])], 90)).toMatchInlineSnapshot(`
			"> Plan: round the lake round the lake…
			-# It goes on: there is no room here for all of it."
		`);
	});

	it('is one line where nothing names its cells', () => {
		expect(drawnQuote([row([[], 'E-17'], [[], 'No water']), row([[], 'E-18'], [[], 'No ice'])])).toMatchInlineSnapshot(`
			"> **E-17** · **No water**
			> **E-18** · **No ice**"
		`);
	});
});

const SCRIPT = 'lock --open \\\n\t--at noon\n\n-# done\n````\necho **ok** <@1>\u202E';

describe('code', () => {
	it('stands in a block below what introduces it, as it is, and cannot end the block', () => {
		expect(drawnQuote([said('Then run:'), code(SCRIPT, 'bash')])).toMatchInlineSnapshot(`
			"> Then run\\:
			\`\`\`bash
			lock --open \\
				--at noon

			-# done
			\`⌶\`⌶\`⌶\`
			echo **ok** <@1>
			\`\`\`"
		`);
	});

	it('is left out by lines, and it is said how many', () => {
		expect(drawnQuote([said('Then run:'), code(SCRIPT, 'bash')], 75)).toMatchInlineSnapshot(`
			"> Then run\\:
			\`\`\`bash
			lock --open \\
				--at noon

			\`\`\`
			-# … 3 more lines"
		`);
		expect(drawnQuote([code('echo one\necho two\necho three', 'bash')], 39)).toMatchInlineSnapshot(`
			"\`\`\`bash
			echo one
			\`\`\`
			-# … 2 more lines"
		`);
		expect(drawnQuote([code('echo again; '.repeat(9), 'no language')], 84)).toMatchInlineSnapshot(`
			"\`\`\`
			echo again; echo again;…
			\`\`\`
			-# It goes on: there is no room here for all of it."
		`);
	});

	it('keeps what looks like small print where small print is made large', () => {
		const citations = [{ ...PLAIN, ...quoted([code(SCRIPT, 'bash')]) }];
		const reply = { kind: 'answer', answer: { ...ANSWER, citations }, isPrivate: true, sharedBy: null } as const;
		const text = drawn(renderReply(reply, 'en', { layout: 'embed' }));
		expect(text).toContain('\nEnglish · s · no date\n```bash\nlock');
		expect(text).toContain('\n-# done\n');
	});

	it('is no block where it has no sign', () => {
		expect(drawnQuote([said('Then run:', true), code('\n \n\t\n')])).toBe('> **Then run\\:**');
	});
});

describe('sentences', () => {
	it('are bold together where they stand side by side, and otherwise part by part', () => {
		const parts = [
			said('甲。', true),
			said('乙。', true, ''),
			said('丙。', false, ''),
			said('丁。', true, ''),
			said('戊。', true, ' … '),
			said('己。', true),
		];
		expect(drawnQuote(parts)).toBe('> **甲。乙。**丙。**丁。** … **戊。**\n> **己。**');
	});

	it('are left out within their line where there is no room', () => {
		const parts = [said('One came.'), said('Two left.', true, ' '), said('Three stayed there.', false, ' ')];
		expect(drawnQuote(parts, 30)).toBe('> One came. **Two left.** …');
		expect(drawnQuote(parts, 20)).toBe('> … **Two left.** …');
	});

	it('make no list together', () => {
		expect(drawnQuote([said('1'), said('. x', false, '')])).toBe('> 1\\. x');
		expect(drawnQuote([said('1', true), said('. x', true, '')])).toBe('> **1\\. x**');
	});
});

describe('an answer to a question', () => {
	const asked = {
		context: { start: 0, end: 20, quote: 'May I moor *here*?' },
		contextKind: 'question',
		breadcrumb: [{ start: 0, end: 9, quote: 'Harbor' }],
	} as const;
	const parts = [
		said('Yes, until dusk.', true),
		said('Ask first:', false, ' '),
		item('the keeper'),
		code('call 12', null, false),
	];

	it('has the question above it', () => {
		const citations = [{ ...PLAIN, ...quoted(parts), ...asked }];
		const reply = { kind: 'answer', answer: { ...ANSWER, citations }, isPrivate: true, sharedBy: null } as const;
		const [components, embed] = (['components', 'embed'] as const).map(
			(layout) => drawn(renderReply(reply, 'en', { layout })).split(/\n(?=────\n-# 1 of|\(1 of)/)[0],
		);
		expect(components).toMatchInlineSnapshot(`
			"flags 32768
			container #2ecc71
			### What was agreed on border trade?
			────
			**1 · T**
			-# English · s · no date
			-# Harbor
			> *May I moor \\*here\\*?*
			> **Yes, until dusk.** Ask first\\:
			> • the keeper
			\`\`\`
			call 12
			\`\`\`"
		`);
		expect(embed).toMatchInlineSnapshot(`
			"flags 0
			embed #2ecc71
			What was agreed on border trade?
			**1 · T**
			English · s · no date
			Harbor
			> *May I moor \\*here\\*?*
			> **Yes, until dusk.** Ask first\\:
			> • the keeper
			\`\`\`
			call 12
			\`\`\`"
		`);
	});

	it('is shown before the question, and the question before what else belongs to it', () => {
		const room = (units: number) => drawnQuote(parts, units, { ...asked, breadcrumb: [] });
		expect(room(70)).toMatchInlineSnapshot(`
			"> *May I moor \\*here\\*?*
			> **Yes, until dusk.**
			> *… 1 more*"
		`);
		expect(room(40)).toMatchInlineSnapshot(`
			"> **Yes, until dusk.**
			> *… 1 more*"
		`);
	});
});
