export interface EvidenceWeights {
	readonly passageScore: number;
	readonly passageCosine: number;
	readonly passageShare: number;
	readonly sentenceCosine: number;
	readonly sentenceShare: number;
	readonly sentenceNearness: number;
	readonly number: number;
	readonly bias: number;
}

interface Kinds<T> {
	/** Where question and sentence are in one language. */
	readonly sameLanguage: T;
	readonly otherLanguage: T;
}

/** What each piece of evidence counts. As training/fit_answers.py prints it. */
export const SENTENCE_WEIGHTS: Kinds<EvidenceWeights> = {
	sameLanguage: {
		passageScore: 0.163,
		passageCosine: 2.271,
		passageShare: 5.303,
		sentenceCosine: 4.201,
		sentenceShare: 2.921,
		sentenceNearness: 4.277,
		number: 0.396,
		bias: 0.158,
	},
	otherLanguage: {
		passageScore: 0.16,
		passageCosine: 3.797,
		passageShare: 7.162,
		sentenceCosine: 6.904,
		sentenceShare: 3.553,
		sentenceNearness: 1.192,
		number: 1.494,
		bias: -0.158,
	},
};

/** The logistic regression from the best sentence's score to the confidence. As training/fit_answers.py prints it. */
export const CONFIDENCE_WEIGHTS: Kinds<{ readonly score: number; readonly bias: number }> = {
	sameLanguage: { score: 0.6526, bias: -4.6713 },
	otherLanguage: { score: 0.8185, bias: -3.6334 },
};
