import type { Citation } from '../answers/answer.js';
import { linkTo, placeOf } from '../answers/link.js';
import type { QuotedPart } from '../answers/quote-parts.js';
import { rowText } from '../answers/quote-text.js';
import type { Document, Span } from '../articles/document.js';
import { findBlockIndex } from '../articles/structure.js';
import { onOutput } from './colours.js';
import { harmless } from './output.js';
import { columnsOf, wrap, type Run } from './wrap.js';

/** Begins each line of a quote, so that a pipe and a terminal without colors tell it from what stands around it. */
export const QUOTE_MARK = '│ ';

/** Columns that a column of text is pleasant to read at. */
const READING_WIDTH = 88;
/** Columns below which nothing is read. */
const LEAST_WIDTH = 12;
const INDENT = '  ';
/** A nested list is set in no further: its words need the room. */
const MOST_DEPTH = 4;

type Style = Run['style'];

const found: Style = (text) => onOutput.bold(onOutput.green(text));
const belonging: Style = (text) => onOutput.green(text);
const plain: Style = (text) => text;

/** Columns for text that is set in, of so many of the terminal. */
export function readingWidth(columns: number): number {
	return Math.max(LEAST_WIDTH, Math.min(columns - INDENT.length, READING_WIDTH));
}

/** What stands before and after a quote in its block. */
export interface Around {
	readonly before: Span;
	readonly after: Span;
}

/**
 * The words around the sentences of a quote: those of their block that their passage holds, as far as what is shown
 * elsewhere. Around lists, rows and code there are none.
 *
 * @param elsewhere what else is shown of the document
 */
export function aroundOf(citation: Citation, { blocks }: Document, elsewhere: readonly Span[]): Around {
	const { parts, start, end, passage, context } = citation;
	const first = blocks[findBlockIndex(blocks, citation)];
	const last = blocks[findBlockIndex(blocks, { start: end - 1, end })];
	const isProse = parts.every(({ kind }) => kind === 'sentence');
	if (!isProse || first === undefined || last === undefined) {
		return { before: { start, end: start }, after: { start: end, end } };
	}
	const from = context !== null && context.start >= first.start ? Math.min(context.start, start) : start;
	const begin = Math.max(first.start, passage.start, ...elsewhere.map((span) => span.end).filter((at) => at <= from));
	const stop = Math.min(last.end, passage.end, ...elsewhere.map((span) => span.start).filter((at) => at >= end));
	return { before: { start: Math.min(begin, from), end: from }, after: { start: end, end: Math.max(stop, end) } };
}

/**
 * A quote as lines: what it is understood by and the words before it, the quote itself with each line behind {@link
 * QUOTE_MARK}, and the words after it. Code is never wrapped.
 *
 * @param document in which it stands; without it the words around are left out, as they are without `around`
 * @param width in columns
 */
export function renderQuote(
	citation: Citation,
	document: Document | undefined,
	around: Around | null,
	width: number,
): string[] {
	const { context, contextKind, parts } = citation;
	const [before, after] = document === undefined || around === null ? ['', ''] : wordsAround(document, around);
	const lead = wrap([{ text: before, style: onOutput.dim }], width);
	const leansOn = context === null ? [] : wrap([{ text: harmless(context.quote), style: plain }], width);
	return [
		...(contextKind === 'question' ? [...leansOn, ...lead] : [...lead, ...leansOn]),
		...quotedLines(parts, width - QUOTE_MARK.length).map((line) => onOutput.green(QUOTE_MARK) + line),
		...wrap([{ text: after, style: onOutput.dim }], width),
	];
}

/** With `…` where the block goes on. */
function wordsAround({ text, blocks }: Document, { before, after }: Around): [before: string, after: string] {
	const words = [before, after].map(({ start, end }) => harmless(text.slice(start, end)).trim());
	const [lead = '', rest = ''] = words;
	const isCutBefore = before.start > (blocks[findBlockIndex(blocks, before)]?.start ?? 0);
	const isCutAfter = after.end < (blocks[findBlockIndex(blocks, after)]?.end ?? 0);
	return [lead === '' || !isCutBefore ? lead : `… ${lead}`, rest === '' || !isCutAfter ? rest : `${rest} …`];
}

/** The link that opens a page at a quote; of a file its path, with the anchor. */
export function linkOf({
	source,
	quote,
	anchor = null,
}: {
	source: string;
	quote: string;
	anchor?: string | null;
}): string {
	const shown = harmless(source);
	return onOutput.dim(onOutput.underline(linkTo(shown, quote, { anchor }) ?? harmless(placeOf(shown, anchor))));
}

/** A line of a quote before it is wrapped. */
interface QuotedLine {
	/** What an item of a list begins with; the lines that it is wrapped to are set in by as much. */
	readonly mark: string;
	readonly runs: Run[];
	readonly isCode: boolean;
}

function quotedLines(parts: readonly QuotedPart[], width: number): string[] {
	const lines: QuotedLine[] = [];
	for (const part of parts) {
		const last = lines.at(-1);
		if (part.kind === 'sentence' && part.joint !== '\n' && last !== undefined)
			last.runs.push({ text: part.joint, style: plain }, ...runsOf(part, part.quote));
		else lines.push(...linesOf(part));
	}
	return lines.flatMap(({ mark, runs, isCode }) => {
		if (isCode) return runs.map(({ text, style }) => style(text));
		const indent = columnsOf(mark);
		return wrap(runs, Math.max(LEAST_WIDTH, width - indent)).map(
			(line, i) => (i === 0 ? mark : ' '.repeat(indent)) + line,
		);
	});
}

function linesOf(part: QuotedPart): QuotedLine[] {
	switch (part.kind) {
		case 'sentence':
			return [{ mark: '', runs: runsOf(part, part.quote), isCode: false }];
		case 'item': {
			const indent = INDENT.repeat(Math.min(part.depth, MOST_DEPTH));
			const mark = `${indent}${part.number === null ? '-' : `${part.number}.`} `;
			return [{ mark, runs: runsOf(part, part.quote), isCode: false }];
		}
		case 'row':
			return [{ mark: '', runs: runsOf(part, rowText(part)), isCode: false }];
		case 'code':
			return part.quote.split('\n').map((line) => ({ mark: '', runs: runsOf(part, line), isCode: true }));
		case 'omission':
			return [{ mark: '', runs: [{ text: `… ${part.count} more`, style: onOutput.dim }], isCode: false }];
	}
}

/** A tab of code is no command to a terminal. */
function runsOf({ isHighlight }: { readonly isHighlight: boolean }, text: string): Run[] {
	const shown = text.split('\t').map(harmless).join('\t');
	return [{ text: shown, style: isHighlight ? found : belonging }];
}
