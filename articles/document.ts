import type { Block } from './blocks.js';
import type { LeftOut } from './draft.js';
import type { Span } from './span.js';

export type { Span };

declare const brand: unique symbol;

/** Names one article. Derived from its source, so it survives a re-ingest: 16 hexadecimal digits. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };

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
	/** Cleaned, NFC: its blocks, parted by one line feed. The title is not repeated in it. */
	readonly text: string;
	/** They tile the text, in order. */
	readonly blocks: readonly Block[];
	/** What the reader left out of the source. */
	readonly leftOut: readonly LeftOut[];
}

/**
 * The unit of retrieval: a run of whole sentences, rows and blocks of code of one section of a document. It holds no text of its own;
 * see {@link textOf}.
 *
 * Sentences are in reading order and do not overlap; nothing stands between them but white space and heads of tables. Neighboring
 * passages of a section may share one.
 */
export interface Passage {
	readonly span: Span;
	/** Rows and blocks of code are among them. */
	readonly sentences: readonly Span[];
	/** What it is read behind, and what is never quoted for its sake: headings, heads of tables, the line that introduces a list. */
	readonly context: readonly Span[];
}

export function textOf({ text }: Pick<Document, 'text'>, { start, end }: Span): string {
	return text.slice(start, end);
}
