import type { Embedding, EncodedDocument, EncodedPassage, Tokens } from './encoder.js';
import { fromRagged, toRagged, type Ragged } from './ragged.js';

/** An {@link EncodedDocument} as it travels between threads: flat arrays, each sentence once. */
export interface DocumentMessage {
	readonly titleTokens: Uint32Array<ArrayBuffer>;
	/** Start and end of each sentence. */
	readonly spans: Uint32Array<ArrayBuffer>;
	/** Tokens of each sentence. */
	readonly tokens: Ragged;
	/** First sentence of each passage, and the one after its last. */
	readonly runs: Uint32Array<ArrayBuffer>;
	/** [passages, dimension], row-major. */
	readonly vectors: Float32Array<ArrayBuffer>;
}

export function toMessage({ titleTokens, passages }: EncodedDocument): DocumentMessage {
	const numbers = new Map<number, number>();
	const spans: number[] = [];
	const tokens: Tokens[] = [];
	const runs: number[] = [];
	for (const { sentences, tokens: lists } of passages) {
		for (const [i, { start, end }] of sentences.entries()) {
			if (numbers.has(start)) continue;
			numbers.set(start, tokens.length);
			spans.push(start, end);
			tokens.push(lists[i] ?? new Uint32Array());
		}
		const first = numbers.get(sentences[0]?.start ?? -1) ?? 0;
		runs.push(first, first + sentences.length);
	}
	return {
		titleTokens: Uint32Array.from(titleTokens),
		spans: Uint32Array.from(spans),
		tokens: toRagged(tokens),
		runs: Uint32Array.from(runs),
		vectors: flat(passages.map(({ embedding }) => embedding)),
	};
}

export function fromMessage({ titleTokens, spans, tokens, runs, vectors }: DocumentMessage): EncodedDocument {
	const lists = fromRagged(tokens);
	const sentences = lists.map((_, i) => ({ start: spans[2 * i] ?? 0, end: spans[2 * i + 1] ?? 0 }));
	const count = runs.length / 2;
	const passages = rowsOf(vectors, count).map((embedding, i): EncodedPassage => {
		const [first, end] = [runs[2 * i] ?? 0, runs[2 * i + 1] ?? 0];
		const own = sentences.slice(first, end);
		const span = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
		return { span, sentences: own, tokens: lists.slice(first, end), embedding };
	});
	return { titleTokens, passages };
}

/** The buffers of a message that are moved and not copied. */
export function buffersOf({ titleTokens, spans, tokens, runs, vectors }: DocumentMessage): ArrayBuffer[] {
	return [titleTokens, spans, tokens.values, tokens.lengths, runs, vectors].map(({ buffer }) => buffer);
}

/** [embeddings.length, dimension], row-major. */
export function flat(embeddings: readonly Embedding[]): Float32Array<ArrayBuffer> {
	const dimension = embeddings[0]?.length ?? 0;
	const vectors = new Float32Array(embeddings.length * dimension);
	for (const [row, embedding] of embeddings.entries()) vectors.set(embedding, row * dimension);
	return vectors;
}

export function rowsOf(vectors: Float32Array, rows: number): Embedding[] {
	const dimension = rows === 0 ? 0 : vectors.length / rows;
	// made by toEmbedding in the thread
	return Array.from({ length: rows }, (_, row) => vectors.slice(row * dimension, (row + 1) * dimension) as Embedding);
}
