import { informationOf, type SoundRun } from '../articles/sound-alignment.js';
import { romanise, soundsOf, type Sounds } from '../articles/sounds.js';
import { lengthOf, type Tokens } from './encoder.js';
import { sumOf, WORD_START, type TokenTable } from './token-table.js';
import { WordBreaks } from './word-breaks.js';

/** A word as a static model reads it. Words are compared by meaning or by sound. */
export interface WordForm {
	/** The direction of the sum of its tokens' vectors, its greatest value 127. */
	readonly meaning: Int8Array;
	/** Length of {@link WordForm.meaning}. */
	readonly length: number;
	/** The signs of its values, 32 to a number: two words whose signs differ in every other place mean nothing alike. */
	readonly signs: Uint32Array;
	/** Length of that sum: how much the word tells of its text, as the model learned it. */
	readonly weight: number;
	readonly sounds: Sounds;
	/**
	 * Those of each of its tokens, where it may be a part of a name: in scripts that put no spaces between words, Han apart, which
	 * each language reads otherwise.
	 */
	readonly pieces: readonly Sounds[];
	/** Where the word is long enough to be known by its sounds. */
	readonly name: Name | undefined;
	/** As it is typed in haste, in ASCII letters and digits; a single Han character as it is, for many are read alike. */
	readonly plain: string;
	/** Digits of any script as 0–9, where the word holds some: compared as a whole. */
	readonly digits: string | undefined;
}

/** What makes a word known by its sounds. */
export interface Name {
	/** Of its sounds, in bits. */
	readonly information: number;
	/** Whether its script puts spaces between words: in others a name is in pieces. */
	readonly isWhole: boolean;
}

/** The {@link SoundRun} of a text's pieces of names, and by number of a piece the word that it is of. */
export interface NamedRun extends SoundRun {
	readonly words: readonly WordForm[];
}

/** Words of several tokens kept at hand: some 60 MB. */
const MOST_KEPT = 60_000;
/** Consonants by which a word is known. */
const LEAST_SOUNDS = 3;
const WRITTEN = /[\p{L}\p{N}]/u;
/** Scripts that put no spaces between words. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const HAN = /\p{Script=Han}/u;
const ONE_HAN = /^\p{Script=Han}$/u;

/** What a token does to the word before it. */
const Kind = { nothing: 1, starts: 2, continues: 3, unspaced: 4 } as const;
type Kind = (typeof Kind)[keyof typeof Kind];

/** Puts the tokens of texts together to words, and keeps those that it has seen. */
export class WordForms {
	readonly #table: TokenTable;
	readonly #breaks: WordBreaks;
	/** Of the tokens that were met; 0 for others. */
	readonly #kinds: Uint8Array;
	/** Words of one token, and of several. */
	readonly #single: (WordForm | undefined)[];
	readonly #kept = new Map<number | string, WordForm>();
	readonly #texts = new WeakMap<Tokens, readonly WordForm[]>();
	readonly #runs = new WeakMap<Tokens, NamedRun>();

	constructor(table: TokenTable) {
		this.#table = table;
		this.#breaks = new WordBreaks(table);
		this.#kinds = new Uint8Array(table.size);
		this.#single = new Array<WordForm | undefined>(table.size);
	}

	/** The words of a text, in order; signs that are no words are left out. Asked again of the same tokens, it has them at hand. */
	of(tokens: Tokens): readonly WordForm[] {
		const known = this.#texts.get(tokens);
		if (known !== undefined) return known;
		const words = this.#parse(tokens);
		this.#texts.set(tokens, words);
		return words;
	}

	/** What is heard of the parts of a text that leave names in pieces. */
	runOf(tokens: Tokens): NamedRun {
		const known = this.#runs.get(tokens);
		if (known !== undefined) return known;
		const sounds: number[] = [];
		const token: number[] = [];
		const words: WordForm[] = [];
		for (const word of this.of(tokens)) {
			for (const piece of word.pieces) {
				for (const sound of piece) {
					sounds.push(sound);
					token.push(words.length);
				}
				words.push(word);
			}
		}
		const run = { sounds: Uint8Array.from(sounds), token: Uint16Array.from(token), words };
		this.#runs.set(tokens, run);
		return run;
	}

