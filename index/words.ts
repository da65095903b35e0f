/** Marks that an accent-folded form leaves out. Only on letters of scripts whose readers leave them out when they type in haste. */
const FOLDED_MARKS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;
/** Letters that Unicode does not take apart, though writers without the key do. */
const UNDECOMPOSED: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' };
const ASCII = /^[a-z0-9]+$/i;
const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+|\p{Nd}+/gu;

/** A word in lower case and without accents, decimal digits of any script as 0–9: "Kỳ" and "ky" both give "ky". */
export function fold(word: string): string {
	if (ASCII.test(word)) return word.toLowerCase();
	return word
		.normalize('NFKD')
		.toLowerCase()
		.replace(FOLDED_MARKS, '')
		.replace(/[đðøłıßæœς]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
		.replace(/\p{Nd}/gu, digitOf)
		.normalize('NFC');
}

/**
 * The folded words and numbers of a text, in order, of the scripts that put spaces between words. Thai, Lao, Khmer and Han
 * have none: their texts are found by tokens alone.
 */
export function foldedWords(text: string): string[] {
	return Array.from(text.normalize('NFC').matchAll(WORD), ([word]) => fold(word)).filter((word) => word !== '');
}

/** Unicode sets the ten digits of a script in a row from a code point where the nine before are digits too. */
function digitOf(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
	return String(value % 10);
}
