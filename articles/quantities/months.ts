import { createWordTable, type WordTable } from './word-table.js';

/** Languages whose month names are known, by CLDR. */
const LANGUAGES =
	'en en-GB fr fr-CA vi es de de-AT pt it ru th lo km ar ar-SY ar-MA ar-TN hi tr el ro nl pl uk be cs sk hu bg sr sr-Latn hr sl mk sq da nb sv fi is et lv lt ga cy eu ca gl he fa ur bn ta te ml kn gu mr pa ne si my id ms fil sw ka hy az kk uz ky mn am af'.split(
		' ',
	);
/** Forms in which a month may be named: beside a day, a year, and alone, which differ in case or ending. */
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
	{ day: 'numeric', month: 'long' },
	{ year: 'numeric', month: 'long' },
	{ day: 'numeric', month: 'short' },
];
/** Vietnamese numbers its months, and spells the numbers; *tháng một* is left out: *3 tháng một lần* is once in three months. */
const VIETNAMESE: readonly (readonly [string, number])[] = [
	['tháng giêng', 1],
	['tháng hai', 2],
	['tháng ba', 3],
	['tháng tư', 4],
	['tháng năm', 5],
	['tháng sáu', 6],
	['tháng bảy', 7],
	['tháng tám', 8],
	['tháng chín', 9],
	['tháng mười', 10],
	['tháng mười một', 11],
	['tháng mười hai', 12],
	['tháng chạp', 12],
];
/** Beyond English, an abbreviation as short as this may be a word: French *des*, Portuguese *out*, *ago*, *set*. */
const WEAK = /^\p{Script=Latin}{1,3}$/u;

/** A month's name, as it is written. */
export interface MonthName {
	/** 1 to 12; several where languages mean different months by one name, as they do by *listopad*. */
	readonly months: readonly number[];
	/** Whether it is so short that it may be another word: a month only between a day and a year. */
	readonly isWeak: boolean;
}

let table: WordTable<MonthName> | undefined;

/** Names and abbreviations of the months in many languages. Made when it is first asked for. */
export function monthNames(): WordTable<MonthName> {
	return (table ??= createWordTable(entries(), (a, b) => ({
		months: [...new Set([...a.months, ...b.months])],
		isWeak: a.isWeak && b.isWeak,
	})));
}

function* entries(): Iterable<readonly [string, MonthName]> {
	for (const language of LANGUAGES) {
		for (const form of FORMS) {
			const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
			for (let month = 1; month <= 12; month++) {
				const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
				const name = parts.find(({ type }) => type === 'month')?.value.replace(/[.॰]$/, '') ?? '';
				// in Chinese, Japanese, Korean and Vietnamese it is a number with a word
				if (name === '' || /\d/.test(name)) continue;
				const isWeak = form.month === 'short' && !language.startsWith('en') && WEAK.test(name);
				yield [name, { months: [month], isWeak }];
			}
		}
	}
	for (const [name, month] of VIETNAMESE) yield [name, { months: [month], isWeak: false }];
}
