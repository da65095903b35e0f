import { decimalOf, placedBelow, timesTenTo, type Decimal } from './decimal.js';
import { asciiDigits } from './digits.js';
import { scaleWords } from './scales.js';

/** A number at a place of a text. */
export interface NumberFound {
	readonly end: number;
	/** All that it can mean, likeliest first: `1.234` is one thousand or one. */
	readonly readings: readonly Decimal[];
	/** Up to here the digits are a list, `192.168.1.1`: each run of them is a number by itself. */
	readonly listEnd?: number;
}

const DIGITS = /\p{Nd}+/uy;
/** Between groups of three digits, and never before a fraction. */
const SPACES = new Set([' ', '\u00a0', '\u202f', '\u2009', '\u2008', '\u2007']);
const POINTS = new Set(['.', ',', '٫', '·', '．', '，', "'", '’', '٬']);
/** Which of these may stand between groups, and which before a fraction. */
const GROUP_MARKS = new Set(['.', ',', "'", '’', '٬']);
const FRACTION_MARKS = new Set(['.', ',', '٫', '·']);
const WIDE: Readonly<Record<string, string>> = { '．': '.', '，': ',' };
/** More groups than any number has, so that a hostile run is read a bounded number of times. */
const MOST_GROUPS = 16;
const MOST_READINGS = 6;
/** In a row, as in 2 million 300 thousand. */
const MOST_PARTS = 4;
/** Words for ten thousand and so on stand at the number without a space, and what follows them too. */
const CLOSED = /[\p{Script=Han}\p{Script=Hangul}]/u;

/**
 * Reads the number whose first digit is at `start`: digits of any script, grouped and parted in the ways of all languages, with the words
 * behind it that multiply it.
 *
 * @param lower the text in lower case, of the same length, its spaces plain
 * @param isAlone whether the digits are part of a list, and have no separators
 */
export function readNumber(text: string, lower: string, start: number, isAlone: boolean): NumberFound {
	const plain = isAlone ? { end: digitsEnd(text, start), readings: [wholeAt(text, start)] } : separated(text, start);
	return scaled(text, lower, plain);
}

function separated(text: string, start: number): NumberFound {
	const end = digitsEnd(text, start);
	const separator = text.charAt(end);
	if (SPACES.has(separator)) return spaced(separator, text, start, end);
	if (POINTS.has(separator)) return pointed(text, start);
	return { end, readings: [wholeAt(text, start)] };
}

/** `209 264,5`. */
function spaced(separator: string, text: string, start: number, firstEnd: number): NumberFound {
	let integer = asciiDigits(text.slice(start, firstEnd));
	let end = firstEnd;
	if (integer.length <= 3 && !integer.startsWith('0')) {
		for (let groups = 1; groups < MOST_GROUPS && text.charAt(end) === separator; groups++) {
			const next = digitsEnd(text, end + 1);
			const group = asciiDigits(text.slice(end + 1, next));
			if (group.length !== 3) break;
			integer += group;
			end = next;
		}
	}
	if (end > firstEnd && FRACTION_MARKS.has(text.charAt(end))) {
		const next = digitsEnd(text, end + 1);
		if (next > end + 1) return { end: next, readings: [decimalOf(integer, asciiDigits(text.slice(end + 1, next)))] };
	}
	return { end, readings: [decimalOf(integer)] };
}

/** Digits parted by points and commas: groups, a fraction, both, or a list. */
function pointed(text: string, start: number): NumberFound {
	const groups: string[] = [];
	const separators: string[] = [];
	let [from, end] = [start, digitsEnd(text, start)];
	for (;;) {
		groups.push(asciiDigits(text.slice(from, end)));
		const separator = text.charAt(end);
		// the wide comma is the ordinary one of Chinese
		const isWide = separator in WIDE && !/[０-９]/.test(text.charAt(end - 1));
		if (!POINTS.has(separator) || isWide || groups.length === MOST_GROUPS) break;
		const next = digitsEnd(text, end + 1);
		if (next === end + 1) break;
		separators.push(WIDE[separator] ?? separator);
		[from, end] = [end + 1, next];
	}
	const readings = readingsOf(groups, separators);
	if (readings.length > 0) return { end, readings };
	return { end: digitsEnd(text, start), readings: [wholeAt(text, start)], listEnd: end };
}

