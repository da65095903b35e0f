import { linkTo } from '../../answers/link.js';
import { format, languageName, type Locale } from '../../commands/messages.js';
import type { Quotation } from '../../commands/services.js';
import { LINK_LIMIT } from '../discord-limits.js';
import { escapeEndWithin, escapeMarkdown, escapeWithin, oneLine } from '../text.js';
import { alsoAtLine } from './also.js';
import { publishedText } from './date.js';
import { small, type Block } from './drawing.js';
import { sourceName } from './source-name.js';

const ARTICLE_TITLE_ROOM = 160;
const LANGUAGE_ROOM = 40;
const SOURCE_ROOM = 60;
const QUOTE = '> ';
const BOLD = '**';

/** A quotation, and the number that it goes by, if it has one. */
export interface Marked {
	readonly quotation: Quotation;
	readonly mark?: string;
}

export interface QuotationOptions {
	/** UTF-16 units for all of them. */
	readonly room: number;
	/** Of these, for the words around one sentence. */
	readonly contextRoom: number;
	/** Whether all are of one article that is named above them: each has its number alone. */
	readonly isNamedAbove?: boolean;
}

/**
 * Each quotation with its source, the sentence in bold within the words around it, and below it where else it stands. Sentences are shown
 * whole; then, while there is room, the sentences that they lean on, whole or not at all; then the rest. Only a sentence that has no room
 * even alone is cut, and said to be.
 */
export function drawQuotations(
	marked: readonly Marked[],
	locale: Locale,
	{ room, contextRoom, isNamedAbove = false }: QuotationOptions,
): Block[] {
	const showsLibrary = new Set(marked.map(({ quotation }) => quotation.library)).size > 1;
	const heads = marked.map((one, i) => {
		if (isNamedAbove) return `${BOLD}${one.mark ?? '·'}${BOLD}`;
		return marked.slice(0, i).some((earlier) => isOfDocument(one, earlier))
			? titleOf(one)
			: headOf(one, locale, showsLibrary);
	});
	const left = room - sum(heads.map((head) => head.length + 1));
	const sentences = marked.map(({ quotation }) => lengthOf(quotation));
	const sentenceRooms = share(left, sentences);
	// beside a sentence that is cut, there is no room for more
	const isWhole = (i: number) => (sentenceRooms[i] ?? 0) >= (sentences[i] ?? 0);
	let spare = left - sum(sentenceRooms);
	const takes = (length: number) => {
		const fits = length <= spare;
		if (fits) spare -= length;
		return fits;
	};
	const shown = marked.map(({ quotation }, i) => {
		const leans = isWhole(i) && quotation.context !== null && !isCited(marked, i) && takes(leadLength(quotation));
		return leans ? withContext(quotation) : { ...quotation, context: null };
	});
	const alsoAt = marked.map(({ quotation }, i) => {
		const line = alsoAtLine(quotation.alsoAt, locale);
		return line !== undefined && isWhole(i) && takes(line.length + 1) ? line : undefined;
	});
	const contextRooms = share(
		spare,
		shown.map((quotation, i) =>
			// a passage is shown once
			isWhole(i) && !isShown(marked, i) ? Math.min(contextRoom, contextLength(quotation)) : 0,
		),
	);
	return marked.map(({ quotation, mark }, i) => ({
		text: heads[i] ?? '',
		below: [
			drawSentence(shown[i] ?? quotation, locale, sentenceRooms[i] ?? 0, contextRooms[i] ?? 0),
			...(alsoAt[i] === undefined ? [] : [alsoAt[i]]),
		].join('\n'),
		url: linkTo(quotation.source, quotation.quote, { longest: LINK_LIMIT }),
		...(mark !== undefined && { mark }),
	}));
}

function isOfDocument(one: Marked, other: Marked): boolean {
	return one.quotation.documentId === other.quotation.documentId && one.quotation.library === other.quotation.library;
}

/** Whether the words around a quotation stand around an earlier one. */
function isShown(marked: readonly Marked[], i: number): boolean {
	const one = marked[i];
	return (
		one !== undefined &&
		marked
			.slice(0, i)
			.some((earlier) => isOfDocument(one, earlier) && one.quotation.passage.start === earlier.quotation.passage.start)
	);
}

/** Whether the sentence that a quotation leans on is quoted before it. */
function isCited(marked: readonly Marked[], i: number): boolean {
	const one = marked[i];
	return marked
		.slice(0, i)
		.some((other) => one && isOfDocument(one, other) && one.quotation.context?.start === other.quotation.start);
}

