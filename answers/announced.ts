import type { Block } from '../articles/blocks.js';
import { textOf, type Document, type Span } from '../articles/document.js';
import { isContent } from '../articles/structure.js';
import { unitsOfBlock } from '../articles/units.js';
import { rowPart, sentenceParts, type QuotedPart } from './quote-parts.js';

/** Of what a sentence announces, at most so many sentences or rows. */
const MOST = { sentences: 3, rows: 12 };

/**
 * What a sentence announces that ends in a colon, though no list and no code follows: what is left of its block, or else the paragraph or
 * the rows of the table right behind. Alone it would promise an answer and give none.
 */
export function announcedParts(document: Document, sentence: Span, place: number): QuotedPart[] {
	const { text, language, blocks } = document;
	const block = blocks[place];
	if (block === undefined || !/[:：]$/u.test(textOf(document, sentence).trimEnd())) return [];
	const rest = unitsOfBlock(text, language, block).filter(({ start }) => start >= sentence.end);
	if (rest.length > 0) return found(document, [sentence, ...rest.slice(0, MOST.sentences)]);
	const next = blocks.slice(place + 1).find((other) => isContent(other) || other.under !== block.under);
	if (next === undefined || next.under !== block.under) return [];
	if (next.kind === 'row') return rowsOf(blocks, next.table).map((row) => rowPart(document, row, true));
	if (next.kind !== 'paragraph') return [];
	return found(document, [sentence, ...unitsOfBlock(text, language, next).slice(0, MOST.sentences)]);
}

/** Without the first of them, which is shown already. */
function found(document: Document, spans: readonly Span[]): QuotedPart[] {
	return sentenceParts(document, spans, () => true).slice(1);
}

function rowsOf(blocks: readonly Block[], table: number) {
	return blocks
		.slice(table, table + MOST.rows + 1)
		.filter((block) => block.kind === 'row' && block.table === table && !block.isHead)
		.flatMap((block) => (block.kind === 'row' ? [block] : []))
		.slice(0, MOST.rows);
}
