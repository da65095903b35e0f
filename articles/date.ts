import { datesIn, monthsIn, validDate, withAsciiDigits } from './own-date-find.js';
import { ownDate } from './own-date.js';
import { primaryLanguage } from './primary-language.js';

/**
 * The date that a plain article states for itself at its top; see {@link ownDate}.
 *
 * @param language BCP 47; `und` where it is not known.
 * @returns An ISO 8601 date, `2024-06-21` or `2024-06`.
 */
export function statedDate(text: string, language: string): string | null {
	return ownDate(text, primaryLanguage(language));
}

/** UTF-16 units of a value of metadata that are read. */
const MOST_UNITS = 300;

/** A year, a month, a day, or a day with time and perhaps a zone. */
const ISO_LIKE = new RegExp(
	'^(?<year>\\d{4})(?:[-/](?<month>\\d{1,2})(?:[-/](?<day>\\d{1,2})' +
		'(?:[T ](?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?)?)?$',
);

/**
 * Brings the date of a format's own metadata to ISO 8601, as exact as it is: a year, a month, a day, or a day with
 * time. A time without a zone stays without one: nobody said where it was.
 *
 * @returns `null` for what is no date, such as the 30th of February.
 */
export function isoDate(stated: string, language: string): string | null {
	const value = withAsciiDigits(stated.trim());
	const groups = ISO_LIKE.exec(value)?.groups;
	if (groups !== undefined) {
		const { year = '', month, day, time, zone = '' } = groups;
		const date = validDate(year, month ?? '1', day ?? '1');
		if (date === null) return null;
		if (time !== undefined) return `${date}T${time}${zone}`;
		return date.slice(0, day !== undefined ? 10 : month !== undefined ? 7 : 4);
	}
	// the form of mail and of RSS: Fri, 21 Jun 2024 10:00:00 GMT
	if (/^(?:\w{3}, )?\d{1,2} \w{3} \d{4} [\d:]+ (?:GMT|UTC|[+-]\d{4})$/.test(value)) {
		const instant = new Date(value).getTime();
		if (Number.isNaN(instant)) return null;
		const [, sign, hours = '', minutes = ''] = /([+-])(\d\d)(\d\d)$/.exec(value) ?? [];
		if (sign === undefined) return new Date(instant).toISOString().replace('.000Z', 'Z');
		// the day is the one where it was published
		const ahead = Number(`${sign}1`) * (60 * Number(hours) + Number(minutes)) * 60_000;
		return `${new Date(instant + ahead).toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
	}
	const head = value.slice(0, MOST_UNITS);
	return (datesIn(head, primaryLanguage(language))[0] ?? monthsIn(head)[0])?.iso ?? null;
}
