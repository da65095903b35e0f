declare const brand: unique symbol;

/** Names one article. Derived from its source, so it survives a re-ingest: 16 hexadecimal digits. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };

/** A half-open range `[start, end)` of UTF-16 code units in the `text` of one document. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** One article, cleaned. Every span in the system is measured on its `text`. */
export interface Document {
	readonly id: DocumentId;
	/** Names this wording of the article: a hash of everything a reader of it gives. Another wording has another revision. */
	readonly revision: string;
	/** Where the article came from: an `http(s)` URL, or a path as it was given. */
	readonly source: string;
	readonly title: string;
	/** BCP 47 tag of the main language, such as `vi`; `und` where the text does not decide. */
	readonly language: string;
	/** ISO 8601 date or date and time, as far as the article states it (`2024-06`, `2024-06-21`); `null` where it does not. */
	readonly publishedAt: string | null;
	/** Cleaned, NFC, paragraphs parted by one line feed. The title is not repeated in it. */
	readonly text: string;
}

/**
 * The unit of retrieval: a run of whole sentences of one document. It holds no text of its own; see {@link textOf}.
 *
 * Sentences are in reading order and do not overlap; only white space stands between them. Neighbouring passages of a
 * document share one sentence.
 */
export interface Passage {
	readonly span: Span;
	readonly sentences: readonly Span[];
}

export function textOf({ text }: Pick<Document, 'text'>, { start, end }: Span): string {
	return text.slice(start, end);
}
