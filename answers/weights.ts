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
		passageScore: 0.103,
		passageCosine: 2.203,
		passageShare: 4.492,
		passageNearness: 3.185,
		sentenceCosine: 3.765,
		sentenceShare: 2.679,
		sentenceNearness: 2.399,
		contextNearness: 3.99,
		quantities: -0.566,
		number: 0.586,
		crowd: 0.146,
		bias: -0.87,
	},
	otherLanguage: {
		passageScore: 0.115,
		passageCosine: 3.381,
		passageShare: 5.222,
		passageNearness: 4.608,
		sentenceCosine: 6.449,
		sentenceShare: 3.685,
		sentenceNearness: 2.811,
		contextNearness: 3.945,
		quantities: 0.758,
		number: 1.633,
		crowd: -0.146,
		bias: 0.87,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.147,
		passageCosine: 0.953,
		passageShare: 1.67,
		passageNearness: 1.498,
		sentenceCosine: 3.313,
		sentenceShare: 2.568,
		sentenceNearness: 2.235,
		contextNearness: 1.605,
		quantities: 0.171,
		number: 0.018,
		crowd: -0.219,
		bias: -5.206,
	},
	otherLanguage: {
		passageScore: 0.498,
		passageCosine: 4.854,
		passageShare: 3.637,
		passageNearness: 4.239,
		sentenceCosine: 10.673,
		sentenceShare: 2.599,
		sentenceNearness: 3.55,
		contextNearness: 3.848,
		quantities: -0.743,
		number: 0.93,
		crowd: -0.515,
		bias: -6.668,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.916;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 74 to 87 % stay below it;
 * of questions asked of articles in other languages that do not answer them, 83 to 93 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.34 };
