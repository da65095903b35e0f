import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocatedDraft, locateBlocks } from '../../../../articles/formats/plain-text/plain-text.js';

/** What texts are made of, in any order. */
const plainText = fc
	.array(
		fc.oneof(
			fc.constantFrom('\n', '\n\n', '\r\n', '\u2028', '  ', '    ', '\t', ' ', '\u3000', '\uFEFF'),
			fc.constantFrom(
				'- ',
				'• ',
				'– ',
				'1. ',
				'2. ',
				'a) ',
				'(1) ',
				'① ',
				'一、',
				'> ',
				'| ',
				' | ',
				'```',
				'## ',
				'==',
			),
			fc.constantFrom('Q: ', 'A: ', '问：', '答：', 'Q. ', '-----', '=====', '|---|---|', '+--+', '--', '....'),
			fc.constantFrom(
				'The mill',
				'rye',
				'FEES',
				'x = 1;',
				'12',
				'面粉',
				'แป้ง',
				'e\u0301',
				'👩‍👧',
				'\uD83D',
				'.',
				'?',
				':',
			),
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join(''));

type Placed = Extract<LocatedDraft, { start: number }>;

function placed(text: string): Placed[] {
	return locateBlocks(text).filter((draft) => draft.kind !== 'open' && draft.kind !== 'close');
}

describe('locateBlocks, of any text', () => {
	it('gives blocks in order that stand at their places, with cells within their rows', () => {
		fc.assert(
			fc.property(plainText, (text) => {
				let end = 0;
				for (const block of placed(text)) {
					expect(block.start).toBeGreaterThanOrEqual(end);
					expect(block.end).toBeGreaterThan(block.start);
					({ end } = block);
					expect(end).toBeLessThanOrEqual(text.length);
					const parts = block.kind === 'row' ? block.cells : [block];
					let at = block.start;
					for (const part of parts) {
						expect(part.start).toBeGreaterThanOrEqual(at);
						at = part.end;
						const stood = text.slice(part.start, part.end);
						if (!/[\n\r\u2028]/.test(stood)) expect(part.text).toBe(stood);
					}
					expect(at).toBeLessThanOrEqual(end);
				}
			}),
			{ numRuns: 1500, seed: 1 },
		);
	});

	it('leaves nothing but white space and marks outside of blocks', () => {
		fc.assert(
			fc.property(plainText, (text) => {
				let at = 0;
				let outside = '';
				for (const { start, end } of placed(text)) {
					outside += `${text.slice(at, start)}\n`;
					at = end;
				}
				outside += text.slice(at);
				// a signature and what stands beside a fence are left out
				fc.pre(!/^\s*--\s*$/m.test(text) && !text.includes('```'));
				expect(outside).toMatch(
					/^[\s\uFEFF>|•–=#~+.:：?()①\-*]*(?:(?:Q|A|问|答|[12]|a|一)[\s>|•–=#~+.:：?()、①\-*]*)*$/u,
				);
			}),
			{ numRuns: 1500, seed: 2 },
		);
	});

	it('closes what it opens', () => {
		fc.assert(
			fc.property(plainText, (text) => {
				const open: string[] = [];
				for (const draft of locateBlocks(text)) {
					if (draft.kind === 'open') open.push(draft.what);
					if (draft.kind === 'close') expect(open.pop()).toBe(draft.what);
				}
				expect(open).toEqual([]);
			}),
			{ numRuns: 1000, seed: 3 },
		);
	});

	it.each([
		['one line', 'mill '.repeat(400_000)],
		['lines', 'mill\n'.repeat(100_000)],
		['fences', '```js\n'.repeat(100_000)],
		['borders', '+--+\n'.repeat(100_000)],
		['rows of one cell', '| mill |\n'.repeat(100_000)],
		['columns that fail', 'a  b\naaaaaaa     c\n'.repeat(50_000)],
		['indented lines', 'Mill:\n\n'.concat('    rye here\n\n'.repeat(100_000))],
		['numbers', '1. mill\n- rye\n'.repeat(50_000)],
		['labels', 'Q:\n'.repeat(100_000).concat('A:\n')],
		['deep lists', Array.from({ length: 20_000 }, (_, i) => `${' '.repeat(i % 200)}- rye`).join('\n')],
	])('reads %s in linear time', (_, text) => {
		const start = performance.now();
		expect(locateBlocks(text).length).toBeGreaterThanOrEqual(0);
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});
