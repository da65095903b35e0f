import type { CellDraft } from '../../draft.js';
import type { Span } from '../../document.js';
import { type Line, pieceWithin } from './lines.js';
import { isRule } from './signs.js';

export type Cells = readonly (CellDraft & Span)[];

/** Rows, `null` for a rule between them, and the line after them. */
export interface Rows {
	readonly rows: readonly (Cells | null)[];
	readonly next: number;
}

/** UTF-16 units of the longest line of a table. */
const MAX_UNITS = 500;

/** Rows from which columns can be told from chance. */
const LEAST_ROWS = 3;

/** Between cells: two columns of white space or more, or a row of dots. */
const GAP = /(?:[^\S\u3000]{2,}|\s?\u3000\s*|\s?(?:\.{4,}|…{2,}|(?:\s\.){3,})\s?)/gu;

/** Letters that take two columns of a text in columns. */
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

/** A stretch of columns, `[from, to)`. */
interface Columns {
	readonly from: number;
	readonly to: number;
}

/** A cell: where it stands in the text of its line, in UTF-16 units, and which columns it takes. */
interface Chunk extends Columns {
	readonly start: number;
	readonly end: number;
}

/**
 * Rows whose columns are aligned: at least three lines with the same gap, whose cells begin or end alike.
 *
 * @param failed Says before which line no such rows begin; it is moved on, so that no line is tried again and again.
 */
export function alignedAt(lines: readonly Line[], at: number, failed: { until: number }): Rows | null {
	let taken: Columns[] | null = null;
	const rows: (readonly Chunk[] | null)[] = [];
	let next = at;
	for (; next < lines.length; next++) {
		const line = lines[next];
		if (line === undefined || line.text.length > MAX_UNITS) break;
		if (next > at && (line.hasBlankBefore || line.role !== undefined)) break;
		if (isRule(line.text)) {
			if (rows.length === 0) return null;
			rows.push(null);
			continue;
		}
		const chunks = chunksOf(line);
		if (chunks.length < 2) break;
		const both: Columns[] = taken === null ? chunks : union(taken, chunks);
		if (both.length < 2) break;
		taken = both;
		rows.push(chunks);
	}
	const filled = rows.filter((row) => row !== null);
	if (taken === null || filled.length < LEAST_ROWS) return null;
	if (!areAligned(filled, taken)) {
		failed.until = next;
		return null;
	}
	const columns = taken;
	let row = at;
	return {
		rows: rows.map((chunks) => {
			const line = lines[row++];
			return chunks === null || line === undefined ? null : cellsOf(line, chunks, columns);
		}),
		next,
	};
}

function chunksOf(line: Line): Chunk[] {
	// most lines have no gap, and are not measured
	if (!/\s{2}|\u3000|\.{4}|…{2}|\s\.\s\./u.test(line.text)) return [];
	const chunks: Chunk[] = [];
	let column = line.indent;
	let at = 0;
	const add = (start: number, end: number): void => {
		const from = column + widthOf(line.text.slice(at, start));
		column = from + widthOf(line.text.slice(start, end));
		at = end;
		if (end > start) chunks.push({ start, end, from, to: column });
	};
	let from = 0;
	for (const { 0: gap, index } of line.text.matchAll(GAP)) {
		add(from, index);
		from = index + gap.length;
	}
	add(from, line.text.length);
	return chunks;
}

function widthOf(text: string): number {
	if (/^[\x20-\x7E]*$/.test(text)) return text.length;
	let width = 0;
	for (const sign of text) width += /[\p{M}\p{Cf}]/u.test(sign) ? 0 : WIDE.test(sign) ? 2 : 1;
	return width;
}

/** What either of two rows takes, where stretches that touch are one. */
function union(a: readonly Columns[], b: readonly Columns[]): Columns[] {
	const all: Columns[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const first = a[i];
		const second = b[j];
		const isFirst = second === undefined || (first !== undefined && first.from <= second.from);
		const part = isFirst ? first : second;
		if (isFirst) i++;
		else j++;
		if (part === undefined) break;
		const last = all.at(-1);
		if (last === undefined || last.to < part.from) all.push(part);
		else all[all.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
	}
	return all;
}

/** Whether in each column after the first, two thirds of the cells begin alike, or end alike. */
function areAligned(rows: readonly (readonly Chunk[])[], columns: readonly Columns[]): boolean {
	const counts = columns.map(() => ({ cells: 0, starts: 0, ends: 0 }));
	for (const chunks of rows) {
		let at = 0;
		for (const { from, to } of chunks) {
			while (from >= (columns[at]?.to ?? Infinity)) at++;
			const column = columns[at];
			const count = counts[at];
			if (column === undefined || count === undefined) continue;
			count.cells++;
			if (from === column.from) count.starts++;
			if (to === column.to) count.ends++;
		}
	}
	return counts.slice(1).every(({ cells, starts, ends }) => Math.max(starts, ends) * 3 >= cells * 2);
}

/**
 * One cell for each column up to the last that the row fills. A cell without text stands, empty, where the one before
 * it ends.
 */
function cellsOf(line: Line, chunks: readonly Chunk[], columns: readonly Columns[]): Cells {
	const cells: (CellDraft & Span)[] = [];
	let at = 0;
	let end = 0;
	for (const { to } of columns) {
		const first = chunks[at];
		if (first === undefined) break;
		const start = first.from < to ? first.start : end;
		for (let chunk = chunks[at]; chunk !== undefined && chunk.from < to; chunk = chunks[++at]) end = chunk.end;
		cells.push(pieceWithin(line, start, end));
	}
	return cells;
}
