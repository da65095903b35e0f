import type { Span } from '../../document.js';

/** A stretch of one line: `text` stands at `[start, end)`. */
export interface Piece extends Span {
	readonly text: string;
}

/** A line that is not blank, without the white space at its edges. */
export interface Line extends Piece {
	/** Columns before the text: a tab goes on to the next multiple of four, an ideographic space takes two. */
	readonly indent: number;
	readonly hasBlankBefore: boolean;
	/** Whether a question or its answer begins here; the label itself stands before `start`. */
	readonly role?: 'question' | 'answer';
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** The lines of a text that hold more than white space. */
export function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let hasBlankBefore = false;
	const add = (from: number, to: number): void => {
		const raw = text.slice(from, to);
		const trimmed = raw.trim();
		if (trimmed === '') {
			hasBlankBefore = true;
			return;
		}
		const start = from + raw.length - raw.trimStart().length;
		lines.push({
			text: trimmed,
			start,
			end: start + trimmed.length,
			indent: columnsOf(text, from, start),
			hasBlankBefore,
		});
		hasBlankBefore = false;
	};
	let from = 0;
	for (const { 0: end, index } of text.matchAll(LINE_END)) {
		add(from, index);
		from = index + end.length;
	}
	add(from, text.length);
	return lines;
}

function columnsOf(text: string, from: number, to: number): number {
	let columns = 0;
	for (let i = from; i < to; i++) {
		const unit = text[i];
		if (unit === '\t') columns += 4 - (columns % 4);
		else if (unit === '\u3000') columns += 2;
		else if (unit !== '\uFEFF') columns++;
	}
	return columns;
}

/** The part of a line from `offset` on, in UTF-16 units of its text, without white space at its edges. */
export function pieceFrom(line: Piece, offset: number): Piece {
	return pieceWithin(line, offset, line.text.length);
}

/** The part of a line between two offsets in its text, without white space at its edges. */
export function pieceWithin(line: Piece, from: number, to: number): Piece {
	const raw = line.text.slice(from, to);
	const text = raw.trim();
	const start = line.start + from + (text === '' ? 0 : raw.length - raw.trimStart().length);
	return { text, start, end: start + text.length };
}

/** Letters of scripts that put no space between words. */
const UNSPACED =
	'[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}' +
	'、。，！？：；「」『』（）ー]';
const UNSPACED_AT_END = new RegExp(`${UNSPACED}$`, 'u');
const UNSPACED_AT_START = new RegExp(`^${UNSPACED}`, 'u');

/**
 * Puts pieces of neighboring lines together: with a space, or with nothing between letters of scripts that have no
 * spaces and after a hyphen.
 */
export function joined(pieces: readonly Piece[]): Piece {
	const parts: string[] = [];
	let last = '';
	for (const { text } of pieces) {
		if (parts.length > 0) parts.push(glue(last, text));
		parts.push(text);
		last = text;
	}
	return { text: parts.join(''), start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

function glue(before: string, after: string): string {
	const end = before.slice(-2);
	if (UNSPACED_AT_END.test(end) && UNSPACED_AT_START.test(after.slice(0, 2))) return '';
	return /\p{L}[-‐]$/u.test(end) ? '' : ' ';
}
