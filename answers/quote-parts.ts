import type { Code, Item, Row } from '../articles/blocks.js';
import { textOf, type Document, type Span } from '../articles/document.js';
import { headRows, headsOf } from '../articles/structure.js';

/** Words of a document's text, by position: `text.slice(start, end)`. */
export interface Excerpt extends Span {
	readonly quote: string;
}

/** What a quote shows of its document, in reading order. */
export type QuotedPart = QuotedSentence | QuotedItem | QuotedRow | QuotedCode | Omission;

interface Marked extends Excerpt {
	/** Whether it is what was found; the others belong to it. */
	readonly isHighlight: boolean;
}

/** A sentence of a paragraph, or the line that introduces a list or code. */
export interface QuotedSentence extends Marked {
	readonly kind: 'sentence';
	/** What stands between it and the sentence before: a line feed where a line begins, ` … ` where words are left out. */
	readonly joint: '' | ' ' | ' … ' | '\n';
}

export interface QuotedItem extends Marked {
	readonly kind: 'item';
	/** Of an ordered list; `null` in others. */
	readonly number: number | null;
	/** 0 in the outermost list. */
	readonly depth: number;
}

export interface QuotedRow extends Marked {
	readonly kind: 'row';
	readonly cells: readonly QuotedCell[];
}

export interface QuotedCell extends Excerpt {
	/** What names it, the outermost first; none where the table does not say. */
	readonly heads: readonly Excerpt[];
}

export interface QuotedCode extends Marked {
	readonly kind: 'code';
	/** As its author names it; `null` where nobody does. */
	readonly language: string | null;
}

/** Items of a long list that are left out. */
export interface Omission {
	readonly kind: 'omission';
	/** How many. */
	readonly count: number;
}

/** The words at a place. */
export function excerptOf(document: Document, { start, end }: Span): Excerpt {
	return { start, end, quote: textOf(document, { start, end }) };
}

export function sentenceParts(
	document: Document,
	spans: readonly Span[],
	isFound: (span: Span) => boolean,
): QuotedSentence[] {
	return spans.map((span, i) => {
		const before = spans[i - 1];
		const between = before === undefined ? '\n' : document.text.slice(before.end, span.start);
		const gap = between === '' ? '' : between.includes('\n') ? '\n' : ' ';
		const joint = between.trim() === '' ? gap : ' … ';
		return { kind: 'sentence', ...excerptOf(document, span), isHighlight: isFound(span), joint };
	});
}

export function itemPart(document: Document, item: Item, isHighlight: boolean): QuotedItem {
	return { kind: 'item', ...excerptOf(document, item), isHighlight, number: item.number, depth: item.depth };
}

export function codePart(document: Document, code: Code, isHighlight: boolean): QuotedCode {
	return { kind: 'code', ...excerptOf(document, code), isHighlight, language: code.language };
}

export function rowPart(document: Document, row: Row, isHighlight: boolean): QuotedRow {
	const heads = headRows(document.blocks, row);
	const cells = row.cells.map((cell) => ({
		...excerptOf(document, cell),
		heads: headsOf(heads, row, cell).map((head) => excerptOf(document, head)),
	}));
	return { kind: 'row', ...excerptOf(document, row), isHighlight, cells };
}
