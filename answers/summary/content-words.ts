import { UNDECOMPOSED_LETTER } from '../../articles/accents.js';
import { fold, foldedWords, unfoldedRuns, wordsOfFolded } from '../../index/words.js';
import { functionWords } from './function-words.js';

const dictionary = new Intl.Segmenter('und', { granularity: 'word' });
/** Scripts that put no spaces between words: only there a dictionary is needed, which takes time. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** The end of a word that an apostrophe has cut off: of "don't" and "I've". */
const CUT_OFF = /n?['’]\p{L}{1,2}(?![\p{L}\p{N}])/gu;
/** A sign with its marks. Alone, a letter is an article or cut off by an apostrophe, and a sign of Thai or Han most often a particle. */
const SINGLE = /^\P{N}\p{M}*$/u;
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** A letter that is written with an accent: whoever writes one writes them all. */
const ACCENTED = new RegExp(
	`[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]\\p{M}|${UNDECOMPOSED_LETTER}`,
	'u',
);
/** A word of a script that writes accents, with them. */
const SPELLED = /[\p{L}\p{M}]+/gu;

/**
 * The words of a text that tell what it is about, in order and as often as they stand in it: folded, numbers and dates in a form that all
 * languages share. Thai, Lao, Khmer, Burmese, Han and kana are parted by Unicode's dictionaries.
 *
 * @param language BCP 47; `und` where it is not known
 */
export function contentWords(text: string, language: string): string[] {
	const lower = text.normalize('NFC').toLowerCase().replace(CUT_OFF, '');
	const { spelled, folded } = functionWords(language);
	const without = ACCENTED.test(lower.normalize('NFD')) ? spelled : folded;
	const kept = lower.replace(SPELLED, (word) => (without.has(word) ? ' ' : word));
	const runs = unfoldedRuns(kept).flatMap((run) => wordsOfRun(run).filter((word) => !without.has(word)));
	return [...wordsOfFolded(fold(kept)), ...runs.map(fold), ...formsIn(lower)].filter((word) => !SINGLE.test(word));
}

/** Of numbers and dates, those forms that are not as they are written. They may need words that tell nothing else. */
function formsIn(text: string): string[] {
	return /\p{N}/u.test(text) ? foldedWords(text).slice(wordsOfFolded(fold(text)).length) : [];
}

/** The words of a text, those without content among them, in lower case and as they are spelled. */
export function wordsIn(text: string): string[] {
	return (text.normalize('NFC').toLowerCase().match(RUN) ?? []).flatMap(wordsOfRun);
}

/** How many {@link wordsIn} gives. */
export function wordCount(text: string): number {
	return wordsIn(text).length;
}

function wordsOfRun(run: string): string[] {
	return UNSPACED.test(run) ? Array.from(dictionary.segment(run), ({ segment }) => segment) : [run];
}
