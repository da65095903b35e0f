import { CONFIDENCE_WEIGHTS } from './weights.js';

/** Less than this is not shown: an article that does not say must not seem to. What it lets through and keeps back: docs/eval.md. */
export const LEAST_CONFIDENCE = 0.3;

/**
 * Estimated probability, in (0, 1), that the first three citations hold the answer, if every second question had one.
 *
 * @param score of the best sentence
 */
export function confidenceOf(score: number, isSameLanguage: boolean): number {
	const { score: slope, bias } = isSameLanguage ? CONFIDENCE_WEIGHTS.sameLanguage : CONFIDENCE_WEIGHTS.otherLanguage;
	return 1 / (1 + Math.exp(-(slope * score + bias)));
}
