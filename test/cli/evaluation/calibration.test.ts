import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	auroc,
	calibrationOf,
	equalMassBins,
	equalWidthBins,
	expectedCalibrationError,
	type Outcome,
} from '../../../cli/evaluation/calibration.js';

const outcome = (confidence: number, correct: boolean, more: Partial<Outcome> = {}): Outcome => ({
	confidence,
	correct,
	answerable: correct,
	answered: confidence >= 0.5,
	...more,
});

/** Confidences with many ties, so that these are met. */
const anyConfidence = fc.oneof(
	fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
	fc.double({ min: 0, max: 1, noNaN: true }),
);
const anyOutcome: fc.Arbitrary<Outcome> = fc
	.record({ confidence: anyConfidence, answerable: fc.boolean(), knows: fc.boolean(), answered: fc.boolean() })
	.map(({ knows, ...rest }) => ({ ...rest, correct: rest.answerable && knows }));
const anyOutcomes = fc.array(anyOutcome, { minLength: 1, maxLength: 60 });

describe('equalWidthBins', () => {
	it('puts a confidence on a border into the bin below it, and 0 into the first', () => {
		const outcomes = [0, 0.1, 0.25, 0.26, 0.5, 1].map((confidence) => outcome(confidence, true));
		expect(equalWidthBins(outcomes, 4).map(({ from, to, count }) => [from, to, count])).toEqual([
			[0, 0.25, 3],
			[0.25, 0.5, 2],
			[0.5, 0.75, 0],
			[0.75, 1, 1],
		]);
	});

	it('gives mean confidence, accuracy and how many are answerable', () => {
		const [, bin] = equalWidthBins(
			[outcome(0.6, true), outcome(0.8, false), outcome(1, false, { answerable: true })],
			2,
		);
		expect(bin).toMatchObject({ count: 3, answerable: 2 });
		expect(bin?.confidence).toBeCloseTo(0.8);
		expect(bin?.accuracy).toBeCloseTo(1 / 3);
	});

	it('puts every outcome into one bin', () => {
		fc.assert(
			fc.property(anyOutcomes, fc.integer({ min: 1, max: 20 }), (outcomes, count) => {
				const bins = equalWidthBins(outcomes, count);
				expect(bins).toHaveLength(count);
				expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(outcomes.length);
			}),
		);
	});
});

