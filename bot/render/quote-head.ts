import { format, languageName, type Locale } from '../../commands/messages.js';
import type { Quotation } from '../../commands/services.js';
import { escapeMarkdown, escapeWithin, oneLine } from '../text.js';
import { publishedText } from './date.js';
import { small } from './drawing.js';
import { BOLD } from './quote-unit.js';
import { sourceName } from './source-name.js';

const ARTICLE_TITLE_ROOM = 160;
const LANGUAGE_ROOM = 40;
const SOURCE_ROOM = 60;
/** Of the headings above a quote: about a line of a phone in small print. */
const BREADCRUMB_ROOM = 80;
const CRUMB = ' › ';

/** A quotation, and the number that it goes by, if it has one. */
export interface Marked {
	readonly quotation: Quotation;
	readonly mark?: string;
}

/**
 * What stands above each quotation: its article, whose source is named once, and the headings that the quote stands
 * under, where they are not those of the quotation of that article before it.
 *
 * @param isNamedAbove whether all are of one article that is named above them: each has its number alone
 */
export function headsOf(marked: readonly Marked[], locale: Locale, isNamedAbove: boolean): string[] {
	const showsLibrary = new Set(marked.map(({ quotation }) => quotation.library)).size > 1;
	return marked.map((one, i) => {
		const earlier = marked.slice(0, i).findLast((other) => isOfDocument(one, other));
		const breadcrumb = breadcrumbOf(one.quotation);
		const isSame = earlier !== undefined && breadcrumbOf(earlier.quotation) === breadcrumb;
		return [
			isNamedAbove
				? `${BOLD}${one.mark ?? '·'}${BOLD}`
				: earlier === undefined
					? headOf(one, locale, showsLibrary)
					: titleOf(one),
			...(isSame || breadcrumb === '' ? [] : [small(breadcrumb)]),
		].join('\n');
	});
}

export function isOfDocument(one: Marked, other: Marked): boolean {
	return one.quotation.documentId === other.quotation.documentId && one.quotation.library === other.quotation.library;
}

/** The headings above a quote, but for the title; where they are long, the innermost. Empty where there are none. */
function breadcrumbOf({ breadcrumb, title }: Quotation): string {
	const headings = breadcrumb
		.map(({ quote }) => oneLine(quote))
		.filter((text) => text !== '' && text !== oneLine(title));
	let shown = '';
	for (const [i, heading] of headings.toReversed().entries()) {
		const longer = i === 0 ? escapeMarkdown(heading) : `${escapeMarkdown(heading)}${CRUMB}${shown}`;
		const ellipsis = i === headings.length - 1 ? '' : `…${CRUMB}`;
		if (ellipsis.length + longer.length > BREADCRUMB_ROOM)
			return i === 0 ? escapeWithin(heading, BREADCRUMB_ROOM) : `…${CRUMB}${shown}`;
		shown = longer;
	}
	return shown;
}

/** Of an article whose source was named before. */
function titleOf({ quotation, mark }: Marked): string {
	return `${BOLD}${mark === undefined ? '' : `${mark} · `}${escapeWithin(quotation.title, ARTICLE_TITLE_ROOM) || '—'}${BOLD}`;
}

function headOf({ quotation, mark }: Marked, locale: Locale, showsLibrary: boolean): string {
	return articleHead(quotation, locale, { mark, library: showsLibrary ? quotation.library : undefined });
}

interface Article {
	readonly title: string;
	readonly source: string;
	readonly language: string;
	readonly publishedAt: string | null;
}

/** What an article is called, and in small print where, when and in which language it stands. */
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
