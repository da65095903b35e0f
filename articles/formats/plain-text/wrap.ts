import type { Line } from './lines.js';
import { beginsInLowerCase, endsSentence } from './signs.js';

/** UTF-16 units between which editors and mail programs wrap. */
const LEAST_WIDTH = 40;
const MOST_WIDTH = 120;

/** Lines of a paragraph from which wrapping can be told. */
const LEAST_LINES = 3;

/**
 * The width at which a text is wrapped, in UTF-16 units; 0 if it is not.
 *
 * A paragraph is wrapped if the first word of each of its lines had no room at the end of the line before, and if at
 * least one of its lines ends within a sentence.
 */
export function wrapWidthOf(lines: readonly Line[]): number {
	let width = 0;
	let from = 0;
	for (let at = 1; at <= lines.length; at++) {
		const line = lines[at];
		if (line !== undefined && !line.hasBlankBefore && line.indent === lines[at - 1]?.indent) continue;
		if (at - from >= LEAST_LINES) width = Math.max(width, widthOf(lines, from, at));
		from = at;
	}
	return width;
}

function widthOf(lines: readonly Line[], from: number, to: number): number {
	let width = 0;
	for (let at = from; at < to; at++) width = Math.max(width, lines[at]?.text.length ?? 0);
	if (width < LEAST_WIDTH || width > MOST_WIDTH) return 0;
	let isWithinSentence = false;
	for (let at = from + 1; at < to; at++) {
		const before = lines[at - 1]?.text ?? '';
		const text = lines[at]?.text ?? '';
		const word = /^\S*/.exec(text)?.[0] ?? '';
		if (before.length + 1 + word.length <= width) return 0;
		isWithinSentence ||= !endsSentence(before) && beginsInLowerCase(text);
	}
	return isWithinSentence ? width : 0;
}