describe('equalMassBins', () => {
	it('cuts by rank', () => {
		const outcomes = [0.9, 0.1, 0.3, 0.2, 0.8, 0.95].map((confidence) => outcome(confidence, true));
		expect(equalMassBins(outcomes, 3).map(({ from, to, count }) => [from, to, count])).toEqual([
			[0.1, 0.2, 2],
			[0.3, 0.8, 2],
			[0.9, 0.95, 2],
		]);
	});

	it('keeps equal confidences in one bin', () => {
		const outcomes = [0.1, 0.5, 0.5, 0.5, 0.5, 0.9].map((confidence) => outcome(confidence, true));
		expect(equalMassBins(outcomes, 3).map(({ count }) => count)).toEqual([5, 1]);
	});

	it('makes bins of n / count outcomes, give or take one, where no two confidences are equal', () => {
		const distinct = fc.uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(distinct, fc.integer({ min: 1, max: 20 }), (confidences, count) => {
				const bins = equalMassBins(
					confidences.map((confidence) => outcome(confidence, true)),
					count,
				);
				expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(confidences.length);
				for (const bin of bins) expect(Math.abs(bin.count - confidences.length / count)).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('does not depend on the order of the outcomes', () => {
		fc.assert(
			fc.property(anyOutcomes, (outcomes) => {
				const error = (of: readonly Outcome[]) => expectedCalibrationError(equalMassBins(of, 15));
				expect(error(outcomes.toReversed())).toBeCloseTo(error(outcomes), 12);
			}),
		);
	});
});

describe('expectedCalibrationError', () => {
	it('is the mean gap between accuracy and confidence, weighed by the size of the bins', () => {
		// three in (0, 0.5]: accuracy 1/3, confidence 0.3; one in (0.5, 1]: accuracy 1, confidence 0.8
		const outcomes = [outcome(0.2, false), outcome(0.3, false), outcome(0.4, true), outcome(0.8, true)];
		expect(expectedCalibrationError(equalWidthBins(outcomes, 2))).toBeCloseTo(
			(3 / 4) * (1 / 3 - 0.3) + (1 / 4) * 0.2,
			12,
		);
	});

	it('is 0 where of the answers given with confidence k / n, k of n are right', () => {
		const calibrated = fc
			.array(fc.integer({ min: 1, max: 12 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))))
			.map((groups) =>
				groups.flatMap(([right, n]) => Array.from({ length: n }, (_, i) => outcome(right / n, i < right))),
			)
			.filter((outcomes) => outcomes.length > 0);
		fc.assert(
			fc.property(calibrated, (outcomes) => {
				expect(expectedCalibrationError(equalWidthBins(outcomes, 15))).toBeCloseTo(0, 12);
				expect(expectedCalibrationError(equalMassBins(outcomes, 15))).toBeCloseTo(0, 12);
			}),
		);
	});

	it('lies between the gap of all outcomes together and 1', () => {
		fc.assert(
			fc.property(anyOutcomes, (outcomes) => {
				const gap = expectedCalibrationError(equalWidthBins(outcomes, 1));
				for (const bins of [equalWidthBins(outcomes, 15), equalMassBins(outcomes, 15)]) {
					expect(expectedCalibrationError(bins)).toBeGreaterThanOrEqual(gap - 1e-12);
					expect(expectedCalibrationError(bins)).toBeLessThanOrEqual(1);
				}
			}),
		);
	});

	it('is NaN where there are no outcomes', () => {
		expect(expectedCalibrationError(equalWidthBins([], 15))).toBeNaN();
		expect(expectedCalibrationError(equalMassBins([], 15))).toBeNaN();
	});
});

describe('auroc', () => {
	it('counts the pairs in which the positive is above, and half of the ties', () => {
		// 0.9 is above both, 0.4 above one and level with one, 0.1 below both
		expect(auroc([0.9, 0.4, 0.1], [0.4, 0.2])).toBe((2 + 1.5) / 6);
	});

	it('is 1, 0 and a half at best, at worst and where nothing is told apart', () => {
		expect(auroc([0.8, 0.9], [0.1])).toBe(1);
		expect(auroc([0.1], [0.8, 0.9])).toBe(0);
		expect(auroc([0.3, 0.3], [0.3])).toBe(0.5);
		expect(auroc([], [0.3])).toBeNaN();
		expect(auroc([0.3], [])).toBeNaN();
	});

	it('is what comparing every positive with every negative gives', () => {
		const scores = fc.array(anyConfidence, { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(scores, scores, (positives, negatives) => {
				let above = 0;
				for (const a of positives) for (const b of negatives) above += a > b ? 1 : a === b ? 0.5 : 0;
				expect(auroc(positives, negatives)).toBeCloseTo(above / (positives.length * negatives.length), 12);
				expect(auroc(negatives, positives)).toBeCloseTo(1 - auroc(positives, negatives), 12);
			}),
		);
	});
});

describe('calibrationOf', () => {
	it('puts the figures together', () => {
		const calibration = calibrationOf([
			outcome(0.9, true),
			outcome(0.8, false, { answerable: true }),
			outcome(0.4, true, { answered: false }),
			outcome(0.7, false, { answerable: false }),
			outcome(0.3, false, { answerable: false }),
			outcome(0.1, false, { answerable: false }),
		]);
		expect(calibration).toMatchObject({
			questions: { answerable: 3, unanswerable: 3 },
			// 0.9 and 0.8 are above all three, 0.4 above two
			auroc: 8 / 9,
			abstained: { answerable: 1 / 3, unanswerable: 2 / 3 },
		});
		expect(calibration?.shown.coverage).toBe(0.5);
		expect(calibration?.shown.risk).toBeCloseTo(2 / 3);
		expect(calibration?.bins).toHaveLength(15);
		expect(calibration?.riskCoverage.points).toHaveLength(6);
	});

	it('is null where all questions are answerable, or none', () => {
		expect(calibrationOf([outcome(0.9, true)])).toBeNull();
		expect(calibrationOf([outcome(0.9, false)])).toBeNull();
		expect(calibrationOf([])).toBeNull();
	});
});
