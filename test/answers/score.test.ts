import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../answers/evidence.js';
import { confidenceOf, isSureEnough } from '../../answers/score.js';
import { CONFIDENCE_WEIGHTS, LEAST_CONFIDENCE } from '../../answers/weights.js';

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
	it.each([true, false])(
		'is the fitted probability as far as held-out questions keep it (same language: %s)',
		(same) => {
			for (const probability of [0.05, 0.3, 0.5, 0.74])
				expect(confidenceOf(withLogOdds(logOddsOf(probability), same))).toBeCloseTo(probability, 6);
		},
	);

	it('promises no more than 0.85, and keeps the order', () => {
		fc.assert(
			fc.property(logOdds, logOdds, fc.boolean(), (a, b, same) => {
				const [less, more] = [Math.min(a, b), Math.max(a, b)].map((odds) => confidenceOf(withLogOdds(odds, same)));
				expect(less!).toBeLessThanOrEqual(more!);
				expect(more!).toBeLessThanOrEqual(0.85);
			}),
		);
		expect(confidenceOf(withLogOdds(logOddsOf(0.95), true))).toBeCloseTo(0.83, 6);
	});
});

describe('isSureEnough', () => {
	it.each([
		[true, LEAST_CONFIDENCE.sameLanguage],
		[false, LEAST_CONFIDENCE.otherLanguage],
	])('asks for the least confidence of its kind of pair (same language: %s)', (same, least) => {
		expect(isSureEnough(withLogOdds(logOddsOf(least) + 0.01, same))).toBe(true);
		expect(isSureEnough(withLogOdds(logOddsOf(least) - 0.01, same))).toBe(false);
	});
});
