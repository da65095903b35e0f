import type { Article } from '../../article.js';
import type { Draft, LeftOut } from '../../draft.js';
import { draftsOfPage } from './drafts.js';
import { metadataOf } from './metadata.js';
import { pageOf } from './page.js';
import { treeOfHtml } from './tree.js';
import { joinLeftOut } from './words.js';

/**
 * Reads a page: its text as blocks, without menus and advertisements, with the title, date and language that it states.
 *
 * @throws {UnreadableArticle} If the page has too many elements.
 */
export function readHtml(html: string, source: string): Article {
	const page = pageOf(treeOfHtml(html, source), false);
	const leftOut: LeftOut[] = [];
	const blocks = draftsOfPage(page, leftOut);
	return { source, ...metadataOf(page, blocks), blocks, leftOut: joinLeftOut(leftOut) };
}

/**
 * Reads a piece of HTML, all of which is text of an article: a field of a record, an entry of a feed.
 *
 * @param source For the error.
 * @throws {UnreadableArticle} If it has too many elements.
 */
export function htmlDrafts(html: string, source = ''): { blocks: Draft[]; leftOut: LeftOut[] } {
	const leftOut: LeftOut[] = [];
	const blocks = draftsOfPage(pageOf(treeOfHtml(html, source), true), leftOut);
	return { blocks, leftOut: joinLeftOut(leftOut) };
}
