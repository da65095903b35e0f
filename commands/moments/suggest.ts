import type { Locale } from '../messages.js';
import type { Suggestion } from '../services.js';
import { fold } from './fold.js';
import { monthNames, weekdayNames, WORDS } from './lexicon.js';
import { localTime } from './local-time.js';
import type { Unit } from './meaning.js';
import { LONGEST_MOMENT, momentsIn, parseMoment, type Moment, type Speaker } from './moment.js';
import type { Concept } from './words/words.js';

export interface SuggestOptions extends Speaker {
	readonly limit: number;
}

/** UTF-16 units of a suggested text, so that the date behind it stands on the line as well: labels have 100. */
const TEXT_ROOM = 50;

/** What is offered before anything is typed, and first of what begins alike. */
const COMMON: readonly (Concept | readonly [number, Unit])[] = [
	'my-last-message',
	[1, 'hour'],
	[3, 'hour'],
	'today',
	'this-morning',
	'yesterday',
	'last-night',
	[24, 'hour'],
	[3, 'day'],
	'this-week',
	'last-week',
	[7, 'day'],
	'this-month',
	'last-month',
	[30, 'minute'],
	'this-afternoon',
	'this-evening',
	'day-before-yesterday',
	[2, 'week'],
	[1, 'month'],
	'this-year',
];
/** What a number may be of. */
const UNITS: readonly Unit[] = ['hour', 'day', 'minute', 'week', 'month'];
/** What may stand behind a day. */
const PARTS: readonly Concept[] = ['morning', 'noon', 'afternoon', 'evening', 'night'];
/** Of a day longer ago, nobody asks for the morning. */
const PARTS_WITHIN_MS = 8 * 24 * 60 * 60 * 1000;

/**
 * What may be meant by a text that is still being typed, each with the day and hour in that time zone which it names, in the language of
 * whoever types. Every value is a text that {@link parseMoment} understands; where a date can be read in two orders, there is one for each.
 */
export function suggestMoments(typed: string, { limit, ...speaker }: SuggestOptions): Suggestion[] {
	if (typed.length > LONGEST_MOMENT) return [];
	const found = new Map<string, Suggestion>();
	for (const text of candidates(typed, speaker)) {
		if (found.size >= limit) break;
		const value = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
		const moment = value.length > TEXT_ROOM ? undefined : parseMoment(value, speaker);
		if (moment === undefined) continue;
		const key = moment.kind === 'at' ? String(moment.at) : moment.kind;
		if (!found.has(key)) found.set(key, { label: labelOf(value, moment, speaker), value });
	}
	return [...found.values()];
}

/** A moment as clocks of a time zone show it, in a language: `Tue 12 Mar 2024, 14:00`. */
export function momentText(at: number, { timeZone, locale }: Pick<Speaker, 'timeZone' | 'locale'>): string {
	const format = kept(formats, `${locale} ${timeZone}`, () => {
		const [weekday, month] = ['short', 'short'] as const;
		const [hour, minute] = ['2-digit', '2-digit'] as const;
		return new Intl.DateTimeFormat(locale, {
			...{ timeZone, weekday, day: 'numeric', month, year: 'numeric' },
			...{ hour, minute, hourCycle: 'h23' },
		});
	});
	return format.format(at);
}

function labelOf(value: string, moment: Moment, speaker: Speaker): string {
	return moment.kind === 'at' ? `${value} · ${momentText(moment.at, speaker)}` : value;
}

