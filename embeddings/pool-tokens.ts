import { toEmbedding, type Embedding } from './encoder.js';
import type { ModelCard } from './model-card.js';

/** What a model gives, row-major. */
interface Output {
	readonly dims: readonly number[];
	readonly data: unknown;
}

/**
 * One unit vector for each row, by the card's pooling.
 *
 * @param lengths tokens of each row; what is beyond is padding
 * @throws {TypeError} If the outputs are not those of such a model.
 */
export function poolTokens(
	outputs: Readonly<Record<string, Output | undefined>>,
	lengths: readonly number[],
	{ pooling, dimension, name }: Pick<ModelCard, 'pooling' | 'dimension' | 'name'>,
): Embedding[] {
	const output =
		pooling === 'graph' ? outputs['sentence_embedding'] : (outputs['last_hidden_state'] ?? outputs['token_embeddings']);
	const values: unknown = output?.data;
	const width = Math.max(...lengths);
	const expected = pooling === 'graph' ? [lengths.length, dimension] : [lengths.length, width, dimension];
	if (output?.dims.join() !== expected.join() || !(values instanceof Float32Array)) {
		const got = Object.entries(outputs).map(([key, tensor]) => `${key} [${tensor?.dims.join(', ') ?? ''}]`);
		throw new TypeError(
			`Expected float32 [${expected.join(', ')}] (pooling "${pooling}") from ${name}, got ${got.join(', ')}`,
		);
	}
	const step = pooling === 'graph' ? 1 : width;
	return lengths.map((length, row) => {
		const token = (place: number) => {
			const start = (row * step + place) * dimension;
			return values.subarray(start, start + dimension);
		};
		if (pooling === 'last') return toEmbedding(token(length - 1));
		if (pooling !== 'mean') return toEmbedding(token(0));
		// the sum points where the mean does
		const sum = new Float32Array(dimension);
		for (let place = 0; place < length; place++) token(place).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
		return toEmbedding(sum);
	});
}
