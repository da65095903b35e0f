import { textOf, type Document, type DocumentId, type Span } from '../articles/document.js';
import type { Excerpt } from './quote-parts.js';
import type { Quote } from './quote.js';

/** A stretch of one revision of a document, by position. The words are read from the document, so that they cannot be misquoted. */
export interface QuotedPlace extends Excerpt {
	readonly documentId: DocumentId;
	readonly revision: string;
	readonly title: string;
	readonly source: string;
	/** BCP 47, of the document. */
	readonly language: string;
	/** ISO 8601, as far as the article states it. */
	readonly publishedAt: string | null;
	/** In UTF-16 units of the document's text. */
	readonly start: number;
	readonly end: number;
	/** `document.text.slice(start, end)`, checked by {@link verifyCitation}. */
	readonly quote: string;
}

export interface Citation extends QuotedPlace, Quote {
	/** From 1, best first; those whose figures differ stand together, the newest first. */
	readonly n: number;
	/** The passage around it. */
	readonly passage: Span;
	/** Greater is better; comparable within one answer. */
	readonly score: number;
	/** The quote as plain text: items with their numbers, rows with what names their cells. */
	readonly text: string;
	/** The units that were found, best first. */
	readonly highlights: readonly Span[];
	/** Other articles that say the same in the same words, or nearly; best first. */
	readonly alsoAt: readonly QuotedPlace[];
	/** Those sentences of the answer, by their `n`, that say the same with other figures. */
	readonly disagreesWith: readonly number[];
}

/** Articles of one language. */
export interface LanguageCount {
	/** Primary language subtag, such as `fr`. */
	readonly language: string;
	readonly count: number;
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
	/** Estimated probability, in [0, 1], that the first citation answers. */
	readonly confidence: number;
	/** Why there is no answer; `null` where there is one. */
	readonly reason: AbstentionReason | null;
	/** Best first; empty where there is no answer. */
	readonly citations: readonly Citation[];
	/** The sentences that come next, if they were asked for; where there is no answer, those that came nearest. Best first. */
	readonly nearest: readonly Citation[];
	/** Whether articles disagree with a citation: they give other figures in the same words. Those that `k` left no room for count too. */
	readonly disagree: boolean;
	/** Articles in languages of no citation that answer as well; the first of `nearest` are theirs. The language of most of them first. */
	readonly alsoIn: readonly LanguageCount[];
	readonly milliseconds: Timings;
}

/**
 * Checks that a citation, each of its parts, its context and its breadcrumb say what their document says, and that they stand in the
 * order of the text. Its `alsoAt` are of other documents.
 *
 * @throws {Error} If the document is of another revision, or a slice differs from its quote.
 */
export function verifyCitation(citation: Citation, document: Document): void {
	verifyPlace(citation, document);
	const { context, parts, breadcrumb, documentId, start } = citation;
	const shown = parts.filter((part) => part.kind !== 'omission');
	const cells = shown.flatMap((part) => (part.kind === 'row' ? part.cells : []));
	const heads = cells.flatMap((cell) => cell.heads);
	for (const excerpt of [...shown, ...cells, ...heads, ...breadcrumb, ...(context === null ? [] : [context])]) {
		verifyPlace({ ...citation, ...excerpt }, document);
	}
	let last = context?.end ?? 0;
	for (const part of shown) {
		if (part.start < last)
			throw new Error(
				`The quote at ${start} of ${documentId} holds ${part.start} after ${last}, out of the order of the text`,
			);
		last = part.end;
	}
}

/** As {@link verifyCitation}, for the words at one place. */
export function verifyPlace({ documentId, revision, start, end, quote }: QuotedPlace, document: Document): void {
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
