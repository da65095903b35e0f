import { identifyLanguage } from '../../articles/language.js';
import { LATIN_PROFILES } from '../../articles/language-profiles.js';
import { inTurns } from './in-turns.js';

/** Scripts that tell the language by themselves; the first that holds most of a message's letters counts. */
const SCRIPTS: readonly (readonly [letters: RegExp, language: string])[] = [
	[/\p{Script=Thai}/gu, 'th'],
	[/\p{Script=Lao}/gu, 'lo'],
	[/\p{Script=Khmer}/gu, 'km'],
	[/\p{Script=Hangul}/gu, 'ko'],
];
const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;
const WORD = /[\p{L}\p{M}]+/gu;
/** Not among the plain letters: a language that does not write it is not this one. */
const MARKED = /[^\P{L}a-z]/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** UTF-16 units that are looked at. */
const SAMPLE = 400;

/** What a letter counts against a language that does not write it, in frequent words. */
const FOREIGN_LETTER = 1;
/** Frequent words by which a language leads over the next, for it to be this one. */
const LEAST_LEAD = 1;
/** Letters from which on statistics tell a language; below them the text does not decide. */
const LETTERS_FOR_STATISTICS = 16;
/** Messages of one conversation that are looked at by `identifyLanguage`, which takes up to a millisecond for each. */
const MOST_STATISTICS = 300;

/**
 * Says in which languages messages are written, by `identifyLanguage`'s knowledge, in a hundredth of its time for most of them. Where only
 * statistics tell, it must be a language that others are written in beyond doubt: those of a short message may tell any.
 *
 * @param texts of `plainTextOf`
 * @returns BCP 47; `und` where the words do not decide. Keeps order
 */
export async function chatLanguages(texts: readonly string[]): Promise<string[]> {
	const languages: string[] = [];
	const certain = new Set<string>();
	await inTurns(texts, (text) => {
		const language = byScriptOrWords(text);
		languages.push(language ?? 'und');
		if (language !== undefined && language !== 'und') certain.add(language);
	});
	const doubtful = [...texts.keys()].filter((i) => languages[i] === 'und' && isLongEnough(texts[i] ?? ''));
	const isAlone = certain.size === 0;
	await inTurns(doubtful.slice(0, MOST_STATISTICS), (i) => {
		const { language, confident } = identifyLanguage((texts[i] ?? '').slice(0, SAMPLE));
		if (confident && (isAlone || certain.has(language))) languages[i] = language;
	});
	return languages;
}

/** The language of words by themselves, where that of their message is not known. */
export function languageOf(words: string, ofMessage: string): string {
	return ofMessage === 'und' ? identifyLanguage(words).language : ofMessage;
}

function isLongEnough(text: string): boolean {
	return count(text.slice(0, SAMPLE), LETTER) >= LETTERS_FOR_STATISTICS;
}

/** `und` where there are no letters; `undefined` where these do not tell. */
function byScriptOrWords(text: string): string | undefined {
	const sample = text.slice(0, SAMPLE).toLowerCase();
	const letters = count(sample, LETTER);
	if (letters === 0) return 'und';
	for (const [script, language] of SCRIPTS) if (2 * count(sample, script) > letters) return language;
	if (2 * count(sample, EAST_ASIAN) > letters) return KANA.test(sample) ? 'ja' : 'zh';
	return 2 * count(sample, LATIN) > letters ? latinLanguage(sample.normalize('NFC')) : undefined;
}

/** By the frequent words of each language and the letters that others do not write. */
function latinLanguage(text: string): string | undefined {
	const words = text.match(WORD) ?? [];
	const marked = text.match(MARKED) ?? [];
	let best: { language: string; score: number } | undefined;
	let second = -Infinity;
	for (const { language, letters, words: frequent } of LATIN_PROFILES) {
		let score = 0;
		for (const word of words) if (frequent.has(word)) score++;
		if (score === 0 && marked.length === 0) continue;
		for (const letter of marked) if (!letters.includes(letter)) score -= FOREIGN_LETTER;
		if (score > (best?.score ?? -Infinity)) {
			second = best?.score ?? -Infinity;
			best = { language, score };
		} else if (score > second) second = score;
	}
	if (best === undefined || best.score <= 0) return undefined;
	return best.score - Math.max(0, second) >= LEAST_LEAD ? best.language : undefined;
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
