export interface EvidenceWeights {
	readonly passageScore: number;
	readonly passageCosine: number;
	readonly passageShare: number;
	readonly sentenceCosine: number;
	readonly sentenceShare: number;
	readonly sentenceNearness: number;
	readonly number: number;
	readonly crowd: number;
	readonly bias: number;
}

export interface Kinds<T> {
	/** Where question and sentence are in one language. */
	readonly sameLanguage: T;
	readonly otherLanguage: T;
}

/** What each piece of evidence counts for a sentence among others. As training/fit_answers.py prints it. */
export const SENTENCE_WEIGHTS: Kinds<EvidenceWeights> = {
	sameLanguage: {
		passageScore: 0.228,
		passageCosine: 2.047,
		passageShare: 7.785,
		sentenceCosine: 5.389,
		sentenceShare: 0.094,
		sentenceNearness: 4.766,
		number: 0.496,
		crowd: 0.388,
		bias: -1.504,
	},
	otherLanguage: {
		passageScore: 0.31,
		passageCosine: 4.593,
		passageShare: 12.991,
		sentenceCosine: 8.931,
		sentenceShare: 6.146,
		sentenceNearness: 0.831,
		number: 1.306,
		crowd: -0.388,
		bias: 1.504,
	},
};

/** What each counts for the confidence in the best sentence: a logistic regression. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<EvidenceWeights> = {
	sameLanguage: {
		passageScore: 0.063,
		passageCosine: 1.638,
		passageShare: 4.751,
		sentenceCosine: 3.785,
		sentenceShare: 1.458,
		sentenceNearness: 4.843,
		number: -0.354,
		crowd: -0.234,
		bias: -4.631,
	},
	otherLanguage: {
		passageScore: -0.026,
		passageCosine: 6.159,
		passageShare: 5.133,
		sentenceCosine: 8.942,
		sentenceShare: 6.369,
		sentenceNearness: 2.343,
		number: 0.7,
		crowd: 0.051,
		bias: -4.981,
	},
};
