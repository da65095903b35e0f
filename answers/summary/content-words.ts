import {
	ARABIC_PROFILES,
	CYRILLIC_PROFILES,
	DEVANAGARI_PROFILES,
	LATIN_PROFILES,
} from '../../articles/language-profiles.js';
import { fold, foldedWords, unfoldedRuns } from '../../index/words.js';

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** By primary language subtag, the folded words that hardly mean anything. */
const FUNCTION_WORDS = new Map(
	[...LATIN_PROFILES, ...CYRILLIC_PROFILES, ...ARABIC_PROFILES, ...DEVANAGARI_PROFILES].map(
		({ language, words: frequent }) => [language, new Set(Array.from(frequent, fold))] as const,
	),
);

/** Those of every language: a text too short to tell its own is seldom of such words in one language and of others in another. */
const ALL_FUNCTION_WORDS = new Set(Array.from(FUNCTION_WORDS.values(), (set) => [...set]).flat());

/**
 * The words of a text that tell what it is about, in order and as often as they stand in it: folded, numbers and dates in a form that all
 * languages share. Thai, Lao, Khmer, Han and kana are parted by Unicode's dictionaries; a single sign is left out there, since most of
 * these are particles.
 *
 * @param language BCP 47; `und` where it is not known
 */
export function contentWords(text: string, language: string): string[] {
	const [primary = ''] = language.split('-', 1);
	const functionWords = primary === 'und' ? ALL_FUNCTION_WORDS : FUNCTION_WORDS.get(primary);
	const folded = foldedWords(text).filter((word) => isLong(word) && functionWords?.has(word) !== true);
	const others = unfoldedRuns(text).flatMap((run) =>
		Array.from(words.segment(run), ({ segment }) => fold(segment)).filter(
			(word) => !SINGLE.test(word) && functionWords?.has(word) !== true,
		),
	);
	return [...folded, ...others];
}

const SINGLE = /^.\p{M}*$/su;

/** A letter alone is an article, or cut off by an apostrophe; a figure is not. */
function isLong(word: string): boolean {
	return word.length > 1 || /\d/.test(word);
}
