import type { Tokens } from './encoder.js';
import type { Neighbours } from './neighbours.js';

/**
 * The vocabulary of lexical search: always the embedded model's, whatever model makes the vectors, because its tokens have
 * neighbours in other languages.
 */
export interface Lexicon {
	/** Names the vocabulary. Tokens compare only under equal names. */
	readonly vocabulary: string;
	readonly neighbours: Neighbours;
	/** Keeps order. */
	tokenize(texts: readonly string[]): Promise<Tokens[]>;
}
