import type { Locale } from '../messages.js';
import { fold } from './fold.js';
import { MEANINGS, type Meaning } from './meaning.js';
import { de } from './words/de.js';
import { en } from './words/en.js';
import { es } from './words/es.js';
import { fr } from './words/fr.js';
import { ja } from './words/ja.js';
import { km } from './words/km.js';
import { lo } from './words/lo.js';
import { th } from './words/th.js';
import { vi } from './words/vi.js';
import { CONCEPTS, type Words } from './words/words.js';
import { zh } from './words/zh.js';

export const WORDS: Readonly<Record<Locale, Words>> = { en, fr, vi, es, zh, th, de, ja, lo, km };

/** A word at a place of a text, with what it can mean, likeliest first: each a row of meanings. */
export interface WordFound {
	readonly end: number;
	readonly meanings: readonly (readonly Meaning[])[];
}

/** The words of a language, and those of English. */
export interface Lexicon {
	/** All that begin at a place of a folded text, longest first. */
	startingAt(text: string, start: number): readonly WordFound[];
}

/** A letter of a script that puts spaces between words: where it ends a word, no other letter follows. */
const SPACED =
	/(?![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}]/u;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

const lexicons = new Map<Locale, Lexicon>();

/** Made when it is first asked for. */
export function lexiconOf(locale: Locale): Lexicon {
	let lexicon = lexicons.get(locale);
	if (lexicon === undefined) lexicons.set(locale, (lexicon = createLexicon(locale)));
	return lexicon;
}

/** The names of the weekdays, from Monday on, as the platform knows them. */
export function weekdayNames(locale: Locale, style: 'long' | 'short'): readonly string[] {
	const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
	return Array.from({ length: 7 }, (_, i) => format.format(MONDAY + i * DAY_MS));
}

/** The names of the months as they stand beside a day; in some languages they are numbers. */
export function monthNames(locale: Locale, style: 'long' | 'short'): string[] {
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
	return Array.from({ length: 12 }, (_, i) => {
		const parts = format.formatToParts(Date.UTC(2024, i, 15));
		return parts.find(({ type }) => type === 'month')?.value ?? '';
	});
}

function createLexicon(locale: Locale): Lexicon {
	const meanings = new Map<string, Meaning[][]>();
	const add = (word: string, row: readonly Meaning[]) => {
		const folded = fold(word);
		const rows = meanings.get(folded) ?? [];
		rows.push([...row]);
		meanings.set(folded, rows);
	};
	for (const language of new Set<Locale>([locale, 'en'])) {
		const { concepts, numbers } = WORDS[language];
		for (const concept of CONCEPTS) for (const word of concepts[concept] ?? []) add(word, MEANINGS[concept]);
		for (const [i, words] of numbers.entries()) {
			for (const word of words) add(word, [{ kind: 'number', value: i + 1 }]);
		}
		addWeekdays(language, add);
		addMonths(language, add);
	}
	const byFirst = new Map<string, { readonly word: string; readonly meanings: readonly Meaning[][] }[]>();
	for (const [word, rows] of [...meanings].sort(([a], [b]) => b.length - a.length)) {
		const entries = byFirst.get(word.charAt(0)) ?? [];
		entries.push({ word, meanings: rows });
		byFirst.set(word.charAt(0), entries);
	}
	return {
		startingAt: (text, start) =>
			(byFirst.get(text.charAt(start)) ?? [])
				.filter(({ word }) => text.startsWith(word, start) && isWhole(word, text.charAt(start + word.length)))
				.map(({ word, meanings: rows }) => ({ end: start + word.length, meanings: rows })),
	};
}

function addWeekdays(language: Locale, add: (word: string, row: readonly Meaning[]) => void): void {
	const { weekdays = [], weekdaysOfLastWeek = [] } = WORDS[language];
	const long = weekdayNames(language, 'long');
	const short = weekdayNames(language, 'short').map((name) => name.replace(/\.$/, ''));
	for (let i = 0; i < 7; i++) {
		const weekday: Meaning = { kind: 'weekday', weekday: i + 1 };
		for (const name of new Set([long[i], short[i], ...(weekdays[i] ?? [])])) {
			// 月 is a month as well
			if (name !== undefined && name.length > 1) add(name, [weekday]);
		}
		for (const name of weekdaysOfLastWeek[i] ?? []) add(name, [...MEANINGS['last-week'], weekday]);
	}
}

/**
 * The platform's names for the language alone: making the table of all languages that articles are read with takes too long for the thread
 * that speaks with Discord. Vietnamese numbers its months, behind a word.
 */
function addMonths(language: Locale, add: (word: string, row: readonly Meaning[]) => void): void {
	for (const [i, names] of (WORDS[language].months ?? []).entries()) {
		for (const name of names) add(name, [{ kind: 'month', month: i + 1 }]);
	}
	for (const style of ['long', 'short'] as const) {
		for (const [i, name] of monthNames(language, style).entries()) {
			if (name.length > 1 && /^\p{L}/u.test(name)) add(name.replace(/\.$/, ''), [{ kind: 'month', month: i + 1 }]);
		}
	}
}

function isWhole(word: string, next: string): boolean {
	const last = word.charAt(word.length - 1);
	return !(SPACED.test(last) && SPACED.test(next)) && !(/\d/.test(last) && /\d/.test(next));
}
