import type { Block } from './blocks.js';
import type { Document, Span } from './document.js';
import { isContent } from './structure.js';
import { splitSentences } from './sentences.js';

/** The least that is found and cited: a sentence, a row of a table, or a block of code. */
export interface Unit extends Span {
	/** The place of its block. */
	readonly block: number;
}

/** The units of a document, in reading order. They do not overlap; headings, questions and heads of tables are none. */
export function unitsOf({ text, language, blocks }: Pick<Document, 'text' | 'language' | 'blocks'>): Unit[] {
	return blocks.flatMap((block, place) =>
		isContent(block) ? unitsOfBlock(text, language, block).map((span) => ({ ...span, block: place })) : [],
	);
}

/** The sentences of prose and of list items; all other blocks are one. */
export function unitsOfBlock(text: string, language: string, { kind, start, end }: Block): Span[] {
	if (kind === 'code' || kind === 'row') return [{ start, end }];
	return splitSentences(text.slice(start, end), language).map((span) => ({
		start: start + span.start,
		end: start + span.end,
	}));
}
