import type { Span } from './document.js';

/** Years that an article may be of. Others are page numbers, years of other calendars, or history. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** Thai counts years from the Buddha: 2567 is 2024. */
const BUDDHIST_ERA_YEARS = 543;

/** Code points of the digit 0 in the scripts that have their own digits. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];

/**
 * Month first in the United States, day first elsewhere: `3/4/2024` says nothing in English, nor in no known
 * language.
 */
const AMBIGUOUS_ORDER = new Set(['en', 'und']);

interface DatePattern {
	readonly pattern: RegExp;
	/** Groups `year`, `month` and `day` as written, to an ISO date, or `null` if they make none. */
	readonly toIso: (groups: Readonly<Record<string, string | undefined>>, language: string) => string | null;
}

const NUMERIC: readonly DatePattern[] = [
	{ pattern: /(?<![\d/.-])(?<year>\d{4})([-/.])\s?(?<month>\d{1,2})\2\s?(?<day>\d{1,2})(?!\d)/gu, toIso: numericDate },
	{
		pattern: /(?<![\d/.-])(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日号號일]/gu,
		toIso: numericDate,
	},
	{
		pattern: /(?<![\d/.-])(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s*,?\s*(?:năm\s+)?(?<year>\d{4})(?!\d)/gu,
		toIso: numericDate,
	},
	{
		pattern: /(?<![\d/.-])(?<day>\d{1,2})([-/.])\s?(?<month>\d{1,2})\2\s?(?<year>\d{4})(?!\d)/gu,
		toIso: dayOrMonthFirst,
	},
];

/** A date in a text, between `start` and `end`. */
export interface FoundDate extends Span {
	/** ISO 8601, a day or a month. */
	readonly iso: string;
}

/**
 * Finds the complete dates in a text, with year, month and day, in reading order; they do not overlap.
 *
 * Nothing is guessed: a date without a year is none, nor is one whose order of day and month is open. Dates are read in
 * the language and in English, with the digits of any script and the Buddhist years of Thai.
 *
 * @param language A primary subtag; `und` where it is not known.
 */
export function datesIn(text: string, language: string): FoundDate[] {
	const plain = comparable(text);
	const patterns = [...NUMERIC, ...writtenDates(language), ...(language === 'en' ? [] : writtenDates('en'))];
	const found = patterns.flatMap(({ pattern, toIso }) =>
		Array.from(plain.matchAll(pattern), ({ 0: match, index: start, groups = {} }) => {
			const iso = toIso(groups, language);
			return iso === null ? [] : [{ start, end: start + match.length, iso }];
		}).flat(),
	);
	found.sort((a, b) => a.start - b.start || b.end - a.end);
	let end = 0;
	return found.filter((date) => {
		if (date.start < end) return false;
		end = date.end;
		return true;
	});
}

/** Finds the months in a text that are written `2024-06`, in reading order. */
export function monthsIn(text: string): FoundDate[] {
	const months = comparable(text).matchAll(/(?<![\w/.-])(\d{4})-(\d{2})(?![\w/.-])/g);
	return Array.from(months, ({ 0: match, 1: year = '', 2: month = '', index: start }) => {
		const iso = validDate(year, month, '1')?.slice(0, 7);
		return iso === undefined ? [] : [{ start, end: start + match.length, iso }];
	}).flat();
}

/** In lower case and with the digits 0 to 9, each in the place that it had. */
function comparable(text: string): string {
	// the only letter that grows in lower case
	return withAsciiDigits(text).replaceAll('İ', 'I').toLowerCase();
}

function numericDate({ year = '', month = '', day = '' }: Readonly<Record<string, string | undefined>>): string | null {
	return validDate(year, month, day);
}

function dayOrMonthFirst(groups: Readonly<Record<string, string | undefined>>, language: string): string | null {
	const { year = '', month: second = '', day: first = '' } = groups;
	if (!AMBIGUOUS_ORDER.has(language)) return validDate(gregorianYear(year, language), second, first);
	const dayFirst = validDate(year, second, first);
	const monthFirst = validDate(year, first, second);
	if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return null;
	return dayFirst ?? monthFirst;
}

/** What may stand before the name of a month, and before a year, in the languages that put a word there. */
const MONTH_WORD = '(?:de |of |เดือน\\s?|ເດືອນ\\s?|ខែ\\s?)?';
const YEAR_WORD = '(?:de |del |г\\. |พ\\.ศ\\.\\s*|ค\\.ศ\\.\\s*|ปี\\s?|ປີ\\s?|ឆ្នាំ\\s?)?';

/** Built once for each language: asking the platform for 24 month names takes longer than reading an article. */
const writtenDatesByLanguage = new Map<string, readonly DatePattern[]>();

function writtenDates(language: string): readonly DatePattern[] {
	const known = writtenDatesByLanguage.get(language);
	if (known !== undefined) return known;
	const patterns = writtenDatePatterns(language);
	writtenDatesByLanguage.set(language, patterns);
	return patterns;
}

/**
 * `21 juin 2024`, `21 de junio de 2024`, `June 21, 2024`, with the month names that the platform knows for the
 * language.
 */
function writtenDatePatterns(language: string): DatePattern[] {
	const months = monthNames(language);
	const names = [...months.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll('.', '\\.'));
	if (names.length === 0) return [];
	const month = `(?<month>${names.join('|')})(?![\\p{L}\\p{M}])\\.?`;
	const day = '(?<![\\d/.-])(?<day>\\d{1,2})(?:st|nd|rd|th|er|re|º|°|\\.)?(?!\\d)';
	const year = '(?<year>\\d{4})(?!\\d)';
	const toIso: DatePattern['toIso'] = ({ year: y = '', month: name = '', day: d = '' }) =>
		validDate(gregorianYear(y, language), String(months.get(name) ?? 0), d);
	return [
		{
			pattern: new RegExp(`${day}\\s*${MONTH_WORD}${month},?\\s*${YEAR_WORD}${year}`, 'gu'),
			toIso,
		},
		{ pattern: new RegExp(`${month}\\s*${day},?\\s+${year}`, 'gu'), toIso },
	];
}

/** Abbreviations that newspapers write and CLDR does not have. */
const FURTHER_NAMES: Readonly<Partial<Record<string, readonly (readonly [string, number])[]>>> = {
	en: [['sept', 9]],
	id: [
		['agt', 8],
		['ags', 8],
	],
};

/** Names and abbreviations of the months, lower case, in the form that stands beside a day. */
function monthNames(language: string): Map<string, number> {
	const names = new Map<string, number>();
	for (const style of ['long', 'short'] as const) {
		const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
			day: 'numeric',
			month: style,
			timeZone: 'UTC',
		});
		for (let month = 1; month <= 12; month++) {
			const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
			const name =
				parts
					.find(({ type }) => type === 'month')
					?.value.toLowerCase()
					.replace(/\.$/, '') ?? '';
			// languages that write months as numbers are read by the numeric patterns
			if (/^\p{L}/u.test(name) && !/\d/.test(name)) names.set(name, month);
		}
	}
	for (const [name, month] of FURTHER_NAMES[language] ?? []) names.set(name, month);
	return names;
}

function gregorianYear(year: string, language: string): string {
	return language === 'th' && Number(year) > LAST_YEAR ? String(Number(year) - BUDDHIST_ERA_YEARS) : year;
}

/** An ISO date, or `null` for what is no date, such as the 30th of February, or of no likely year. */
export function validDate(year: string, month: string, day: string): string | null {
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
	return isReal && isYear(Number(year)) ? date.toISOString().slice(0, 10) : null;
}

function isYear(year: number): boolean {
	return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Writes the digits of every script as 0 to 9. */
export function withAsciiDigits(text: string): string {
	return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		const zero = ZEROS.find((candidate) => code >= candidate && code < candidate + 10);
		return zero === undefined ? digit : String(code - zero);
	});
}
