import { CONFIDENCE_WEIGHTS, SENTENCE_WEIGHTS, type EvidenceWeights, type Kinds } from './weights.js';

/** What is known of a sentence that may answer a question. */
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
	/** Natural logarithm of the passages searched: the more there are, the nearer the nearest comes by chance. */
	readonly crowd: number;
	/** Whether question and sentence are in one language. */
	readonly sameLanguage: boolean;
}

/**
 * How well a sentence answers, as the logarithm of its odds against the other candidates of the question, up to a constant:
 * comparable between sentences of one question, whatever their languages.
 */
export function scoreOf(evidence: Evidence): number {
	return weighed(evidence, SENTENCE_WEIGHTS);
}

/**
 * Estimated probability, in (0, 1), that the first three citations hold the answer, if every second question had one.
 *
 * @param evidence of the best sentence
 */
export function confidenceOf(evidence: Evidence): number {
	return 1 / (1 + Math.exp(-weighed(evidence, CONFIDENCE_WEIGHTS)));
}

function weighed(evidence: Evidence, { sameLanguage, otherLanguage }: Kinds<EvidenceWeights>): number {
	const weights = evidence.sameLanguage ? sameLanguage : otherLanguage;
	return EVIDENCE.reduce((sum, name) => sum + weights[name] * evidence[name], weights.bias);
}

const EVIDENCE = [
	'passageScore',
	'passageCosine',
	'passageShare',
	'sentenceCosine',
	'sentenceShare',
	'sentenceNearness',
	'number',
	'crowd',
] as const satisfies (keyof EvidenceWeights & keyof Evidence)[];
