import { codeAt } from './code.js';
import { joined, type Line, pieceFrom } from './lines.js';
import { type Count, countOf, type Marker, markerOf } from './markers.js';
import { endsWithColon, isRule } from './signs.js';
import { type Found, goesOn, type LocatedDraft, paragraphAt, type Source } from './source.js';

/** Lines that are looked at for the second item of a numbered list. */
const LOOKED_AHEAD = 100;

/** Columns by which items of one list may differ in indentation. */
const SLACK = 1;

/** A list that is open, at its last item. */
interface Level {
	readonly indent: number;
	readonly style: string;
	readonly count: Count | null;
	items: number;
	last: number;
}

/** The list that begins at a line, with the lists in it. */
export function listAt(source: Source, at: number): Found | null {
	const marker = startOf(source, at);
	const line = source.lines[at];
	if (marker === null || line === undefined) return null;
	const drafts: LocatedDraft[] = [{ kind: 'open', what: 'list' }];
	const levels: Level[] = [levelOf(line, marker)];
	let next = at;
	for (;;) {
		const found = next === at ? itemAt(source, at, marker, levels) : nextInList(source, next, levels, drafts);
		if (found === null) break;
		for (const draft of found.drafts) drafts.push(draft);
		next = found.next;
	}
	leave(levels, drafts, () => false);
	drafts.push({ kind: 'close', what: 'list' });
	return { drafts, next };
}

/** The marker of a line that begins a list: a bullet, or a number with another after it, indented or introduced. */
function startOf(source: Source, at: number): Marker | null {
	const line = source.lines[at];
	const marker = line === undefined ? null : markerOf(line.text);
	if (line === undefined || marker === null) return null;
	if (marker.numbers === null) {
		if (source.speechDashes.has(marker.style)) return null;
		return marker.style !== '—' || hasSecond(source, at, marker) ? marker : null;
	}
	const before = source.lines[at - 1];
	if (before !== undefined && endsWithColon(before.text)) return marker;
	return line.indent >= source.indent + 2 || hasSecond(source, at, marker) ? marker : null;
}

function hasSecond(source: Source, at: number, marker: Marker): boolean {
	const first = source.lines[at];
	if (first === undefined) return false;
	const level = levelOf(first, marker);
	for (let i = at + 1; i < Math.min(source.lines.length, at + LOOKED_AHEAD); i++) {
		const line = source.lines[i];
		if (line === undefined || line.role !== undefined) return false;
		const other = markerOf(line.text);
		const isLevel = Math.abs(line.indent - first.indent) <= SLACK;
		if (other !== null && isLevel && isNext(level, other)) return true;
		if (line.indent > first.indent + SLACK || goesOn(source, i - 1)) continue;
		if (other === null || !isLevel || other.style === marker.style) return false;
	}
	return false;
}

function levelOf({ indent }: Line, { style, numbers }: Marker): Level {
	const count = numbers === null ? null : countOf(numbers);
	return { indent, style, count, items: 1, last: count === null ? 0 : (numbers?.[count] ?? 0) };
}

/** Whether an item with this marker can come after the last: its number is the next, from the third on a later one. */
function isNext({ style, count, items, last }: Level, marker: Marker): boolean {
	if (style !== marker.style || (count === null) !== (marker.numbers === null)) return false;
	if (count === null) return true;
	const number = marker.numbers?.[count];
	if (number === undefined) return false;
	// people let every item be the first, and leave the counting to a program
	return number === last + 1 || (number === last && number === 1) || (items > 1 && number > last);
}

/** What stands at the line within the lists that are open; `null` where they have ended. */
function nextInList(source: Source, at: number, levels: Level[], drafts: LocatedDraft[]): Found | null {
	const line = source.lines[at];
	if (line === undefined || line.role !== undefined || isRule(line.text)) return null;
	const marker = markerOf(line.text);
	if (marker !== null && enter(source, at, line, marker, levels, drafts)) return itemAt(source, at, marker, levels);
	if (marker !== null || !line.hasBlankBefore) return null;
	// a further paragraph of an item
	const base = levels[0]?.indent ?? 0;
	if (line.indent <= base + SLACK) return null;
	leave(levels, drafts, (level) => level.indent < line.indent);
	const code = codeAt(source, at, (levels.at(-1)?.indent ?? 0) + 2);
	if (code !== null) return code;
	const { pieces, next } = paragraphAt(source, at, line);
	return { drafts: [{ kind: 'paragraph', ...joined(pieces) }], next };
}

/** Opens and closes lists so that the item at the line is one of the innermost; `false` if it is of none of them. */
function enter(
	source: Source,
	at: number,
	line: Line,
	marker: Marker,
	levels: Level[],
	drafts: LocatedDraft[],
): boolean {
	const base = levels[0];
	if (base === undefined || line.indent < base.indent - SLACK) return false;
	leave(levels, drafts, (level) => level.indent <= line.indent + SLACK);
	const top = levels.at(-1);
	if (top === undefined) return false;
	if (line.indent > top.indent + SLACK) {
		open(line, marker, levels, drafts);
		return true;
	}
	if (proceed(top, marker)) return true;
	// without indentation, the style tells the outer list from the inner one
	const outer = levels.at(-2);
	if (outer !== undefined && Math.abs(outer.indent - line.indent) <= SLACK) {
		if (!proceed(outer, marker)) return false;
		leave(levels, drafts, (level) => level === outer);
		return true;
	}
	if (top.style === marker.style || (line.hasBlankBefore && levels.length === 1)) {
		if (levels.length === 1) return false;
		leave(levels, drafts, (level) => level !== top);
		open(line, marker, levels, drafts);
		return true;
	}
	if (startOf(source, at) === null) return false;
	open(line, marker, levels, drafts);
	return true;
}

function proceed(level: Level, marker: Marker): boolean {
	if (!isNext(level, marker)) return false;
	level.items++;
	if (level.count !== null) level.last = marker.numbers?.[level.count] ?? level.last;
	return true;
}

function open(line: Line, marker: Marker, levels: Level[], drafts: LocatedDraft[]): void {
	levels.push(levelOf(line, marker));
	drafts.push({ kind: 'open', what: 'list' });
}

/** Closes lists from within, up to the first that is kept. The outermost is kept. */
function leave(levels: Level[], drafts: LocatedDraft[], isKept: (level: Level) => boolean): void {
	for (let top = levels.at(-1); top !== undefined && levels.length > 1 && !isKept(top); top = levels.at(-1)) {
		levels.pop();
		drafts.push({ kind: 'close', what: 'list' });
	}
}

/** An item, with the lines that go on with it. */
function itemAt(source: Source, at: number, marker: Marker, levels: readonly Level[]): Found | null {
	const line = source.lines[at];
	const level = levels.at(-1);
	if (line === undefined || level === undefined) return null;
	const pieces = [pieceFrom(line, marker.units)];
	let next = at + 1;
	for (; ; next++) {
		const more = source.lines[next];
		if (more === undefined || more.hasBlankBefore || more.role !== undefined) break;
		if (markerOf(more.text) !== null || isRule(more.text)) break;
		if (more.indent <= line.indent && !goesOn(source, next - 1)) break;
		pieces.push(more);
	}
	const number = level.count === null ? null : level.last;
	return { drafts: [{ kind: 'item', number, ...joined(pieces) }], next };
}
