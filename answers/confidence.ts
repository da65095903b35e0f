/** What is known of the best sentence when it is decided whether to show it. */
export interface Evidence {
	/** Of the passage's hit: deviations from chance. */
	readonly passageScore: number;
	/** Of the question's vector and the passage's, in [-1, 1]. */
	readonly passageCosine: number;
	/** How much of the question stands in the passage, in [0, 1]. */
	readonly passageShare: number;
	/** The same for the sentence alone. */
	readonly sentenceCosine: number;
	readonly sentenceShare: number;
	/** How near the sentence's tokens come to each of the question's, in [0, 1]: {@link LexicalMatch.nearnessIn}. */
	readonly sentenceNearness: number;
	/** Where the question asks for a number or a date: 1 if the sentence holds one, -1 if not; else 0. */
	readonly number: number;
	/** Whether question and sentence are in one language. */
	readonly sameLanguage: boolean;
}

/** Log-odds of a logistic regression on {@link Evidence}: training/README.md says on which questions it was fitted, and how. */
const LOG_ODDS = {
	sameLanguage: { bias: -4.5, passageCosine: 3, passageShare: 6, sentenceCosine: 2, sentenceShare: 6 },
	otherLanguage: { bias: -4, passageCosine: 4, passageShare: 6, sentenceCosine: 2, sentenceShare: 6 },
};

/** Less than this is not shown: an article that does not say must not seem to. */
export const LEAST_CONFIDENCE = 0.5;

/** Estimated probability, in (0, 1), that the best sentences answer. */
export function confidenceOf(evidence: Evidence): number {
	const weights = evidence.sameLanguage ? LOG_ODDS.sameLanguage : LOG_ODDS.otherLanguage;
	const logOdds =
		weights.bias +
		weights.passageCosine * evidence.passageCosine +
		weights.passageShare * evidence.passageShare +
		weights.sentenceCosine * evidence.sentenceCosine +
		weights.sentenceShare * evidence.sentenceShare;
	return 1 / (1 + Math.exp(-logOdds));
}
