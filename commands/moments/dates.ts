import { readCountedDate, readNumericDate, type DateFound } from '../../articles/quantities/numeric-dates.js';
import type { Locale } from '../messages.js';
import type { Meaning, Reading } from './meaning.js';

/** A date at a place of a folded text. */
export interface DateAt {
	readonly start: number;
	readonly end: number;
	readonly meaning: Meaning;
}

/** What may come first where all three are numbers, or two of them. */
type Order = 'day-first' | 'month-first' | 'year-first';

/**
 * Which order counts. English has readers of both: `12/03` is the third of December to some of them and the twelfth of March to others, so
 * that it is read where one of these is no day, or has not come yet, and else refused.
 */
const ORDERS: Readonly<Record<Locale, readonly Order[] | 'open'>> = {
	en: 'open',
	fr: ['day-first', 'month-first'],
	vi: ['day-first', 'month-first'],
	es: ['day-first', 'month-first'],
	zh: ['year-first', 'month-first', 'day-first'],
	th: ['day-first', 'month-first'],
	de: ['day-first', 'month-first'],
	ja: ['year-first', 'month-first', 'day-first'],
	lo: ['day-first', 'month-first'],
	km: ['day-first', 'month-first'],
};

const FIRST_SIGNS = /\d+|[〇零一二三四五六七八九十]+/gu;
/** With a zone, it is a moment of its own. */
const WITH_ZONE = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(z|[+-]\d{2}:?\d{2})(?![\d:])/y;
/** `12.3.` of German, and `12-03`; what has a year is read with the other dates. */
const DAY_DOT_MONTH = /(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)/y;
const DAY_DASH_MONTH = /(\d{1,2})-(\d{1,2})(?![\d-])/y;
/** A Thai letter, by which years of two digits are known for those of the Buddha. */
const THAI_LETTER = 'ก';

/** The dates that a folded text holds in numbers, those that begin together longest first. */
export function datesIn(text: string, locale: Locale): DateAt[] {
	const found: DateAt[] = [];
	for (const { index, 0: sign } of text.matchAll(FIRST_SIGNS)) {
		const instant = instantAt(text, index);
		if (instant !== undefined) found.push(instant);
		for (const date of [
			...(/\d/.test(sign) ? withDigits(text, index, sign.length, locale) : []),
			readCountedDate(text, index),
		]) {
			const readings = date === undefined ? [] : inOrder(text.slice(date.start, date.end), date, locale);
			if (date !== undefined && readings.length > 0) {
				found.push({ start: date.start, end: date.end, meaning: { kind: 'date', readings } });
			}
		}
	}
	return found.sort((a, b) => b.end - a.end);
}

function withDigits(text: string, start: number, length: number, locale: Locale): (DateFound | undefined)[] {
	const marked = locale === 'th' ? `${text} ${THAI_LETTER}` : text;
	return [
		readNumericDate(marked, start, start + length),
		dayAndMonth(DAY_DOT_MONTH, text, start),
		dayAndMonth(DAY_DASH_MONTH, text, start),
	];
}

function instantAt(text: string, start: number): DateAt | undefined {
	WITH_ZONE.lastIndex = start;
	const [whole, day = '', time = '', zone = ''] = WITH_ZONE.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const at = Date.parse(`${day}T${time}${zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')}`);
	return Number.isNaN(at) ? undefined : { start, end: start + whole.length, meaning: { kind: 'instant', at } };
}

function dayAndMonth(pattern: RegExp, text: string, start: number): DateFound | undefined {
	pattern.lastIndex = start;
	const match = pattern.exec(text);
	if (match === null || /[\d.-]/.test(text.charAt(start - 1))) return undefined;
	const [a = '', b = ''] = [match[1]?.padStart(2, '0'), match[2]?.padStart(2, '0')];
	const readings = [`--${b}-${a}`, `--${a}-${b}`].filter((iso) => isDay(readingOf(iso)));
	return readings.length === 0 ? undefined : { start, end: start + match[0].length, readings: [...new Set(readings)] };
}

/** The reading that counts in a language; all of them where that is open. */
function inOrder(written: string, { readings }: DateFound, locale: Locale): Reading[] {
	const all = readings.map(readingOf);
	if (all.length === 1) return all;
	const first = Number(/\d+/.exec(written)?.[0]);
	const ofOrder: Readonly<Record<Order, Reading | undefined>> = {
		'day-first': all.find(({ year, day }) => day === first && !isYearFirst(year, first, all)),
		'month-first': all.find(({ year, month }) => month === first && !isYearFirst(year, first, all)),
		'year-first': all.find(({ year }) => year !== undefined && year % 100 === first),
	};
	const order = ORDERS[locale];
	if (order === 'open')
		return [ofOrder['day-first'], ofOrder['month-first']].filter((reading) => reading !== undefined);
	return order.flatMap((one) => ofOrder[one] ?? []).slice(0, 1);
}

/** Whether it is read as `26-03-12` is, of which the first number is the year. */
function isYearFirst(year: number | undefined, first: number, all: readonly Reading[]): boolean {
	return year !== undefined && year % 100 === first && all.some((other) => other.year !== year);
}

function readingOf(iso: string): Reading {
	const [, year, month, day] = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso) ?? [];
	return {
		...(year !== undefined && year !== '-' && { year: Number(year) }),
		...(month !== undefined && { month: Number(month) }),
		...(day !== undefined && { day: Number(day) }),
	};
}

function isDay({ month = 0, day = 0 }: Reading): boolean {
	// a leap year, for none is given
	return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}
