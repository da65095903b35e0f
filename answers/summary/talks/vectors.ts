import type { Embedding } from '../../../embeddings/encoder.js';

/** Messages that each language is believed to have had before: with few of its own, the mean of all messages counts instead. */
const PRIOR = 5;
/** Messages of a conversation of which half its mean is taken away: what few messages have in common is what they are about. */
const HALF_CENTRED = 15;

/** What is known of chance: the cosine of two messages that have nothing to do with one another has a mean of 0 and this deviation. */
const DEVIATION = { usual: 0.088, least: 0.05, most: 0.25 };
/** Pairs of messages that the deviation is measured on; with fewer messages it is the usual one. */
const PAIRS = 2000;
const LEAST_MESSAGES = 100;
/** Places between the two of a pair: neighbours speak of one thing. */
const APART = 50;

/**
 * Embeddings without what all messages of their language share, which says nothing of what they are about and is most of what is common to
 * two messages of one language (Libovický et al. 2020). Of unit length, but for messages that nothing is left of.
 */
export function centred(embeddings: readonly Embedding[], languages: readonly string[]): Float32Array[] {
	const dimension = embeddings[0]?.length ?? 0;
	const overall = new Float64Array(dimension);
	const byLanguage = new Map<string, { readonly sum: Float64Array; count: number }>();
	for (const [i, embedding] of embeddings.entries()) {
		const language = languages[i] ?? 'und';
		const own = byLanguage.get(language) ?? { sum: new Float64Array(dimension), count: 0 };
		byLanguage.set(language, own);
		own.count++;
		for (let k = 0; k < dimension; k++) {
			const value = embedding[k] ?? 0;
			own.sum[k] = (own.sum[k] ?? 0) + value;
			overall[k] = (overall[k] ?? 0) + value / embeddings.length;
		}
	}
	const share = embeddings.length / (embeddings.length + HALF_CENTRED);
	return embeddings.map((embedding, i) => {
		const own = byLanguage.get(languages[i] ?? 'und');
		const count = (own?.count ?? 0) + PRIOR;
		return unit(
			Float32Array.from(
				embedding,
				(value, k) => value - (share * ((own?.sum[k] ?? 0) + PRIOR * (overall[k] ?? 0))) / count,
			),
		);
	});
}

/** The deviation of the cosine of two messages that chance puts together. */
export function deviationOf(vectors: readonly Float32Array[]): number {
	if (vectors.length < LEAST_MESSAGES) return DEVIATION.usual;
	let squares = 0;
	for (let n = 0; n < PAIRS; n++) {
		const i = (n * 7919) % vectors.length;
		const j = (i + APART + ((n * 104_729) % (vectors.length - APART))) % vectors.length;
		squares += dot(vectors[i], vectors[j]) ** 2;
	}
	return Math.min(DEVIATION.most, Math.max(DEVIATION.least, Math.sqrt(squares / PAIRS)));
}

export function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
	if (a === undefined || b === undefined) return 0;
	// four sums, which do not wait for one another
	let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
	const whole = a.length - (a.length % 4);
	for (let i = 0; i < whole; i += 4) {
		sum0 += (a[i] ?? 0) * (b[i] ?? 0);
		sum1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
		sum2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
		sum3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
	}
	for (let i = whole; i < a.length; i++) sum0 += (a[i] ?? 0) * (b[i] ?? 0);
	return sum0 + sum1 + (sum2 + sum3);
}

function unit(values: Float32Array): Float32Array {
	const length = Math.sqrt(dot(values, values));
	return length > 0 ? values.map((value) => value / length) : values;
}
