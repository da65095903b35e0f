import type { CellDraft } from '../../draft.js';
import type { Span } from '../../document.js';
import { alignedAt, type Cells, type Rows } from './columns.js';
import { isNameOfTime } from './days.js';
import { type Line, pieceWithin } from './lines.js';
import { MAX_SHORT_UNITS } from './signs.js';
import type { Found, LocatedDraft, Source } from './source.js';

/** Borders of tables that are drawn: `|---|:--:|`, `+----+`, `├──┼──┤`. */
const BORDER = /^[-+|:=\s\u2500-\u257F]+$/;
const BARS = /[|│┃║]/;

/** The table that begins at a line: with bars, tabs, or columns that are aligned. */
export function tableAt(source: Source, at: number, failed: { until: number }): Found | null {
	const { lines } = source;
	const line = lines[at];
	if (line === undefined || line.text.length > MAX_SHORT_UNITS || at < failed.until) return null;
	const found = barredAt(lines, at, failed) ?? tabbedAt(lines, at) ?? alignedAt(lines, at, failed);
	return found === null ? null : { drafts: draftsOf(found.rows), next: found.next };
}

function draftsOf(rows: Rows['rows']): LocatedDraft[] {
	const drafts: LocatedDraft[] = [{ kind: 'open', what: 'table' }];
	const filled = rows.filter((row) => row !== null);
	const hasHead = rows[1] === null ? filled.length > 1 : isHead(filled);
	for (const [i, cells] of filled.entries()) {
		const [first] = cells;
		const last = cells.at(-1);
		if (first === undefined || last === undefined) continue;
		drafts.push({ kind: 'row', cells, isHead: hasHead && i === 0, start: first.start, end: last.end });
	}
	drafts.push({ kind: 'close', what: 'table' });
	return drafts;
}

/** A first row without digits is the head of rows with digits, unless it begins with a day or a month as they do. */
function isHead([first, ...others]: readonly Cells[]): boolean {
	if (first === undefined || others.length === 0 || isNameOfTime(first[0]?.text ?? '')) return false;
	const hasDigit = (cells: Cells): boolean => cells.some(({ text }) => /\p{Nd}/u.test(text));
	return !hasDigit(first) && others.every(hasDigit);
}

function isBorder({ text }: Line): boolean {
	return BORDER.test(text) && /[-=\u2500-\u257F]{2}/.test(text);
}

/** Lines with bars: framed by them, or in three lines or more, or two with a rule between. */
function barredAt(lines: readonly Line[], at: number, failed: { until: number }): Rows | null {
	const first = lines[at];
	if (first === undefined || !(BARS.test(first.text) || isDrawn(first))) return null;
	const rows: (Cells | null)[] = [];
	let columns = 0;
	let rules = 0;
	let next = at;
	for (; next < lines.length; next++) {
		const line = lines[next];
		if (line === undefined || line.text.length > MAX_SHORT_UNITS) break;
		if (next > at && (line.hasBlankBefore || line.role !== undefined)) break;
		if (isBorder(line)) {
			if (rows.length > 0) rows.push(null);
			rules++;
			continue;
		}
		if (!BARS.test(line.text)) break;
		const cells = splitAt(line, /[|│┃║]/g);
		columns = Math.max(columns, cells.length);
		if (cells.some(({ text }) => text !== '')) rows.push(cells);
	}
	const filled = rows.filter((row) => row !== null).length;
	const isFramed = /^[|│┃║].*[|│┃║]$/u.test(first.text) || isDrawn(first);
	const isTable = filled >= 3 || (filled >= 2 && (rules > 0 || isFramed)) || (filled === 1 && rules > 0 && isFramed);
	if (isTable && columns > 1) return { rows, next };
	failed.until = next;
	return null;
}

/** `+----+----+`, `┌──┬──┐` */
function isDrawn(line: Line): boolean {
	return /^[+\u250C-\u256C]/.test(line.text) && isBorder(line);
}

/** Cells between separators; what stands before the first and after the last of them counts only if it is not empty. */
function splitAt(line: Line, separator: RegExp): (CellDraft & Span)[] {
	const cells: (CellDraft & Span)[] = [];
	let from = 0;
	for (const { 0: mark, index } of line.text.matchAll(separator)) {
		if (index > 0) cells.push(pieceWithin(line, from, index));
		from = index + mark.length;
	}
	if (from < line.text.length) cells.push(pieceWithin(line, from, line.text.length));
	return cells;
}

/** Lines with tabs: two of as many cells, or three. */
function tabbedAt(lines: readonly Line[], at: number): Rows | null {
	let next = at;
	for (; next < lines.length; next++) {
		const line = lines[next];
		if (line === undefined || !line.text.includes('\t') || line.text.length > MAX_SHORT_UNITS) break;
		if (next > at && (line.hasBlankBefore || line.role !== undefined)) break;
	}
	if (next - at < 2) return null;
	const run = lines.slice(at, next);
	const single = run.map((line) => splitAt(line, /\t/g));
	if (areAlike(single)) return { rows: single, next };
	const rows = run.map((line) => splitAt(line, /\t+/g));
	return rows.length > 2 || areAlike(rows) ? { rows, next } : null;
}

function areAlike(rows: readonly Cells[]): boolean {
	return rows.every(({ length }) => length === rows[0]?.length);
}
