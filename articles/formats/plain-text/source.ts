import type { BlockDraft, CellDraft, MarkDraft, RowDraft } from '../../draft.js';
import type { Span } from '../../document.js';
import { type Line, linesOf, type Piece } from './lines.js';
import { markerOf } from './markers.js';
import { beginsInLowerCase, endsSentence, endsWithColon, isRule, underlineOf } from './signs.js';
import { wrapWidthOf } from './wrap.js';

/** A row with the places of its cells, which are in order and stand within it. */
export type LocatedRow = Omit<RowDraft, 'cells'> & Span & { readonly cells: readonly (CellDraft & Span)[] };

/** A draft with its place in the text, `[start, end)` in UTF-16 units, or a mark, which has none. */
export type LocatedDraft = (Exclude<BlockDraft, RowDraft> & Span) | LocatedRow | MarkDraft;

/** A plain text, with what must be known of the whole of it to read a part. */
export interface Source {
	readonly text: string;
	readonly lines: readonly Line[];
	/** Whether no line is blank, so that nothing can stand alone between blank lines. */
	readonly isDense: boolean;
	/** The least indentation of a line, in columns. */
	readonly indent: number;
	/** UTF-16 units at which its paragraphs are wrapped; 0 if they are not, or if nobody can tell. */
	readonly wrapWidth: number;
	/** The dashes with which speech begins in it, which are then no bullets. */
	readonly speechDashes: ReadonlySet<string>;
}

/** What a part of the text turned out to be, and the line that comes after it. */
export interface Found {
	readonly drafts: readonly LocatedDraft[];
	readonly next: number;
}

/** UTF-16 units of a line within which speech shows. */
const SPEECH_UNITS = 400;

/** Verbs that tell who speaks. */
const SPOKEN =
	'dit répondit répliqua demanda cria murmura lança dijo preguntó respondió contestó exclamó disse perguntou ' +
	'respondeu rispose chiese сказал сказала спросил спросила ответил ответила said asked replied nói hỏi đáp kêu bảo';

/** `– Yes, – she said`, `- Đi đâu? - Tôi hỏi`, `– Oui, dit-il`. */
const SPEECH = new RegExp(
	`[,!?….:"”»]\\s[-–—]\\s?\\p{L}|[,!?…"”»]\\s?(?:${SPOKEN.replaceAll(' ', '|')})(?![\\p{L}\\p{M}])`,
	'u',
);

export function sourceOf(text: string, lines: readonly Line[] = linesOf(text)): Source {
	let indent = Infinity;
	for (const line of lines) indent = Math.min(indent, line.indent);
	return {
		text,
		lines,
		isDense: lines.every(({ hasBlankBefore }, i) => i === 0 || !hasBlankBefore),
		indent: Number.isFinite(indent) ? indent : 0,
		wrapWidth: wrapWidthOf(lines),
		speechDashes: speechDashesOf(lines),
	};
}

/** A dash begins speech where at least a quarter of its lines show speech, and a hyphen where at least half do. */
function speechDashesOf(lines: readonly Line[]): Set<string> {
	const seen = new Map<string, { lines: number; speech: number }>();
	for (const { text } of lines) {
		const dash = /^[-–—](?=\s)/.exec(text)?.[0];
		if (dash === undefined) continue;
		const counts = seen.get(dash) ?? { lines: 0, speech: 0 };
		counts.lines++;
		if (SPEECH.test(text.slice(1, SPEECH_UNITS))) counts.speech++;
		seen.set(dash, counts);
	}
	const dashes = new Set<string>();
	for (const [dash, counts] of seen) {
		if (counts.speech * (dash === '-' ? 2 : 4) >= counts.lines) dashes.add(dash);
	}
	return dashes;
}

/** Whether the line after `at` goes on with what stands in it: hard-wrapped text. */
export function goesOn({ lines, wrapWidth }: Source, at: number): boolean {
	const line = lines[at];
	const next = lines[at + 1];
	if (line === undefined || next === undefined || next.hasBlankBefore || next.role !== undefined) return false;
	// what follows a label may hang under it
	const isAligned = next.indent === line.indent || (line.role !== undefined && next.indent > line.indent);
	if (!isAligned || endsWithColon(line.text) || beginsBlock(next)) return false;
	const after = lines[at + 2];
	if (after !== undefined && !after.hasBlankBefore && underlineOf(after.text) !== null) return false;
	if (wrapWidth > 0 && isFull(line, next, wrapWidth)) return true;
	if (endsSentence(line.text)) return false;
	return (beginsInLowerCase(next.text) && !isListed(line)) || isWrappedHan(line, next);
}

/** A short line that begins in lower case is rather one of a list without bullets: `milk`, `eggs`. */
function isListed({ text }: Line): boolean {
	return text.length < 24 && !/\s/.test(text) && beginsInLowerCase(text);
}

function isFull(line: Line, next: Line, width: number): boolean {
	const word = /^\S{1,200}/.exec(next.text)?.[0] ?? '';
	return line.text.length <= width && line.text.length + 1 + word.length > width;
}

/** A full line of Chinese or Japanese ends within a sentence; what it is wrapped into is not longer. */
function isWrappedHan(line: Line, next: Line): boolean {
	return (
		line.text.length >= 20 &&
		next.text.length <= line.text.length + 2 &&
		/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}，、]$/u.test(line.text.slice(-2)) &&
		/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(next.text.slice(0, 2))
	);
}

/** Whether a line begins with what sets off a block. */
function beginsBlock({ text }: Line): boolean {
	return /^(?:>|\||```|#{1,6}\s)/.test(text) || markerOf(text) !== null || isRule(text);
}

/** The pieces of a paragraph that begins with `first`, a piece of the line `at`, and the line after it. */
export function paragraphAt(source: Source, at: number, first: Piece): { pieces: Piece[]; next: number } {
	const pieces = [first];
	let next = at + 1;
	for (; goesOn(source, next - 1); next++) {
		const line = source.lines[next];
		if (line !== undefined) pieces.push(line);
	}
	return { pieces, next };
}
