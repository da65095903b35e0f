import { languageName, type Locale } from './messages.js';
import type { Filters, Library, Place } from './services.js';
import { UserError } from './user-error.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface TypedFilters {
	readonly language?: string;
	readonly from?: string;
	readonly to?: string;
	readonly source?: string;
}

/**
 * What a member typed as filters, checked. A language may be given by its tag or by its name, in the member's language or in its own.
 *
 * @throws {UserError} If a day is none, the days are the wrong way round, or no article is written in the language.
 */
export async function readFilters(
	typed: TypedFilters,
	library: Pick<Library, 'languages'>,
	place: Place,
	locale: Locale,
): Promise<Filters> {
	const from = typed.from === undefined ? undefined : readDay(typed.from);
	const to = typed.to === undefined ? undefined : readDay(typed.to);
	if (from !== undefined && to !== undefined && from > to) throw new UserError('error.dates-reversed', { from, to });
	const source = typed.source?.normalize('NFC').trim();
	return {
		...(typed.language !== undefined && {
			language: readLanguage(typed.language, await library.languages(place), locale),
		}),
		...(from !== undefined && { from }),
		...(to !== undefined && { to }),
		...(source !== undefined && source !== '' && { source }),
	};
}

/** Languages whose tag or name holds what is typed, in the order given. */
export function matchingLanguages(typed: string, tags: readonly string[], locale: Locale): string[] {
	const sought = fold(typed);
	return tags.filter((tag) => namesOf(tag, locale).some((name) => fold(name).includes(sought)));
}

function readDay(typed: string): string {
	const day = typed.trim();
	const date = new Date(`${day}T00:00:00Z`);
	// 30 February is read as a day in March
	const exists = DAY.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
	if (!exists) throw new UserError('error.date', { value: typed });
	return day;
}

function readLanguage(typed: string, tags: readonly string[], locale: Locale): string {
	const sought = fold(typed);
	const exact = tags.find((tag) => namesOf(tag, locale).some((name) => fold(name) === sought));
	const [match] = matchingLanguages(typed, tags, locale);
	const found = exact ?? match;
	if (found === undefined) throw new UserError('error.language', { value: typed });
	return found;
}

function namesOf(tag: string, locale: Locale): string[] {
	return [tag, languageName(locale, tag), languageName('en', tag), ownName(tag)];
}

function ownName(tag: string): string {
	return new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
