import { linkTo } from '../../answers/link.js';
import { format, formatLoosely, languageName, type Locale } from '../../commands/messages.js';
import type { AddOutcome, LibraryEntry, LibraryPage, SummarisedArticle } from '../../commands/services.js';
import type { UserError } from '../../commands/user-error.js';
import { MOST_CITATIONS } from '../../commands/settings.js';
import { LINK_LIMIT } from '../discord-limits.js';
import { escapeWithin } from '../text.js';
import { pager } from './buttons.js';
import { withTitle } from './draw-answer.js';
import { ACCENTS, BLOCKS_ROOM, fitting, MOST_BLOCKS, type Drawing } from './drawing.js';
import { drawQuotations } from './quotation.js';
import { articleHead } from './quote-head.js';
import { safeParams } from './safe-params.js';

const TITLE_ROOM = 200;
const REASON_ROOM = 300;
const REST_ROOM = 100;

/** A page of the articles, each with its link. */
export function drawLibrary(library: LibraryPage, canManage: boolean, locale: Locale): Drawing {
	const { entries, page, pages, total, search } = library;
	const hint = canManage ? format(locale, 'library.hint.add') : '';
	const heading = format(locale, 'library.title');
	const title = search === '' ? { title: heading } : withTitle(`${heading} · “${search}”`);
	if (entries.length === 0) {
		const none =
			search === ''
				? format(locale, 'library.none')
				: format(locale, 'library.none.search', { search: escapeWithin(search, TITLE_ROOM) });
		return { accent: ACCENTS.none, ...title, blocks: [{ text: [none, hint].filter(Boolean).join('\n') }] };
	}
	const showsLibrary = new Set(entries.map((entry) => entry.library)).size > 1;
	return {
		...title,
		blocks: entries.slice(0, MOST_BLOCKS).map((entry, i) => {
			const mark = String(page * MOST_BLOCKS + i + 1);
			return {
				text: articleHead(entry, locale, { mark, library: showsLibrary ? entry.library : undefined }),
				url: linkTo(entry.source, '', { longest: LINK_LIMIT }),
				mark,
			};
		}),
		footer: [
			format(locale, 'library.total', { total }),
			...(pages > 1 ? [format(locale, 'page.of', { page: page + 1, pages })] : []),
			...(hint === '' ? [] : [hint]),
		].join(' · '),
		buttons: pager(locale, { page, pages }, (to) => ({ kind: 'library', search, page: to })),
	};
}

/** An article with its central sentences, in reading order. */
export function drawArticle({ entry, quotations, sentences }: SummarisedArticle, locale: Locale): Drawing {
	const head = articleHead(entry, locale, { library: entry.library });
	const shown = quotations.slice(0, MOST_CITATIONS);
	return {
		blocks: [
			{ text: head, url: linkTo(entry.source, '', { longest: LINK_LIMIT }) },
			...drawQuotations(
				shown.map((quotation) => ({ quotation, mark: String(quotation.n) })),
				locale,
				{ room: BLOCKS_ROOM - head.length - 1, contextRoom: 0, isNamedAbove: true },
			),
		],
		footer: format(locale, 'article.footer', { shown: shown.length, sentences }),
	};
}

/** What became of each article, and of what could not be fetched. */
export function drawAdded(outcomes: readonly AddOutcome[], refused: readonly UserError[], locale: Locale): Drawing {
	const lines = [
		...outcomes.map((outcome) => outcomeText(outcome, locale)),
		...refused.map(({ key, params }) => formatLoosely(locale, key, safeParams(params))),
	];
	const kept = fitting(lines, BLOCKS_ROOM - REST_ROOM);
	const rest = lines.length - kept.length;
	const failures = refused.length + outcomes.filter(({ kind }) => kind === 'failed').length;
	const more = rest === 0 ? [] : [format(locale, 'added.rest', { count: rest })];
	return {
		accent: failures === 0 ? ACCENTS.good : failures < lines.length ? ACCENTS.fair : ACCENTS.bad,
		blocks: [{ text: [...kept, ...more].join('\n') || format(locale, 'error.nothing-to-add') }],
	};
}

export function drawRemoved({ title, source, passages }: LibraryEntry, locale: Locale): Drawing {
	const text = format(locale, 'removed.done', { title: named(title, source), passages });
	return { accent: ACCENTS.good, blocks: [{ text }] };
}

function outcomeText(outcome: AddOutcome, locale: Locale): string {
	switch (outcome.kind) {
		case 'added':
		case 'updated':
			return format(locale, `added.${outcome.kind}`, {
				title: named(outcome.title, outcome.source),
				language: escapeWithin(languageName(locale, outcome.language), TITLE_ROOM),
				passages: outcome.passages,
			});
		case 'unchanged':
			return format(locale, 'added.unchanged', { title: named(outcome.title, outcome.source) });
		case 'failed':
			return format(locale, 'added.failed', {
				source: escapeWithin(outcome.source, TITLE_ROOM) || '—',
				reason: escapeWithin(outcome.reason, REASON_ROOM),
			});
		default:
			return outcome satisfies never;
	}
}

function named(title: string, source: string): string {
	return escapeWithin(title, TITLE_ROOM) || escapeWithin(source, TITLE_ROOM) || '—';
}
