import anyAscii from 'any-ascii';
import { CONSONANTS } from './sound-odds.js';
import { joinVowelAm } from './vowel-am.js';

/** The consonants of a text, as places in {@link CONSONANTS}: what is heard of a name in every script, roughly. */
export type Sounds = Uint8Array;

/** Spellings of one consonant, in the order in which they are read; an upper-case letter is not read again. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
	[/sch|sh/g, 'X'],
	[/ch/g, 'C'],
	[/kh/g, 'Q'],
	[/ph/g, 'F'],
	[/th/g, 'T'],
	[/gh/g, 'G'],
	[/dh/g, 'D'],
	[/bh/g, 'B'],
	[/zh/g, 'J'],
	[/ck/g, 'K'],
	[/c(?=[eiy])/g, 's'],
	[/[cq]/g, 'k'],
	[/x/g, 'ks'],
];
/** Vowels are written in so many ways, and in some scripts in none, that they tell little. */
const UNHEARD = /[^bcdfghj-np-tv-z]/g;

/** A word in ASCII letters and digits, in lower case: "Kỳ" and "ky" give "ky", "Варшава" gives "varshava". */
export function romanise(word: string): string {
	return anyAscii(joinVowelAm(word))
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

/**
 * The consonants of a text, those that follow themselves once: of "Warszawa" w, r, s, z, w.
 *
 * @param romanised by {@link romanise}
 */
export function soundsOf(romanised: string): Sounds {
	let text = romanised;
	for (const [spelling, consonant] of SPELLINGS) text = text.replace(spelling, consonant);
	text = text
		.toLowerCase()
		.replace(UNHEARD, '')
		.replace(/(.)\1+/g, '$1');
	return Uint8Array.from(text, (consonant) => CONSONANTS.indexOf(consonant));
}
