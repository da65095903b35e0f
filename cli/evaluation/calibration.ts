import { meanOf } from '../../index/metrics.js';

/** What came of one question that was asked of one collection. */
export interface Outcome {
	/** Estimated probability that the first citation answers, in [0, 1]. */
	readonly confidence: number;
	/** Whether the first citation answers; where none was shown, whether the sentence that came nearest does. */
	readonly correct: boolean;
	/** Whether the collection holds an answer. */
	readonly answerable: boolean;
	/** Whether anything was cited. */
	readonly answered: boolean;
}

/** Outcomes of like confidence. */
export interface Bin {
	/** Confidences in (from, to]; the first bin has 0 as well. Of bins of equal mass: the least and the greatest in it. */
	readonly from: number;
	readonly to: number;
	readonly count: number;
	/** Of those, the questions that the collection answers. */
	readonly answerable: number;
	/** Mean confidence; NaN where the bin is empty. */
	readonly confidence: number;
	/** Share of correct ones; NaN where the bin is empty. */
	readonly accuracy: number;
}

export interface RiskPoint {
	/** Share of the questions that are answered, in (0, 1]: those of the greatest confidence. */
	readonly coverage: number;
	/** Share of these whose answer is wrong. */
	readonly risk: number;
	/** The least confidence among them. */
	readonly confidence: number;
}

export interface Calibration {
	/** How many, by whether the collection that was asked holds an answer. */
	readonly questions: { readonly answerable: number; readonly unanswerable: number };
	/** Expected calibration error in 15 bins of equal width, and of equal mass; 0 is best. */
	readonly ece: { readonly equalWidth: number; readonly equalMass: number };
	/** Of the answerable against the others, by confidence: 0.5 is chance, 1 is best. */
	readonly auroc: number;
	/** Share of the answerable questions, and of the others, on which nothing was cited. */
	readonly abstained: { readonly answerable: number; readonly unanswerable: number };
	/** At the confidence from which on answers are shown: the share shown, and the share of these that is wrong. */
	readonly shown: { readonly coverage: number; readonly risk: number };
	/** With the area under the curve: 0 is best, the share of wrong answers is chance. */
	readonly riskCoverage: { readonly area: number; readonly points: readonly RiskPoint[] };
	/** Of equal width. */
	readonly bins: readonly Bin[];
}

/** Guo et al., "On Calibration of Modern Neural Networks" (ICML 2017), section 4. */
const BINS = 15;
const CURVE_POINTS = 20;

/** How far the confidence of an answer can be trusted; `null` unless there are answerable questions and others. */
export function calibrationOf(outcomes: readonly Outcome[]): Calibration | null {
	const answerable = outcomes.filter((outcome) => outcome.answerable);
	const unanswerable = outcomes.filter((outcome) => !outcome.answerable);
	if (answerable.length === 0 || unanswerable.length === 0) return null;
	const shown = outcomes.filter(({ answered }) => answered);
	const bins = equalWidthBins(outcomes, BINS);
	const confidences = (of: readonly Outcome[]) => of.map(({ confidence }) => confidence);
	return {
		questions: { answerable: answerable.length, unanswerable: unanswerable.length },
		ece: {
			equalWidth: expectedCalibrationError(bins),
			equalMass: expectedCalibrationError(equalMassBins(outcomes, BINS)),
		},
		auroc: auroc(confidences(answerable), confidences(unanswerable)),
		abstained: { answerable: abstainedShare(answerable), unanswerable: abstainedShare(unanswerable) },
		shown: { coverage: shown.length / outcomes.length, risk: 1 - accuracyOf(shown) },
		riskCoverage: { area: areaUnderRiskCoverage(outcomes), points: riskCoverageCurve(outcomes, CURVE_POINTS) },
		bins,
	};
}

/** `count` bins of [0, 1], as Guo et al. (2017) cut it: bin m of M holds the confidences in ((m − 1) / M, m / M]. */
export function equalWidthBins(outcomes: readonly Outcome[], count: number): Bin[] {
	const members = Array.from({ length: count }, (): Outcome[] => []);
	for (const outcome of outcomes) members[Math.max(0, Math.ceil(outcome.confidence * count) - 1)]?.push(outcome);
	return members.map((bin, i) => binOf(bin, i / count, (i + 1) / count));
}

/**
 * At most `count` bins with about the same number of outcomes (Nixon et al., "Measuring Calibration in Deep Learning", 2019).
 * Outcomes of one confidence are in one bin, so that their order does not matter.
 */
