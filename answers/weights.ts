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
		passageScore: 0.129,
		passageCosine: 1.446,
		passageShare: 3.395,
		passageNearness: 3.222,
		sentenceCosine: 3.974,
		sentenceShare: 2.484,
		sentenceNearness: 2.527,
		contextNearness: 5.111,
		quantities: -0.708,
		number: 0.503,
		crowd: 0.446,
		bias: -1.799,
	},
	otherLanguage: {
		passageScore: 0.417,
		passageCosine: 2.418,
		passageShare: 10.015,
		passageNearness: 4.632,
		sentenceCosine: 9.17,
		sentenceShare: 7.49,
		sentenceNearness: 1.198,
		contextNearness: 3.414,
		quantities: 0.84,
		number: 1.432,
		crowd: -0.446,
		bias: 1.799,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.185,
		passageCosine: -0.992,
		passageShare: 1.145,
		passageNearness: 2.166,
		sentenceCosine: 4.243,
		sentenceShare: 2.253,
		sentenceNearness: 0.938,
		contextNearness: 2.157,
		quantities: 0.187,
		number: -0.195,
		crowd: -0.217,
		bias: -5.108,
	},
	otherLanguage: {
		passageScore: 0.509,
		passageCosine: 2.272,
		passageShare: 1.027,
		passageNearness: 3.122,
		sentenceCosine: 10.78,
		sentenceShare: 5.409,
		sentenceNearness: 4.91,
		contextNearness: 3.252,
		quantities: 0.016,
		number: 1.769,
		crowd: -0.325,
		bias: -7.26,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.93;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 75 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 81 to 97 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.28 };
