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
		passageScore: 0.076,
		passageCosine: 1.005,
		passageShare: 3.158,
		passageNearness: 3.43,
		sentenceCosine: 3.809,
		sentenceShare: 2.156,
		sentenceNearness: 2.554,
		contextNearness: 5.32,
		quantities: -0.555,
		number: 0.445,
		crowd: 0.383,
		bias: -1.539,
	},
	otherLanguage: {
		passageScore: 0.146,
		passageCosine: 2.899,
		passageShare: 8.514,
		passageNearness: 5.643,
		sentenceCosine: 8.562,
		sentenceShare: 1.941,
		sentenceNearness: 1.685,
		contextNearness: 3.86,
		quantities: 1.533,
		number: 1.36,
		crowd: -0.383,
		bias: 1.539,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.187,
		passageCosine: 1.043,
		passageShare: 0.653,
		passageNearness: 1.962,
		sentenceCosine: 4.22,
		sentenceShare: 0.764,
		sentenceNearness: 1.814,
		contextNearness: 2.413,
		quantities: 0.258,
		number: -0.269,
		crowd: -0.206,
		bias: -5.501,
	},
	otherLanguage: {
		passageScore: 0.164,
		passageCosine: 8.7,
		passageShare: 0.492,
		passageNearness: 4.692,
		sentenceCosine: 5.656,
		sentenceShare: 2.556,
		sentenceNearness: 3.762,
		contextNearness: 2.638,
		quantities: -0.891,
		number: 1.253,
		crowd: 0.064,
		bias: -7.054,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.902;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 74 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 83 to 92 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
