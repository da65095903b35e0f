import type { Document, Passage } from '../articles/document.js';

declare const brand: unique symbol;

/** A vector of unit length. Made only by {@link toEmbedding}, so a dot product of two is a cosine. */
export type Embedding = Float32Array & { readonly [brand]: 'Embedding' };

/** Token ids of one text by one vocabulary, special tokens not among them. */
export type Tokens = Uint32Array;

/** What a text is encoded for: retrieval models are trained to read a question and a passage differently. */
export type Role = 'query' | 'passage';

/** A text cut into tokens, and its embedding. */
export interface EncodedText {
	readonly tokens: Tokens;
	readonly embedding: Embedding;
}

/** What of a document is encoded. */
export type Readable = Pick<Document, 'title' | 'text' | 'language' | 'blocks'>;

export interface EncodedPassage extends Passage {
	/** The tokens of each sentence. */
	readonly tokens: readonly Tokens[];
	/** The tokens of each stretch of its context. */
	readonly contextTokens: readonly Tokens[];
	readonly embedding: Embedding;
}

export interface EncodedDocument {
	readonly titleTokens: Tokens;
	/** In reading order; what neighbors share has the very same tokens. */
	readonly passages: readonly EncodedPassage[];
}

export interface EncodeOptions {
	/** Someone waits for the answer: goes before all that nobody waits for. */
	readonly urgent?: boolean;
}

/** Turns text into embeddings of one space. */
export interface Encoder {
	/** Names the space: model, revision, dtype and pooling. Vectors compare only under equal ids. */
	readonly id: string;
	readonly dimension: number;
	/** Most tokens of one text that the model reads, prefix and special tokens not counted. What is beyond is not read. */
	readonly maxTokens: number;
	/** Names the vocabulary of {@link tokenize}. Token ids compare only under equal vocabularies. */
	readonly vocabulary: string;
	/** Keeps order: `result[i]` belongs to `texts[i]`. */
	tokenize(texts: readonly string[]): Promise<Tokens[]>;
	/** Encodes texts that {@link tokenize} has cut. Keeps order. A text without tokens gets a vector all the same. */
	encode(texts: readonly Tokens[], role: Role, options?: EncodeOptions): Promise<Embedding[]>;
	/** {@link tokenize} and {@link encode} of questions, in one step, and urgent. Keeps order. */
	encodeQuestions(texts: readonly string[]): Promise<EncodedText[]>;
	/**
	 * Cuts a document into sentences, rows and blocks of code, gathers these into passages, and encodes them.
	 *
	 * @param passageTokens most tokens of a passage, its title counted; fewer where the model reads fewer
	 */
	encodeDocument(document: Readable, passageTokens: number): Promise<EncodedDocument>;
	/** Releases threads and memory. Work not yet answered is refused. */
	close(): Promise<void>;
}

/** The Euclidean length. */
export function lengthOf(values: Float32Array | Int8Array): number {
	let squares = 0;
	for (const value of values) squares += value * value;
	return Math.sqrt(squares);
}

/**
 * Scales `values` to unit length.
 *
 * @throws {RangeError} If the length is zero or not finite: such a vector has no direction, and a single NaN in an HNSW
 * graph spoils the searches for all the others.
 */
export function toEmbedding(values: Float32Array): Embedding {
	const norm = lengthOf(values);
	if (!(norm > 0 && Number.isFinite(norm))) {
		throw new RangeError(`Expected a vector of finite, non-zero length; its length is ${norm}`);
	}
	return values.map((value) => value / norm) as Embedding;
}

/** Cosine similarity, in [-1, 1]. */
export function cosine(a: Embedding, b: Embedding): number {
	// four sums, which do not wait for one another
	let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
	const whole = a.length - (a.length % 4);
	for (let i = 0; i < whole; i += 4) {
		sum0 += (a[i] ?? Number.NaN) * (b[i] ?? Number.NaN);
		sum1 += (a[i + 1] ?? Number.NaN) * (b[i + 1] ?? Number.NaN);
		sum2 += (a[i + 2] ?? Number.NaN) * (b[i + 2] ?? Number.NaN);
		sum3 += (a[i + 3] ?? Number.NaN) * (b[i + 3] ?? Number.NaN);
	}
	for (let i = whole; i < a.length; i++) sum0 += (a[i] ?? Number.NaN) * (b[i] ?? Number.NaN);
	return sum0 + sum1 + (sum2 + sum3);
}
