import type { Document } from '../../articles/document.js';
import { UnreadableArticle } from '../../articles/unreadable-article.js';
import type { AddOutcome, ArticleFile } from '../../commands/services.js';
import { isDiskFull } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import type { App } from '../app.js';
import type { ModelParts } from '../current-model.js';
import { readFile } from './read.js';

/**
 * Stores the articles of a file. What cannot be read is an outcome and no error; others get a turn between two articles.
 *
 * @param name of the collection
 * @throws {Error} If the disk is full; the articles before are kept.
 */
export async function addArticles(app: Pick<App, 'write'>, name: string, file: ArticleFile): Promise<AddOutcome[]> {
	const { documents, failed } = await readFile(file);
	const outcomes: AddOutcome[] = [];
	for (const document of documents) {
		await new Promise(setImmediate);
		outcomes.push(await app.write((parts) => addDocument(parts, name, document)));
	}
	return [...outcomes, ...failed.map((unread) => ({ kind: 'failed' as const, ...unread }))];
}

async function addDocument(parts: ModelParts, name: string, document: Document): Promise<AddOutcome> {
	const { title, source, language } = document;
	try {
		// which may have been closed when it was idle
		const collection = await parts.collection(name);
		const outcome = await ingestDocument(collection, parts.models, document);
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
