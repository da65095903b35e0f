/** A text with the vowel "am" of Thai and Lao as one letter, as keyboards and dictionaries have it: NFKC takes it apart. */
export function joinVowelAm(text: string): string {
	return text.replaceAll('\u0e4d\u0e32', '\u0e33').replaceAll('\u0ecd\u0eb2', '\u0eb3');
}
