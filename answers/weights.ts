import type { EvidenceName } from './evidence.js';

/** What each piece of evidence counts, and a constant. */
export type Weights = Readonly<Record<EvidenceName | 'bias', number>>;

export interface Kinds<T> {
	/** Where question and sentence are in one language. */
	readonly sameLanguage: T;
	readonly otherLanguage: T;
}

/** What each piece of evidence counts for a sentence among others. As training/fit_answers.py prints it. */
export const SENTENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.094,
		passageCosine: 1.497,
		passageShare: 4.359,
		passageNearness: 3.082,
		sentenceCosine: 4.604,
		sentenceShare: 3.054,
		sentenceNearness: 2.06,
		contextNearness: 4.642,
		quantities: -0.608,
		number: 0.47,
		crowd: 0.178,
		bias: -0.959,
	},
	otherLanguage: {
		passageScore: 0.117,
		passageCosine: 3.148,
		passageShare: 5.618,
		passageNearness: 4.876,
		sentenceCosine: 7.264,
		sentenceShare: 4.181,
		sentenceNearness: 2.412,
		contextNearness: 4.188,
		quantities: 0.806,
		number: 1.578,
		crowd: -0.178,
		bias: 0.959,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.15,
		passageCosine: -1.307,
		passageShare: 2.168,
		passageNearness: 2.879,
		sentenceCosine: 3.638,
		sentenceShare: 1.601,
		sentenceNearness: 1.448,
		contextNearness: 1.803,
		quantities: 0.13,
		number: -0.119,
		crowd: -0.193,
		bias: -5.446,
	},
	otherLanguage: {
		passageScore: 0.496,
		passageCosine: 5.361,
		passageShare: 3.279,
		passageNearness: 4.156,
		sentenceCosine: 9.883,
		sentenceShare: 2.644,
		sentenceNearness: 3.672,
		contextNearness: 4.121,
		quantities: -0.766,
		number: 0.962,
		crowd: -0.512,
		bias: -6.651,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.919;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 75 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 82 to 95 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
