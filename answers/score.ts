import type { Evidence, EvidenceName } from './evidence.js';
import {
	CONFIDENCE_WEIGHTS,
	LEAST_CONFIDENCE,
	MOST_CONFIDENCE,
	SENTENCE_WEIGHTS,
	type Kinds,
	type Weights,
} from './weights.js';

/**
 * How well a sentence answers, as the logarithm of its odds against the other candidates of the question, up to a constant:
 * comparable between sentences of one question, whatever their languages.
 */
export function scoreOf(evidence: Evidence): number {
	return weighed(evidence, SENTENCE_WEIGHTS);
}

/**
 * Estimated probability, from 0 to {@link MOST_CONFIDENCE}, that the first citation holds the answer, if every second question had one.
 *
 * @param evidence of the best sentence
 */
export function confidenceOf(evidence: Evidence): number {
	return MOST_CONFIDENCE / (1 + Math.exp(-weighed(evidence, CONFIDENCE_WEIGHTS)));
}

/**
 * Whether the confidence in the best sentence is enough for an answer to be shown: an article that does not say must not seem to.
 * docs/eval.md says what this lets through and what it keeps back.
 */
export function isSureEnough(evidence: Evidence): boolean {
	return confidenceOf(evidence) >= ofItsKind(evidence, LEAST_CONFIDENCE);
}

function ofItsKind<T>(evidence: Evidence, { sameLanguage, otherLanguage }: Kinds<T>): T {
	return evidence.sameLanguage ? sameLanguage : otherLanguage;
}

function weighed(evidence: Evidence, kinds: Kinds<Weights>): number {
	const weights = ofItsKind(evidence, kinds);
	return NAMES.reduce((sum, name) => sum + weights[name] * evidence[name], weights.bias);
}

// the keys of a Weights, less its constant
const NAMES = Object.keys(SENTENCE_WEIGHTS.sameLanguage).filter((name) => name !== 'bias') as EvidenceName[];
