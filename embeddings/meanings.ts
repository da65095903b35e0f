import { lengthOf, toEmbedding, type Embedding, type Tokens } from './encoder.js';
import { sumOf, type TokenTable } from './token-table.js';

/** What texts mean by a static model: the sums of their tokens' vectors. */
export class Meanings {
	readonly #table: Omit<TokenTable, 'piece'>;
	/** Of the tokens that were met; negative for others. */
	readonly #squares: Float32Array;
	readonly #lengths = new WeakMap<Tokens, number>();

	constructor(table: Omit<TokenTable, 'piece'>) {
		this.#table = table;
		this.#squares = new Float32Array(table.size).fill(-1);
	}

	/** Tokens of the vocabulary. */
	get size(): number {
		return this.#table.size;
	}

	/** The direction of a text's sum; `undefined` where that has none. */
	directionOf(tokens: Tokens): Embedding | undefined {
		return this.lengthOf(tokens) > 0 ? toEmbedding(sumOf(this.#table, tokens)) : undefined;
	}

	/** The length of a text's sum. Asked again of the same tokens, it is at hand. */
	lengthOf(tokens: Tokens): number {
		const known = this.#lengths.get(tokens);
		if (known !== undefined) return known;
		const length = lengthOf(sumOf(this.#table, tokens));
		this.#lengths.set(tokens, length);
		return length;
	}

	/** How far one token takes a text's sum in a direction. */
	reach(token: number, direction: Embedding): number {
		return this.#table.dot(direction, token);
	}

	/** The square of the length of one token's vector. */
	squareOf(token: number): number {
		const known = this.#squares[token] ?? 0;
		return known < 0 ? (this.#squares[token] = this.#table.squareOf(token)) : known;
	}
}
