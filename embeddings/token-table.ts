import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelCard } from './model-card.js';

/** The vectors of a static model's own tokens, and how each of them is written. */
export interface TokenTable {
	/** Tokens of the vocabulary. */
	readonly size: number;
	readonly dimension: number;
	/** As SentencePiece writes it: `▁` for the space before a word. */
	piece(token: number): string;
	/** Adds the token's vector to `sum`, of {@link TokenTable.dimension} values. */
	addTo(sum: Float32Array, token: number): void;
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
	};
}
