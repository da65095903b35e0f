import { createHash } from 'node:crypto';
import type { AbstentionReason, Answer, Citation, QuotedPlace } from '../../answers/answer.js';
import { countLanguages } from '../../answers/choose.js';
import { citedQuote, quotedPlace } from '../../answers/cite.js';
import type { Document } from '../../articles/document.js';
import { findBlockIndex } from '../../articles/structure.js';
import type { KeptAnswer, Quotation } from '../../commands/services.js';
import { primaryLanguage } from '../../articles/primary-language.js';
import type { KeptPlace, KeptQuestion, SentencePlace } from '../../index/question-log.js';
import type { Store } from '../../index/store.js';
import { libraryOf } from './collections.js';

/** A quote with the words around it, read from its document. */
export function quotationOf(document: Document, citation: Citation, collection: string): Quotation {
	const { start, end, passage, context, contextKind, quote } = citation;
	const { blocks, text } = document;
	const first = contextKind === 'lead' && context !== null ? context.start : start;
	// what is quoted whole, a list or code, needs no words around it
	const block = blocks[findBlockIndex(blocks, citation)];
	const around = block !== undefined && end <= block.end ? block : { start, end };
	return {
		...citation,
		before: text.slice(Math.max(passage.start, around.start), first),
		after: text.slice(end, Math.max(end, Math.min(passage.end, around.end))),
		library: libraryOf(collection),
		sha256: createHash('sha256').update(quote, 'utf8').digest('hex'),
	};
}

/**
 * What is cited at a place of the document.
 *
 * @param alsoAt where else the same is said
 */
export function citationAt(
	document: Document,
	{ start, end, passage, score, highlights = [{ start, end }], disagreesWith = [] }: SentencePlace,
	n: number,
	alsoAt: readonly QuotedPlace[] = [],
): Citation {
	return { n, ...citedQuote(document, highlights), passage, score, alsoAt, disagreesWith };
}

/**
 * Where the sentences of an answer stand, as they are kept. An article in several collections is cited from the first of them.
 *
 * @param collections that were searched, in their order
 */
export function placesOf(
	store: Store,
	collections: readonly string[],
	{ citations, nearest, alsoIn }: Pick<Answer, 'citations' | 'nearest' | 'alsoIn'>,
): { readonly citations: SentencePlace[]; readonly further: SentencePlace[] } {
	const placeOf = placesIn(store, collections);
	const left = new Map(alsoIn.map(({ language, count }) => [language, count]));
	return {
		citations: citations.map(placeOf),
		further: nearest.map((citation) => {
			const language = primaryLanguage(citation.language);
			const count = left.get(language) ?? 0;
			left.set(language, count - 1);
			// these come first among those of their language
			return { ...placeOf(citation), ...(count > 0 && { isAlsoIn: true }) };
		}),
	};
}

function placesIn(store: Store, collections: readonly string[]): (citation: Citation) => SentencePlace {
	const numbered = collections.map((name) => ({ name, id: store.existingCollection(name) }));
	const homes = new Map<string, string | undefined>();
	const placeOf = ({ documentId, revision, start, end }: QuotedPlace): KeptPlace => {
		// an answer cites several sentences of an article
		const key = `${documentId} ${revision}`;
		if (!homes.has(key)) {
			const home = numbered.find(({ id }) => id !== undefined && store.revisionOf(id, documentId) === revision);
			homes.set(key, home?.name);
		}
		const collection = homes.get(key);
		if (collection === undefined) {
			throw new Error(`Document ${documentId} was changed or removed while a question was answered from it: ask again`);
		}
		return { collection, documentId, revision, start, end };
	};
	return (citation) => {
		const { passage, score, highlights, alsoAt, disagreesWith } = citation;
		return {
			...placeOf(citation),
			passage,
			score,
			highlights: highlights.map(({ start, end }) => ({ start, end })),
			...(alsoAt.length > 0 && { alsoAt: alsoAt.map(placeOf) }),
			...(disagreesWith.length > 0 && { disagreesWith }),
		};
	};
}

/** The answer as it can be shown now: sentences whose article was changed or removed since are left out and counted. */
export function keptAnswerOf(store: Store, question: KeptQuestion): KeptAnswer {
	const read = quotationReader(store);
	const all = [...question.citations, ...question.further].map((place, i) => read(place, i + 1));
	const shown = all.map((quotation): Quotation | undefined => {
		const isShown = (n: number) => all[n - 1] !== undefined;
		return quotation && { ...quotation, disagreesWith: quotation.disagreesWith.filter(isShown) };
	});
	const isThere = (quotation: Quotation | undefined) => quotation !== undefined;
	const further = shown.slice(question.citations.length);
	const alsoIn = further.filter((_, i) => question.further[i]?.isAlsoIn === true).filter(isThere);
	return {
		id: question.id,
		question: question.text,
		language: question.language,
		memberId: question.memberId,
		guildId: question.guildId,
		askedAt: question.askedAt,
		answered: question.answered,
		confidence: question.confidence,
		reason: question.reason as AbstentionReason | null, // kept from an answer
		citations: shown.slice(0, question.citations.length).filter(isThere),
		further: further.filter(isThere),
		alsoIn: countLanguages(alsoIn.map(({ language }) => language)),
		gone: shown.filter((quotation) => quotation === undefined).length,
		searched: question.searched,
		forGaps: question.forGaps && question.memberId !== null,
	};
}

/** Reads each document once, however many sentences of it are quoted. */
function quotationReader(store: Store): (place: SentencePlace, n: number) => Quotation | undefined {
	const documents = new Map<string, Document | undefined>();
	const documentAt = (place: KeptPlace): Document | undefined => {
		const key = `${place.collection} ${place.documentId}`;
		if (!documents.has(key)) {
			const collection = store.existingCollection(place.collection);
			documents.set(key, collection === undefined ? undefined : store.documentById(collection, place.documentId));
		}
		const document = documents.get(key);
		return document?.revision === place.revision ? document : undefined;
	};
	return (place, n) => {
		const document = documentAt(place);
		if (document === undefined) return undefined;
		const alsoAt = (place.alsoAt ?? []).flatMap((other) => {
			const at = documentAt(other);
			return at === undefined ? [] : [quotedPlace(at, other)];
		});
		return quotationOf(document, citationAt(document, place, n, alsoAt), place.collection);
	};
}
