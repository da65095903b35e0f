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
		passageScore: 0.091,
		passageCosine: 2.477,
		passageShare: 4.251,
		passageNearness: 2.726,
		sentenceCosine: 3.457,
		sentenceShare: 3.185,
		sentenceNearness: 2.364,
		contextNearness: 4.031,
		quantities: -0.569,
		number: 0.651,
		crowd: 0.137,
		bias: -0.593,
	},
	otherLanguage: {
		passageScore: 0.099,
		passageCosine: 3.665,
		passageShare: 4.709,
		passageNearness: 4.009,
		sentenceCosine: 6.115,
		sentenceShare: 4.441,
		sentenceNearness: 3.255,
		contextNearness: 4.36,
		quantities: 0.764,
		number: 1.577,
		crowd: -0.137,
		bias: 0.593,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.143,
		passageCosine: 1.108,
		passageShare: 1.661,
		passageNearness: 1.913,
		sentenceCosine: 3.196,
		sentenceShare: 2.463,
		sentenceNearness: 2.241,
		contextNearness: 1.389,
		quantities: 0.244,
		number: 0.112,
		crowd: -0.216,
		bias: -5.3,
	},
	otherLanguage: {
		passageScore: 0.332,
		passageCosine: 4.516,
		passageShare: 1.709,
		passageNearness: 4.918,
		sentenceCosine: 11.537,
		sentenceShare: 6.129,
		sentenceNearness: 3.982,
		contextNearness: 2.174,
		quantities: 0.136,
		number: 1.153,
		crowd: -0.365,
		bias: -6.782,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.919;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 71 to 86 % stay below it;
 * of questions asked of articles in other languages that do not answer them, 83 to 95 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.34 };
