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
		passageCosine: 1.876,
		passageShare: 3.538,
		passageNearness: 2.494,
		sentenceCosine: 4.723,
		sentenceShare: 3.024,
		sentenceNearness: 1.549,
		contextNearness: 5.213,
		quantities: -0.53,
		number: 0.439,
		crowd: 0.391,
		bias: -1.833,
	},
	otherLanguage: {
		passageScore: 0.402,
		passageCosine: 5.169,
		passageShare: 8.722,
		passageNearness: 4.222,
		sentenceCosine: 9.702,
		sentenceShare: 2.908,
		sentenceNearness: 1.264,
		contextNearness: 0.271,
		quantities: 0.944,
		number: 1.402,
		crowd: -0.391,
		bias: 1.833,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.178,
		passageCosine: 0.201,
		passageShare: 1.026,
		passageNearness: 2.042,
		sentenceCosine: 2.486,
		sentenceShare: 0.126,
		sentenceNearness: 0.953,
		contextNearness: 1.616,
		quantities: -0.052,
		number: -0.006,
		crowd: -0.238,
		bias: -3.727,
	},
	otherLanguage: {
		passageScore: 0.48,
		passageCosine: 4.021,
		passageShare: 1.332,
		passageNearness: 0.967,
		sentenceCosine: 4.516,
		sentenceShare: 1.862,
		sentenceNearness: 0.266,
		contextNearness: 2.19,
		quantities: 0.456,
		number: 1.354,
		crowd: 0.083,
		bias: -4.46,
	},
};

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 90 % in their own language and 89 %
 * of those asked of articles in another one stay below it (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.28 };
