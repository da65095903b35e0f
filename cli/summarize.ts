import { summariseDocument } from '../answers/summary/article.js';
import type { Document } from '../articles/document.js';
import { toDocument } from '../articles/to-document.js';
import { openModels } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { messageOf } from '../bot/log.js';
import { findModel } from '../bot/models.js';
import type { Models } from '../index/question.js';
import { print, printError, printJson, harmless } from './output.js';
import { renderArticleSummary, type SummarizedArticle } from './render-summary.js';
import { readSources } from './sources.js';

export interface SummarizeOptions {
	/** Sentences of each article, at most. */
	readonly k: number;
	readonly json: boolean;
}

export interface SummarizeReport {
	/** In the order of the sources. */
	readonly articles: readonly SummarizedArticle[];
	readonly failed: readonly { readonly source: string; readonly error: string }[];
	readonly seconds: number;
}

/** Shows the central sentences of articles, each as soon as it is read. The store is left alone. Returns whether all could be read. */
export async function summarize(
	config: Config,
	sources: readonly string[],
	{ k, json }: SummarizeOptions,
): Promise<boolean> {
	const began = performance.now();
	const models = await openModels(await findModel(config, undefined), config.threads);
	try {
		const articles: SummarizedArticle[] = [];
		const failed: { source: string; error: string }[] = [];
		for await (const item of summarizeSources(models, sources, k)) {
			if (item.kind === 'failed') {
				failed.push({ source: item.source, error: item.error });
				if (!json) printError(`${harmless(item.source)}: ${harmless(item.error)}`);
			} else {
				articles.push(item.article);
				if (!json) print(renderArticleSummary(item.article, process.stdout.isTTY ? process.stdout.columns : 80));
			}
		}
		const seconds = Math.round(performance.now() - began) / 1000;
		if (json) printJson({ articles, failed, seconds } satisfies SummarizeReport);
		return failed.length === 0;
	} finally {
		await models.close();
	}
}

type Summarized =
	| { readonly kind: 'article'; readonly article: SummarizedArticle }
	| { readonly kind: 'failed'; readonly source: string; readonly error: string };

async function* summarizeSources(models: Models, sources: readonly string[], k: number): AsyncGenerator<Summarized> {
	for await (const item of readSources(sources)) {
		if (item.kind === 'failed') {
			yield item;
			continue;
		}
		let document: Document;
		try {
			document = toDocument(item.article);
		} catch (error) {
			yield { kind: 'failed', source: item.article.source, error: messageOf(error) };
			continue;
		}
		const { id: documentId, revision, title, source, language, publishedAt } = document;
		const summary = await summariseDocument(models, document, k);
		yield { kind: 'article', article: { documentId, revision, title, source, language, publishedAt, ...summary } };
	}
}