	#parse(tokens: Tokens): WordForm[] {
		const words: WordForm[] = [];
		let from = -1;
		const end = (to: number) => {
			if (from >= 0) words.push(this.#word(tokens, from, to));
			from = -1;
		};
		let before: Kind = Kind.nothing;
		for (let i = 0; i < tokens.length; i++) {
			const token = tokens[i] ?? 0;
			const kind = this.#kindOf(token);
			const goesOn =
				kind === Kind.unspaced
					? before === Kind.unspaced && !this.#breaks.between(tokens[i - 1] ?? 0, token)
					: kind === Kind.continues && before !== Kind.unspaced;
			if (!goesOn) end(i);
			if (kind !== Kind.nothing && from < 0) from = i;
			before = kind;
		}
		end(tokens.length);
		return words;
	}

	#kindOf(token: number): Kind {
		const known = (this.#kinds[token] ?? 0) as Kind | 0;
		return known === 0 ? (this.#kinds[token] = kindOf(this.#table.piece(token))) : known;
	}

	/** The word of the tokens from `from` to before `to`. */
	#word(tokens: Tokens, from: number, to: number): WordForm {
		if (to - from === 1) return (this.#single[tokens[from] ?? 0] ??= this.#make(tokens.subarray(from, to)));
		const key = keyOf(tokens, from, to);
		const kept = this.#kept.get(key);
		if (kept !== undefined) return kept;
		if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
		const word = this.#make(tokens.subarray(from, to));
		this.#kept.set(key, word);
		return word;
	}

	#make(tokens: Tokens): WordForm {
		const sum = sumOf(this.#table, tokens);
		const written = Array.from(tokens, (token) => this.#table.piece(token).replace(WORD_START, ''));
		const text = written.join('');
		const weight = lengthOf(sum);
		const meaning = wholeNumbersOf(sum);
		const length = lengthOf(meaning);
		const signs = signsOf(sum);
		const romanised = romanise(text);
		const plain = romanised === '' || ONE_HAN.test(text) ? text : romanised;
		const digits = /\d/.test(romanised) ? romanised : undefined;
		const sounds = soundsOf(romanised);
		const isWhole = !UNSPACED.test(text);
		const pieces = isWhole || HAN.test(text) ? [] : written.map((piece) => soundsOf(romanise(piece)));
		const name =
			digits === undefined && sounds.length >= LEAST_SOUNDS
				? { information: informationOf(sounds), isWhole }
				: undefined;
		return { meaning, length, signs, weight, sounds, pieces, name, plain, digits };
	}
}

/** The direction of a vector in whole numbers, the greatest 127. */
function wholeNumbersOf(vector: Float32Array): Int8Array {
	let greatest = 0;
	for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
	const scale = 127 / (greatest || 1);
	const whole = new Int8Array(vector.length);
	for (let i = 0; i < vector.length; i++) whole[i] = Math.round(scale * (vector[i] ?? 0));
	return whole;
}

/** Which values are positive, 32 to a number. */
function signsOf(vector: Float32Array): Uint32Array {
	const signs = new Uint32Array(Math.ceil(vector.length / 32));
	for (let i = 0; i < vector.length; i++)
		if ((vector[i] ?? 0) > 0) signs[i >> 5] = (signs[i >> 5] ?? 0) | (1 << (i & 31));
	return signs;
}

/** Tells apart the words of several tokens, of which none has the number 0: that is for padding. */
function keyOf(tokens: Tokens, from: number, to: number): number | string {
	if (to - from > 3) return tokens.subarray(from, to).join();
	const third = to - from > 2 ? (tokens[from + 2] ?? 0) : 0;
	return ((tokens[from] ?? 0) * 2 ** 16 + (tokens[from + 1] ?? 0)) * 2 ** 16 + third;
}

function kindOf(piece: string): Kind {
	if (!WRITTEN.test(piece)) return Kind.nothing;
	if (UNSPACED.test(piece)) return Kind.unspaced;
	return piece.startsWith(WORD_START) ? Kind.starts : Kind.continues;
}
