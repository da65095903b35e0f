import { summariseDocument } from '../../answers/summary/article.js';
import type { SummarisedArticle } from '../../commands/services.js';
import type { Collection } from '../../index/collection.js';
import type { Models } from '../../index/question.js';
import { quotationOf } from './answers.js';
import { entryOf } from './list.js';
import { suggestDocuments } from './lookup.js';

/**
 * The central sentences of the article with this id or source; for any other text, of the first article that would be suggested.
 *
 * @param collections in their order: of an article that stands in two, that of the first is read
 */
export async function summariseArticle(
	collections: readonly Collection[],
	models: Models,
	key: string,
	most: number,
): Promise<SummarisedArticle | undefined> {
	const found = find(collections, key) ?? find(collections, suggestDocuments(collections, key, 1)[0]?.value);
	if (found === undefined) return undefined;
	const { collection, listed } = found;
	const document = collection.store.document(listed.row);
	const { citations, sentences } = await summariseDocument(models, document, most);
	return {
		entry: entryOf(collection, listed),
		quotations: citations.map((citation) => quotationOf(document, citation, collection.name)),
		sentences,
	};
}

function find(collections: readonly Collection[], key: string | undefined) {
	for (const collection of collections) {
		const listed = collection.documents.read().find(({ id, source }) => id === key || source === key);
		if (listed !== undefined) return { collection, listed };
	}
	return undefined;
}
