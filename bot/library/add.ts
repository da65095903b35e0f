import type { Document } from '../../articles/document.js';
import { UnreadableArticle } from '../../articles/unreadable-article.js';
import type { AddOutcome, ArticleFile } from '../../commands/services.js';
import type { Collection } from '../../index/collection.js';
import { isDiskFull } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import type { Models } from '../../index/question.js';
import { readFile } from './read.js';

/**
 * Stores the articles of a file. What cannot be read is an outcome and no error; others get a turn between two articles.
 *
 * @param open gives the collection, which may be closed when it has been idle
 * @throws {Error} If the disk is full; the articles before are kept.
 */
export async function addArticles(
	open: () => Promise<Collection>,
	models: Models,
	file: ArticleFile,
): Promise<AddOutcome[]> {
	const { documents, failed } = await readFile(file);
	const outcomes: AddOutcome[] = [];
	for (const document of documents) {
		await new Promise(setImmediate);
		outcomes.push(await addDocument(await open(), models, document));
	}
	return [...outcomes, ...failed.map((unread) => ({ kind: 'failed' as const, ...unread }))];
}

async function addDocument(collection: Collection, models: Models, document: Document): Promise<AddOutcome> {
	const { title, source, language } = document;
	try {
		const outcome = await ingestDocument(collection, models, document);
		if (outcome.kind === 'unchanged') return { kind: 'unchanged', title, source };
		return { kind: outcome.kind, title, source, language, passages: outcome.passages };
	} catch (error) {
		if (isDiskFull(error)) {
			throw new Error(`The disk is full: ${source} was not stored, what was before it is kept. Make room`, {
				cause: error,
			});
		}
		if (error instanceof UnreadableArticle) return { kind: 'failed', source, reason: error.message };
		throw error;
	}
}
