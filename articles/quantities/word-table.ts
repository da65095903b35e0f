/** Words of many languages, found at a place of a text without cutting it into words. */
export interface WordTable<T> {
	/** The longest word that begins at `start`. */
	startingAt(text: string, start: number): { readonly value: T; readonly end: number } | undefined;
	/** The longest word that ends at `end`. */
	endingAt(text: string, end: number): { readonly value: T; readonly start: number } | undefined;
}

/** A letter of a script that puts spaces between words: where it ends a word, no other letter follows. */
const SPACED =
	/(?![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}]/u;
const LETTER = /[\p{L}\p{M}]/u;
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const NUKTA = '\u093c';

interface Entry<T> {
	readonly word: string;
	readonly value: T;
	readonly isSpaced: boolean;
}

/**
 * A table of the words in lower case, with accents, without, and taken apart. Texts are looked at in lower case.
 *
 * @param join what two words mean together that are one when written without accents
 */
export function createWordTable<T>(
	words: Iterable<readonly [word: string, value: T]>,
	join: (a: T, b: T) => T,
): WordTable<T> {
	const values = new Map<string, T>();
	for (const [word, value] of words) {
		for (const form of formsOf(word)) {
			const other = values.get(form);
			values.set(form, other === undefined ? value : join(other, value));
		}
	}
	const byFirst = new Map<string, Entry<T>[]>();
	const byLast = new Map<string, Entry<T>[]>();
	for (const [word, value] of [...values].sort(([a], [b]) => b.length - a.length)) {
		const entry = { word, value, isSpaced: SPACED.test(word) };
		append(byFirst, word.charAt(0), entry);
		append(byLast, word.charAt(word.length - 1), entry);
	}
	return {
		startingAt(text, start) {
			for (const { word, value, isSpaced } of byFirst.get(text.charAt(start)) ?? []) {
				const end = start + word.length;
				if (text.startsWith(word, start) && !(isSpaced && LETTER.test(text.charAt(end)))) return { value, end };
			}
			return undefined;
		},
		endingAt(text, end) {
			for (const { word, value, isSpaced } of byLast.get(text.charAt(end - 1)) ?? []) {
				const start = end - word.length;
				if (start < 0 || !text.startsWith(word, start)) continue;
				if (!(isSpaced && LETTER.test(text.charAt(start - 1)))) return { value, start };
			}
			return undefined;
		},
	};
}

function formsOf(word: string): Set<string> {
	const lower = word.toLowerCase().normalize('NFC');
	const apart = lower.normalize('NFD');
	const bare = apart.replace(MARKED, '$1').normalize('NFC');
	return new Set([lower, apart, bare, apart.replaceAll(NUKTA, '')]);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}
