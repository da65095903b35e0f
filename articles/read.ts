import { decodeText, expectArticleSize } from './decode.js';
import { readHtml } from './formats/html/html.js';
import { readMarkdown } from './formats/markdown/markdown.js';
import { readPlainText } from './formats/plain-text/plain-text.js';
import { unreadFormat } from './formats/unread.js';
import { readJson, readJsonLines, type Reading } from './formats/records.js';
import type { Draft } from './draft.js';
import { UnreadableArticle } from './unreadable-article.js';

export interface ReadOptions {
	/** The `Content-Type` header, for what came over HTTP: `text/html; charset=windows-1258`. */
	readonly contentType?: string;
}

type Format = 'text' | 'markdown' | 'html' | 'json' | 'json-lines';

const FORMAT_OF_TYPE: Readonly<Record<string, Format>> = {
	'text/html': 'html',
	'application/xhtml+xml': 'html',
	'text/markdown': 'markdown',
	'text/x-markdown': 'markdown',
	'text/mdx': 'markdown',
	'application/json': 'json',
	'application/ld+json': 'json',
	'application/feed+json': 'json',
	'application/jsonl': 'json-lines',
	'application/x-jsonlines': 'json-lines',
	'application/x-ndjson': 'json-lines',
	'application/ndjson': 'json-lines',
};

/** By file extension, with its dot. {@link READABLE_EXTENSIONS} names them. */
const FORMAT_OF_EXTENSION: Readonly<Record<string, Format>> = {
	'.txt': 'text',
	'.text': 'text',
	'.md': 'markdown',
	'.markdown': 'markdown',
	'.mdx': 'markdown',
	'.html': 'html',
	'.htm': 'html',
	'.json': 'json',
	'.jsonl': 'json-lines',
	'.ndjson': 'json-lines',
};

/** Extensions, lower case with their dot, of the files that are read from a folder. */
export const READABLE_EXTENSIONS: ReadonlySet<string> = new Set(Object.keys(FORMAT_OF_EXTENSION));

/**
 * Reads the articles of one file or response. All but JSON hold one article.
 *
 * @param source A URL, or a path as it was given; it becomes the source of the articles.
 * @throws {UnreadableArticle} If nothing of it can be read: too large, no text, empty, damaged, or of no known encoding.
 */
export function readArticles(bytes: Uint8Array, source: string, { contentType = '' }: ReadOptions = {}): Reading {
	expectArticleSize(source, bytes.length);
	const [type = '', ...parameters] = contentType.toLowerCase().split(';');
	const charset = /charset=["']?([^"';\s]+)/.exec(parameters.join(';'))?.[1] ?? charsetInHtml(bytes);
	const text = decodeText(bytes, source, charset);
	if (text.trim() === '') throw new UnreadableArticle(source, 'expected text, got an empty file');

	const extension = extensionOf(source);
	const unread = unreadFormat(text, extension);
	if (unread !== undefined) {
		throw new UnreadableArticle(
			source,
			`expected text, Markdown, HTML, JSON or JSON Lines, got ${unread}: export it as one of these`,
		);
	}
	switch (FORMAT_OF_TYPE[type.trim()] ?? FORMAT_OF_EXTENSION[extension] ?? formatOf(text)) {
		case 'text':
			return one(readPlainText(text, source));
		case 'markdown':
			return one(readMarkdown(text, source));
		case 'html':
			return one(readHtml(text, source));
		case 'json':
			return readJson(text, source);
		case 'json-lines':
			return readJsonLines(text, source);
	}
}

function one(article: Reading['articles'][number]): Reading {
	if (article.blocks.some(hasText)) return { articles: [article], failed: [] };
	throw new UnreadableArticle(article.source, 'expected text, got none besides markup');
}

function hasText(draft: Draft): boolean {
	if (draft.kind === 'open' || draft.kind === 'close') return false;
	return draft.kind === 'row' ? draft.cells.some(({ text }) => text.trim() !== '') : draft.text.trim() !== '';
}

/** The encoding that a page states in a `meta` element, which must stand in the first 1024 bytes. */
function charsetInHtml(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
	return /<meta[^>]+charset=["']?([^"'>;\s/]+)/i.exec(head)?.[1];
}

/** Lower case with its dot; of a URL, that of its path. */
function extensionOf(source: string): string {
	const path = /^https?:\/\//.test(source) && URL.canParse(source) ? new URL(source).pathname : source;
	return /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
}

/** What a text without type and extension looks like. */
function formatOf(text: string): Format {
	const start = text.trimStart().slice(0, 2000);
	if (
		/^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p)\b/is.test(
			start,
		)
	)
		return 'html';
	if (/^[[{]/.test(start)) {
		if (isJson(text)) return 'json';
		if (isJson(start.split('\n', 1)[0] ?? '')) return 'json-lines';
	}
	return /^(?:---\r?\n[\s\S]*?\r?\n---\r?\n|\+{3}\r?\n[\s\S]*?\r?\n\+{3}\r?\n|#{1,6} \S)/.test(text)
		? 'markdown'
		: 'text';
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
