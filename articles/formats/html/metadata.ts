import type { Article } from '../../article.js';
import type { Draft } from '../../draft.js';
import { attribute, descendants, keyword, lineOf } from './elements.js';
import { publishedAtOf } from './dates.js';
import type { Page } from './page.js';
import type { HtmlElement } from './tree.js';

/** What parts a page's title from its site's name. */
const SITE_MARK = / [|–—·•»-] |\||｜| :: /;
const MARK_AT_END = /[ |｜–—·•»:-]{1,10}$/;
const MARK_AT_START = /^[ |｜–—·•»:-]{1,10}/;

/** UTF-16 units of a title that are looked at: more than any has. */
const MAX_TITLE = 2000;

/** The title, language and day of publication that a page states. */
export function metadataOf(page: Page, blocks: readonly Draft[]): Pick<Article, 'title' | 'publishedAt' | 'language'> {
	const metas: HtmlElement[] = [];
	let language: string | null = null;
	let pageTitle: string | null = null;
	for (const element of descendants(page.root)) {
		if (element.name === 'html') language = attribute(element, 'lang') ?? attribute(element, 'xml:lang') ?? null;
		else if (element.name === 'body') language ??= attribute(element, 'lang') ?? null;
		else if (element.name === 'title') pageTitle ??= lineOf(element).slice(0, MAX_TITLE) || null;
		else if (element.name === 'meta') metas.push(element);
	}
	const site = meta(metas, 'og:site_name') ?? meta(metas, 'application-name');
	return {
		title: titleOf(meta(metas, 'og:title'), pageTitle, site, blocks),
		publishedAt: publishedAtOf(page, metas),
		language: language ?? meta(metas, 'content-language') ?? meta(metas, 'language') ?? meta(metas, 'og:locale'),
	};
}

function meta(metas: readonly HtmlElement[], wanted: string): string | null {
	for (const element of metas) {
		const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => keyword(element, name));
		const content = names.includes(wanted) ? attribute(element, 'content') : undefined;
		if (content !== undefined) return content;
	}
	return null;
}

function titleOf(
	openGraph: string | null,
	pageTitle: string | null,
	site: string | null,
	blocks: readonly Draft[],
): string | null {
	const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
	const [heading] = headings;
	const stated = openGraph ?? pageTitle;
	if (stated === null) return heading ?? null;
	const matching = headings.find((text) => isSame(stated, text) || isSame(pageTitle ?? '', text));
	if (matching !== undefined) return matching;
	return withoutSite(stated, site, headings);
}

/** Whether a page's title is a heading, perhaps with the site's name around it. */
function isSame(title: string, heading: string): boolean {
	return plain(heading) !== '' && plain(title).includes(plain(heading));
}

/** A title without the name of the site at its end or its beginning, where the page or its heading says that it is one. */
function withoutSite(title: string, site: string | null, headings: readonly string[]): string {
	const parts = title.split(SITE_MARK);
	const [first = '', last = ''] = [parts[0], parts.at(-1)];
	if (parts.length < 2) return title;
	const isSite = (part: string) => site !== null && plain(part) !== '' && plain(part) === plain(site);
	const isTitle = (part: string) =>
		headings.some((heading) => plain(part) !== '' && plain(heading).includes(plain(part)));
	if (isSite(last) || isTitle(first)) return title.slice(0, title.length - last.length).replace(MARK_AT_END, '');
	if (isSite(first) || isTitle(last)) return title.slice(first.length).replace(MARK_AT_START, '');
	return title;
}

function plain(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
}
