import type { Document, DocumentId, Span } from '../articles/document.js';
import type { Embedding, EncodedPassage, Tokens } from '../embeddings/encoder.js';
import type { PassageId } from './ranking.js';

/** A passage as it is stored: its tokens are in the lexicon's vocabulary. */
export interface StoredPassage extends EncodedPassage {
	readonly id: PassageId;
	readonly documentRow: number;
}

export interface DocumentRow {
	readonly row: number;
	readonly id: DocumentId;
	readonly revision: string;
	readonly source: string;
	readonly title: string;
	readonly language: string;
	readonly published_at: string | null;
	readonly text: string;
}

export interface PassageInDocument {
	readonly passage: StoredPassage;
	readonly language: string;
	/** Of the whole document. */
	readonly text: string;
	readonly title: string;
	readonly titleTokens: Tokens;
}

/** What is known of a document without its text. */
export interface ListedDocument {
	/** In the store. */
	readonly row: number;
	readonly id: DocumentId;
	readonly revision: string;
	readonly title: string;
	readonly source: string;
	/** BCP 47. */
	readonly language: string;
	readonly publishedAt: string | null;
	readonly passages: number;
}

export interface PassageRow {
	readonly id: PassageId;
	readonly document: number;
	readonly sentences: Buffer;
	readonly tokens: Buffer;
	readonly embedding: Buffer;
}

export function toDocument({
	id,
	revision,
	source,
	title,
	language,
	published_at: publishedAt,
	text,
}: DocumentRow): Document {
	return { id, revision, source, title, language, publishedAt, text };
}

export function toPassage({ id, document, sentences, tokens, embedding }: PassageRow): StoredPassage {
	const triples = new Uint32Array(Uint8Array.from(sentences).buffer);
	const ids = toTokens(tokens);
	const spans: Span[] = [];
	const cut: Tokens[] = [];
	let at = 0;
	for (let i = 0; i + 2 < triples.length; i += 3) {
		const [start, end, count] = [triples[i] ?? 0, triples[i + 1] ?? 0, triples[i + 2] ?? 0];
		spans.push({ start, end });
		cut.push(ids.subarray(at, (at += count)));
	}
	const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
	return { id, documentRow: document, span, sentences: spans, tokens: cut, embedding: toVector(embedding) };
}

export function toTokens(bytes: Buffer): Tokens {
	return Uint32Array.from(new Uint16Array(Uint8Array.from(bytes).buffer));
}

export function sentencesToBytes({ sentences, tokens }: EncodedPassage): Buffer {
	return bytesOf(Uint32Array.from(sentences.flatMap(({ start, end }, i) => [start, end, tokens[i]?.length ?? 0])));
}

export function tokensToBytes(tokens: readonly Tokens[]): Buffer {
	return bytesOf(Uint16Array.from(tokens.flatMap((ids) => [...ids])));
}

export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
	return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

/** SQLite's buffer need not start on a multiple of four, so its bytes are copied. They were an embedding when they were stored. */
export function toVector({ buffer, byteOffset, byteLength }: Buffer): Embedding {
	return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)) as Embedding;
}
