import type { QuotedCell, QuotedPart, QuotedRow } from './quote-parts.js';

/** Sets the nested items of a list in. */
const INDENT = '  ';

/**
 * A quote as lines of plain text: sentences of a paragraph on one line, items with their numbers, a row as "Plan: Ridge · Stations: 12",
 * code as it is.
 */
export function quoteLines(parts: readonly QuotedPart[], omission: (count: number) => string): string[] {
	const lines: string[] = [];
	for (const part of parts) {
		if (part.kind === 'sentence' && part.joint !== '\n')
			lines.push(`${lines.pop() ?? ''}${part.joint}${oneLine(part.quote)}`);
		else lines.push(...linesOf(part, omission));
	}
	return lines;
}

function linesOf(part: QuotedPart, omission: (count: number) => string): string[] {
	switch (part.kind) {
		case 'sentence':
			return [oneLine(part.quote)];
		case 'item':
			return [`${INDENT.repeat(part.depth)}${part.number === null ? '-' : `${part.number}.`} ${oneLine(part.quote)}`];
		case 'row':
			return [rowText(part)];
		case 'code':
			return part.quote.split('\n');
		case 'omission':
			return [omission(part.count)];
	}
}

/** A row in one line, each cell with what names it. */
export function rowText({ cells }: QuotedRow): string {
	return cells.map((cell) => [headText(cell), oneLine(cell.quote)].filter(Boolean).join(': ')).join(' · ');
}

/** What names a cell, in one line; empty where nothing does. A head that ends in a colon needs no other. */
export function headText({ heads }: QuotedCell): string {
	return heads.map(({ quote }) => oneLine(quote).replace(/\s*[:：]$/u, '')).join(' › ');
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}
