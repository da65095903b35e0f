import { alignSounds, findSounds, mostBitsWith } from '../articles/sound-alignment.js';
import type { Sounds } from '../articles/sounds.js';
import type { Tokens } from '../embeddings/encoder.js';
import type { Name, NamedRun, WordForm, WordForms } from '../embeddings/word-forms.js';

/** Least cosine of two words' meanings that counts: below it lies chance. */
const LEAST_COSINE = 0.25;
/**
 * Least share of two names' information that their sounds have in common, and least bits of it, that count: below them lies chance.
 * From which share on they are the same, and from how many bits on that is sure. From held-out rows: docs/ablations.md.
 */
const SOUND = { leastShare: 0.6, leastBits: 9, fullShare: 0.7, sureBits: 15 };
/** What a word counts that is another one but for its accents, or its script: often it is the same, typed in haste. */
const SAME_WITHOUT_ACCENTS = 0.85;
/** Share of differing signs beyond which a cosine counts for chance: that of {@link LEAST_COSINE} on average, acos(0.25) / π (Charikar 2002). */
const MOST_SIGNS = 0.42;
/** The same of the first half of the signs, which most words do not pass; nor do, of words of that cosine with 256 signs, one in fifteen. */
const MOST_SIGNS_OF_HALF = 0.485;

/**
 * A question held against texts word by word (late interaction, Khattab & Zaharia 2020, by words instead of tokens): for each word
 * of the question, its nearest word in the text counts. Words are near if they mean alike, or sound alike, as a name does in
 * another script.
 */
export class LateInteraction {
	readonly #words: Pick<WordForms, 'of' | 'runOf'>;
	readonly #question: readonly WordForm[];
	/** Of all words of the question. */
	readonly #weight: number;
	/** The signs of all words of the question, end to end. */
	readonly #signs: Uint32Array;
	/** Words of the question as they are typed in haste. */
	readonly #plain: ReadonlyMap<string, readonly number[]>;
	/** The words of the question that may be names, by place. */
	readonly #names: readonly AskedName[];
	/** Of the question itself, and of its tokens the places of their words. */
	readonly #run: NamedRun;
	readonly #placeOf: ReadonlyMap<WordForm, number>;
	/** How near each word met comes to each word of the question, as far as it does. */
	readonly #near = new Map<WordForm, readonly Near[]>();
	/** Of one word to each word of the question; filled anew for each word. */
	readonly #likeness: Float32Array;

	constructor(words: Pick<WordForms, 'of' | 'runOf'>, question: Tokens) {
		this.#words = words;
		this.#question = [...new Set(words.of(question))];
		this.#weight = this.#question.reduce((sum, { weight }) => sum + weight, 0);
		this.#signs = Uint32Array.from(this.#question.flatMap(({ signs }) => [...signs]));
		this.#plain = placesByPlain(this.#question);
		this.#names = this.#question.flatMap(({ name, sounds }, i) =>
			name === undefined ? [] : [{ ...name, sounds, asked: i, most: mostBitsWith(sounds) }],
		);
		this.#run = words.runOf(question);
		this.#placeOf = new Map(this.#question.map((word, i) => [word, i]));
		this.#likeness = new Float32Array(this.#question.length);
	}

	/** How near the words of a text, given by its parts, come to the question's, in [0, 1]. */
	nearness(text: readonly Tokens[]): number {
		if (this.#weight === 0) return 0;
		const best = new Float32Array(this.#question.length);
		for (const tokens of text) {
			for (const word of this.#words.of(tokens)) {
				for (const { asked, likeness } of this.#nearTo(word)) raise(best, asked, likeness);
			}
			this.#hear(tokens, best);
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
			if (value > 0) (near = near === NONE ? [] : near).push({ asked, likeness: value });
		}
		this.#near.set(word, near);
		return near;
	}

	/** The cosine of the meanings, where it counts. */
	#addMeanings({ signs, meaning, length }: WordForm): void {
		const half = signs.length >> 1;
		const mostOfHalf = MOST_SIGNS_OF_HALF * 32 * half;
		const most = MOST_SIGNS * meaning.length;
		for (let asked = 0; asked < this.#question.length; asked++) {
			const at = asked * signs.length;
			let differing = 0;
			for (let i = 0; i < half; i++) differing += bitsOf((signs[i] ?? 0) ^ (this.#signs[at + i] ?? 0));
			if (differing > mostOfHalf) continue;
			for (let i = half; i < signs.length; i++) differing += bitsOf((signs[i] ?? 0) ^ (this.#signs[at + i] ?? 0));
			if (differing > most || (this.#likeness[asked] ?? 0) > 0) continue;
			const other = this.#question[asked];
			if (other === undefined || other.digits !== undefined) continue;
			let sum = 0;
			for (let i = 0; i < meaning.length; i++) sum += (meaning[i] ?? 0) * (other.meaning[i] ?? 0);
			const cosine = sum / (length * other.length || 1);
			if (cosine >= LEAST_COSINE) this.#likeness[asked] = cosine;
		}
	}

	/** How alike the sounds are, where that counts for more. */
	#addSounds({ sounds, name }: WordForm): void {
		if (name === undefined) return;
		for (const other of this.#names) {
			const ofBoth = (name.information + other.information) / 2;
			// most words have nothing in common, which a glance at their consonants tells
			let bound = 0;
			for (const consonant of sounds) bound += other.most[consonant] ?? 0;
			if (likenessOf(bound, ofBoth) === 0) continue;
			raise(this.#likeness, other.asked, likenessOf(alignSounds(other.sounds, sounds), ofBoth));
		}
		const heard = name.isWhole ? findSounds(sounds, this.#run) : undefined;
		if (heard === undefined) return;
		const likeness = likenessOf(heard.bits, name.information);
		for (const word of this.#run.words.slice(heard.from, heard.to + 1)) {
			const asked = this.#placeOf.get(word);
			if (asked !== undefined) raise(this.#likeness, asked, likeness);
		}
	}

	/** Raises `best` by names of the question that are heard where a text puts no spaces between words. */
	#hear(tokens: Tokens, best: Float32Array): void {
		const run = this.#words.runOf(tokens);
		if (run.sounds.length === 0) return;
		for (const { asked, sounds, information, isWhole } of this.#names) {
			if (isWhole) raise(best, asked, likenessOf(findSounds(sounds, run)?.bits ?? 0, information));
		}
	}
}

function raise(values: Float32Array, place: number, value: number): void {
	if (value > (values[place] ?? 0)) values[place] = value;
}

/** How sure it is that two words are one name, in [0, 1], by the bits of their alignment and those that they might have. */
function likenessOf(bits: number, information: number): number {
	const share = bits / information;
	if (share < SOUND.leastShare || bits < SOUND.leastBits) return 0;
	return Math.min(1, share / SOUND.fullShare) * Math.min(1, bits / SOUND.sureBits);
}

/** Most words come near to none. */
const NONE: Near[] = [];

/** A word of the question that may be a name. */
interface AskedName extends Name {
	/** Place of the word among those of the question. */
	readonly asked: number;
	readonly sounds: Sounds;
	/** By {@link mostBitsWith}. */
	readonly most: Float32Array;
}

interface Near {
	/** Place of the word among those of the question. */
	readonly asked: number;
	/** In (0, 1]. */
	readonly likeness: number;
}

function placesByPlain(words: readonly WordForm[]): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (const [i, { plain }] of words.entries()) places.set(plain, [...(places.get(plain) ?? []), i]);
	return places;
}

/** How many of 32 bits are set (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
	let bits = word - ((word >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
