import { isoDate, yearOf, type IsoDate } from './calendar.js';
import { asciiDigits } from './digits.js';
import { monthNames, type MonthName } from './months.js';
import type { DateFound } from './numeric-dates.js';
import { digitsEnd } from './numbers.js';

/** A space, or none where a script has none; marks of direction in Arabic. */
const GAP = '[ \\u200e\\u200f\\u061c]{0,2}';
/** What stands between a day and the month behind it, a year and the month behind it, in CLDR's patterns and in use. */
const TO_MONTH = new RegExp(
	`(?:st|nd|rd|th|er|re|\\.?º|ª|°|η(?:ς)?|-го|-е)?(?:${GAP}(?:de |d[’']|of |den |ב|เดือน|ເດືອນ|ខែ|г\\. |g\\. |m\\. |թ[.․] |ж\\. |-ж\\.,? |оны |[./-])?${GAP})`,
	'uy',
);
const TO_DAY = new RegExp(`(?:ren|ын)?\\.?${GAP}(?:ngày |ngay |the |वें )?${GAP}`, 'uy');
const TO_YEAR = new RegExp(
	`(?:st|nd|rd|th)?[.॰]?${GAP}(?:[,،/-]|de |del |of |năm |nam |พ\\.ศ\\.|ค\\.ศ\\.|ปี|ພ\\.ສ\\.|ຄ\\.ສ\\.|ປີ|ពុទ្ធសករាជ|គ\\.ស\\.|ព\\.ស\\.|ឆ្នាំ)?${GAP}`,
	'uy',
);
/** Before another name of the same month: Arabic names it twice, `أيار/مايو`. */
const TO_OTHER_NAME = new RegExp(`${GAP}[/(]${GAP}`, 'uy');
/** UTF-16 units of a month that may stand alone behind a year; shorter names are words too. */
const LEAST_BEHIND_YEAR = 4;
/** The same as TO_YEAR, seen from behind. */
const FROM_MONTH = new RegExp(
	`(?:ren|ын)?[.॰]?${GAP}(?:[,،/-]|de |del |of |the |năm |nam |พ\\.ศ\\.|ค\\.ศ\\.|ปี|ພ\\.ສ\\.|ຄ\\.ສ\\.|ປີ|ពុទ្ធសករាជ|គ\\.ស\\.|ព\\.ស\\.|ឆ្នាំ)?${GAP}$`,
	'u',
);
/** Vietnamese counts its months: tháng 11. */
const COUNTED_MONTH = /(?:th(?:á|á|a)ng|thg|th\.) ?(\p{Nd}{1,2})(?!\p{Nd})/uy;
const BEFORE_COUNTED = /(?:th(?:á|á|a)ng|thg) ?$/u;
/** Before a year of the Buddhist era, or before a year in a language whose years may be of it. */
const BUDDHIST_YEAR = /(?:พ\.ศ\.|พุทธศักราช|ปี|ພ\.ສ\.|ປີ|ព\.ស\.|ពុទ្ធសករាជ|ឆ្នាំ) ?$/u;
/** UTF-16 units before a number that are looked at. */
const LOOK_BACK = 16;

interface Part<T> {
	readonly value: T;
	readonly end: number;
}

/**
 * `21 November 2026`, `November 21`, `ngày 21 tháng 11`, `21 พฤศจิกายน 2569`: the date whose first number is at `start`, with its month's
 * name before or behind it.
 *
 * @param lower the text in lower case, of the same length, its spaces plain
 * @param from what is before it belongs to an earlier quantity
 */
export function readNamedDate(lower: string, start: number, from: number): DateFound | undefined {
	const end = digitsEnd(lower, start);
	const digits = asciiDigits(lower.slice(start, end));
	if (digits.length > 4) return undefined;
	const before = lower.slice(Math.max(from, start - LOOK_BACK), start);
	const year = yearOf(digits);
	const value = Number(digits);
	if (digits.length <= 2) {
		if (BEFORE_COUNTED.test(before)) return countedMonth(lower, start, end, value);
		const behind = value <= 31 ? dayThenMonth(lower, start, end, value) : undefined;
		if (behind?.isComplete === true) return behind.found;
		return (value <= 31 ? monthThenDay(lower, start, end, value, before) : undefined) ?? behind?.found;
	}
	if (year === undefined) return undefined;
	const named = monthBefore(lower, start, before);
	if (named !== undefined && !named.value.isWeak) return dated(named.start, end, named.value, { year });
	const behind = yearThenMonth(lower, start, end, year);
	if (behind !== undefined) return behind;
	if (String(year) === digits || !BUDDHIST_YEAR.test(before)) return undefined;
	return { start, end, readings: [String(year), digits] };
}

