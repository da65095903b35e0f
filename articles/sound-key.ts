import anyAscii from 'any-ascii';

/** Spellings of one sound in different romanisations, the longer ones first. */
const SPELLINGS: readonly (readonly [string, string])[] = [
	['sch', 's'],
	['sh', 's'],
	['ch', 'k'],
	['kh', 'k'],
	['ph', 'f'],
	['th', 't'],
	['gh', 'g'],
	['dh', 'd'],
	['bh', 'b'],
	['ck', 'k'],
	['x', 'ks'],
	['q', 'k'],
	['c', 'k'],
	['z', 's'],
	['w', 'v'],
	['j', 'i'],
	['y', 'i'],
];

/** A word in ASCII letters and digits, in lower case: "Kỳ" and "ky" give "ky", "Варшава" gives "varshava". */
export function romanise(word: string): string {
	return anyAscii(word)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

/**
 * What a word sounds like, roughly, whatever script it is written in: its romanised consonants. "Варшава", "Warszawa" and
 * "Βαρσοβία" give "vrsv", "vrssv" and "vrsv". Equal or similar keys are a hint that two words are one name; short ones say nothing.
 *
 * @param romanised by {@link romanise}
 * @returns lower-case ASCII letters and digits; empty where the word has neither
 */
export function soundKey(romanised: string): string {
	let key = romanised;
	for (const [spelling, sound] of SPELLINGS) key = key.replaceAll(spelling, sound);
	key = key.replace(/(.)\1+/g, '$1');
	const consonants = key.slice(0, 1).replace(/[eiou]/, 'a') + key.slice(1).replace(/[aeiou]/g, '');
	return consonants.length > 2 ? consonants.replaceAll('h', '') : consonants;
}

/** The pairs and triples of neighbouring sounds of a key, its ends included: distinct numbers, ascending. */
export type SoundGrams = Uint16Array;

const SYMBOLS = '^$0123456789abcdefghijklmnopqrstuvwxyz';

/** The grams of a key of {@link soundKey}. */
export function soundGrams(key: string): SoundGrams {
	const codes = Array.from(`^${key}$`, (symbol) => SYMBOLS.indexOf(symbol));
	const grams = new Set<number>();
	for (let i = 1; i < codes.length; i++) {
		const pair = (codes[i - 1] ?? 0) * SYMBOLS.length + (codes[i] ?? 0);
		grams.add(pair);
		if (i >= 2) grams.add(SYMBOLS.length ** 2 + (codes[i - 2] ?? 0) * SYMBOLS.length ** 2 + pair);
	}
	return Uint16Array.from(grams).sort();
}
