import { readHanNumeral } from './han-numerals.js';
import { readNamedDate } from './named-dates.js';
import { readNumber, scaled } from './numbers.js';
import { readCountedDate, readNumericDate } from './numeric-dates.js';

/** A number or a date that a text states, in a form that does not depend on language, script and format. */
export interface Quantity {
	readonly kind: 'number' | 'date';
	/** `[start, end)` in UTF-16 units of the text. */
	readonly start: number;
	readonly end: number;
	/**
	 * All that it can mean, likeliest first, never empty: of `1.234` 1234 and 1.234, of 11/12/2026 two days. A number is a `Decimal`
	 * (decimal.ts), a date an `IsoDate` (calendar.ts).
	 */
	readonly readings: readonly string[];
}

const NUMERAL = /\p{Nd}+|[〇零一二三四五六七八九十百千万萬亿億兆两兩]+/gu;
const ANY_NUMERAL = /[\p{Nd}〇零一二三四五六七八九十百千万萬亿億兆两兩]/u;
/** Chinese, Japanese and Korean dates have one of these. */
const COUNTED = /[年년月월]/u;
const FIRST_HAN = 0x3007;

/**
 * The numbers and dates of a text, in order, none within another; numbers without their sign. In linear time, whatever the text.
 *
 * Read are: digits of every script, grouped and parted in the ways of all languages; Chinese and Japanese numerals; the words for
 * thousand, million and so on behind a number; dates by numbers and by the names of months; years of the Buddhist era in dates and where
 * a word says that they are years. Numbers spelled out, years of other calendars and words like *today* are not.
 */
export function quantitiesIn(text: string): Quantity[] {
	if (!ANY_NUMERAL.test(text)) return [];
	const lower = plainLower(text);
	const mayBeCounted = COUNTED.test(text);
	const quantities: Quantity[] = [];
	let [done, listEnd] = [0, 0];
	for (const { 0: numeral, index: start } of text.matchAll(NUMERAL)) {
		if (start < done) continue;
		const isHan = isHanNumeral(numeral);
		const end = start + numeral.length;
		const date =
			(mayBeCounted ? readCountedDate(text, start) : undefined) ??
			(isHan || start < listEnd ? undefined : (readNumericDate(text, start, end) ?? readNamedDate(lower, start, done)));
		if (date !== undefined) {
			quantities.push({ kind: 'date', ...date });
			done = date.end;
			continue;
		}
		const number = isHan ? hanNumber(text, lower, numeral, end) : readNumber(text, lower, start, start < listEnd);
		if (number === undefined) continue;
		quantities.push({ kind: 'number', start, end: number.end, readings: number.readings });
		done = number.end;
		listEnd = Math.max(listEnd, number.listEnd ?? 0);
	}
	return quantities;
}

function hanNumber(text: string, lower: string, numeral: string, end: number) {
	const value = readHanNumeral(numeral, text.charAt(end));
	return value === undefined ? undefined : scaled(text, lower, { end, readings: [value] });
}

function isHanNumeral(numeral: string): boolean {
	const code = numeral.charCodeAt(0);
	return code >= FIRST_HAN && code < 0xa000;
}

/** Lower case, with plain spaces, and every character where it is in the text. */
function plainLower(text: string): string {
	const lower = text.toLowerCase();
	// the Turkish İ becomes two
	const same = lower.length === text.length ? lower : text.replace(/./gsu, lowerOfSameLength);
	return same.replace(/[\u00a0\u202f\u2009]/g, ' ');
}

function lowerOfSameLength(character: string): string {
	const lower = character.toLowerCase();
	return lower.length === character.length ? lower : character;
}
