/** Term frequency saturation and length normalisation of BM25 (Robertson & Zaragoza 2009); the usual values, kept by the model's evaluation. */
export const K1 = 1.2;
export const B = 0.75;

/**
 * Inverse document frequency, always positive: `ln(1 + (N − df + ½) / (df + ½))`.
 *
 * @param documents N, how many there are
 * @param frequency df, in how many of them; a weighted sum need not be whole
 */
export function inverseDocumentFrequency(documents: number, frequency: number): number {
	return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

/** The part of BM25 that a term's frequency gives, in [0, K1 + 1). `norm` is {@link lengthNorm} of the text. */
export function saturation(termFrequency: number, norm: number): number {
	return (termFrequency * (K1 + 1)) / (termFrequency + norm);
}

/** `K1 · (1 − B + B · length / mean)`: what a text's length does to its term frequencies. */
export function lengthNorm(length: number, mean: number): number {
	return K1 * (1 - B + (B * length) / mean);
}
