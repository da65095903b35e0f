import { attribute, descendants, hints, keyword, token } from './elements.js';
import type { HtmlElement } from './tree.js';

/** What has to be known of a whole page to read any part of it. */
export interface Page {
	readonly root: HtmlElement;
	/** What the page marks as its main part, if it holds most of the text. */
	readonly main: HtmlElement | null;
	/** What holds {@link main}, up to the root. */
	readonly aroundMain: ReadonlySet<HtmlElement>;
	/** Whether all of it is text of an article: a record's field, rendered Markdown. */
	readonly isFragment: boolean;
	readonly byId: ReadonlyMap<string, HtmlElement>;
	/** Ids of what a button, a tab or a link shows and hides. */
	readonly controlled: ReadonlySet<string>;
	/** Whether a level-1 heading stands in the main part, or in the article where there is no main part. */
	readonly hasTitle: boolean;
}

/** Elements that frame a page's text. */
const FRAME = new Set(['nav', 'header', 'footer', 'aside', 'dialog', 'noscript']);

/** Share of the text that makes an element the main part; one found by its name alone must hold more. */
const MOST = 0.5;
const NEARLY_ALL = 0.7;

const MAIN_HINT = token(
	'main|content|main-?content|page-?content|post-?content|entry-?content|article-?(?:body|content)|' + 'bodycontent',
);

/** Looks over a page once. */
export function pageOf(root: HtmlElement, isFragment: boolean): Page {
	const byId = new Map<string, HtmlElement>();
	const controlled = new Set<string>();
	for (const element of descendants(root)) {
		const id = attribute(element, 'id');
		if (id !== undefined && !byId.has(id)) byId.set(id, element);
		for (const target of targetsOf(element)) controlled.add(target);
	}
	const main = isFragment ? null : mainOf(root);
	let hasTitle = isFragment;
	for (const { name } of descendants(main ?? root, ({ name }) => !FRAME.has(name))) hasTitle ||= name === 'h1';
	const aroundMain = new Set<HtmlElement>();
	for (let next = main?.parent ?? null; next !== null; next = next.parent) aroundMain.add(next);
	return { root, main, aroundMain, isFragment, byId, controlled, hasTitle };
}

/** Ids of what a control shows and hides. */
export function targetsOf(element: HtmlElement): string[] {
	const controls = attribute(element, 'aria-controls')?.split(/\s+/) ?? [];
	const isToggle = /^(?:collapse|tab|pill|toggle)$/.test(
		keyword(element, 'data-toggle') || keyword(element, 'data-bs-toggle'),
	);
	const isButton = isToggle || keyword(element, 'role') === 'button' || keyword(element, 'role') === 'tab';
	const links = ['data-bs-target', 'data-target', ...(isButton ? ['href'] : [])].flatMap((name) => {
		const value = attribute(element, name) ?? '';
		return /^#[^\s]/.test(value) ? [value.slice(1)] : [];
	});
	return [...controls.slice(0, 10), ...links];
}

function mainOf(root: HtmlElement): HtmlElement | null {
	const all = proseBelow(root);
	const isMost = (share: number) => (element: HtmlElement) => proseBelow(element) >= share * all && element.size > 0;
	const mains: HtmlElement[] = [];
	const articles: HtmlElement[] = [];
	const hinted: HtmlElement[] = [];
	const isMain = (element: HtmlElement) => element.name === 'main' || keyword(element, 'role') === 'main';
	const isArticle = (element: HtmlElement) =>
		element.name === 'article' ||
		keyword(element, 'role') === 'article' ||
		keyword(element, 'itemprop') === 'articlebody';
	for (const element of descendants(root, (element) => !FRAME.has(element.name) && !isArticle(element))) {
		if (isMain(element)) mains.push(element);
		else if (isArticle(element)) articles.push(element);
		else if (/^(?:div|section|td)$/.test(element.name) && element.size > 0 && MAIN_HINT.test(hints(element)))
			hinted.push(element);
	}
	if (mains.length === 1 && mains.some(isMost(MOST))) return mains[0] ?? null;
	if (articles.length === 1 && articles.some(isMost(MOST))) return articles[0] ?? null;
	// the last is the innermost of those that hold each other
	return hinted.slice(0, 10).reverse().find(isMost(NEARLY_ALL)) ?? null;
}

/** UTF-16 units of text that is neither a link nor part of the frame. */
function proseBelow(root: HtmlElement): number {
	let prose = root.size - root.linkSize;
	for (const { name, size, linkSize } of descendants(root, ({ name }) => !FRAME.has(name))) {
		if (FRAME.has(name)) prose -= size - linkSize;
	}
	return prose;
}