/** Of an article whose source was named before. */
function titleOf({ quotation, mark }: Marked): string {
	return `${BOLD}${mark === undefined ? '' : `${mark} · `}${escapeWithin(quotation.title, ARTICLE_TITLE_ROOM) || '—'}${BOLD}`;
}

/** What an article is called, and in small print where, when and in which language it stands. */
export function headOf({ quotation, mark }: Marked, locale: Locale, showsLibrary: boolean): string {
	return articleHead(quotation, locale, { mark, library: showsLibrary ? quotation.library : undefined });
}

interface Article {
	readonly title: string;
	readonly source: string;
	readonly language: string;
	readonly publishedAt: string | null;
}

/** As {@link headOf}, for an article of which nothing is quoted. */
export function articleHead(
	{ title, source, language, publishedAt }: Article,
	locale: Locale,
	{ mark, library }: { readonly mark?: string | undefined; readonly library?: Quotation['library'] | undefined },
): string {
	const name = escapeWithin(sourceName(source), SOURCE_ROOM);
	const called = escapeWithin(title, ARTICLE_TITLE_ROOM) || name || '—';
	const about = [
		escapeWithin(languageName(locale, language), LANGUAGE_ROOM),
		name,
		(publishedAt !== null && publishedText(publishedAt)) || format(locale, 'answer.date.unknown'),
		library === undefined ? '' : format(locale, `answer.library.${library}`),
	];
	return [
		`${BOLD}${mark === undefined ? '' : `${mark} · `}${called}${BOLD}`,
		small(about.filter((part) => part !== '').join(' · ')),
	].join('\n');
}

/** Units that the sentence takes alone, whole. */
function lengthOf({ quote }: Quotation): number {
	return `${QUOTE}${BOLD}${escapeMarkdown(oneLine(quote))}${BOLD}`.length;
}

/** The words around it are those around both. */
function withContext(quotation: Quotation): Quotation {
	const { context, passage, before } = quotation;
	const place = context === null ? before.length : Math.max(0, context.start - passage.start);
	return { ...quotation, before: before.slice(0, place) };
}

/** Units that the sentence takes that it leans on, whole, with a space. */
function leadLength({ context }: Quotation): number {
	return context === null ? 0 : escapeMarkdown(oneLine(context.quote)).length + 1;
}

/** Units that the words around it take, whole, with a space on both sides. */
function contextLength({ before, after }: Quotation): number {
	return escapeMarkdown(oneLine(before)).length + escapeMarkdown(oneLine(after)).length + 2;
}

/** Line ends become spaces, for a quote ends with its line. */
function drawSentence(quotation: Quotation, locale: Locale, room: number, contextRoom: number): string {
	const { before, context, quote, after } = quotation;
	if (lengthOf(quotation) > room) {
		const note = `\n${small(format(locale, 'answer.cut'))}`;
		const beginning = escapeWithin(quote, room - note.length - QUOTE.length - 2 * BOLD.length);
		return `${QUOTE}${bold(beginning)}${note}`;
	}
	const half = Math.floor(contextRoom / 2) - 1;
	const afterLength = escapeMarkdown(oneLine(after)).length;
	const previous = escapeEndWithin(before, Math.max(half, contextRoom - 2 - afterLength));
	const next = escapeWithin(after, contextRoom - 2 - previous.length);
	const lead = context === null ? '' : escapeMarkdown(oneLine(context.quote));
	return [
		QUOTE,
		previous,
		previous !== '' && (/\s$/u.test(before) || /^\s/u.test(quote)) ? ' ' : '',
		lead,
		lead !== '' && context !== null && context.end < quotation.start ? ' ' : '',
		bold(escapeMarkdown(oneLine(quote))),
		next !== '' && (/\s$/u.test(quote) || /^\s/u.test(after)) ? ' ' : '',
		next,
	].join('');
}

function bold(text: string): string {
	return text === '' ? '' : `${BOLD}${text}${BOLD}`;
}

/** Shares room out: whoever needs less than an equal share leaves the rest to the others. */
export function share(room: number, needs: readonly number[]): number[] {
	const shares = needs.map(() => 0);
	let left = Math.max(0, room);
	const order = needs.map((need, i) => ({ need, i })).sort((a, b) => a.need - b.need);
	order.forEach(({ need, i }, done) => {
		const given = Math.min(need, Math.floor(left / (needs.length - done)));
		shares[i] = given;
		left -= given;
	});
	return shares;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