export function equalMassBins(outcomes: readonly Outcome[], count: number): Bin[] {
	const sorted = outcomes.toSorted((a, b) => a.confidence - b.confidence);
	const bins: Bin[] = [];
	for (let i = 1, start = 0; i <= count; i++) {
		let end = Math.max(start, Math.round((i * sorted.length) / count));
		while (end > start && sorted[end]?.confidence === sorted[end - 1]?.confidence) end++;
		const bin = sorted.slice(start, end);
		const [least, greatest] = [bin[0], bin.at(-1)];
		if (least !== undefined && greatest !== undefined) bins.push(binOf(bin, least.confidence, greatest.confidence));
		start = end;
	}
	return bins;
}

/**
 * Mean distance of accuracy from confidence, each bin counting by its size: `Σ |B| / n · |acc(B) − conf(B)|`
 * (Guo et al. 2017, equation 3). Of no outcomes: NaN.
 */
export function expectedCalibrationError(bins: readonly Bin[]): number {
	const filled = bins.filter(({ count }) => count > 0);
	const total = filled.reduce((sum, { count }) => sum + count, 0);
	if (total === 0) return Number.NaN;
	return filled.reduce(
		(sum, { count, accuracy, confidence }) => sum + (count / total) * Math.abs(accuracy - confidence),
		0,
	);
}

/**
 * Probability that a positive's score is above a negative's, a tie counting half: the area under the ROC curve, by the ranks of
 * the positives (Mann & Whitney 1947; Hanley & McNeil 1982). NaN where one of the lists is empty.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
	const all = [
		...positives.map((score) => ({ score, positive: 1 })),
		...negatives.map((score) => ({ score, positive: 0 })),
	].sort((a, b) => a.score - b.score);
	let rankSum = 0;
	for (const { start, end } of tiesOf(all, (a, b) => a.score === b.score)) {
		const meanRank = (start + 1 + end) / 2;
		rankSum += meanRank * all.slice(start, end).reduce((sum, { positive }) => sum + positive, 0);
	}
	const least = (positives.length * (positives.length + 1)) / 2;
	return (rankSum - least) / (positives.length * negatives.length);
}

/**
 * The risk at `points` coverages, equally far apart, the last one 1 (El-Yaniv & Wiener, "On the Foundations of Noise-free
 * Selective Classification", JMLR 2010). Fewer where there are fewer outcomes.
 */
export function riskCoverageCurve(outcomes: readonly Outcome[], points: number): RiskPoint[] {
	const risks = risksOf(outcomes);
	const shown = Math.min(points, risks.length);
	return Array.from({ length: shown }, (_, i) => risks[Math.ceil(((i + 1) * risks.length) / shown) - 1]).filter(
		(point) => point !== undefined,
	);
}

/** Mean of the risk over all coverages 1/n, 2/n, … 1 (Geifman, Uziel & El-Yaniv, ICLR 2019). Of no outcomes: NaN. */
export function areaUnderRiskCoverage(outcomes: readonly Outcome[]): number {
	return meanOf(risksOf(outcomes).map(({ risk }) => risk));
}

/** The risk at each coverage 1/n, 2/n, … 1; where confidences are equal, its expectation over the orders in which they can stand. */
function risksOf(outcomes: readonly Outcome[]): RiskPoint[] {
	const sorted = outcomes.toSorted((a, b) => b.confidence - a.confidence);
	const risks: RiskPoint[] = [];
	let wrongBefore = 0;
	for (const { start, end } of tiesOf(sorted, (a, b) => a.confidence === b.confidence)) {
		const tied = sorted.slice(start, end);
		const wrong = tied.filter(({ correct }) => !correct).length;
		for (const [i, { confidence }] of tied.entries()) {
			const answered = start + i + 1;
			const expected = wrongBefore + (wrong * (i + 1)) / tied.length;
			risks.push({ coverage: answered / sorted.length, risk: expected / answered, confidence });
		}
		wrongBefore += wrong;
	}
	return risks;
}

/** The runs of equal elements of a sorted list, as half-open ranges. */
function* tiesOf<T>(sorted: readonly T[], isEqual: (a: T, b: T) => boolean): Generator<{ start: number; end: number }> {
	let start = 0;
	for (let end = 1; end <= sorted.length; end++) {
		const [last, next] = [sorted[end - 1], sorted[end]];
		if (last !== undefined && next !== undefined && isEqual(last, next)) continue;
		yield { start, end };
		start = end;
	}
}

function binOf(outcomes: readonly Outcome[], from: number, to: number): Bin {
	return {
		from,
		to,
		count: outcomes.length,
		answerable: outcomes.filter(({ answerable }) => answerable).length,
		confidence: meanOf(outcomes.map(({ confidence }) => confidence)),
		accuracy: accuracyOf(outcomes),
	};
}

function accuracyOf(outcomes: readonly Outcome[]): number {
	return meanOf(outcomes.map(({ correct }) => (correct ? 1 : 0)));
}

function abstainedShare(outcomes: readonly Outcome[]): number {
	return meanOf(outcomes.map(({ answered }) => (answered ? 0 : 1)));
}
