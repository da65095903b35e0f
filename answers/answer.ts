import { textOf, type Document, type DocumentId, type Span } from '../articles/document.js';

/** A sentence of one revision of a document, by position. The words are read from the document, so a citation cannot misquote. */
export interface Citation {
	/** From 1, best first. */
	readonly n: number;
	readonly documentId: DocumentId;
	readonly revision: string;
	readonly title: string;
	readonly source: string;
	/** BCP 47, of the document. */
	readonly language: string;
	/** ISO 8601, as far as the article states it. */
	readonly publishedAt: string | null;
	/** The sentence, in UTF-16 units of the document's text. */
	readonly start: number;
	readonly end: number;
	/** `document.text.slice(start, end)`, checked by {@link verifyCitation}. */
	readonly quote: string;
	/** The passage around it. */
	readonly passage: Span;
	/** Greater is better; comparable within one answer. */
	readonly score: number;
}

export type AbstentionReason =
	/** The question has no words to search for. */
	| 'empty-question'
	/** The collection holds no passages. */
	| 'nothing-indexed'
	/** The filters let no article through. */
	| 'nothing-matches'
	/** No sentence is near enough to the question. */
	| 'nothing-relevant';

export interface Timings {
	readonly encode: number;
	readonly retrieve: number;
	readonly rerank: number;
	readonly answer: number;
	readonly total: number;
}

export interface Answer {
	readonly question: string;
	/** BCP 47, of the question; `und` where the text does not decide. */
	readonly language: string;
	readonly answered: boolean;
	/** Estimated probability, in [0, 1], that one of the citations answers. */
	readonly confidence: number;
	/** Why there is no answer; `null` where there is one. */
	readonly reason: AbstentionReason | null;
	/** Best first; empty where there is no answer. */
	readonly citations: readonly Citation[];
	/** The sentences that come next, if they were asked for; where there is no answer, those that came nearest. Best first. */
	readonly nearest: readonly Citation[];
	readonly milliseconds: Timings;
}

/**
 * Checks that a citation says what its document says.
 *
 * @throws {Error} If the document is of another revision, or the slice differs from the quote.
 */
export function verifyCitation(citation: Citation, document: Document): void {
	const { documentId, revision, start, end, quote } = citation;
	if (document.id !== documentId || document.revision !== revision) {
		throw new Error(
			`Citation of ${documentId} at revision ${revision}, but the store holds revision ${document.revision}: ask again`,
		);
	}
	if (textOf(document, { start, end }) !== quote) {
		throw new Error(
			`The quote at [${start}, ${end}) of ${documentId} is not what stands there: \`quoth verify\` checks the store`,
		);
	}
}
