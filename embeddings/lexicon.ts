import type { Tokens } from './encoder.js';
import type { Meanings } from './meanings.js';
import type { Neighbours } from './neighbours.js';
import type { WordForms } from './word-forms.js';

/**
 * The vocabulary of lexical search: always the embedded model's, whatever model makes the vectors, because its tokens have
 * neighbours in other languages.
 */
export interface Lexicon {
	/** Names the vocabulary. Tokens compare only under equal names. */
	readonly vocabulary: string;
	readonly neighbours: Neighbours;
	/** Words by meaning and by sound, from tokens of this vocabulary. */
	readonly words: Pick<WordForms, 'of' | 'runOf'>;
	/** Of texts of this vocabulary. */
	readonly meanings: Meanings;
	/** Keeps order. */
	tokenize(texts: readonly string[]): Promise<Tokens[]>;
}
