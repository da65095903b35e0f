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
		passageScore: 0.132,
		passageCosine: 2.1,
		passageShare: 3.289,
		passageNearness: 2.536,
		sentenceCosine: 4.457,
		sentenceShare: 3.014,
		sentenceNearness: 1.849,
		contextNearness: 4.876,
		quantities: -0.593,
		number: 0.455,
		crowd: 0.381,
		bias: -1.992,
	},
	otherLanguage: {
		passageScore: 0.555,
		passageCosine: 5.053,
		passageShare: 7.992,
		passageNearness: 2.584,
		sentenceCosine: 9.071,
		sentenceShare: 3.084,
		sentenceNearness: 1.632,
		contextNearness: 0.374,
		quantities: 1.693,
		number: 1.354,
		crowd: -0.381,
		bias: 1.992,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.18,
		passageCosine: -0.244,
		passageShare: 0.636,
		passageNearness: 1.92,
		sentenceCosine: 3.147,
		sentenceShare: 0.093,
		sentenceNearness: 1.241,
		contextNearness: 1.66,
		quantities: -0.043,
		number: -0.075,
		crowd: -0.229,
		bias: -3.757,
	},
	otherLanguage: {
		passageScore: 0.349,
		passageCosine: 3.827,
		passageShare: 1.118,
		passageNearness: 0.458,
		sentenceCosine: 7.731,
		sentenceShare: 4.308,
		sentenceNearness: 1.024,
		contextNearness: 2.954,
		quantities: 0.262,
		number: 0.976,
		crowd: -0.028,
		bias: -4.446,
	},
};

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 90 % in their own language and 89 %
 * of those asked of articles in another one stay below it (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.28 };
