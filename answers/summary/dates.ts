import { quantitiesIn, type Quantity } from '../../articles/quantities/quantities.js';
import { offsetAt } from './activity.js';
import { inTurns } from './in-turns.js';
import type { Heard, Place } from './heard.js';
import { relativeDays } from './relative-days.js';

/** A day that was named, where it was named first. */
export interface NamedDay {
	/** ISO 8601: a day, or a month of a year. */
	readonly date: string;
	readonly place: Place;
}

const DAY_MS = 86_400_000;
const MOST = 24;
/** A day, or a month, with its year; a day without. */
const WHOLE = /^\d{4}-\d{2}(?:-\d{2})?$/;
const WITHOUT_YEAR = /^--(\d{2})-(\d{2})$/;
/** Languages of which not all writers put the day before the month. */
const EITHER_ORDER = new Set(['en', 'und']);
/** A day of the month that has no name beside it: the 16th, whichever month comes. */
const DAY_ALONE =
	/(?<!\p{Nd}\s?)(?:ngày|ວັນທີ|วันที่|ថ្ងៃទី)\s?(\p{Nd}{1,2})(?![\p{Nd}/.-]|\s?(?:tháng|\/|ເດືອນ|เดือน|ខែ|-))|(?<![\p{Nd}月]\s?)(\p{Nd}{1,2})[号號]/u;
const MIGHT_NAME = /\p{Nd}|[〇零一二三四五六七八九十]/u;

/** The days that messages name. In the order of these days. */
export async function findDates(heard: readonly Heard[], timeZone: string): Promise<NamedDay[]> {
	const found = new Map<string, Place>();
	await inTurns(heard, (one) => {
		if (one.isNoise) return;
		const day = localDay(one.message.at, timeZone);
		for (const [sentence, { words, span, acts }] of one.sentences.entries()) {
			// *is it Friday yet?*
			if (acts.isQuestion && acts.asks === null) continue;
			const moments = one.plain.moments.filter(({ start, end }) => start >= span.start && end <= span.end);
			for (const date of [
				...moments.map(({ at }) => isoOf(localDay(at, timeZone))),
				...datesIn(words, one.language, day),
			]) {
				if (!found.has(date)) found.set(date, { heard: one, sentence });
			}
		}
	});
	const days = Array.from(found, ([date, place]) => ({ date, place })).sort((a, b) => a.date.localeCompare(b.date));
	const [first] = heard;
	const start = first === undefined ? '' : isoOf(localDay(first.message.at, timeZone));
	// what is still to come is looked for more often
	const past = days.filter(({ date }) => date < start);
	const coming = days.slice(past.length, past.length + MOST);
	return [...past.slice(Math.max(0, past.length + coming.length - MOST)), ...coming];
}

/** @param day on which it was said: days since 1970 */
function datesIn(words: string, language: string, day: number): string[] {
	const weekday = (((day + 4) % 7) + 7) % 7;
	const relative = relativeDays(words, language, weekday).map((ahead) => isoOf(day + ahead));
	if (!MIGHT_NAME.test(words)) return relative;
	const stated = quantitiesIn(words).flatMap((quantity) => certainDate(quantity, language, day) ?? []);
	if (stated.length > 0) return [...relative, ...stated];
	const alone = DAY_ALONE.exec(words);
	const ofMonth = Number(alone?.[1] ?? alone?.[2]);
	return Number.isNaN(ofMonth) ? relative : [...relative, ...(nextDayOfMonth(ofMonth, day) ?? [])];
}

/** The one day that is meant; a day without its year is the one that is nearest. */
function certainDate({ kind, readings }: Quantity, language: string, day: number): string | undefined {
	if (kind !== 'date') return undefined;
	if (readings.length > 1 && EITHER_ORDER.has(language)) return undefined;
	const [reading = ''] = readings;
	if (WHOLE.test(reading)) return reading;
	const [, month, ofMonth] = WITHOUT_YEAR.exec(reading) ?? [];
	if (month === undefined || ofMonth === undefined) return undefined;
	const year = new Date(day * DAY_MS).getUTCFullYear();
	return [year - 1, year, year + 1]
		.map((candidate) => Date.UTC(candidate, Number(month) - 1, Number(ofMonth)) / DAY_MS)
		.sort((a, b) => Math.abs(a - day) - Math.abs(b - day))
		.map(isoOf)[0];
}

function nextDayOfMonth(ofMonth: number, day: number): string[] | undefined {
	for (let ahead = 0; ahead < 62; ahead++) {
		if (new Date((day + ahead) * DAY_MS).getUTCDate() === ofMonth) return [isoOf(day + ahead)];
	}
	return undefined;
}

/** The day of a moment in a time zone, in days since 1970. */
function localDay(at: number, timeZone: string): number {
	return Math.floor((at + offsetAt(at, timeZone)) / DAY_MS);
}

/** @param day days since 1970 */
function isoOf(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
