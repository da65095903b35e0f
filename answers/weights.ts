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
		passageScore: 0.147,
		passageCosine: 2.121,
		passageShare: 3.454,
		passageNearness: 2.41,
		sentenceCosine: 4.318,
		sentenceShare: 2.825,
		sentenceNearness: 1.975,
		contextNearness: 5.221,
		quantities: -0.528,
		number: 0.448,
		crowd: 0.419,
		bias: -2.05,
	},
	otherLanguage: {
		passageScore: 0.357,
		passageCosine: 3.884,
		passageShare: 9.705,
		passageNearness: 3.81,
		sentenceCosine: 8.891,
		sentenceShare: 2.98,
		sentenceNearness: 0.952,
		contextNearness: 2.653,
		quantities: 1.567,
		number: 1.41,
		crowd: -0.419,
		bias: 2.05,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.262,
		passageCosine: -0.24,
		passageShare: 2.294,
		passageNearness: 2.49,
		sentenceCosine: 4.598,
		sentenceShare: 1.32,
		sentenceNearness: 1.148,
		contextNearness: 1.883,
		quantities: 0.33,
		number: -0.345,
		crowd: -0.253,
		bias: -5.376,
	},
	otherLanguage: {
		passageScore: 0.443,
		passageCosine: 7.214,
		passageShare: -1.445,
		passageNearness: 3.058,
		sentenceCosine: 6.834,
		sentenceShare: 0.817,
		sentenceNearness: 3.115,
		contextNearness: 3.695,
		quantities: 0.818,
		number: 1.673,
		crowd: 0.166,
		bias: -6.709,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.895;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 73 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 83 to 90 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
