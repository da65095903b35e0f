import { primaryLanguage } from '../../../articles/primary-language.js';
import { withoutLatinAccents } from '../../../articles/accents.js';

/**
 * Phrases by primary language subtag, as regular expressions over what {@link bare} gives: lower case, Latin letters without accents,
 * apostrophes as spaces. Where a language puts spaces between words, a phrase is found as whole words.
 */
export type Phrases = Readonly<Record<string, string>>;

/** Text as {@link Phrases} are looked for in it. Its places are not those of the message. */
export interface Bare {
	readonly text: string;
	/** Primary subtag; `und` where the text does not decide. */
	readonly language: string;
}

/** Where the first of some phrases stands in a text; -1 for nowhere. */
export type Finder = (bare: Bare) => number;

/** Languages whose phrases may stand anywhere, inside of what a dictionary would call a word. */
const UNSPACED = new Set(['lo', 'th', 'km', 'zh', 'ja']);
const MOST_UNITS = 400;

/**
 * As most write in haste.
 *
 * @param language BCP 47
 */
export function bare(text: string, language: string): Bare {
	const { text: own, language: primary } = lower(text, language);
	return { text: withoutLatinAccents(own), language: primary };
}

/** As {@link bare}, with the accents: for phrases that are others without them. */
export function lower(text: string, language: string): Bare {
	const plain = text
		.slice(0, MOST_UNITS)
		.toLowerCase()
		.normalize('NFC')
		.replace(/['’ʼ`]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
	return { text: plain, language: primaryLanguage(language) };
}

export function anywhere(phrases: Phrases): Finder {
	return finder(phrases, (words, isSpaced) => (isSpaced ? `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])` : words));
}

/** What a text begins with, a greeting or a name before a comma aside. */
export function atStart(phrases: Phrases): Finder {
	const opening = '^(?:[\\p{P}\\p{S}\\s]*(?:[\\p{L} ]{1,20}[,，、:])?[\\p{P}\\p{S}\\s]*)';
	return finder(phrases, (words, isSpaced) => `${opening}(?:${words})${isSpaced ? '(?![\\p{L}\\p{N}])' : ''}`);
}

export function atEnd(phrases: Phrases): Finder {
	return finder(
		phrases,
		(words, isSpaced) => `${isSpaced ? '(?<![\\p{L}\\p{N}])' : ''}(?:${words})[\\p{P}\\p{S}\\s]*$`,
	);
}

/**
 * Looks for the phrases of a text's own language; where that is not known or has none here, for those of all languages with spaces, which
 * a word or two do not tell apart.
 */
function finder(phrases: Phrases, wrap: (words: string, isSpaced: boolean) => string): Finder {
	const entries = Object.entries(phrases).map(
		([language, words]) => [language, wrap(words, !UNSPACED.has(language))] as const,
	);
	const patterns = new Map(entries.map(([language, pattern]) => [language, new RegExp(pattern, 'u')]));
	const spaced = new RegExp(
		entries.flatMap(([language, pattern]) => (UNSPACED.has(language) ? [] : [pattern])).join('|'),
		'u',
	);
	return ({ text, language }) => (patterns.get(language) ?? spaced).exec(text)?.index ?? -1;
}
