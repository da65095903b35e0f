import type { Embedding, Tokens } from '../embeddings/encoder.js';
import type { Meanings } from '../embeddings/meanings.js';

/**
 * How near the nearest of a passage's sentences comes to a question in meaning: the vector of a whole passage speaks of all that stands
 * around the one sentence that answers. By the lexicon's own vectors, whatever model makes those of passages.
 */
export class ClosestSentence {
	readonly #meanings: Pick<Meanings, 'lengthOf' | 'reach' | 'squareOf'>;
	readonly #asked: Embedding | undefined;
	/** Of the tokens met, how far they reach in the direction of the question; not a number for others. */
	readonly #reach: Float32Array;

	constructor(meanings: Pick<Meanings, 'size' | 'directionOf' | 'lengthOf' | 'reach' | 'squareOf'>, question: Tokens) {
		this.#meanings = meanings;
		this.#asked = meanings.directionOf(question);
		this.#reach = new Float32Array(meanings.size).fill(Number.NaN);
	}

	/**
	 * The cosine of the question's meaning and that of the sentence which is likely to be nearest: adding up the vectors of every sentence
	 * would cost five times as much, so the nearest is told as if no two of a sentence's tokens had anything in common.
	 *
	 * @param sentences the tokens of each; of a passage that has none, or a question without meaning, -1
	 */
	cosine(sentences: readonly Tokens[]): number {
		const asked = this.#asked;
		if (asked === undefined) return -1;
		let nearest: Tokens | undefined;
		let [greatest, reachOfNearest] = [-Infinity, 0];
		for (const tokens of sentences) {
			let [reach, squares] = [0, 0];
			for (const token of tokens) {
				reach += this.#reachOf(token, asked);
				squares += this.#meanings.squareOf(token);
			}
			const likely = reach / Math.sqrt(squares);
			if (likely > greatest) [nearest, greatest, reachOfNearest] = [tokens, likely, reach];
		}
		const length = nearest === undefined ? 0 : this.#meanings.lengthOf(nearest);
		return length > 0 ? reachOfNearest / length : -1;
	}

	#reachOf(token: number, asked: Embedding): number {
		const known = this.#reach[token] ?? 0;
		return Number.isNaN(known) ? (this.#reach[token] = this.#meanings.reach(token, asked)) : known;
	}
}