/** Texts that may be meant, likeliest first; not all of them are moments. */
function* candidates(typed: string, speaker: Speaker): Generator<string> {
	const { locale } = speaker;
	const start = fold(typed);
	yield typed;
	const readings = momentsIn(typed, speaker);
	// two readings of a date, each in the order that has one
	if (readings.length > 1) for (const reading of readings) yield isoText(reading, speaker);
	if (/\d$/.test(start)) yield* withNumber(typed, locale);
	const phrases = phrasesOf(locale);
	yield* phrases.filter((phrase) => fold(phrase).startsWith(start));
	if (start === '') return;
	yield* phrases.filter((phrase) => hasWord(phrase, start));
	// a last word that is only begun: last mo
	const [, head = '', tail = ''] = /^(.*\s)(\S+)$/u.exec(typed.trim()) ?? [];
	if (tail !== '') {
		const begun = fold(tail);
		for (const word of wordsOf(locale)) if (fold(word).startsWith(begun)) yield head + word;
	}
	const [day] = readings;
	if (day?.kind !== 'at' || speaker.now - day.at > PARTS_WITHIN_MS || !/\p{L}\p{M}*\s*$/u.test(typed)) return;
	for (const part of PARTS) yield* (WORDS[locale].concepts[part] ?? []).slice(0, 1).map((word) => `${typed} ${word}`);
}

/** A number at the end, as so many hours or days, and as a time of the day. */
function* withNumber(typed: string, locale: Locale): Generator<string> {
	const [, head = '', digits = ''] = /^(.*?)(\p{Nd}+)$/u.exec(typed.trim()) ?? [];
	const number = Number(fold(digits));
	const isAlone = fold(head) === '';
	if (isAlone) for (const unit of UNITS) yield quantity(number, unit, locale);
	if (number <= 23 && !/[:.\-/]$/.test(head)) {
		yield `${head}${number}:00`;
		if (locale === 'en' && number >= 1 && number <= 12) yield* [`${head}${number} am`, `${head}${number} pm`];
	}
	if (!isAlone) for (const unit of UNITS) yield `${head}${quantity(number, unit, locale)}`;
	if (isAlone) for (const month of monthNames(locale, 'long')) yield* [`${number} ${month}`, `${month} ${number}`];
}

/** Whether a word of it begins so; where there are no spaces, whether it stands in it. */
function hasWord(phrase: string, start: string): boolean {
	const folded = fold(phrase);
	if (/\p{Script=Latin}/u.test(start)) return folded.includes(` ${start}`);
	return !/^\d*$/.test(start) && folded.includes(start);
}

function isoText(moment: Moment, { timeZone }: Speaker): string {
	if (moment.kind !== 'at') return '';
	const { year, month, day, hour, minute } = localTime(moment.at, timeZone);
	const pad = (value: number) => String(value).padStart(2, '0');
	const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
	return hour === 0 && minute === 0 ? date : `${date} ${pad(hour)}:${pad(minute)}`;
}

/** Made once each: that takes longer than all else. */
const formats = new Map<string, Intl.DateTimeFormat>();
const quantities = new Map<string, Intl.NumberFormat>();
const phrasesByLocale = new Map<string, readonly string[]>();

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
	let one = all.get(key);
	if (one === undefined) all.set(key, (one = make()));
	return one;
}

/** Whole moments in a language, those that are wanted most often first; then those of English. */
function phrasesOf(locale: Locale): readonly string[] {
	return kept(phrasesByLocale, locale, () => {
		const languages: readonly Locale[] = locale === 'en' ? ['en'] : [locale, 'en'];
		return languages.flatMap((language) => [
			...COMMON.flatMap((common) =>
				typeof common === 'string'
					? (WORDS[language].concepts[common] ?? []).slice(0, 1)
					: [quantity(common[0], common[1], language)],
			),
			...weekdayNames(language, 'long'),
			...monthNames(language, 'long'),
		]);
	});
}

/** Words that may stand at the end of a moment. */
function wordsOf(locale: Locale): string[] {
	const { concepts } = WORDS[locale];
	return [
		...weekdayNames(locale, 'long'),
		...(['week', 'month', 'year', 'hour', 'day', 'minute', ...PARTS, 'ago'] as const).flatMap(
			(concept) => concepts[concept] ?? [],
		),
		...monthNames(locale, 'long'),
	];
}

function quantity(amount: number, unit: Unit, locale: Locale): string {
	const options = { style: 'unit', unit, unitDisplay: 'long', useGrouping: false } as const;
	return kept(quantities, `${locale} ${unit}`, () => new Intl.NumberFormat(locale, options)).format(amount);
}
