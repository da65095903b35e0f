import { encodeDocument } from '../../embeddings/encode-document.js';
import { toEmbedding, type Embedding, type Encoder } from '../../embeddings/encoder.js';
import type { Lexicon } from '../../embeddings/lexicon.js';
import { Meanings } from '../../embeddings/meanings.js';
import type { Neighbours } from '../../embeddings/neighbours.js';
import type { WordForm } from '../../embeddings/word-forms.js';
import type { Models } from '../../index/question.js';
import { seededRandom } from './random.js';

export interface HashingEncoderOptions {
	readonly id?: string;
	readonly dimension?: number;
	readonly seed?: number;
	readonly maxTokens?: number;
}

export interface HashingEncoder extends Encoder {
	/** Texts encoded so far. */
	readonly encodedTexts: number;
}

const VOCABULARY = 'words by their hash';

/**
 * A true encoder without a model: a word is a token by its hash, a token has a random direction of its own, a text's vector is
 * the sum. Texts with the same words are near, others are not.
 */
export function createHashingEncoder({
	id = 'hashing@1',
	dimension = 64,
	seed = 1,
	maxTokens = 512,
}: HashingEncoderOptions = {}): HashingEncoder {
	let encodedTexts = 0;
	const directions = new Map<number, Float32Array>();
	const directionOf = (token: number): Float32Array => {
		const known = directions.get(token);
		if (known !== undefined) return known;
		const random = seededRandom(seed * 65_537 + token);
		const direction = Float32Array.from({ length: dimension }, () => random() - 0.5);
		directions.set(token, direction);
		return direction;
	};
	const encodeOne = (tokens: Uint32Array): Embedding => {
		if (tokens.length === 0) return toEmbedding(directionOf(-1));
		const sum = new Float32Array(dimension);
		for (const token of tokens.subarray(0, maxTokens)) {
			directionOf(token).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
		}
		return toEmbedding(sum);
	};
	return {
		id,
		dimension,
		maxTokens,
		vocabulary: VOCABULARY,
		get encodedTexts() {
			return encodedTexts;
		},
		tokenize: (texts) => Promise.resolve(texts.map(hashedWords)),
		encode(texts) {
			encodedTexts += texts.length;
			return Promise.resolve(texts.map(encodeOne));
		},
		encodeQuestions: (texts) =>
			Promise.resolve(
				texts.map((text) => {
					const tokens = hashedWords(text);
					return { tokens, embedding: encodeOne(tokens) };
				}),
			),
		encodeDocument(document, passageTokens) {
			return encodeDocument(this, document, Math.min(passageTokens, maxTokens));
		},
		close: () => Promise.resolve(),
	};
}

/** Tokens whose only neighbour is the token itself. */
export const NO_NEIGHBOURS: Neighbours = { of: (token) => [{ token, cosine: 1 }] };

/** The hashing encoder as both models: nothing is near but what is equal. */
export function hashingModels(options: HashingEncoderOptions = {}): Models & { readonly encoder: HashingEncoder } {
	const encoder = createHashingEncoder(options);
	const lexicon: Lexicon = {
		words: hashedForms(),
		meanings: hashedMeanings(),
		vocabulary: VOCABULARY,
		neighbours: NO_NEIGHBOURS,
		tokenize: (texts) => encoder.tokenize(texts),
	};
	return { encoder, lexicon };
}

/** Each token as a word of its own, near to nothing but itself. */
function hashedForms(): Lexicon['words'] {
	const forms = new Map<number, WordForm>();
	const formOf = (token: number): WordForm => {
		const random = seededRandom(token);
		const meaning = Int8Array.from({ length: 64 }, () => (random() < 0.5 ? -16 : 16));
		const form = forms.get(token) ?? {
			meaning,
			length: 128,
			signs: Uint32Array.of(random() * 2 ** 32, random() * 2 ** 32),
			weight: 1,
			plain: String(token),
			sounds: new Uint8Array(),
			pieces: [],
			name: undefined,
			digits: undefined,
		};
		forms.set(token, form);
		return form;
	};
	return {
		of: (tokens) => Array.from(tokens, formOf),
		runOf: () => ({ sounds: new Uint8Array(), token: new Uint16Array(), words: [] }),
	};
}

/** Each token in a direction of its own, or of few. */
function hashedMeanings(): Meanings {
	const dimension = 4096;
	const axisOf = (token: number) => token % dimension;
	return new Meanings({
		size: 65_536,
		dimension,
		addTo: (sum, token) => (sum[axisOf(token)] = (sum[axisOf(token)] ?? 0) + 1),
		dot: (vector, token) => vector[axisOf(token)] ?? 0,
		squareOf: () => 1,
	});
}

/** One token, below 65,536, for each word, number and character of a script without spaces. */
export function hashedWords(text: string): Uint32Array {
	const words =
		text
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}]|[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
	return Uint32Array.from(words, (word) => {
		let hash = 7;
		for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) >>> 0;
		return (hash ^ (hash >>> 16)) & 0xffff;
	});
}
