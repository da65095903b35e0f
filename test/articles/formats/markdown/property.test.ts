import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../articles/draft.js';
import { readMarkdown } from '../../../../articles/formats/markdown/markdown.js';

/** A piece of a document: its lines, and how many items and rows are in it. */
interface Piece {
	readonly lines: readonly string[];
	readonly items: number;
	readonly rows: number;
}

const word = fc.string({
	unit: fc.constantFrom('b', 'd', 'g', 'k', 'm', 'r', 's', 'ä', 'ñ', 'ж', 'か', 'ハ', '市', 'ກ', 'ຂ'),
	minLength: 2,
	maxLength: 7,
});
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const marked = fc
	.tuple(text, text, fc.constantFrom('**', '*', '`', '~~', ''))
	.map(([plain, strong, mark]) => `${plain} ${mark}${strong}${mark} ${plain}`);

function piece(lines: readonly string[], items = 0, rows = 0): Piece {
	return { lines, items, rows };
}

const leaf: fc.Arbitrary<Piece> = fc.oneof(
	marked.map((line) => piece([line])),
	fc.tuple(marked, marked).map((lines) => piece(lines)),
	fc.tuple(fc.integer({ min: 1, max: 6 }), text).map(([level, line]) => piece([`${'#'.repeat(level)} ${line}`])),
	text.map((line) => piece(['```js', line, `  ${line}`, '```'])),
	fc.tuple(text, text).map(([first, second]) => piece([`:::tip ${first}`, '', second, '', ':::'])),
	fc
		.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 })
		.map((rows) =>
			piece(['| xx | yy |', '|---|---|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)], 0, rows.length + 1),
		),
);

const { tree } = fc.letrec<{ tree: Piece; leaf: Piece; list: Piece; quotation: Piece }>((tie) => ({
	leaf,
	tree: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('list'), tie('quotation')),
	list: fc
		.tuple(fc.boolean(), fc.array(fc.tuple(text, tie('tree')), { minLength: 1, maxLength: 3 }))
		.map(([isOrdered, parts]) => {
			const lines = parts.flatMap(([first, below], i) => {
				const mark = isOrdered ? `${i + 1}. ` : '- ';
				const indented = below.lines.map((line) => (line === '' ? '' : ' '.repeat(mark.length) + line));
				return [mark + first, '', ...indented, ''];
			});
			return piece(
				lines,
				parts.reduce((sum, [, below]) => sum + below.items + 1, 0),
				parts.reduce((sum, [, below]) => sum + below.rows, 0),
			);
		}),
	quotation: tie('tree').map(({ lines, items, rows }) =>
		piece(
			lines.map((line) => `> ${line}`),
			items,
			rows,
		),
	),
}));

const documents = fc.array(tree, { minLength: 1, maxLength: 6 }).map((pieces) => {
	// a comment keeps two lists from being one
	const lines = pieces.flatMap((each) => [...each.lines, '', '<!-- -->', '']);
	return piece(
		lines,
		pieces.reduce((sum, { items }) => sum + items, 0),
		pieces.reduce((sum, { rows }) => sum + rows, 0),
	);
});

function wordsOf(string: string): string[] {
	return string.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function textOf(draft: Draft): string {
	if (draft.kind === 'row') return draft.cells.map((cell) => cell.text).join(' ');
	return 'text' in draft ? draft.text : '';
}

describe('readMarkdown', () => {
	it('gives every word in order, and as many items and rows as were written', () => {
		fc.assert(
			fc.property(documents, ({ lines, items, rows }) => {
				const { blocks } = readMarkdown(lines.join('\n'), 'a.md');
				const written = lines.map((line) => line.replace(/^([> ]*|[> \d.-]*)(?:```js|:::tip)/, '$1'));
				expect(wordsOf(blocks.map(textOf).join(' ')).join('')).toBe(wordsOf(written.join(' ')).join(''));
				expect(blocks.filter(({ kind }) => kind === 'item')).toHaveLength(items);
				expect(blocks.filter(({ kind }) => kind === 'row')).toHaveLength(rows);
			}),
			{ seed: 7, numRuns: 150 },
		);
	});

	it('reads any text, and closes what it opens', () => {
		const signs = fc.constantFrom(
			...['#', '-', '*', '>', '`', '```', '~', '|', ':::', '!!!', '===', '"', '<', '/', '>', '{%', '%}', '{{<', '>}}'],
			...['[', ']', '(', ')', '!', '\n', '\n\n', ' ', '    ', '\t', 'a', 'B', 'Q:', 'A:', '?', '1.', '---', '<Tab>'],
			...['</Tab>', '<div>', '</div>', '<!--', '-->', '<details>', '</p>', '\\', '&', '[^a]', '[^a]:', '{#a}', '市'],
		);
		fc.assert(
			fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
				const open: string[] = [];
				for (const draft of readMarkdown(parts.join(''), 'a.md').blocks) {
					if (draft.kind === 'open') open.push(draft.what);
					if (draft.kind === 'close') expect(open.pop()).toBe(draft.what);
				}
				expect(open).toEqual([]);
			}),
			{ seed: 11, numRuns: 400 },
		);
	});
});
