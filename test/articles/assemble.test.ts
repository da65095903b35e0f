import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../articles/assemble.js';
import type { Block, Row } from '../../articles/blocks.js';
import { cleanLine } from '../../articles/clean.js';
import type { BlockDraft, Draft } from '../../articles/draft.js';
import { headingPath, headRows, headsOf } from '../../articles/structure.js';
import { drafts } from '../support/drafts.js';

const paragraph = (text: string): Draft => ({ kind: 'paragraph', text });
const heading = (level: number, text: string): Draft => ({ kind: 'heading', level, text });
const item = (text: string, number: number | null = null): Draft => ({ kind: 'item', number, text });
const open = (what: 'list' | 'table' | 'section'): Draft => ({ kind: 'open', what });
const close = (what: 'list' | 'table' | 'section'): Draft => ({ kind: 'close', what });
const row = (
	cells: (string | { text: string; rows?: number; columns?: number; isHead?: boolean })[],
	isHead = false,
): Draft => ({
	kind: 'row',
	isHead,
	cells: cells.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
});

/** Each block by its text, with the texts of the headings that it stands under. */
function outline(of: readonly Draft[]): string[] {
	const { text, blocks } = assemble(of);
	const textOf = ({ start, end }: Block) => text.slice(start, end);
	return blocks.map((block) => [...headingPath(blocks, block).map(textOf), textOf(block)].join(' › '));
}

/** Each row as its cells with what names them. */
function rows(of: readonly Draft[]): string[] {
	const { text, blocks } = assemble(of);
	const textOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
	return blocks
		.filter((block): block is Row => block.kind === 'row' && !block.isHead)
		.map((block) =>
			block.cells
				.map((cell) => [...headsOf(headRows(blocks, block), block, cell), cell].map(textOf).join(': '))
				.join(' · '),
		);
}

