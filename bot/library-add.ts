import type { Article } from '../articles/article.js';
import { readArticles } from '../articles/read.js';
import { toDocument } from '../articles/to-document.js';
import type { AddOutcome, ArticleFile } from '../commands/services.js';
import type { Collection } from '../index/collection.js';
import { isDiskFull } from '../index/database.js';
import { ingestDocument } from '../index/ingest.js';
import type { Models } from '../index/question.js';

/**
 * Stores the articles of a file. What cannot be read is an outcome and no error; others get a turn between two articles.
 *
 * @throws {Error} If the disk is full; the articles before are kept.
 */
export async function addArticles(
	collection: () => Promise<Collection>,
	models: Models,
	{ bytes, source, contentType }: ArticleFile,
): Promise<AddOutcome[]> {
	let reading: ReturnType<typeof readArticles>;
	try {
		reading = readArticles(bytes, source, { contentType });
	} catch (error) {
		return [{ kind: 'failed', source, reason: messageOf(error) }];
	}
	const outcomes: AddOutcome[] = [];
	for (const article of reading.articles) {
		await new Promise(setImmediate);
		outcomes.push(await addArticle(await collection(), models, article));
	}
	for (const { source: failed, message } of reading.failed) {
		outcomes.push({ kind: 'failed', source: failed, reason: message });
	}
	return outcomes;
}

async function addArticle(collection: Collection, models: Models, article: Article): Promise<AddOutcome> {
	try {
		const document = toDocument(article);
		const { title, source, language } = document;
		const outcome = await ingestDocument(collection, models, document);
		if (outcome.kind === 'unchanged') return { kind: 'unchanged', title, source };
		return { kind: outcome.kind, title, source, language, passages: outcome.passages };
	} catch (error) {
		if (isDiskFull(error)) {
			throw new Error(`The disk is full: ${article.source} was not stored, what was before it is kept. Make room`, {
				cause: error,
			});
		}
		return { kind: 'failed', source: article.source, reason: messageOf(error) };
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
