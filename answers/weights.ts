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
		passageScore: 0.084,
		passageCosine: 1.365,
		passageShare: 2.811,
		passageNearness: 3.383,
		sentenceCosine: 3.88,
		sentenceShare: 2.128,
		sentenceNearness: 2.596,
		contextNearness: 5.203,
		quantities: -0.598,
		number: 0.454,
		crowd: 0.383,
		bias: -1.56,
	},
	otherLanguage: {
		passageScore: 0.164,
		passageCosine: 3.448,
		passageShare: 9.258,
		passageNearness: 4.852,
		sentenceCosine: 8.431,
		sentenceShare: 0.865,
		sentenceNearness: 1.56,
		contextNearness: 4.389,
		quantities: 0.881,
		number: 1.402,
		crowd: -0.383,
		bias: 1.56,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.162,
		passageCosine: 1.52,
		passageShare: 0.409,
		passageNearness: 2.585,
		sentenceCosine: 4.113,
		sentenceShare: 0.922,
		sentenceNearness: 1.793,
		contextNearness: 2.075,
		quantities: 0.362,
		number: -0.274,
		crowd: -0.229,
		bias: -5.677,
	},
	otherLanguage: {
		passageScore: 0.038,
		passageCosine: 6.565,
		passageShare: -0.972,
		passageNearness: 3.586,
		sentenceCosine: 8.299,
		sentenceShare: 1.112,
		sentenceNearness: 4.645,
		contextNearness: 4.444,
		quantities: 0.057,
		number: 1.164,
		crowd: -0.089,
		bias: -6.414,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.908;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 74 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 82 to 94 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
