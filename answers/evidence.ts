/** What is known of a sentence that may answer a question. */
export interface Evidence {
	/** Of the passage's hit: deviations from chance. */
	readonly passageScore: number;
	/** Of the question's vector and the passage's, in [-1, 1]. */
	readonly passageCosine: number;
	/** How much of the question stands in the passage, in [0, 1]. */
	readonly passageShare: number;
	/** How near the words of the passage come to each of the question's, in [0, 1]: {@link Hit.nearness}. */
	readonly passageNearness: number;
	/** The same for the sentence alone. */
	readonly sentenceCosine: number;
	readonly sentenceShare: number;
	readonly sentenceNearness: number;
	/** The same for the sentence together with the one before it in the passage, by which it may be understood. */
	readonly contextNearness: number;
	/** Of the numbers and dates that stand in the question, the share that the sentence states, in [-1, 1]; 0 where none stand there. */
	readonly quantities: number;
	/** Where the question asks for a number or a date: 1 if the sentence holds one, -1 if not; else 0. */
	readonly number: number;
	/** Natural logarithm of the passages searched: the more there are, the nearer the nearest comes by chance. */
	readonly crowd: number;
	/** Whether question and sentence are in one language. */
	readonly sameLanguage: boolean;
}

/** Every piece of evidence that is a number, by its name. */
export type EvidenceName = Exclude<keyof Evidence, 'sameLanguage'>;