function countedMonth(lower: string, start: number, end: number, month: number): DateFound | undefined {
	const year = yearAt(lower, end);
	return dated(start, year?.end ?? end, { months: [month] }, { year: year?.value });
}

function dayThenMonth(
	lower: string,
	start: number,
	end: number,
	day: number,
): { readonly found: DateFound; readonly isComplete: boolean } | undefined {
	const month = monthAt(lower, skip(TO_MONTH, lower, end));
	if (month === undefined) return undefined;
	const year = yearAt(lower, month.end);
	if (year === undefined && month.value.isWeak) return undefined;
	const found = dated(start, year?.end ?? month.end, month.value, { year: year?.value, day });
	return found && { found, isComplete: year !== undefined };
}

function monthThenDay(lower: string, start: number, end: number, day: number, before: string): DateFound | undefined {
	const month = monthBefore(lower, start, before);
	if (month === undefined) return undefined;
	const year = yearAt(lower, end);
	if (year === undefined && month.value.isWeak) return undefined;
	return dated(month.start, year?.end ?? end, month.value, { year: year?.value, day });
}

function yearThenMonth(lower: string, start: number, end: number, year: number): DateFound | undefined {
	const monthStart = skip(TO_MONTH, lower, end);
	const month = monthAt(lower, monthStart);
	if (month === undefined) return undefined;
	const at = skip(TO_DAY, lower, month.end);
	const dayEnd = digitsEnd(lower, at);
	const day = dayEnd > at && dayEnd - at <= 2 ? Number(asciiDigits(lower.slice(at, dayEnd))) : undefined;
	const whole = day === undefined ? undefined : dated(start, dayEnd, month.value, { year, day });
	const isAlone = !month.value.isWeak && month.end - monthStart >= LEAST_BEHIND_YEAR;
	return whole ?? (isAlone ? dated(start, month.end, month.value, { year }) : undefined);
}

function monthAt(lower: string, start: number): Part<MonthName> | undefined {
	COUNTED_MONTH.lastIndex = start;
	const counted = COUNTED_MONTH.exec(lower);
	if (counted !== null) {
		const month = Number(asciiDigits(counted[1] ?? ''));
		return { value: { months: [month], isWeak: false }, end: start + counted[0].length };
	}
	const named = monthNames().startingAt(lower, start);
	if (named === undefined) return undefined;
	const at = skip(TO_OTHER_NAME, lower, named.end);
	const other = at > named.end ? monthNames().startingAt(lower, at) : undefined;
	if (other?.value.months.some((month) => named.value.months.includes(month)) !== true) return named;
	return { value: named.value, end: lower.charAt(other.end) === ')' ? other.end + 1 : other.end };
}

function monthBefore(
	lower: string,
	start: number,
	before: string,
): { readonly value: MonthName; readonly start: number } | undefined {
	const link = FROM_MONTH.exec(before)?.[0].length ?? 0;
	const found = monthNames().endingAt(lower, start - link);
	return found !== undefined && found.start >= start - before.length ? found : undefined;
}

function yearAt(lower: string, at: number): Part<number> | undefined {
	const start = skip(TO_YEAR, lower, at);
	const end = digitsEnd(lower, start);
	const value = end - start > 8 ? undefined : yearOf(asciiDigits(lower.slice(start, end)));
	return value === undefined ? undefined : { value, end };
}

function skip(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
}

function dated(
	start: number,
	end: number,
	{ months }: Pick<MonthName, 'months'>,
	rest: { readonly year?: number | undefined; readonly day?: number | undefined },
): DateFound | undefined {
	const readings = months
		.map((month) => isoDate({ ...rest, month }))
		.filter((reading): reading is IsoDate => reading !== undefined);
	return readings.length === 0 ? undefined : { start, end, readings };
}
