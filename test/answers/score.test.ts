import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../answers/evidence.js';
import { confidenceOf, isSureEnough } from '../../answers/score.js';
import { CONFIDENCE_WEIGHTS, LEAST_CONFIDENCE, MOST_CONFIDENCE } from '../../answers/weights.js';

const NOTHING: Evidence = {
	passageScore: 0,
	passageCosine: 0,
	passageShare: 0,
	passageNearness: 0,
	sentenceCosine: 0,
	sentenceShare: 0,
	sentenceNearness: 0,
	contextNearness: 0,
	quantities: 0,
	number: 0,
	crowd: 0,
	sameLanguage: true,
};

/** Evidence whose fitted log odds are these. */
function withLogOdds(logOdds: number, sameLanguage: boolean): Evidence {
	const weights = sameLanguage ? CONFIDENCE_WEIGHTS.sameLanguage : CONFIDENCE_WEIGHTS.otherLanguage;
	return { ...NOTHING, sameLanguage, sentenceCosine: (logOdds - weights.bias) / weights.sentenceCosine };
}

const logOddsOf = (probability: number) => Math.log(probability / (1 - probability));
const logOdds = fc.double({ min: -20, max: 20, noNaN: true });

describe('confidenceOf', () => {
	it.each([true, false])('is a share of the most there is (same language: %s)', (same) => {
		for (const share of [0.05, 0.3, 0.5, 0.95])
			expect(confidenceOf(withLogOdds(logOddsOf(share), same))).toBeCloseTo(MOST_CONFIDENCE * share, 6);
	});

	it('promises no more than that, and keeps the order', () => {
		fc.assert(
			fc.property(logOdds, logOdds, fc.boolean(), (a, b, same) => {
				const [less, more] = [Math.min(a, b), Math.max(a, b)].map((odds) => confidenceOf(withLogOdds(odds, same)));
				expect(less!).toBeLessThanOrEqual(more!);
				expect(less!).toBeGreaterThanOrEqual(0);
				expect(more!).toBeLessThanOrEqual(MOST_CONFIDENCE);
			}),
		);
	});
});

describe('isSureEnough', () => {
	it.each([
		[true, LEAST_CONFIDENCE.sameLanguage],
		[false, LEAST_CONFIDENCE.otherLanguage],
	])('asks for the least confidence of its kind of pair (same language: %s)', (same, least) => {
		expect(isSureEnough(withLogOdds(logOddsOf(least / MOST_CONFIDENCE) + 0.01, same))).toBe(true);
		expect(isSureEnough(withLogOdds(logOddsOf(least / MOST_CONFIDENCE) - 0.01, same))).toBe(false);
	});
});
