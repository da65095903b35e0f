import type { CellDraft, RowDraft } from '../../draft.js';
import { attribute, childElements, descendants, headingLevel, keyword } from './elements.js';
import type { HtmlElement } from './tree.js';

/** The limits of HTML itself are 1,000 columns and 65,534 rows; a table for readers stays far below these. */
const MAX_COLUMNS = 100;
const MAX_ROWS = 1000;

const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
const BLOCK_CONTENT = new Set([
	'table',
	'ul',
	'ol',
	'dl',
	'pre',
	'blockquote',
	'article',
	'section',
	'figure',
	'form',
	'details',
]);

const BOLD = /^(?:b|strong)$/;

interface TableRow {
	readonly element: HtmlElement;
	readonly cells: readonly HtmlElement[];
	readonly isInHead: boolean;
	/** Rows of its section that follow it. */
	readonly below: number;
}

/** Whether a table holds data, and is not there to lay out a page. */
export function isDataTable(table: HtmlElement): boolean {
	const role = keyword(table, 'role');
	if (role === 'presentation' || role === 'none') return false;
	const rows = rowsOf(table);
	if (!rows.some(({ cells }) => cells.length > 1)) return false;
	const hasHeads = rows.some(({ isInHead, cells }) => isInHead || cells.some(({ name }) => name === 'th'));
	let hasBlocks = false;
	let hasHeadings = false;
	for (const each of descendants(table, ({ name }) => name !== 'table')) {
		hasBlocks ||= BLOCK_CONTENT.has(each.name);
		hasHeadings ||= headingLevel(each) !== undefined;
	}
	if (hasHeadings) return false;
	return (
		hasHeads ||
		role === 'table' ||
		role === 'grid' ||
		childElements(table).some(({ name }) => name === 'caption') ||
		!hasBlocks
	);
}

/** The rows of a table without those that are empty. @param textOf Gives a cell's text on one line. */
export function rowDrafts(table: HtmlElement, textOf: (cell: HtmlElement) => string): RowDraft[] {
	const rows = rowsOf(table);
	const heads = headRows(rows);
	const spans = rows.some(({ cells }) => cells.some((cell) => cell.attributes.has('rowspan')));
	return rows.flatMap(({ element, cells, below }, i): RowDraft[] => {
		const drafts = cells.map((cell) => cellDraft(cell, below, textOf));
		if (drafts.length === 0 || (!spans && drafts.every(({ text }) => text === ''))) return [];
		return [{ kind: 'row', isHead: heads.has(i), cells: drafts, anchor: attribute(element, 'id') }];
	});
}

function cellDraft(cell: HtmlElement, below: number, textOf: (cell: HtmlElement) => string): CellDraft {
	const columns = spanOf(cell, 'colspan', MAX_COLUMNS);
	const stated = /^\s*0+\s*$/.test(cell.attributes.get('rowspan') ?? '') ? MAX_ROWS : spanOf(cell, 'rowspan', MAX_ROWS);
	const rows = Math.min(stated, below + 1);
	const isHead = cell.name === 'th' || /^(?:column|row)header$/.test(keyword(cell, 'role'));
	return { text: textOf(cell), ...(isHead && { isHead }), ...(columns > 1 && { columns }), ...(rows > 1 && { rows }) };
}

function spanOf(cell: HtmlElement, name: string, most: number): number {
	const [digits] = /^\s*\d+/.exec(cell.attributes.get(name) ?? '') ?? [];
	return Math.min(Math.max(Number(digits ?? 1), 1), most);
}

function rowsOf(table: HtmlElement): TableRow[] {
	const rows: TableRow[] = [];
	const inSection = (section: HtmlElement, isInHead: boolean) => {
		const elements = childElements(section).filter(({ name }) => name === 'tr');
		for (const [i, element] of elements.entries()) {
			const cells = childElements(element).filter(({ name }) => name === 'td' || name === 'th');
			rows.push({ element, cells, isInHead, below: elements.length - i - 1 });
		}
	};
	for (const child of childElements(table)) if (SECTIONS.has(child.name)) inSection(child, child.name === 'thead');
	inSection(table, false);
	return rows;
}

function isBold({ cells }: TableRow): boolean {
	const filled = cells.filter(({ size }) => size > 0);
	return filled.length > 1 && filled.every((cell) => boldSize(cell) === cell.size);
}

function boldSize(cell: HtmlElement): number {
	let size = 0;
	for (const each of descendants(cell, ({ name }) => !BOLD.test(name))) if (BOLD.test(each.name)) size += each.size;
	return size;
}

/**
 * Rows of `thead`, and the first rows all of whose cells are heads, unless every row of the table is such. Where no cell
 * is marked as one, a first row that alone is bold.
 */
function headRows(rows: readonly TableRow[]): ReadonlySet<number> {
	const heads = new Set<number>();
	if (!rows.some(({ isInHead, cells }) => isInHead || cells.some(({ name }) => name === 'th'))) {
		const [first, ...others] = rows;
		const isNamed = first !== undefined && others.length > 0 && isBold(first) && !others.some(isBold);
		return new Set(isNamed ? [0] : []);
	}
	let isAtTop = true;
	for (const [i, { isInHead, cells }] of rows.entries()) {
		isAtTop &&= isInHead || (cells.length > 0 && cells.every(({ name }) => name === 'th'));
		if (isInHead || isAtTop) heads.add(i);
	}
	return heads.size === rows.length && !rows.some(({ isInHead }) => isInHead)
		? new Set(heads.size > 1 ? [0] : [])
		: heads;
}
