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
		passageScore: 0.211,
		passageCosine: 2.502,
		passageNearness: 0,
		passageShare: 7.289,
		sentenceCosine: 5.065,
		sentenceShare: -0.521,
		sentenceNearness: 5.144,
		contextNearness: 0,
		quantities: 0.5,
		number: 0.435,
		crowd: 0.377,
		bias: -1.47,
	},
	otherLanguage: {
		passageScore: 0.262,
		passageCosine: 5.309,
		passageNearness: 0,
		passageShare: 13.227,
		sentenceCosine: 8.868,
		sentenceShare: 5.896,
		sentenceNearness: 0.877,
		contextNearness: 0,
		quantities: 0.5,
		number: 1.325,
		crowd: -0.377,
		bias: 1.47,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.047,
		passageCosine: 1.758,
		passageNearness: 0,
		passageShare: 4.448,
		sentenceCosine: 3.871,
		sentenceShare: 1.946,
		sentenceNearness: 4.792,
		contextNearness: 0,
		quantities: 0.5,
		number: -0.328,
		crowd: -0.206,
		bias: -4.779,
	},
	otherLanguage: {
		passageScore: -0.043,
		passageCosine: 7.53,
		passageNearness: 0,
		passageShare: 5.427,
		sentenceCosine: 9.034,
		sentenceShare: 6.119,
		sentenceNearness: 2.703,
		contextNearness: 0,
		quantities: 0.5,
		number: 0.51,
		crowd: 0.02,
		bias: -5.119,
	},
};
