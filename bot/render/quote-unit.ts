import type { QuotedCode, QuotedItem, QuotedPart, QuotedRow, QuotedSentence } from '../../answers/quote-parts.js';
import { headText, rowText } from '../../answers/quote-text.js';
import type { Quotation } from '../../commands/services.js';
import { escapeCode, escapeMarkdown, escapeWithin, oneLine, truncate } from '../text.js';

export const QUOTE = '> ';
export const BOLD = '**';
export const ITALIC = '*';
export const FENCE = '```';
/** Sets nested items in: Discord may drop plain spaces, and takes a line of them for a list. */
const INDENT = '\u2003';
const DEEPEST_INDENT = 6;
const LANGUAGE = /^[A-Za-z0-9+#._-]{1,20}$/;

/** A piece of a quote that is shown whole or not at all, or how many such pieces are left out. */
export type Unit = ShownUnit | { readonly kind: 'omission'; readonly count: number };

export type ShownUnit = SentenceUnit | LinesUnit | CodeUnit;

interface Ranked {
	/** Of {@link RANK}. Where there is no room for all, the lowest are shown first. */
	readonly rank: number;
	/** Its beginning: drawn alone it takes at most `room` UTF-16 units, or has no words. */
	readonly cutTo: (room: number) => ShownUnit;
}

/** Words on a line that others stand on too. */
export interface SentenceUnit extends Ranked {
	readonly kind: 'sentence';
	/** Escaped, on one line. */
	readonly text: string;
	readonly isBold: boolean;
	readonly joint: QuotedSentence['joint'];
}

/** Lines of their own. */
export interface LinesUnit extends Ranked {
	readonly kind: 'question' | 'item' | 'row';
	/** Markdown. */
	readonly lines: readonly string[];
}

/** A line of code. */
export interface CodeUnit extends Ranked {
	readonly kind: 'code';
	readonly text: string;
	/** Empty where it is not known. */
	readonly language: string;
	/** The same for all lines of one block. */
	readonly block: number;
}

/** What was found best, what else was found, what both are understood by, the rest of code that was found, all else. */
export const RANK = { best: 0, found: 1, near: 2, code: 3, rest: 4 } as const;

/** The question that a quote answers and what is quoted, in reading order. What shows as nothing is left out. */
export function unitsOf(quotation: Quotation): Unit[] {
	const { parts } = quotation;
	const ranks = ranksOf(quotation);
	return [
		...questionUnits(quotation),
		...parts.flatMap((part, i): Unit[] =>
			part.kind === 'omission' ? [part] : unitsOfPart(part, ranks[i] ?? RANK.rest),
		),
	];
}

/** As {@link unitsOf}, with the sentence before it that the quote leans on. */
export function unitsWithLead(quotation: Quotation): Unit[] {
	const { context } = quotation;
	const [first, ...others] = unitsOf(quotation);
	if (context === null || first === undefined || oneLine(context.quote) === '') return unitsOf(quotation);
	const lead = sentenceUnit({ kind: 'sentence', ...context, isHighlight: false, joint: '\n' }, RANK.near);
	const joint = context.end < quotation.start ? ' ' : '';
	return [lead, first.kind === 'sentence' ? { ...first, joint } : first, ...others];
}

function unitsOfPart(part: Exclude<QuotedPart, { readonly kind: 'omission' }>, rank: number): ShownUnit[] {
	switch (part.kind) {
		case 'sentence':
			return oneLine(part.quote) === '' ? [] : [sentenceUnit(part, rank)];
		case 'item':
			return oneLine(part.quote) === '' ? [] : [itemUnit(part, rank)];
		case 'row':
			return rowUnits(part, rank);
		case 'code':
			return codeUnits(part, rank);
	}
}

function ranksOf({ parts, highlights }: Quotation): number[] {
	const [best] = highlights;
	const ranks = parts.map((part, i): number => {
		if (part.kind === 'omission') return RANK.rest;
		if (!part.isHighlight) return introduces(part, parts[i + 1]) ? RANK.near : RANK.rest;
		return best !== undefined && part.start < best.end && best.start < part.end ? RANK.best : RANK.found;
	});
	// an item is understood by those that it stands under
	const around: number[] = [];
	parts.forEach((part, i) => {
		if (part.kind !== 'item') return;
		around.length = Math.min(around.length, Math.max(0, part.depth));
		if (part.isHighlight) for (const at of around) ranks[at] = Math.min(ranks[at] ?? RANK.rest, RANK.found);
		around.push(i);
	});
	return ranks;
}

function introduces({ kind }: QuotedPart, next: QuotedPart | undefined): boolean {
	return kind === 'sentence' && next !== undefined && next.kind !== 'sentence';
}

function questionUnits({ context, contextKind }: Quotation): LinesUnit[] {
	const asked = context === null || contextKind !== 'question' ? '' : oneLine(context.quote);
	if (asked === '') return [];
	const unit = (text: string): LinesUnit => ({
		kind: 'question',
		lines: [text === '' ? '' : `${ITALIC}${text}${ITALIC}`],
		rank: RANK.near,
		cutTo: (room) => unit(escapeWithin(asked, room - QUOTE.length - 2 * ITALIC.length)),
	});
	return [unit(escapeMarkdown(asked))];
}

function sentenceUnit({ quote, isHighlight, joint }: QuotedSentence, rank: number): SentenceUnit {
	const unit = (text: string): SentenceUnit => ({
		kind: 'sentence',
		text,
		isBold: isHighlight,
		joint,
		rank,
		cutTo: (room) => unit(escapeWithin(quote, room - QUOTE.length - (isHighlight ? 2 * BOLD.length : 0))),
	});
	return unit(escapeMarkdown(oneLine(quote)));
}

/** The number is the article's own: Discord would count on from that of the first item, so it must not see a list. */
function itemUnit({ quote, isHighlight, number, depth }: QuotedItem, rank: number): LinesUnit {
	const indent = INDENT.repeat(Math.max(0, Math.min(depth, DEEPEST_INDENT)));
	const mark = `${indent}${number === null ? '•' : `${number}\\.`} `;
	const marks = QUOTE.length + mark.length + (isHighlight ? 2 * BOLD.length : 0);
	const unit = (text: string): LinesUnit => ({
		kind: 'item',
		lines: [`${mark}${isHighlight ? bold(text) : text}`],
		rank,
		cutTo: (room) => unit(escapeWithin(quote, room - marks)),
	});
	return unit(escapeMarkdown(oneLine(quote)));
}

/** A line for each cell that has a name; where none has, all cells on one. */
function rowUnits(row: QuotedRow, rank: number): LinesUnit[] {
	const { isHighlight } = row;
	const cells = row.cells
		.map((cell) => ({ head: oneLine(headText(cell)), value: oneLine(cell.quote) }))
		.filter(({ value }) => value !== '');
	const [first] = cells;
	if (first === undefined) return [];
	const isNamed = cells.some(({ head }) => head !== '');
	const values = cells.map(({ value }) => (isHighlight ? bold(escapeMarkdown(value)) : escapeMarkdown(value)));
	const named = cells.map(({ head }, i) => [escapeMarkdown(head), values[i] ?? ''].filter(Boolean).join(': '));
	const unit = (lines: readonly string[]): LinesUnit => ({ kind: 'row', lines, rank, cutTo });
	const cutTo = (room: number) => {
		let left = room;
		const kept = lines.findIndex((line) => (left -= QUOTE.length + line.length + 1) < -1);
		if (kept !== 0) return unit(kept < 0 ? lines : lines.slice(0, kept));
		const words = isNamed ? [first.head, first.value].filter(Boolean).join(': ') : rowText(row);
		return unit([escapeWithin(words, room - QUOTE.length)]);
	};
	const lines = isNamed ? named : [values.join(' · ')];
	return [unit(lines)];
}

/** Lines without words at both ends are no code, and a block of nothing else is none to Discord. */
function codeUnits({ quote, language, start, isHighlight }: QuotedCode, rank: number): CodeUnit[] {
	const lines = escapeCode(quote).split('\n');
	const first = lines.findIndex((line) => line.trim() !== '');
	const last = lines.findLastIndex((line) => line.trim() !== '');
	const known = language !== null && LANGUAGE.test(language) ? language : '';
	const frame = 2 * FENCE.length + known.length + 2;
	return (first < 0 ? [] : lines.slice(first, last + 1)).map((line, i) => {
		const unit = (text: string): CodeUnit => ({
			kind: 'code',
			text,
			language: known,
			block: start,
			rank: i > 0 && isHighlight ? RANK.code : rank,
			// a block without a sign would not be one
			cutTo: (room) => unit(truncate(line, room - frame) || '…'),
		});
		return unit(line);
	});
}

export function bold(text: string): string {
	return text === '' ? '' : `${BOLD}${text}${BOLD}`;
}
