import { Readability } from '@mozilla/readability';
import type { Article } from './article.js';
import { depthOf, parseHtml, textOfNode, type HtmlDocument, type HtmlNode } from './html-to-text.js';
import { DATE_FIELDS, stringField } from './stated-fields.js';
import { UnreadableArticle } from './unreadable-article.js';

/**
 * Pages beyond these are read without looking for the main content. The time that it takes grows with elements (10,000
 * take 0.3 s) and much more with depth (200 take 0.3 s, 1,000 take 7 s); pages made for readers stay below 60.
 */
const MAX_ELEMENTS = 50_000;
const MAX_DEPTH = 100;

/** Around an article where the main content was not found; within it, a header may hold its first lines. */
const FURNITURE = new Set(['HEADER', 'FOOTER', 'ASIDE']);

const DATE_SELECTORS = [
	'meta[property="article:published_time"]',
	'meta[itemprop="datePublished"]',
	'meta[name="date"], meta[name="pubdate"], meta[name="publishdate"], meta[name="dcterms.date"], meta[name="DC.date"]',
	'article time[datetime], time[itemprop="datePublished"]',
	'time[datetime]',
] as const;

/**
 * Reads a page: its main content without menus and advertisements, with the title, date and language that it states.
 *
 * @throws {UnreadableArticle} If the page cannot be parsed.
 */
export function readHtml(html: string, source: string): Article {
	try {
		const document = parseHtml(html);
		for (const menu of document.querySelectorAll('nav, menu, dialog')) menu.remove?.();
		// before the main content is looked for: the search changes the document
		const language = languageOf(document);
		const publishedAt = dateOf(document);
		const heading = textOf(document.querySelector('h1'));
		const pageTitle = attributeOf(document, 'meta[property="og:title"]') ?? textOf(document.querySelector('title'));
		const bodyText = document.body === null ? '' : textOfNode(document.body, FURNITURE);
		const main = mainContent(document);
		return {
			source,
			title: main?.title ?? pageTitle ?? heading,
			publishedAt,
			language,
			// a page of a few words only is all main content
			text: main === null || main.text === '' ? bodyText || textOfNode(document) : main.text,
		};
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		throw new UnreadableArticle(source, `expected HTML, got a page that cannot be parsed (${error.message})`, {
			cause: error,
		});
	}
}

function mainContent(document: HtmlDocument): { title: string | null; text: string } | null {
	if (depthOf(document) > MAX_DEPTH) return null;
	try {
		const options = { maxElemsToParse: MAX_ELEMENTS, serializer: (node: unknown) => node as HtmlNode };
		const result = new Readability<HtmlNode>(document, options).parse();
		if (result?.content === null || result?.content === undefined) return null;
		return { title: result.title?.trim() || null, text: textOfNode(result.content) };
	} catch {
		// too many elements, or a page that the search was not made for: the whole body is read instead
		return null;
	}
}

function languageOf(document: HtmlDocument): string | null {
	return (
		document.documentElement?.getAttribute?.('lang')?.trim() ||
		attributeOf(document, 'meta[http-equiv="content-language"]') ||
		attributeOf(document, 'meta[property="og:locale"]')
	);
}

function dateOf(document: HtmlDocument): string | null {
	for (const selector of DATE_SELECTORS.slice(0, 3)) {
		const date = attributeOf(document, selector);
		if (date !== null) return date;
	}
	for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
		const date = dateOfJsonLd(script.textContent ?? '');
		if (date !== null) return date;
	}
	for (const selector of DATE_SELECTORS.slice(3)) {
		const date = document.querySelector(selector)?.getAttribute?.('datetime');
		if (date) return date;
	}
	return null;
}

/** The date in a JSON-LD block, which is one thing, a list of things, or a `@graph` of them. */
function dateOfJsonLd(json: string): string | null {
	try {
		for (const thing of asList(JSON.parse(json))) {
			const graph = asList(isObject(thing) && '@graph' in thing ? thing['@graph'] : []);
			for (const item of [thing, ...graph]) {
				const date = isObject(item) ? stringField({ ...item }, DATE_FIELDS) : null;
				if (date !== null) return date;
			}
		}
	} catch {
		// broken JSON-LD is common, and states nothing
	}
	return null;
}

function asList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function attributeOf(document: HtmlDocument, selector: string): string | null {
	return document.querySelector(selector)?.getAttribute?.('content')?.trim() || null;
}

function textOf(node: HtmlNode | null): string | null {
	return node?.textContent?.trim() || null;
}
