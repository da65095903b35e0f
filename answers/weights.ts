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
		passageScore: 0.113,
		passageCosine: 1.433,
		passageShare: 2.899,
		passageNearness: 2.967,
		sentenceCosine: 3.756,
		sentenceShare: 2.525,
		sentenceNearness: 2.478,
		contextNearness: 5.132,
		quantities: -0.62,
		number: 0.457,
		crowd: 0.37,
		bias: -1.788,
	},
	otherLanguage: {
		passageScore: 0.202,
		passageCosine: 2.56,
		passageShare: 7.886,
		passageNearness: 3.504,
		sentenceCosine: 8.124,
		sentenceShare: 2.504,
		sentenceNearness: 1.791,
		contextNearness: 3.843,
		quantities: 0.875,
		number: 1.43,
		crowd: -0.37,
		bias: 1.788,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.16,
		passageCosine: 0.391,
		passageShare: 1.028,
		passageNearness: 2.73,
		sentenceCosine: 4.261,
		sentenceShare: 1.542,
		sentenceNearness: 1.106,
		contextNearness: 2.296,
		quantities: 0.365,
		number: -0.348,
		crowd: -0.224,
		bias: -5.567,
	},
	otherLanguage: {
		passageScore: 0.147,
		passageCosine: 5.716,
		passageShare: -2.72,
		passageNearness: 3.16,
		sentenceCosine: 8.704,
		sentenceShare: 1.229,
		sentenceNearness: 4.733,
		contextNearness: 3.848,
		quantities: 0.062,
		number: 1.407,
		crowd: -0.015,
		bias: -6.689,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.907;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 73 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 83 to 95 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
