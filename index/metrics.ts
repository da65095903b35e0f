/**
 * Normalised discounted cumulative gain at `k` (Järvelin & Kekäläinen 2002) where one passage is relevant: `1 / log2(rank + 1)`,
 * 0 from rank k + 1 on.
 *
 * @param rank of the relevant passage, from 1; `Infinity` if it is not in the ranking
 */
export function ndcgAt(k: number, rank: number): number {
	return rank <= k ? 1 / Math.log2(rank + 1) : 0;
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
