import type { Tokens } from '../embeddings/encoder.js';
import type { WordForm, WordForms } from '../embeddings/word-forms.js';

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
	readonly #words: Pick<WordForms, 'of'>;
	readonly #question: readonly WordForm[];
	/** Of all words of the question. */
	readonly #weight: number;
	/** The signs of all words of the question, end to end. */
	readonly #signs: Uint32Array;
	/** Words of the question as they are typed in haste. */
	readonly #plain: ReadonlyMap<string, readonly number[]>;
	/** By gram of a sound, the words of the question that hold it. */
	readonly #grams: ReadonlyMap<number, readonly number[]>;
	/** How near each word met comes to each word of the question, as far as it does. */
	readonly #near = new Map<WordForm, readonly Near[]>();
	/** Of one word to each word of the question, and of their grams how many it shares; filled anew for each word. */
	readonly #likeness: Float32Array;
	readonly #shared: Uint16Array;

	constructor(words: Pick<WordForms, 'of'>, question: Tokens) {
		this.#words = words;
		this.#question = [...new Set(words.of(question))];
		this.#weight = this.#question.reduce((sum, { weight }) => sum + weight, 0);
		this.#signs = Uint32Array.from(this.#question.flatMap(({ signs }) => [...signs]));
		this.#plain = holdersOf(this.#question, ({ plain }) => [plain]);
		this.#grams = holdersOf(this.#question, ({ sound }) => sound ?? []);
		this.#likeness = new Float32Array(this.#question.length);
		this.#shared = new Uint16Array(this.#question.length);
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
		const likeness = this.#likeness.fill(0);
		for (const asked of this.#plain.get(word.plain) ?? [])
			likeness[asked] = this.#question[asked] === word || word.digits !== undefined ? 1 : SAME_WITHOUT_ACCENTS;
		// numbers mean what they are, and nothing else
		if (word.digits === undefined) {
			this.#addMeanings(word);
			this.#addSounds(word);
		}
		let near: Near[] = NONE;
		for (let asked = 0; asked < likeness.length; asked++) {
			const value = likeness[asked] ?? 0;
			if (value > 0) (near = near === NONE ? [] : near).push({ asked, likeness: value ** 2 });
		}
		this.#near.set(word, near);
		return near;
	}

	/** The cosine of the meanings, where it counts. */
	#addMeanings({ signs, meaning, length }: WordForm): void {
		const most = MOST_SIGNS * meaning.length;
		for (let asked = 0, at = 0; asked < this.#question.length; asked++) {
			let differing = 0;
			for (let i = 0; i < signs.length; i++, at++) differing += bitsOf((signs[i] ?? 0) ^ (this.#signs[at] ?? 0));
			if (differing > most || (this.#likeness[asked] ?? 0) > 0) continue;
			const other = this.#question[asked];
			if (other === undefined || other.digits !== undefined) continue;
			let sum = 0;
			for (let i = 0; i < meaning.length; i++) sum += (meaning[i] ?? 0) * (other.meaning[i] ?? 0);
			const cosine = sum / (length * other.length || 1);
			if (cosine >= LEAST_COSINE) this.#likeness[asked] = cosine;
		}
	}

	/** Dice's coefficient of the grams of the sounds, where it counts for more. */
	#addSounds({ sound }: WordForm): void {
		if (sound === undefined || this.#grams.size === 0) return;
		const shared = this.#shared.fill(0);
		let any = false;
		for (const gram of sound) {
			for (const asked of this.#grams.get(gram) ?? []) {
				shared[asked] = (shared[asked] ?? 0) + 1;
				any = true;
			}
		}
		if (!any) return;
		for (let asked = 0; asked < shared.length; asked++) {
			const dice = (2 * (shared[asked] ?? 0)) / (sound.length + (this.#question[asked]?.sound?.length ?? 0));
			if (dice >= LEAST_SOUND && dice > (this.#likeness[asked] ?? 0)) this.#likeness[asked] = dice;
		}
	}
}

/** Most words come near to none. */
const NONE: Near[] = [];

interface Near {
	/** Place of the word among those of the question. */
	readonly asked: number;
	/** In (0, 1]. */
	readonly likeness: number;
}

/** The places of the words that have a key, by it. */
function holdersOf<Key>(words: readonly WordForm[], keysOf: (word: WordForm) => Iterable<Key>): Map<Key, number[]> {
	const holders = new Map<Key, number[]>();
	for (const [i, word] of words.entries()) {
		for (const key of keysOf(word)) {
			const known = holders.get(key);
			if (known === undefined) holders.set(key, [i]);
			else known.push(i);
		}
	}
	return holders;
}

/** How many of 32 bits are set (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
	let bits = word - ((word >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
