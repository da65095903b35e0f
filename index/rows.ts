import type { Document, DocumentId, Span } from '../articles/document.js';
import type { LeftOut } from '../articles/draft.js';
import { blocksOfCleanText } from '../articles/text-blocks.js';
import type { Embedding, EncodedPassage, Tokens } from '../embeddings/encoder.js';
import type { PassageId } from './ranking.js';
import { blocksFromBytes, blocksToBytes } from './stored-blocks.js';

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
	/** `null` where an earlier version stored it. */
	readonly blocks: Buffer | null;
	/** JSON. */
	readonly left_out: string;
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
	readonly context: Buffer;
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
	blocks: stored,
	left_out,
}: DocumentRow): Document {
	const blocks = stored === null ? blocksOfCleanText(text) : blocksFromBytes(stored);
	const leftOut = JSON.parse(left_out) as readonly LeftOut[]; // written by the store
	return { id, revision, source, title, language, publishedAt, text, blocks, leftOut };
}

export function toPassage({ id, document, context, sentences, tokens, embedding }: PassageRow): StoredPassage {
	const contextSpans = readTriples(context);
	const spans = readTriples(sentences);
	const ids = toTokens(tokens);
	let at = 0;
	const cut = ({ count }: Triple): Tokens => ids.subarray(at, (at += count));
	const contextTokens = contextSpans.map(cut);
	const own = spans.map(cut);
	const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
	return {
		id,
		documentRow: document,
		span,
		sentences: spans.map(toSpan),
		tokens: own,
		context: contextSpans.map(toSpan),
		contextTokens,
		embedding: toVector(embedding),
	};
}

/** A stretch of text, and how many tokens it has. */
interface Triple extends Span {
	readonly count: number;
}

function readTriples(bytes: Buffer): Triple[] {
	const numbers = new Uint32Array(Uint8Array.from(bytes).buffer);
	return Array.from({ length: numbers.length / 3 }, (_, i) => ({
		start: numbers[3 * i] ?? 0,
		end: numbers[3 * i + 1] ?? 0,
		count: numbers[3 * i + 2] ?? 0,
	}));
}

function toSpan({ start, end }: Triple): Span {
	return { start, end };
}

export function toTokens(bytes: Buffer): Tokens {
	return Uint32Array.from(new Uint16Array(Uint8Array.from(bytes).buffer));
}

/** Each stretch with the number of its tokens. */
export function spansToBytes(spans: readonly Span[], tokens: readonly Tokens[]): Buffer {
	return bytesOf(Uint32Array.from(spans.flatMap(({ start, end }, i) => [start, end, tokens[i]?.length ?? 0])));
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

/** What the store writes of a document. */
export function documentToRow(document: Document): Readonly<Record<string, string | Buffer | null>> {
	const { id, revision, source, title, language, publishedAt, text, blocks, leftOut } = document;
	const written = { blocks: blocksToBytes(blocks), leftOut: JSON.stringify(leftOut) };
	return { id, revision, source, title, language, publishedAt, text, ...written };
}
