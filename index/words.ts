import { decomposeLetters } from '../articles/accents.js';
import { asciiDigits } from '../articles/quantities/digits.js';
import { quantitiesIn, type Quantity } from '../articles/quantities/quantities.js';

/** A letter with the marks that an accent-folded form leaves out. Only of scripts whose readers leave them out when they type in haste. */
const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
const ASCII = /^[\0-\x7f]*$/;
/** Begins with a letter: a mark alone is a vowel of a script that is not among these. */
const WORD =
	/(?:(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)+|\p{Nd}+/gu;

/** A text in lower case and without accents, decimal digits of any script as 0–9: "Kỳ" and "ky" both give "ky". */
export function fold(text: string): string {
	if (ASCII.test(text)) return text.toLowerCase();
	const unmarked = text.normalize('NFKD').toLowerCase().replace(MARKED, '$1').replaceAll('ς', 'σ');
	return asciiDigits(decomposeLetters(unmarked)).normalize('NFC');
}

/**
 * The folded words and numbers of a text, in order, of the scripts that put spaces between words. Thai, Lao, Khmer and Han
 * have none: their texts are found by tokens alone.
 *
 * Behind them stand the numbers and dates that one format writes otherwise than another, in a form that all share: `209264.5` of
 * "209,264.5" and of "209 264,5", `--11-21` of "21 November 2026" and of "2026年11月21日".
 */
export function foldedWords(text: string): string[] {
	const words = wordsOfFolded(fold(text));
	const forms = quantitiesIn(text)
		// digits alone are among the words
		.filter(({ start, end }) => !ONLY_DIGITS.test(text.slice(start, end)))
		.flatMap(formsOf);
	if (forms.length === 0) return words;
	const written = new Set(words);
	return [...words, ...new Set(forms.filter((form) => !written.has(form)))];
}

/** The folded words and numbers of a text that is folded already, as they are written. */
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

const ONLY_DIGITS = /^\p{Nd}+$/u;

/** The words by which a quantity is found: few, for each that a text has not counts against it. */
function formsOf({ kind, readings }: Quantity): string[] {
	// 1.234 and 1,234 mean the same two numbers
	if (kind === 'number') return readings.slice(0, 1);
	return readings.flatMap((date) => {
		// a day by its year, which may stand alone elsewhere, and by its month and day, which may stand without a year
		const [year, month, day] = date.startsWith('--') ? [] : date.split('-');
		return year === undefined || day === undefined ? [date] : [year, `--${month ?? ''}-${day}`];
	});
}
