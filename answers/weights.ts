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
		passageScore: 0.121,
		passageCosine: 1.329,
		passageShare: 3.731,
		passageNearness: 3.265,
		sentenceCosine: 3.699,
		sentenceShare: 3.06,
		sentenceNearness: 2.397,
		contextNearness: 5.154,
		quantities: -0.667,
		number: 0.478,
		crowd: 0.395,
		bias: -1.683,
	},
	otherLanguage: {
		passageScore: 0.257,
		passageCosine: 3.206,
		passageShare: 11.941,
		passageNearness: 3.704,
		sentenceCosine: 7.699,
		sentenceShare: 3.472,
		sentenceNearness: 1.818,
		contextNearness: 4.606,
		quantities: 0.722,
		number: 1.481,
		crowd: -0.395,
		bias: 1.683,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.153,
		passageCosine: 0.197,
		passageShare: 2.023,
		passageNearness: 2.685,
		sentenceCosine: 4.474,
		sentenceShare: 2.256,
		sentenceNearness: 1.006,
		contextNearness: 1.937,
		quantities: 0.304,
		number: -0.353,
		crowd: -0.228,
		bias: -5.571,
	},
	otherLanguage: {
		passageScore: 0.064,
		passageCosine: 6.563,
		passageShare: -0.745,
		passageNearness: 3.518,
		sentenceCosine: 11.471,
		sentenceShare: 0.493,
		sentenceNearness: 5.418,
		contextNearness: 4.628,
		quantities: 0.103,
		number: 1.175,
		crowd: -0.223,
		bias: -6.883,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.908;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 75 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 82 to 95 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
