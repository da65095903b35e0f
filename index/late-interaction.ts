import type { Tokens } from '../embeddings/encoder.js';
import type { Lexicon } from '../embeddings/lexicon.js';
import type { WordForm } from '../embeddings/word-forms.js';

/** Least likeness of two words' sounds, and least cosine of their meanings, that counts: below them lies chance. */
const LEAST_SOUND = 0.5;
const LEAST_COSINE = 0.25;
/** What a word counts that is another one but for its accents, or its script: often it is the same, typed in haste. */
const SAME_WITHOUT_ACCENTS = 0.85;
/** Share of differing signs beyond which a cosine counts for chance: that of {@link LEAST_COSINE} on average, acos(0.25) / π (Charikar 2002). */
const MOST_SIGNS = 0.42;

/**
 * A question held against texts word by word (late interaction, Khattab & Zaharia 2020, by words instead of tokens): for each word
 * of the question, its nearest word in the text counts. Words are near if they mean alike, or sound alike, as a name does in
 * another script.
 */
export class LateInteraction {
	readonly #words: Lexicon['words'];
	readonly #question: readonly WordForm[];
	/** Of all words of the question. */
	readonly #weight: number;
	/** By gram of a sound, the words of the question that hold it. */
	readonly #grams = new Map<number, number[]>();
	/** How near each word met comes to each word of the question, as far as it does. */
	readonly #near = new Map<WordForm, readonly Near[]>();

	constructor(words: Lexicon['words'], question: Tokens) {
		this.#words = words;
		this.#question = [...new Set(words.of(question))];
		this.#weight = this.#question.reduce((sum, { weight }) => sum + weight, 0);
		for (const [i, { sound }] of this.#question.entries()) {
			for (const gram of sound ?? []) {
				const holders = this.#grams.get(gram);
				if (holders === undefined) this.#grams.set(gram, [i]);
				else holders.push(i);
			}
		}
	}

	/** How near the words of a text, given by its parts, come to the question's, in [0, 1]. */
	nearness(text: readonly Tokens[]): number {
		if (this.#weight === 0) return 0;
		const best = new Float32Array(this.#question.length);
		for (const tokens of text) {
			for (const word of this.#words.of(tokens)) {
				for (const { asked, likeness } of this.#nearTo(word)) {
					if (likeness > (best[asked] ?? 0)) best[asked] = likeness;
				}
			}
		}
		return this.#question.reduce((sum, { weight }, i) => sum + weight * (best[i] ?? 0), 0) / this.#weight;
	}

	#nearTo(word: WordForm): readonly Near[] {
		const known = this.#near.get(word);
		if (known !== undefined) return known;
		const sounds = this.#soundsLike(word);
		const near: Near[] = [];
		for (const [asked, other] of this.#question.entries()) {
			const likeness = Math.max(meansLike(other, word), sounds?.[asked] ?? 0) ** 2;
			if (likeness > 0) near.push({ asked, likeness });
		}
		this.#near.set(word, near);
		return near;
	}

	/** Dice's coefficient of the word's grams and of those of each word of the question, where it counts. */
	#soundsLike({ sound }: WordForm): Float32Array | undefined {
		if (sound === undefined || this.#grams.size === 0) return undefined;
		const shared = new Float32Array(this.#question.length);
		for (const gram of sound) for (const asked of this.#grams.get(gram) ?? []) shared[asked] = (shared[asked] ?? 0) + 1;
		return shared.map((count, asked) => {
			const dice = (2 * count) / (sound.length + (this.#question[asked]?.sound?.length ?? 0));
			return dice >= LEAST_SOUND ? dice : 0;
		});
	}
}

interface Near {
	/** Place of the word among those of the question. */
	readonly asked: number;
	/** In (0, 1]. */
	readonly likeness: number;
}

/** Cosine of two words' meanings where it counts, else 0. Numbers mean what they are, and nothing else. */
function meansLike(a: WordForm, b: WordForm): number {
	if (a.digits !== undefined || b.digits !== undefined) return a.digits === b.digits ? 1 : 0;
	if (a.plain === b.plain) return a === b ? 1 : SAME_WITHOUT_ACCENTS;
	let differing = 0;
	for (let i = 0; i < a.signs.length; i++) differing += bitsOf((a.signs[i] ?? 0) ^ (b.signs[i] ?? 0));
	if (differing > MOST_SIGNS * a.meaning.length) return 0;
	let sum = 0;
	for (let i = 0; i < a.meaning.length; i++) sum += (a.meaning[i] ?? 0) * (b.meaning[i] ?? 0);
	const cosine = sum / (a.length * b.length || 1);
	return cosine >= LEAST_COSINE ? cosine : 0;
}

/** How many of 32 bits are set (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
	let bits = word - ((word >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
