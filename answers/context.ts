import { textOf, type Document, type Span } from '../articles/document.js';
import { splitSentences } from '../articles/sentences.js';
import { findBlockIndex } from '../articles/structure.js';
import { leansOnBefore } from './leaning.js';

/** UTF-16 units of a paragraph that are parted anew to find a sentence in it; of a longer one, those before the sentence. */
const PARAGRAPH_UNITS = 6000;
/** Of a context, at most: {@link splitSentences} parts what is longer, where it can be parted at all. */
const CONTEXT_UNITS = 600;

/**
 * The sentence before one that is only understood with it, of the same paragraph; `undefined` where the sentence stands by itself, or first in
 * its block.
 */
export function contextOf(document: Document, span: Span): Span | undefined {
	const previous = sentenceBefore(document, span.start);
	if (previous === undefined) return undefined;
	return leansOnBefore(textOf(document, span), textOf(document, previous), document.language) ? previous : undefined;
}

/** The last sentence of the paragraph that ends before a place, if only white space stands between. */
function sentenceBefore({ text, language, blocks }: Document, place: number): Span | undefined {
	const block = blocks[findBlockIndex(blocks, { start: place, end: place + 1 })];
	// a line that its author broke is read with the lines before it
	const paragraph = block?.start ?? text.lastIndexOf('\n', place - 1) + 1;
	const from = Math.max(paragraph, place - PARAGRAPH_UNITS);
	const sentences = splitSentences(text.slice(from, place), language);
	// in the middle of a paragraph the first one may lack its beginning
	const last = from > paragraph && sentences.length < 2 ? undefined : sentences.at(-1);
	if (last === undefined || last.end - last.start > CONTEXT_UNITS) return undefined;
	const previous = { start: from + last.start, end: from + last.end };
	return text.slice(previous.end, place).trim() === '' ? previous : undefined;
}
