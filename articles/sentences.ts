import type { Span } from './document.js';
import { repairBreaks } from './sentence-breaks.js';
import { splitLong } from './long-sentences.js';

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
	const isBoundary = boundaryTest(line);
	const breaks = repairBreaks(line, sentenceBreaks(line, language), language).filter(isBoundary);
	const sentences: Span[] = [];
	let start = 0;
	for (const end of [...breaks, line.length]) {
		for (const part of splitLong(line, { start, end }, language)) {
			const span = trimmed(line, part, isBoundary);
			if (span.end > span.start) sentences.push(span);
		}
		start = end;
	}
	return sentences;
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
