import type { QuotedCode, QuotedItem, QuotedPart, QuotedRow, QuotedSentence } from '../../answers/quote-parts.js';

/** A part of a quote before it has a place. */
export type UnplacedPart =
	| Omit<QuotedSentence, 'start' | 'end'>
	| Omit<QuotedItem, 'start' | 'end'>
	| Omit<QuotedRow, 'start' | 'end'>
	| Omit<QuotedCode, 'start' | 'end'>;

/** A sentence on a line of its own. */
export function said(quote: string, isHighlight = false, joint: QuotedSentence['joint'] = '\n'): UnplacedPart {
	return { kind: 'sentence', quote, isHighlight, joint };
}

export function item(quote: string, number: number | null = null, isHighlight = false, depth = 0): UnplacedPart {
	return { kind: 'item', quote, isHighlight, number, depth };
}

/** A row by its cells: what names one, of the outermost on, and its words. */
export function row(...cells: readonly (readonly [heads: readonly string[], quote: string])[]): UnplacedPart {
	const at = { start: 0, end: 0 };
	return {
		kind: 'row',
		quote: cells.map(([, quote]) => quote).join('\n'),
		isHighlight: true,
		cells: cells.map(([heads, quote]) => ({ ...at, quote, heads: heads.map((head) => ({ ...at, quote: head })) })),
	};
}

export function code(quote: string, language: string | null = null, isHighlight = true): UnplacedPart {
	return { kind: 'code', quote, isHighlight, language };
}

/** Parts one after the other, with a line feed between. */
export function placed(parts: readonly UnplacedPart[], first: number): Exclude<QuotedPart, { kind: 'omission' }>[] {
	let end = first - 1;
	return parts.map((part) => {
		const start = end + 1;
		end = start + part.quote.length;
		return { ...part, start, end };
	});
}
