/** A letter with the marks that an accent-folded form leaves out. Only of scripts whose readers leave them out when they type in haste. */
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
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
	ς: 'σ',
};
const ASCII = /^[\0-\x7f]*$/;
/** Begins with a letter: a mark alone is a vowel of a script that is not among these. */
const WORD =
	/(?:(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)+|\p{Nd}+/gu;

/** A text in lower case and without accents, decimal digits of any script as 0–9: "Kỳ" and "ky" both give "ky". */
export function fold(text: string): string {
	if (ASCII.test(text)) return text.toLowerCase();
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(MARKED, '$1')
		.replace(/[đðøłıßæœς]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
		.replace(/(?![0-9])\p{Nd}/gu, digitOf)
		.normalize('NFC');
}

/**
 * The folded words and numbers of a text, in order, of the scripts that put spaces between words. Thai, Lao, Khmer and Han
 * have none: their texts are found by tokens alone.
 */
export function foldedWords(text: string): string[] {
	return wordsOfFolded(fold(text));
}

/** The same, of a text that is folded already. */
export function wordsOfFolded(folded: string): string[] {
	return folded.match(WORD) ?? [];
}

/** Letters of the scripts that {@link foldedWords} leaves out, most of which put no spaces between words. */
const OTHER_LETTERS =
	/(?:(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Inherited}])[\p{L}\p{M}])+/gu;

/** The runs of letters that are in no word of {@link foldedWords}, as they stand in the text's NFC. */
export function unfoldedRuns(text: string): string[] {
	return text.normalize('NFC').match(OTHER_LETTERS) ?? [];
}

/** Unicode sets the ten digits of a script in a row; the rows of two scripts may follow each other without a gap. */
function digitOf(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
	return String(before % 10);
}
