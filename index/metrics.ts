/**
 * Normalised discounted cumulative gain at `k` (Järvelin & Kekäläinen 2002) where one passage is relevant: `1 / log2(rank + 1)`,
 * 0 from rank k + 1 on.
 *
 * @param rank of the relevant passage, from 1; `Infinity` if it is not in the ranking
 */
export function ndcgAt(k: number, rank: number): number {
	return rank <= k ? 1 / Math.log2(rank + 1) : 0;
}

/** Recall at `k` where one passage is relevant, or where one of several is enough: 1 up to rank k, 0 from there on. */
export function recallAt(k: number, rank: number): number {
	return rank <= k ? 1 : 0;
}

/**
 * Reciprocal rank (Voorhees 1999) of the first relevant passage, 0 from rank k + 1 on. Its mean over questions is MRR@k.
 *
 * @param rank from 1; `Infinity` if no relevant passage is in the ranking
 */
export function reciprocalRankAt(k: number, rank: number): number {
	return rank <= k ? 1 / rank : 0;
}

/**
 * Average precision (Manning, Raghavan & Schütze 2008, 8.4): the mean, over all that is relevant, of the precision at the rank
 * where it stands; 0 for what is not in the ranking. Its mean over questions is mAP. Of nothing relevant: NaN.
 *
 * @param ranks of everything relevant, from 1, in any order, no rank twice; `Infinity` for each that is not in the ranking
 */
export function averagePrecision(ranks: readonly number[]): number {
	const ascending = [...ranks].sort((a, b) => a - b);
	return meanOf(ascending.map((rank, before) => (before + 1) / rank));
}

/** Of an empty list: NaN. */
export function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which a share `p`, in [0, 1], of the values lies (nearest rank). Of an empty list: NaN. */
export function percentile(values: readonly number[], p: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
