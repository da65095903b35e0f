import type { Span } from '../articles/document.js';
import type { Embedding, EncodedDocument, EncodedPassage, Tokens } from './encoder.js';
import { fromRagged, toRagged, type Ragged } from './ragged.js';

/** An {@link EncodedDocument} as it travels between threads: flat arrays, each stretch of its text once. */
export interface DocumentMessage {
	readonly titleTokens: Uint32Array<ArrayBuffer>;
	/** Start and end of each stretch: sentences and what passages are read behind. */
	readonly spans: Uint32Array<ArrayBuffer>;
	/** Tokens of each stretch. */
	readonly tokens: Ragged;
	/** The numbers of the stretches that each passage is read behind. */
	readonly contexts: Ragged;
	/** The numbers of the sentences of each passage. */
	readonly sentences: Ragged;
	/** [passages, dimension], row-major. */
	readonly vectors: Float32Array<ArrayBuffer>;
}

export function toMessage({ titleTokens, passages }: EncodedDocument): DocumentMessage {
	const numbers = new Map<string, number>();
	const spans: number[] = [];
	const tokens: Tokens[] = [];
	const numbered = (stretches: readonly Span[], lists: readonly Tokens[]): Uint32Array =>
		Uint32Array.from(stretches, ({ start, end }, i) => {
			const key = `${start} ${end}`;
			const known = numbers.get(key);
			if (known !== undefined) return known;
			numbers.set(key, tokens.length);
			spans.push(start, end);
			return tokens.push(lists[i] ?? new Uint32Array()) - 1;
		});
	const contexts = passages.map(({ context, contextTokens }) => numbered(context, contextTokens));
	const sentences = passages.map((passage) => numbered(passage.sentences, passage.tokens));
	return {
		titleTokens: Uint32Array.from(titleTokens),
		spans: Uint32Array.from(spans),
		tokens: toRagged(tokens),
		contexts: toRagged(contexts),
		sentences: toRagged(sentences),
		vectors: flat(passages.map(({ embedding }) => embedding)),
	};
}

export function fromMessage(message: DocumentMessage): EncodedDocument {
	const { titleTokens, spans, vectors } = message;
	const tokens = fromRagged(message.tokens);
	const stretches = tokens.map((_, i): Span => ({ start: spans[2 * i] ?? 0, end: spans[2 * i + 1] ?? 0 }));
	const spansOf = (numbers: Uint32Array = new Uint32Array()) =>
		Array.from(numbers, (number) => stretches[number] ?? { start: 0, end: 0 });
	const tokensOf = (numbers: Uint32Array = new Uint32Array()) =>
		Array.from(numbers, (number) => tokens[number] ?? new Uint32Array());
	const contexts = fromRagged(message.contexts);
	const sentences = fromRagged(message.sentences);
	const passages = rowsOf(vectors, sentences.length).map((embedding, i): EncodedPassage => {
		const own = spansOf(sentences[i]);
		return {
			span: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 },
			sentences: own,
			context: spansOf(contexts[i]),
			tokens: tokensOf(sentences[i]),
			contextTokens: tokensOf(contexts[i]),
			embedding,
		};
	});
	return { titleTokens, passages };
}

/** The buffers of a message that are moved and not copied. */
export function buffersOf({
	titleTokens,
	spans,
	tokens,
	contexts,
	sentences,
	vectors,
}: DocumentMessage): ArrayBuffer[] {
	const ragged = [tokens, contexts, sentences].flatMap(({ values, lengths }) => [values, lengths]);
	return [titleTokens, spans, ...ragged, vectors].map(({ buffer }) => buffer);
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
