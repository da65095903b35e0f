import { l, n } from 'js-rouge';
import { wordsIn } from '../../answers/summary/content-words.js';

/** How much of a summary's and of a reference's words are the same (Lin 2004): harmonic means of precision and recall, in [0, 1]. */
export interface Rouge {
	/** Single words, pairs of words, and the longest sequence of words that both have in the same order. */
	readonly rouge1: number;
	readonly rouge2: number;
	readonly rougeL: number;
}

/** As in ROUGE 1.5.5 and its successors, what is no letter and no digit parts words; neither is any word left out, nor its ending. */
const options = { tokenizer: wordsIn, caseSensitive: false };

/** Compares a summary with one reference. Of each, all is one sequence of words. 0 where either has no words. */
export function rougeOf(summary: string, reference: string): Rouge {
	const hasWords = wordsIn(summary).length > 0 && wordsIn(reference).length > 0;
	if (!hasWords) return { rouge1: 0, rouge2: 0, rougeL: 0 };
	return {
		rouge1: n(summary, reference, { ...options, n: 1 }),
		rouge2: n(summary, reference, { ...options, n: 2 }),
		rougeL: l(summary, reference, { ...options, segmenter: (text) => [text] }),
	};
}

/** The mean of each figure; 0 of none. */
export function meanRouge(figures: readonly Rouge[]): Rouge {
	const mean = (of: (one: Rouge) => number) =>
		figures.reduce((sum, one) => sum + of(one), 0) / Math.max(1, figures.length);
	return {
		rouge1: mean(({ rouge1 }) => rouge1),
		rouge2: mean(({ rouge2 }) => rouge2),
		rougeL: mean(({ rougeL }) => rougeL),
	};
}
