import { readHanNumeral } from '../../articles/quantities/han-numerals.js';
import type { Locale } from '../messages.js';
import { datesIn, type DateAt } from './dates.js';
import { lexiconOf, type Lexicon } from './lexicon.js';
import type { Meaning } from './meaning.js';

/** Words, numbers and dates in a moment: more stand in none. */
const MOST_MEANINGS = 14;
/** So many places are looked at, in all ways of reading a text together, that no text takes long. */
const MOST_STEPS = 3000;

const BETWEEN = /[\s,;·،、。.()（）ºª]/u;
const NUMBER = /(\d{1,6})(?:[.,](\d{1,2}))?(?!\d)/y;
/** `14:30`, `14:30:00`, `14h30`. */
const CLOCK = /(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d{1,9})?)?|h(\d{2}))(?![\d:])/y;
/** `14.30`, which may be a number or a day as well. */
const DOTTED_CLOCK = /(\d{1,2})\.(\d{2})(?![\d.])/y;
const HAN_NUMERAL = /[〇零一二三四五六七八九十百两兩]+/uy;
/** 九点半: half an hour later. */
const HALF_PAST = /[点點時]半/uy;

interface Step {
	readonly end: number;
	readonly row: readonly Meaning[];
}

/** The ways in which a folded text can be read from its beginning to its end, each as a row of meanings, likeliest first. */
export function* rowsOf(text: string, locale: Locale): Generator<readonly Meaning[]> {
	const dates = datesIn(text, locale);
	const lexicon = lexiconOf(locale);
	const isHanRead = locale === 'zh' || locale === 'ja';
	const steps = new Map<number, readonly Step[]>();
	const stepsAt = (start: number): readonly Step[] => {
		let known = steps.get(start);
		if (known === undefined) steps.set(start, (known = [...stepsFrom(text, start, { dates, lexicon, isHanRead })]));
		return known;
	};
	let left = MOST_STEPS;

	function* from(start: number, row: readonly Meaning[]): Generator<readonly Meaning[]> {
		let at = start;
		while (at < text.length && BETWEEN.test(text.charAt(at))) at++;
		if (at === text.length) {
			if (row.length > 0) yield row;
			return;
		}
		if (row.length >= MOST_MEANINGS) return;
		for (const { end, row: next } of stepsAt(at)) {
			if (left-- <= 0) return;
			yield* from(end, [...row, ...next]);
		}
	}

	// a minus at the beginning is what narrow languages of platforms write for "ago": -2 h
	if (text.startsWith('-')) yield* from(1, [{ kind: 'ago' }]);
	else yield* from(0, []);
}

interface Sources {
	readonly dates: readonly DateAt[];
	readonly lexicon: Lexicon;
	readonly isHanRead: boolean;
}

function* stepsFrom(text: string, start: number, { dates, lexicon, isHanRead }: Sources): Generator<Step> {
	for (const date of dates) if (date.start === start) yield { end: date.end, row: [date.meaning] };
	yield* clockAt(text, start);
	for (const { end, meanings } of lexicon.startingAt(text, start)) {
		for (const row of meanings) yield { end, row };
	}
	yield* numberAt(text, start, isHanRead);
}

function* clockAt(text: string, start: number): Generator<Step> {
	for (const [pattern, isPlain] of [
		[CLOCK, true],
		[DOTTED_CLOCK, false],
	] as const) {
		const match = matchAt(pattern, text, start);
		if (match === null) continue;
		const clock = { hour: Number(match[1]), minute: Number(match[2] ?? match[3]) };
		if (clock.hour > 23 || clock.minute > 59) continue;
		// no month has such a number
		const isClear = isPlain || clock.minute > 12 || clock.minute === 0;
		yield { end: start + match[0].length, row: [{ kind: 'clock', clock, isPlain: isClear }] };
	}
}

function* numberAt(text: string, start: number, isHanRead: boolean): Generator<Step> {
	const digits = matchAt(NUMBER, text, start);
	if (digits !== null) {
		const value = Number(`${digits[1] ?? ''}.${digits[2] ?? '0'}`);
		yield* numbered(text, start + digits[0].length, value);
		return;
	}
	const han = isHanRead ? matchAt(HAN_NUMERAL, text, start) : null;
	if (han === null) return;
	// 日 is a measure, so that one sign alone is read
	const value = Number(readHanNumeral(han[0], '日') ?? NaN);
	if (Number.isInteger(value)) yield* numbered(text, start + han[0].length, value);
}

function* numbered(text: string, end: number, value: number): Generator<Step> {
	const half = matchAt(HALF_PAST, text, end);
	if (half !== null && Number.isInteger(value) && value <= 23) {
		const clock = { hour: value, minute: 30 };
		yield { end: end + half[0].length, row: [{ kind: 'clock', clock, isPlain: true }] };
	}
	yield { end, row: [{ kind: 'number', value }] };
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
	pattern.lastIndex = start;
	return pattern.exec(text);
}
