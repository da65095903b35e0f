import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderRiskCoverage, riskCoverageCurve, type Outcome } from '../../../cli/evaluation/calibration.js';

const outcome = (confidence: number, correct: boolean): Outcome => ({
	confidence,
	correct,
	answerable: true,
	answered: true,
});

/** Confidences with many ties, so that these are met. */
const anyConfidence = fc.oneof(
	fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
	fc.double({ min: 0, max: 1, noNaN: true }),
);
const anyOutcomes = fc.array(
	fc.tuple(anyConfidence, fc.boolean()).map(([confidence, correct]) => outcome(confidence, correct)),
	{ minLength: 1, maxLength: 60 },
);

const shareWrong = (outcomes: readonly Outcome[]) =>
	outcomes.filter(({ correct }) => !correct).length / outcomes.length;

describe('riskCoverageCurve', () => {
	it('gives the share of wrong answers among the most confident', () => {
		const outcomes = [outcome(0.2, false), outcome(0.9, true), outcome(0.7, false), outcome(0.5, true)];
		expect(riskCoverageCurve(outcomes, 4)).toEqual([
			{ coverage: 0.25, risk: 0, confidence: 0.9 },
			{ coverage: 0.5, risk: 1 / 2, confidence: 0.7 },
			{ coverage: 0.75, risk: 1 / 3, confidence: 0.5 },
			{ coverage: 1, risk: 2 / 4, confidence: 0.2 },
		]);
		expect(areaUnderRiskCoverage(outcomes)).toBeCloseTo((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4, 12);
	});

	it('ends with the share of wrong answers among all, at equal distances', () => {
		fc.assert(
			fc.property(anyOutcomes, fc.integer({ min: 1, max: 30 }), (outcomes, points) => {
				const curve = riskCoverageCurve(outcomes, points);
				expect(curve).toHaveLength(Math.min(points, outcomes.length));
				expect(curve.at(-1)?.coverage).toBe(1);
				expect(curve.at(-1)?.risk).toBeCloseTo(shareWrong(outcomes), 12);
				for (const [i, { coverage }] of curve.entries())
					expect(coverage).toBeCloseTo((i + 1) / curve.length, 1 / outcomes.length + 1e-12);
			}),
		);
	});

	it('takes the mean over all orders of equal confidences', () => {
		const few = fc.array(
			fc
				.record({ confidence: fc.constantFrom(0.2, 0.7), correct: fc.boolean() })
				.map((of) => outcome(of.confidence, of.correct)),
			{ minLength: 1, maxLength: 6 },
		);
		fc.assert(
			fc.property(few, (outcomes) => {
				const orders = permutations(outcomes).filter((order) =>
					order.every(({ confidence }, i) => i === 0 || confidence <= (order[i - 1]?.confidence ?? 1)),
				);
				const riskAt = (order: readonly Outcome[], answered: number) => shareWrong(order.slice(0, answered));
				for (const [i, { risk }] of riskCoverageCurve(outcomes, outcomes.length).entries()) {
					const mean = orders.reduce((sum, order) => sum + riskAt(order, i + 1), 0) / orders.length;
					expect(risk).toBeCloseTo(mean, 10);
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe('areaUnderRiskCoverage', () => {
	it('is the share of wrong answers where confidence says nothing', () => {
		const outcomes = [true, false, true, false, false].map((correct) => outcome(0.4, correct));
		expect(areaUnderRiskCoverage(outcomes)).toBeCloseTo(3 / 5, 12);
	});

	it('is least where the wrong answers come last, and greatest where they come first', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(anyConfidence, fc.boolean()), { minLength: 1, maxLength: 40 }), (pairs) => {
				const outcomes = pairs.map(([confidence, correct]) => outcome(confidence, correct));
				const ordered = (sign: number) =>
					outcomes.map(({ correct }) => outcome(correct ? 0.5 + sign / 4 : 0.5, correct));
				const area = areaUnderRiskCoverage(outcomes);
				expect(area).toBeGreaterThanOrEqual(areaUnderRiskCoverage(ordered(1)) - 1e-12);
				expect(area).toBeLessThanOrEqual(areaUnderRiskCoverage(ordered(-1)) + 1e-12);
			}),
		);
	});

	it('is NaN where there are no outcomes', () => {
		expect(areaUnderRiskCoverage([])).toBeNaN();
		expect(riskCoverageCurve([], 20)).toEqual([]);
	});
});

function permutations<T>(items: readonly T[]): T[][] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
