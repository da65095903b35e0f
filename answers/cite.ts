import { textOf, type Document, type Span } from '../articles/document.js';
import { verifyCitation, verifyPlace, type Citation, type QuotedPlace } from './answer.js';
import type { Fact } from './facts.js';
import type { BlockGroup } from './groups.js';
import { quoteOf } from './quote.js';
import { quoteLines } from './quote-text.js';

/**
 * Facts as citations, numbered from 1 in their order; every word of them compared with its document.
 *
 * @throws {Error} If a quote is not what stands in its document: a wrong quote is worse than none.
 */
export function cite(facts: readonly Fact[]): Citation[] {
	const numbers = new Map(facts.map((fact, i) => [fact, i + 1]));
	return facts.map((fact, i) => {
		const { highlights, candidate } = fact;
		const { document, passage, score } = candidate;
		const quote = citedQuote(document, highlights);
		const citation: Citation = {
			n: i + 1,
			...quote,
			// a list may begin before the passage that it was found in
			passage: { start: Math.min(passage.start, quote.start), end: Math.max(passage.end, quote.end) },
			score,
			alsoAt: fact.alsoAt.map((other) => quotedPlace(other.document, other.span)),
			disagreesWith: fact.rivals.flatMap((rival) => numbers.get(rival) ?? []).sort((a, b) => a - b),
		};
		verifyCitation(citation, document);
		return citation;
	});
}

/**
 * What is quoted of a document for the units that were found in one of its groups, best first.
 *
 * @param group what is quoted with them; by default all that a person would point at
 */
export function citedQuote(
	document: Document,
	highlights: readonly Span[],
	group?: BlockGroup,
): Omit<Citation, 'n' | 'passage' | 'score' | 'alsoAt' | 'disagreesWith'> {
	const quote = quoteOf(document, highlights, group);
	return {
		...quotedPlace(document, quote),
		...quote,
		text: quoteLines(quote.parts, (count) => `… ${count} more`).join('\n'),
		highlights,
	};
}

/**
 * The words at a place, compared with their document.
 *
 * @throws {Error} If they are not what stands there.
 */
export function quotedPlace(document: Document, { start, end }: Span): QuotedPlace {
	const { id: documentId, revision, title, source, language, publishedAt } = document;
	const quote = textOf(document, { start, end });
	const place: QuotedPlace = { documentId, revision, title, source, language, publishedAt, start, end, quote };
	verifyPlace(place, document);
	return place;
}
