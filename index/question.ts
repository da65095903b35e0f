import type { Embedding, Encoder, Tokens } from '../embeddings/encoder.js';
import type { Lexicon } from '../embeddings/lexicon.js';
import type { Reranker } from '../embeddings/reranker.js';
import { zip } from '../articles/zip.js';
import { foldedWords } from './words.js';

/** A question in all the forms in which it is searched for. */
export interface EncodedQuestion {
	readonly text: string;
	readonly embedding: Embedding;
	/** In the lexicon's vocabulary. */
	readonly tokens: Tokens;
	/** Folded, in order. */
	readonly words: readonly string[];
	/** BCP 47; `und` where the text does not decide. */
	readonly language: string;
	/** The question that this one follows. Passages are searched for by both; sentences are compared with this one alone. */
	readonly earlier?: EarlierQuestion;
}

export interface EarlierQuestion {
	/** Of both questions together. */
	readonly embedding: Embedding;
	readonly tokens: Tokens;
	readonly words: readonly string[];
	/** What each of its terms counts beside one of the question itself, in (0, 1]. */
	readonly importance: number;
}

/** The models a question or a passage goes through. */
export interface Models {
	readonly encoder: Encoder;
	readonly lexicon: Lexicon;
	/** Puts the best sentences in order, where the operator has chosen one. */
	readonly reranker?: Reranker | undefined;
}

/** Keeps order. `language` is that of all the texts. */
export async function encodeQuestions(
	{ encoder, lexicon }: Models,
	texts: readonly string[],
	language: string,
): Promise<EncodedQuestion[]> {
	const encoded = await encoder.encodeQuestions(texts);
	const lexical =
		encoder.vocabulary === lexicon.vocabulary ? encoded.map(({ tokens }) => tokens) : await lexicon.tokenize(texts);
	return zip(zip(texts, encoded), lexical).map(([[text, { embedding }], tokens]) => ({
		text,
		embedding,
		tokens,
		words: foldedWords(text),
		language,
	}));
}

/** The tokens of each text in the encoder's vocabulary and in the lexicon's: cut once where both are the same. */
export async function tokenizeBoth(
	{ encoder, lexicon }: Models,
	texts: readonly string[],
): Promise<{ own: Tokens[]; lexical: Tokens[] }> {
	const own = await encoder.tokenize(texts);
	return { own, lexical: encoder.vocabulary === lexicon.vocabulary ? own : await lexicon.tokenize(texts) };
}

/** The tokens by which the encoder reads texts that are stored with the lexicon's: the same ones where the vocabulary is one. */
export async function tokensForEncoder(
	{ encoder, lexicon }: Models,
	texts: readonly string[],
	lexical: readonly Tokens[],
): Promise<readonly Tokens[]> {
	return encoder.vocabulary === lexicon.vocabulary ? lexical : encoder.tokenize(texts);
}
