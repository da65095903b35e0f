/** Letters that Unicode does not take apart, though writers without the key do. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
	đ: 'd',
	ð: 'd',
	ø: 'o',
	ł: 'l',
	ı: 'i',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
};
/** A letter, in lower case, that Unicode does not take apart though it has a form without an accent: for a regular expression. */
export const UNDECOMPOSED_LETTER = `[${Object.keys(UNDECOMPOSED).join('')}]`;
const EACH_UNDECOMPOSED = new RegExp(UNDECOMPOSED_LETTER, 'g');
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;

/** A text in lower case with "đ" as "d", "ß" as "ss", and so on: letters that losing their marks does not make plain. */
export function decomposeLetters(lower: string): string {
	return lower.replace(EACH_UNDECOMPOSED, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** A text in lower case with its Latin letters as they are typed in haste, in NFC. Marks of other scripts stay: they may be vowels. */
export function withoutLatinAccents(lower: string): string {
	return decomposeLetters(lower.normalize('NFD').replace(LATIN_MARKS, '$1').normalize('NFC'));
}
