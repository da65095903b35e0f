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
		passageCosine: 1.579,
		passageShare: 4.578,
		passageNearness: 0.855,
		sentenceCosine: 5.009,
		sentenceShare: 2.754,
		sentenceNearness: 1.516,
		contextNearness: 4.814,
		quantities: -0.487,
		number: 0.451,
		crowd: 0.39,
		bias: -1.43,
	},
	otherLanguage: {
		passageScore: 0.399,
		passageCosine: 4.893,
		passageShare: 8.865,
		passageNearness: 4.029,
		sentenceCosine: 9.619,
		sentenceShare: 3.048,
		sentenceNearness: 1.26,
		contextNearness: 0.32,
		quantities: 0.945,
		number: 1.381,
		crowd: -0.39,
		bias: 1.43,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<Weights> = {
	sameLanguage: {
		passageScore: 0.171,
		passageCosine: 0.035,
		passageShare: 1.212,
		passageNearness: 2.296,
		sentenceCosine: 2.482,
		sentenceShare: -0.076,
		sentenceNearness: 1.139,
		contextNearness: 1.596,
		quantities: -0.085,
		number: -0.035,
		crowd: -0.255,
		bias: -3.858,
	},
	otherLanguage: {
		passageScore: 0.45,
		passageCosine: 3.01,
		passageShare: 1.536,
		passageNearness: 1.105,
		sentenceCosine: 5.568,
		sentenceShare: 3.104,
		sentenceNearness: 0.314,
		contextNearness: 1.681,
		quantities: 0.557,
		number: 1.306,
		crowd: 0.117,
		bias: -4.605,
	},
};

/** What the surest answer is given: some questions are answered in other words than the data know, however sure the evidence is. Fitted with the weights. */
export const MOST_CONFIDENCE = 0.9;

/**
 * Least confidence at which an answer is shown. Of held-out questions that no passage answers, 75 % in their own language stay below it;
 * of questions asked of articles in other languages that do not answer them, 84 to 89 % (training/README.md).
 */
export const LEAST_CONFIDENCE: Kinds<number> = { sameLanguage: 0.2, otherLanguage: 0.32 };
