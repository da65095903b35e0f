import type { Span } from './document.js';
import { repairBreaks } from './sentence-breaks.js';
import { splitLong } from './long-sentences.js';

/**
 * UTF-16 units of a line that are segmented at once. Every segment that V8 hands out carries a copy of the whole text,
 * so that time and memory grow with the square of its length.
 */
const WINDOW_UNITS = 4000;

/** What must follow a break within the window, for all that the break depends on to be seen. */
const CONTEXT_UNITS = 200;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Finds the sentences of a clean text.
 *
 * The spans are in reading order, do not overlap and are not empty; only white space stands outside them. No sentence
 * crosses a line feed, and no span ends inside a grapheme. Where the writing has no full stop (Thai, Lao), or a
 * sentence goes on for too long to be quoted, it is parted at clauses; see {@link splitLong}.
 *
 * @param language A BCP 47 tag; `und` where it is not known.
 */
export function splitSentences(text: string, language: string): Span[] {
	return Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ 0: line, index }) =>
		sentencesOfLine(line, language).map(({ start, end }) => ({ start: index + start, end: index + end })),
	);
}

function sentencesOfLine(line: string, language: string): Span[] {
	const sentences: Span[] = [];
	for (let start = 0; start < line.length;) {
		const window = line.slice(start, start + WINDOW_UNITS);
		const isLast = start + window.length === line.length;
		const isBoundary = boundaryTest(window);
		const breaks = repairBreaks(window, sentenceBreaks(window, language), language).filter(isBoundary);
		const ends = isLast ? [...breaks, window.length] : breaks.filter((end) => end <= window.length - CONTEXT_UNITS);
		// a sentence longer than the window is to be parted in any case
		if (ends.length === 0) ends.push(seam(window));

		let from = 0;
		for (const end of ends) {
			for (const part of splitLong(window, { start: from, end }, language)) {
				const span = trimmed(window, part, isBoundary);
				if (span.end > span.start) sentences.push({ start: start + span.start, end: start + span.end });
			}
			from = end;
		}
		start += from;
	}
	return sentences;
}

/** After the last white space of a window, else before its last grapheme, which may go on in the next one. */
function seam(window: string): number {
	const space = window.search(/\s\S*$/);
	return space > 0 ? space : graphemes.segment(window).containing(window.length - 1)?.index || window.length;
}

/** Where sentences begin by the rules of Unicode (UAX 29), the start of the line left out. */
function sentenceBreaks(line: string, language: string): number[] {
	const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
	return Array.from(segmenter.segment(line), ({ index }) => index).slice(1);
}

function boundaryTest(line: string): (position: number) => boolean {
	const segments = graphemes.segment(line);
	return (position) => segments.containing(position)?.index === position || position === line.length;
}

/** Leaves white space out at both ends, unless a combining mark sits on it. */
function trimmed(line: string, { start, end }: Span, isBoundary: (position: number) => boolean): Span {
	const text = line.slice(start, end);
	let from = start + (text.length - text.trimStart().length);
	let to = end - (text.length - text.trimEnd().length);
	while (from > start && !isBoundary(from)) from -= 1;
	while (to < end && !isBoundary(to)) to += 1;
	return { start: Math.min(from, to), end: to };
}
