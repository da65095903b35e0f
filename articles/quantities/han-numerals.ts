import { decimalOf, type Decimal } from './decimal.js';

const DIGITS = '〇一二三四五六七八九';
const OTHER_DIGITS: Readonly<Record<string, number>> = { 零: 0, 两: 2, 兩: 2 };
const TENS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const MYRIADS: Readonly<Record<string, bigint>> = {
	万: 10_000n,
	萬: 10_000n,
	亿: 100_000_000n,
	億: 100_000_000n,
	兆: 1_000_000_000_000n,
};
/** 九千九百九十九 four times with a myriad each, and then some. */
const LONGEST_WITH_UNITS = 40;

/** One numeral alone is a number before a measure only: 一 is in too many words. */
const MEASURE = /^[个個人名年月日天次元吨公亩岁歲所种種座家户戶回本村]/u;

/** The numeral's number by digits alone, 二〇二六; `undefined` if it is none. Two digits are none but with a zero: 三四 is three or four. */
export function hanDigits(numeral: string): string | undefined {
	if (numeral.length < 3 && !/[〇零]/u.test(numeral)) return undefined;
	const digits = Array.from(numeral, digitOf);
	return digits.some((digit) => digit === undefined) ? undefined : digits.join('');
}

/**
 * The number of a Chinese or Japanese numeral: 二〇九, 三千二百, 一万五.
 *
 * @param after what follows it in the text
 * @returns `undefined` where it is none, or where it may be part of a word: 万 in 万象, 一 in 一些.
 */
export function readHanNumeral(numeral: string, after: string): Decimal | undefined {
	const digits = hanDigits(numeral);
	if (digits !== undefined) return digits.length > 1 ? decimalOf(digits) : undefined;
	if (numeral.length > LONGEST_WITH_UNITS) return undefined;
	if (numeral.length === 1 && !MEASURE.test(after)) return undefined;
	const value = valueWithUnits(numeral);
	return value === undefined ? undefined : decimalOf(String(value));
}

/** Units go down, in each part before a myriad, and from myriad to myriad. */
function valueWithUnits(numeral: string): bigint | undefined {
	let [total, section] = [0n, 0n];
	let digit: bigint | undefined;
	let [lastTen, lastMyriad] = [10_000n, 10_000_000_000_000_000n];
	// what the last character was worth
	let unit = 1n;
	for (const character of numeral) {
		const value = digitOf(character);
		const ten = TENS[character];
		const myriad = MYRIADS[character];
		if (value !== undefined) {
			if (digit !== undefined) return undefined;
			if (value > 0) digit = BigInt(value);
			else unit = 1n;
		} else if (ten !== undefined) {
			// ten alone is ten; a thousand alone is one in 千九百四十五 and not in words of two characters
			if (ten >= lastTen || (digit === undefined && ten > 10n && numeral.length < 4)) return undefined;
			section += (digit ?? 1n) * ten;
			[digit, lastTen, unit] = [undefined, ten, ten];
		} else if (myriad !== undefined) {
			section += digit ?? 0n;
			// 万亿 is a unit too
			if (section === 0n ? total === 0n || myriad <= lastMyriad : myriad >= lastMyriad) return undefined;
			total = section === 0n ? total * myriad : total + section * myriad;
			[digit, section, lastTen, lastMyriad, unit] = [undefined, 0n, 10_000n, myriad, myriad];
		}
	}
	// 三百二 is 320 and 一万五 is 15000: a last digit goes with the unit below
	const last = digit ?? 0n;
	return total + section + (unit >= 100n ? (last * unit) / 10n : last);
}

function digitOf(character: string): number | undefined {
	const place = DIGITS.indexOf(character);
	return place >= 0 ? place : OTHER_DIGITS[character];
}
