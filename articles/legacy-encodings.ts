import { decodeAs } from './decode-as.js';
import { isVietnameseSyllable } from './vietnamese-syllable.js';

interface Encoding {
	readonly label: string;
	/** The share of words, from 0 to 1, that are spelt like words of the languages that the encoding is for. */
	readonly plausibility: (text: string) => number;
}

/** The more is asked of the words, the earlier it stands: the first that fits is taken. */
const ENCODINGS: readonly Encoding[] = [
	{ label: 'windows-1258', plausibility: (text) => share(wordsOf(text), isVietnameseSyllable) },
	{ label: 'windows-874', plausibility: (text) => share(foreignWordsOf(text), isThai) },
	{ label: 'windows-1251', plausibility: (text) => share(foreignWordsOf(text), isCyrillic) },
	{ label: 'windows-1252', plausibility: (text) => share(foreignWordsOf(text), isWestern) },
];

/** Names and foreign words are rarely a third of a text; in a wrong encoding less than half of the words look right. */
const LEAST_PLAUSIBILITY = 0.7;

/**
 * Decodes text that is not Unicode: Vietnamese (windows-1258), Thai (windows-874), Cyrillic (windows-1251) or Western
 * (windows-1252, which holds Latin-1). These encodings accept almost any bytes, so the words decide.
 *
 * @returns `undefined` if the bytes make words in none of them.
 */
export function decodeLegacy(bytes: Uint8Array): string | undefined {
	for (const { label, plausibility } of ENCODINGS) {
		const text = decodeWithoutControls(label, bytes);
		if (text !== undefined && plausibility(text.normalize('NFC')) >= LEAST_PLAUSIBILITY) return text;
	}
	return undefined;
}

/** Bytes that an encoding leaves free are decoded as control characters, which no article holds. */
function decodeWithoutControls(label: string, bytes: Uint8Array): string | undefined {
	const text = decodeAs(label, bytes);
	return text === undefined || /[\0-\x08\x0e-\x1f\x7f-\x9f]/.test(text) ? undefined : text;
}

function wordsOf(text: string): string[] {
	return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Words with a letter that is not ASCII: only these tell one encoding from another. */
function foreignWordsOf(text: string): string[] {
	return wordsOf(text).filter((word) => /[^\0-\x7F]/.test(word));
}

function share(words: readonly string[], isPlausible: (word: string) => boolean): number {
	return words.length === 0 ? 0 : words.filter(isPlausible).length / words.length;
}

/** Thai marks stand on a Thai consonant; in Western text read as Thai they stand on Latin letters. */
function isThai(word: string): boolean {
	return /^(?:[เแโใไ]?[ก-ฮ][ัิ-ฺ็-๎]*[ะาำๅ]?|[ฯๆ])+$/u.test(word);
}

function isCyrillic(word: string): boolean {
	return /^\p{Script=Cyrillic}+$/u.test(word) && hasWordCase(word);
}

/** Plain letters stand beside accented ones; Russian or Thai read as Western has accented letters only. */
function isWestern(word: string): boolean {
	return (/[A-Za-z]/.test(word) || word.length === 1) && hasWordCase(word);
}

/** Upper case only at the start or throughout. */
function hasWordCase(word: string): boolean {
	return /^(?:\p{Lu}?[\p{Ll}ªº]*|\p{Lu}+)$/u.test(word);
}