function readingsOf(groups: readonly string[], separators: readonly string[]): Decimal[] {
	const [first = ''] = groups;
	if (separators.length === 0) return [decimalOf(first)];
	const last = groups.at(-1) ?? '';
	const lastSeparator = separators.at(-1) ?? '';
	const before = groups.slice(0, -1);
	const readings: Decimal[] = [];
	if (isGroupedBy(separators) && isGrouping(groups)) readings.push(decimalOf(groups.join('')));
	const marks = separators.slice(0, -1);
	const isWholeGrouped = marks.length === 0 || (isGroupedBy(marks) && isGrouping(before));
	if (isWholeGrouped && FRACTION_MARKS.has(lastSeparator) && !marks.includes(lastSeparator)) {
		readings.push(decimalOf(before.join(''), last));
	}
	return readings;
}

function isGroupedBy([mark = '', ...others]: readonly string[]): boolean {
	return GROUP_MARKS.has(mark) && others.every((other) => other === mark);
}

/** By thousands, or as in India: three digits last, two in each group before. */
function isGrouping([first = '', ...rest]: readonly string[]): boolean {
	if (first.startsWith('0') || first.length > 3 || rest.at(-1)?.length !== 3) return false;
	const middle = rest.slice(0, -1);
	return (
		middle.every(({ length }) => length === 3) || (first.length <= 2 && middle.every(({ length }) => length === 2))
	);
}

/** Multiplies by the words behind the number, `1.5 million`, and adds what follows in smaller ones: `3 triệu 500 nghìn`, `3万2千`. */
export function scaled(text: string, lower: string, number: NumberFound): NumberFound {
	const scale = scaleAt(lower, number.end);
	if (scale === undefined) return number;
	let readings = number.readings.flatMap((reading) => scale.exponents.map((by) => timesTenTo(by, reading)));
	readings = [...new Set(readings)].slice(0, MOST_READINGS);
	let { end } = scale;
	let above = Math.min(...scale.exponents);
	for (let parts = 1; parts < MOST_PARTS; parts++) {
		const isJoined = CLOSED.test(text.charAt(end - 1)) && digitsEnd(text, end) > end;
		const start = isJoined || text.charAt(end) !== ' ' ? end : end + 1;
		if (digitsEnd(text, start) === start) break;
		const part = separated(text, start);
		const [value = ''] = part.readings;
		const next = scaleAt(lower, part.end);
		const by = next?.exponents[0] ?? 0;
		if (next === undefined && !isJoined) break;
		const below = timesTenTo(by, value);
		const sums = readings.flatMap((reading) => placedBelow(above, reading, below) ?? []);
		if (sums.length === 0) break;
		[readings, end, above] = [sums, next?.end ?? part.end, by];
		if (next === undefined) break;
	}
	return { ...number, end, readings };
}

function scaleAt(
	lower: string,
	at: number,
): { readonly exponents: readonly number[]; readonly end: number } | undefined {
	const isParted = lower.charAt(at) === ' ';
	const start = isParted ? at + 1 : at;
	if (isParted && CLOSED.test(lower.charAt(start))) return undefined;
	const found = scaleWords().startingAt(lower, start);
	return found === undefined || found.value.length === 0 ? undefined : { exponents: found.value, end: found.end };
}

function wholeAt(text: string, start: number): Decimal {
	return decimalOf(asciiDigits(text.slice(start, digitsEnd(text, start))));
}

/** Where the digits from `start` on end; `start` itself if there are none. */
export function digitsEnd(text: string, start: number): number {
	DIGITS.lastIndex = start;
	return DIGITS.test(text) ? DIGITS.lastIndex : start;
}