describe('assemble', () => {
	it('puts blocks under their headings', () => {
		expect(
			outline([
				paragraph('a'),
				heading(2, 'B'),
				paragraph('c'),
				heading(3, 'D'),
				paragraph('e'),
				heading(2, 'F'),
				paragraph('g'),
			]),
		).toEqual(['a', 'B', 'B › c', 'B › D', 'B › D › e', 'F', 'F › g']);
	});

	it('puts an answer under its question, and goes on after it', () => {
		expect(
			outline([
				heading(2, 'Pass'),
				open('section'),
				{ kind: 'question', text: 'Where?' },
				paragraph('At the desk.'),
				heading(2, 'More'),
				paragraph('Bring a photo.'),
				close('section'),
				paragraph('Passes last a year.'),
				{ kind: 'question', text: 'How much?' },
				paragraph('Nothing.'),
				{ kind: 'question', text: 'How long?' },
				paragraph('A day.'),
				heading(2, 'Other'),
			]),
		).toEqual([
			'Pass',
			'Pass › Where?',
			'Pass › Where? › At the desk.',
			'Pass › Where? › More',
			'Pass › Where? › More › Bring a photo.',
			'Pass › Passes last a year.',
			'Pass › How much?',
			'Pass › How much? › Nothing.',
			'Pass › How long?',
			'Pass › How long? › A day.',
			'Other',
		]);
	});

	it('goes on under the heading before when a fold ends', () => {
		expect(
			outline([
				heading(2, 'Setup'),
				open('section'),
				heading(3, 'Linux'),
				paragraph('Use a package.'),
				close('section'),
				paragraph('Then start it.'),
			]),
		).toEqual(['Setup', 'Setup › Linux', 'Setup › Linux › Use a package.', 'Setup › Then start it.']);
	});

	it('knows of which list an item is, how deep, and what introduces it', () => {
		const { blocks } = assemble([
			paragraph('Bring along:'),
			open('list'),
			item('a bag', 1),
			open('list'),
			item('of cloth'),
			close('list'),
			{ kind: 'code', language: 'sh', text: 'pack' },
			item('a rope', 2),
			close('list'),
			paragraph('Then go.'),
		]);
		expect(blocks).toMatchObject([
			{ kind: 'paragraph', list: -1 },
			{ kind: 'item', list: 1, depth: 0, introduction: 0, number: 1 },
			{ kind: 'item', list: 1, depth: 1, introduction: 1, number: null },
			{ kind: 'code', list: 1, introduction: 2, language: 'sh' },
			{ kind: 'item', list: 1, depth: 0, introduction: 0, number: 2 },
			{ kind: 'paragraph', list: -1 },
		]);
	});

	it('names cells by the heads of their columns, several rows and columns of them too', () => {
		expect(
			rows([
				open('table'),
				row(
					[
						{ text: 'Plan', rows: 2 },
						{ text: 'Price', columns: 2 },
					],
					true,
				),
				row(['month', 'year'], true),
				row(['Hill', '4', '40']),
				row([{ text: 'Ridge', rows: 2 }, '11', '']),
				row(['12', '120']),
				close('table'),
			]),
		).toEqual([
			'Plan: Hill · Price: month: 4 · Price: year: 40',
			'Plan: Ridge · Price: month: 11',
			'Plan: Ridge · Price: month: 12 · Price: year: 120',
		]);
	});

	it('names cells by the head of their row where columns have none', () => {
		expect(rows([open('table'), row([{ text: 'Monday', isHead: true }, '9–17']), close('table')])).toEqual([
			'Monday · Monday: 9–17',
		]);
	});

	it('takes the heads of a table without rows for rows', () => {
		expect(rows([open('table'), row(['Ferry', 'daily'], true), close('table')])).toEqual(['Ferry · daily']);
	});

	it('takes headings that have nothing below them at all for paragraphs', () => {
		expect(assemble([heading(1, 'Closed'), heading(2, 'until May')]).blocks).toMatchObject([
			{ kind: 'paragraph', under: -1 },
			{ kind: 'paragraph', under: -1 },
		]);
	});

	it('keeps the lines of code and what stands between its words', () => {
		const { text } = assemble([{ kind: 'code', language: null, text: '\r\n  if a:\r\n\tb  =  1  \r\n\r\nc\r\n' }]);
		expect(text).toBe('  if a:\n\tb  =  1\n\nc');
	});

	it('keeps a cell that claims a million rows and columns within bounds', () => {
		const cells = Array.from({ length: 500 }, () => ({ text: 'x', rows: 1e6, columns: 1e6 }));
		const { blocks } = assemble([open('table'), ...Array.from({ length: 300 }, () => row(cells))]);
		const count = blocks.reduce((sum, block) => sum + (block.kind === 'row' ? block.cells.length : 0), 0);
		expect(count).toBeLessThan(300 * 601);
	});

	it('tiles the text in order, slices to what was drafted, and refers to what there is', () => {
		fc.assert(
			fc.property(drafts, (of) => {
				const { text, blocks, drafts: own } = assemble(of);
				expect(own).toHaveLength(blocks.length);
				let last = 0;
				blocks.forEach((block, place) => {
					expect(text.slice(last, block.start)).toBe(place === 0 ? '' : '\n');
					expect(wordsOf(text.slice(block.start, block.end))).toEqual(wordsOfDraft(own[place]!));
					last = block.end;
					expect(block.under).toBeLessThan(place);
					if (block.under >= 0) expect(['heading', 'question']).toContain(blocks[block.under]!.kind);
					if (block.kind === 'item' || block.kind === 'code') expect(block.introduction).toBeLessThan(place);
					if (block.kind === 'row') {
						expect(blocks[block.table]!.kind).toBe('row');
						for (const cell of block.cells) expect(cell.end).toBeLessThanOrEqual(block.end);
					}
				});
				expect(last).toBe(text.length);
			}),
		);
	});

	it('loses no block that says something', () => {
		fc.assert(
			fc.property(drafts, (of) => {
				const said = of
					.filter((draft) => draft.kind !== 'open' && draft.kind !== 'close')
					.filter((draft) => wordsOfDraft(draft).length > 0);
				expect(assemble(of).drafts).toEqual(said);
			}),
		);
	});
});

function wordsOf(text: string): string[] {
	return text.match(/\S+/g) ?? [];
}

function wordsOfDraft(draft: BlockDraft): string[] {
	return wordsOf(draft.kind === 'row' ? draft.cells.map(({ text }) => cleanLine(text)).join(' ') : draft.text);
}

describe('heads', () => {
	it('that part a wider head do not name a cell as wide as that', () => {
		const fees = [
			row(['Boat', { text: 'Winter', columns: 2 }], true),
			row(['Kind', 'Day', 'Week'], true),
			row(['Canoe', { text: '9', columns: 2 }]),
			row(['Punt', '4', '20']),
		];
		expect(rows([{ kind: 'open', what: 'table' }, ...fees])).toEqual([
			'Boat: Kind: Canoe · Winter: 9',
			'Boat: Kind: Punt · Winter: Day: 4 · Winter: Week: 20',
		]);
	});
});
