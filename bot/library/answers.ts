import { createHash } from 'node:crypto';
import type { AbstentionReason, Citation } from '../../answers/answer.js';
import { textOf, type Document } from '../../articles/document.js';
import type { KeptAnswer, Quotation } from '../../commands/services.js';
import type { KeptQuestion, SentencePlace } from '../../index/question-log.js';
import type { Store } from '../../index/store.js';
import { libraryOf } from './collections.js';

/** The sentence at a place of the document, with the words around it, read from the document. */
export function quotationOf(document: Document, place: SentencePlace, n: number): Quotation {
	const { start, end, passage, score } = place;
	const quote = textOf(document, place);
	return {
		n,
		documentId: document.id,
		revision: document.revision,
		title: document.title,
		source: document.source,
		language: document.language,
		publishedAt: document.publishedAt,
		start,
		end,
		quote,
		passage,
		score,
		before: document.text.slice(passage.start, start),
		after: document.text.slice(end, passage.end),
		library: libraryOf(place.collection),
		sha256: createHash('sha256').update(quote, 'utf8').digest('hex'),
	};
}

/**
 * Says where citations stand. An article in several collections is cited from the first of them.
 *
 * @param collections that were searched, in their order
 */
export function placesIn(store: Store, collections: readonly string[]): (citation: Citation) => SentencePlace {
	const numbered = collections.map((name) => ({ name, id: store.existingCollection(name) }));
	const homes = new Map<string, string | undefined>();
	return ({ documentId, revision, start, end, passage, score }) => {
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
		return { collection, documentId, revision, start, end, passage, score };
	};
}

/** The answer as it can be shown now: sentences whose article was changed or removed since are left out and counted. */
export function keptAnswerOf(store: Store, question: KeptQuestion): KeptAnswer {
	const read = quotationReader(store);
	const citations = question.citations.map((place, i) => read(place, i + 1));
	const further = question.further.map((place, i) => read(place, question.citations.length + i + 1));
	const isThere = (quotation: Quotation | undefined) => quotation !== undefined;
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
		citations: citations.filter(isThere),
		further: further.filter(isThere),
		gone: [...citations, ...further].filter((quotation) => quotation === undefined).length,
		searched: question.searched,
		forGaps: question.forGaps && question.memberId !== null,
	};
}

/** Reads each document once, however many sentences of it are quoted. */
function quotationReader(store: Store): (place: SentencePlace, n: number) => Quotation | undefined {
	const documents = new Map<string, Document | undefined>();
	return (place, n) => {
		const key = `${place.collection} ${place.documentId}`;
		if (!documents.has(key)) {
			const collection = store.existingCollection(place.collection);
			documents.set(key, collection === undefined ? undefined : store.documentById(collection, place.documentId));
		}
		const document = documents.get(key);
		return document?.revision === place.revision ? quotationOf(document, place, n) : undefined;
	};
}
