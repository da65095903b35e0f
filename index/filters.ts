import type { Collection } from './collection.js';
import { primaryLanguage } from '../articles/primary-language.js';
import type { PassageId } from './ranking.js';
import type { ListedDocument } from './rows.js';
import { fold } from './words.js';

/** Which documents are searched: those that every one of these lets through. */
export interface DocumentFilters {
	/** BCP 47; a document of `pt-BR` is one of `pt`. */
	readonly language?: string;
	/** ISO 8601 days, inclusive. A document that states a month or a year is let through where it overlaps; one without a date is not. */
	readonly from?: string;
	readonly to?: string;
	/** Stands in the document's source or title, case and accents apart. */
	readonly source?: string;
}

export function isFiltering({ language, from, to, source }: DocumentFilters): boolean {
	return [language, from, to, source].some((filter) => filter !== undefined);
}

/** The documents of a collection that the filters let through, in the order in which they were stored. */
export function filterDocuments(collection: Collection, filters: DocumentFilters): readonly ListedDocument[] {
	const { language, from, to, source } = filters;
	const primary = language === undefined ? undefined : primaryLanguage(language);
	const folded = source === undefined ? undefined : fold(source.normalize('NFC').trim());
	return collection.documents.read().filter((document) => {
		if (primary !== undefined && primaryLanguage(document.language) !== primary) return false;
		if (
			folded !== undefined &&
			!document.foldedSource.includes(folded) &&
			!document.lookedTitle.folded.includes(folded)
		)
			return false;
		if (from === undefined && to === undefined) return true;
		if (document.publishedAt === null) return false;
		const [first, last] = daysOf(document.publishedAt);
		return (from === undefined || last >= from) && (to === undefined || first <= to);
	});
}

/** The passages that the filters let through; `undefined` where they let through all. */
export function allowedPassages(collection: Collection, filters: DocumentFilters): ReadonlySet<PassageId> | undefined {
	if (!isFiltering(filters)) return undefined;
	return new Set(filterDocuments(collection, filters).flatMap(({ row }) => collection.store.passageIdsOf(row)));
}

/** First and last day of a date that may state but a year or a month. Days compare as strings; that a month may lack its 31st does no harm. */
function daysOf(date: string): [first: string, last: string] {
	const day = date.slice(0, 10);
	return [`${day}${'-01-01'.slice(day.length - 4)}`, `${day}${'-12-31'.slice(day.length - 4)}`];
}
