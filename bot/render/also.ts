import type { APIButtonComponentWithURL } from 'discord-api-types/v10';
import type { LanguageCount, QuotedPlace } from '../../answers/answer.js';
import { linkTo } from '../../answers/link.js';
import { format, languageName, type Locale } from '../../commands/messages.js';
import { BUTTONS_IN_ROW, LINK_LIMIT } from '../discord-limits.js';
import { escapeWithin } from '../text.js';
import { linkButton } from './buttons.js';
import { publishedText } from './date.js';
import { fitting, small } from './drawing.js';
import { sourceName } from './source-name.js';

/** For the names of other articles that say the same, and for those of languages. */
const LIST_ROOM = 160;
const NAME_ROOM = 60;
const COMMA = ', ';

/** Where else a sentence stands, on a line of small print; `undefined` where it stands nowhere else. */
export function alsoAtLine(alsoAt: readonly QuotedPlace[], locale: Locale): string | undefined {
	const names = alsoAt.map(({ source, publishedAt }) => {
		const name = escapeWithin(sourceName(source), NAME_ROOM) || '—';
		return publishedAt === null ? name : `${name} (${publishedText(publishedAt)})`;
	});
	return names.length === 0 ? undefined : small(format(locale, 'answer.also-at', { sources: listOf(names, locale) }));
}

/** A button for each of those places that has an address, as many as stand in a row. */
export function alsoAtButtons(alsoAt: readonly QuotedPlace[]): APIButtonComponentWithURL[] {
	return alsoAt
		.flatMap(({ source, quote }) => {
			const url = linkTo(source, quote, { longest: LINK_LIMIT });
			return url === undefined ? [] : [linkButton(url, sourceName(source))];
		})
		.slice(0, BUTTONS_IN_ROW);
}

/** The languages in which further articles answer, on a line of small print; `undefined` where there are none. */
export function alsoInLine(alsoIn: readonly LanguageCount[], locale: Locale): string | undefined {
	const names = alsoIn.map(({ language, count }) => {
		const name = escapeWithin(languageName(locale, language), NAME_ROOM) || '—';
		return `${name} (${count.toLocaleString(locale)})`;
	});
	return names.length === 0 ? undefined : small(format(locale, 'answer.also-in', { languages: listOf(names, locale) }));
}

/** As many as have room, and how many there are besides. */
function listOf(names: readonly string[], locale: Locale): string {
	const kept = fitting(names, LIST_ROOM, COMMA);
	const rest = names.length - kept.length;
	return [...kept, ...(rest === 0 ? [] : [`+${rest.toLocaleString(locale)}`])].join(COMMA);
}
