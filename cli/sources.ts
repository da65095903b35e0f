import { readFile } from 'node:fs/promises';
import type { Article } from '../articles/article.js';
import { expectArticleSize, MAX_ARTICLE_BYTES } from '../articles/decode.js';
import { findArticleFiles } from '../articles/find.js';
import { readArticles } from '../articles/read.js';
import { download } from '../bot/download/download.js';
import { messageOf } from '../bot/log.js';

/** One article, or the reason why something that was found gives none. */
export type SourceItem =
	| { readonly kind: 'article'; readonly article: Article }
	| { readonly kind: 'failed'; readonly source: string; readonly error: string };

const DOWNLOAD_TIMEOUT_MS = 30_000;

/** The articles of files, of the files below folders, and at `http(s)` URLs. What cannot be read is reported, and the rest is read. */
export async function* readSources(sources: readonly string[]): AsyncGenerator<SourceItem> {
	for (const source of sources) {
		if (/^https?:\/\//i.test(source)) {
			yield* attempt(source, () => downloadArticles(source));
			continue;
		}
		try {
			for await (const found of findArticleFiles(source)) {
				if (found.kind === 'failed') yield { kind: 'failed', source: found.path, error: found.error };
				else yield* attempt(found.path, () => readFileArticles(found.path, found.bytes));
			}
		} catch (error) {
			yield { kind: 'failed', source, error: messageOf(error) };
		}
	}
}

type Reading = ReturnType<typeof readArticles>;

async function* attempt(source: string, read: () => Promise<Reading>): AsyncGenerator<SourceItem> {
	let reading: Reading;
	try {
		reading = await read();
	} catch (error) {
		yield { kind: 'failed', source, error: messageOf(error) };
		return;
	}
	for (const article of reading.articles) yield { kind: 'article', article };
	for (const failure of reading.failed) yield { kind: 'failed', source: failure.source, error: failure.message };
}

async function readFileArticles(path: string, bytes: number): Promise<Reading> {
	expectArticleSize(path, bytes);
	return readArticles(await readFile(path), path);
}

async function downloadArticles(url: string): Promise<Reading> {
	// the operator may read from the own machine and network
	const limits = { allowPrivate: true, maxBytes: MAX_ARTICLE_BYTES, timeoutMs: DOWNLOAD_TIMEOUT_MS };
	const { bytes, contentType } = await download(url, limits);
	return readArticles(bytes, url, { contentType });
}
