import { isoDate, yearOf, yearsOfTwo, type IsoDate } from './calendar.js';
import { asciiDigits } from './digits.js';
import { hanDigits, readHanNumeral } from './han-numerals.js';

/** A date at a place of a text. */
export interface DateFound {
	readonly start: number;
	readonly end: number;
	/** All that it can mean; never empty. */
	readonly readings: readonly IsoDate[];
}

/** Arabic dates have marks of direction beside the strokes. */
const MARK = '[\\u200e\\u200f\\u061c]?';
const THREE = new RegExp(
	`(\\p{Nd}{1,4})${MARK}([-/.‐‑–])${MARK}( ?)(\\p{Nd}{1,2})${MARK}\\2${MARK}\\3(\\p{Nd}{1,4})(?!\\p{Nd}|\\2\\p{Nd})`,
	'uy',
);
const MONTH_YEAR = /(\p{Nd}{1,2})([-/])(\p{Nd}{4})(?!\p{Nd}|\2\p{Nd})/uy;
const YEAR_MONTH = /(\p{Nd}{4})([-/])(\p{Nd}{2})(?!\p{Nd}|\2\p{Nd})/uy;
const DAY_MONTH = /(\p{Nd}{1,2})\/(\p{Nd}{1,2})(?!\p{Nd}|\/)/uy;

/** What Chinese, Japanese and Korean write behind a year, a month and a day, and between them. */
const NUMERAL = '(\\p{Nd}{1,4}|[〇零一二三四五六七八九十]{1,4})';
const YEAR_FIRST = new RegExp(
	`${NUMERAL}\\s?[年년](?:\\s?${NUMERAL}\\s?[月월](?:\\s?${NUMERAL}\\s?[日号號일])?)?`,
	'uy',
);
const MONTH_FIRST = new RegExp(`${NUMERAL}\\s?[月월](?:\\s?${NUMERAL}\\s?[日号號일])?`, 'uy');
/** The year before the first of an era that is named before the number: 令和8年 is 2026. */
const ERAS: Readonly<Record<string, number>> = {
	明治: 1867,
	大正: 1911,
	昭和: 1925,
	平成: 1988,
	令和: 2018,
	民国: 1911,
	民國: 1911,
};
/** What may follow a date's first number. */
const SEPARATOR = /[-/.‐‑–\u200e\u200f\u061c]/;
const THAI = /\p{Script=Thai}/u;

/** `2026-11-21`, `21/11/2026`, `11/21/26`, `2026. 11. 21.`, `11/2026`, `21/11`: the date whose first number is `[start, end)`. */
export function readNumericDate(text: string, start: number, end: number): DateFound | undefined {
	if (!SEPARATOR.test(text.charAt(end))) return undefined;
	const three = matchAt(THREE, text, start);
	// part of a longer row, such as a number of a phone or of a version
	if (three !== null && isRowBefore(text, start, three[2] ?? '')) return undefined;
	if (three !== null) {
		const [whole, first = '', separator, space, second = '', third = ''] = three;
		// 3. 4. 5 may be a list
		if (space === '' || separator === '.') {
			const readings = ofThree(asciiDigits(first), asciiDigits(second), asciiDigits(third), () => THAI.test(text));
			if (readings.length > 0) return { start, end: start + whole.length, readings };
		}
	}
	for (const [pattern, yearGroup, monthGroup] of [
		[MONTH_YEAR, 3, 1],
		[YEAR_MONTH, 1, 3],
	] as const) {
		const match = matchAt(pattern, text, start);
		const year = yearOf(asciiDigits(match?.[yearGroup] ?? ''));
		const reading =
			year === undefined ? undefined : isoDate({ year, month: Number(asciiDigits(match?.[monthGroup] ?? '')) });
		if (match !== null && reading !== undefined && !isRowBefore(text, start, match[2] ?? '')) {
			return { start, end: start + match[0].length, readings: [reading] };
		}
	}
	const two = matchAt(DAY_MONTH, text, start);
	if (two === null || isRowBefore(text, start, '/')) return undefined;
	const [a, b] = [Number(asciiDigits(two[1] ?? '')), Number(asciiDigits(two[2] ?? ''))];
	return found(start, two, [isoDate({ month: b, day: a }), isoDate({ month: a, day: b })]);
}

/** `2026年11月21日`, `二〇二六年`, `11월 21일`, `令和8年`: the date whose first numeral is at `start`. */
export function readCountedDate(text: string, start: number): DateFound | undefined {
	const byYear = matchAt(YEAR_FIRST, text, start);
	if (byYear !== null) {
		const year = countedYear(byYear[1] ?? '', text.slice(Math.max(0, start - 2), start));
		// 30年 is how long something took
		if (year === undefined) return undefined;
		return found(start, byYear, [isoDate({ year, month: counted(byYear[2]), day: counted(byYear[3]) })]);
	}
	const byMonth = matchAt(MONTH_FIRST, text, start);
	if (byMonth === null) return undefined;
	return found(start, byMonth, [isoDate({ month: counted(byMonth[1]), day: counted(byMonth[2]) })]);
}

function ofThree(first: string, second: string, third: string, isThai: () => boolean): IsoDate[] {
	const [a, b, c] = [Number(first), Number(second), Number(third)];
	const firstYear = yearOf(first);
	if (firstYear !== undefined)
		return third.length <= 2 ? present([isoDate({ year: firstYear, month: b, day: c })]) : [];
	if (first.length > 2) return [];
	const lastYear = yearOf(third);
	if (lastYear !== undefined) return present(eitherOrder(lastYear, a, b));
	if (third.length !== 2) return [];
	const last = yearsOfTwo(third, isThai()).flatMap((year) => eitherOrder(year, a, b));
	const yearFirst =
		first.length === 2 ? yearsOfTwo(first, false).map((year) => isoDate({ year, month: b, day: c })) : [];
	return present([...last, ...yearFirst]);
}

function eitherOrder(year: number, a: number, b: number): (IsoDate | undefined)[] {
	return [isoDate({ year, month: b, day: a }), isoDate({ year, month: a, day: b })];
}

/** Of 年, 년: what is more is no year. */
const LAST_COUNTED_YEAR = 2199;

function countedYear(numeral: string, before: string): number | undefined {
	const era = ERAS[before];
	if (era !== undefined) return era + (counted(numeral) ?? 0);
	const digits = /\p{Nd}/u.test(numeral) ? asciiDigits(numeral) : (hanDigits(numeral) ?? '');
	// nobody who counts years so counts them from the Buddha: 2500年 are so many years
	return Number(digits) <= LAST_COUNTED_YEAR ? yearOf(digits) : undefined;
}

function counted(numeral: string | undefined): number | undefined {
	if (numeral === undefined) return undefined;
	return Number(/\p{Nd}/u.test(numeral) ? asciiDigits(numeral) : (readHanNumeral(numeral, '日') ?? 0));
}

function found(start: number, match: RegExpExecArray, readings: (IsoDate | undefined)[]): DateFound | undefined {
	const all = present(readings);
	return all.length === 0 ? undefined : { start, end: start + match[0].length, readings: all };
}

function present(readings: readonly (IsoDate | undefined)[]): IsoDate[] {
	return [...new Set(readings.filter((reading) => reading !== undefined))];
}

/** Whether a digit and the same separator stand before: `12/21/11/2026`. */
function isRowBefore(text: string, start: number, separator: string): boolean {
	return text.charAt(start - 1) === separator && /\p{Nd}/u.test(text.charAt(start - 2));
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
	pattern.lastIndex = start;
	return pattern.exec(text);
}
