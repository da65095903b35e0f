import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Tokens } from './encoder.js';
import type { ModelCard } from './model-card.js';

/** How a piece says that a space stands before it. */
export const WORD_START = '▁';

/** The vectors of a static model's own tokens, and how each of them is written. */
export interface TokenTable {
	/** Tokens of the vocabulary. */
	readonly size: number;
	readonly dimension: number;
	/** As SentencePiece writes it: {@link WORD_START} for the space before a word. */
	piece(token: number): string;
	/** Adds the token's vector to `sum`, of {@link TokenTable.dimension} values. */
	addTo(sum: Float32Array, token: number): void;
	/** The dot product of the token's vector and another of {@link TokenTable.dimension} values. */
	dot(vector: Float32Array, token: number): number;
	/** The square of the length of the token's vector. */
	squareOf(token: number): number;
}

/** The sum of the vectors of a text's tokens. */
export function sumOf(table: Pick<TokenTable, 'dimension' | 'addTo'>, tokens: Tokens): Float32Array {
	const sum = new Float32Array(table.dimension);
	for (const token of tokens) table.addTo(sum, token);
	return sum;
}

const tokenizer = z.object({ model: z.object({ vocab: z.array(z.tuple([z.string(), z.number()])) }) });

/**
 * Reads the table in the files of a static model: the rows that the graph itself gathers, so that they are on the disk once.
 *
 * @throws {Error} If the card names no table, or a file is not as the card says.
 */
export async function loadTokenTable(folder: string, card: ModelCard): Promise<TokenTable> {
	const { tokenTable, dimension } = card;
	if (tokenTable === undefined)
		throw new Error(`The card of ${card.name} names no token table: restore the model's files`);
	const path = join(folder, tokenTable.file);
	const [file, json] = await Promise.all([readFile(path), readFile(join(folder, 'tokenizer.json'), 'utf8')]);
	const pieces = tokenizer.parse(JSON.parse(json)).model.vocab.map(([piece]) => piece);
	const size = pieces.length;
	if (tokenTable.rows + size * dimension > file.length || tokenTable.scales + size * 4 > file.length)
		throw new Error(`${path} is shorter than the card of ${card.name} says: restore the model's files`);
	const rows = new Int8Array(file.buffer, file.byteOffset + tokenTable.rows, size * dimension);
	const scales = Float32Array.from({ length: size }, (_, token) => file.readFloatLE(tokenTable.scales + 4 * token));
	return {
		size,
		dimension,
		piece: (token) => pieces[token] ?? '',
		addTo(sum, token) {
			const scale = scales[token] ?? 0;
			const start = token * dimension;
			for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + scale * (rows[start + i] ?? 0);
		},
		dot(vector, token) {
			const start = token * dimension;
			// four sums, which do not wait for one another
			let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
			const whole = dimension - (dimension % 4);
			for (let i = 0; i < whole; i += 4) {
				const at = start + i;
				sum0 += (vector[i] ?? 0) * (rows[at] ?? 0);
				sum1 += (vector[i + 1] ?? 0) * (rows[at + 1] ?? 0);
				sum2 += (vector[i + 2] ?? 0) * (rows[at + 2] ?? 0);
				sum3 += (vector[i + 3] ?? 0) * (rows[at + 3] ?? 0);
			}
			for (let i = whole; i < dimension; i++) sum0 += (vector[i] ?? 0) * (rows[start + i] ?? 0);
			return (sum0 + sum1 + (sum2 + sum3)) * (scales[token] ?? 0);
		},
		squareOf(token) {
			let squares = 0;
			for (const value of rows.subarray(token * dimension, (token + 1) * dimension)) squares += value * value;
			return squares * (scales[token] ?? 0) ** 2;
		},
	};
}
