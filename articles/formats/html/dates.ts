import { attribute, closest, descendants, hints, isElement, keyword, lineOf } from './elements.js';
import type { Page } from './page.js';
import type { HtmlElement } from './tree.js';

/** Under which `meta` states when a page was published, best first. What was changed, received or accepted is none. */
const META_NAMES = [
	'article:published_time',
	'article:published',
	'og:published_time',
	'og:article:published_time',
	'datepublished',
	'citation_publication_date',
	'citation_online_date',
	'citation_date',
	'dcterms.issued',
	'dc.date.issued',
	'dcterms.date',
	'dc.date',
	'dcterms.created',
	'dc.date.created',
	'parsely-pub-date',
	'sailthru.date',
	'pubdate',
	'publishdate',
	'publish-date',
	'publish_date',
	'publication_date',
	'publication-date',
	'published-date',
	'date',
] as const;

/** Things of schema.org that are no article, though they have a date. */
const NO_ARTICLE = new RegExp(
	'^(?:' +
		'review|usereview|criticreview|userreview|comment|usercomments|event|.*event|offer|' +
		'aggregateoffer|person|organization|imageobject|videoobject|audioobject|mediaobject|' +
		'aggregaterating|rating|breadcrumblist|website|product|jobposting|answer|question|' +
		'sitenavigationelement|wpheader|wpfooter|wpsidebar' +
		')$',
	'i',
);

/** Where JSON-LD says what a page is about. */
const ENTITY_KEYS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'] as const;
const MAX_ENTITIES = 1000;

/** Elements and texts beside a title among which a date may stand. */
const MAX_BEFORE = 12;

/** Beside an article, or below it: the dates there are not its own. */
const NOT_ITS_OWN = new Set(['aside', 'footer', 'nav', 'dialog']);
const NOT_ITS_OWN_HINT =
	/comment|related|recommend|sidebar|widget|teaser|card|more-|footer|event|popular|trending|latest|recent/;
const CHANGED_HINT = /updated|modified|changed|edited|revised|(?<![a-z])event/;
const PUBLISHED_HINT = new RegExp(
	'(?:^|[\\s_-])(?:published|pub-?date|publish-?date|posted-on|post-date|entry-date|dt-published|' +
		'date-published|article-date)(?:[\\s_-]|$)',
);

/** The day that a page states as its publication, as it is written; `null` where it states none. */
export function publishedAtOf(page: Page, metas: readonly HtmlElement[]): string | null {
	return dateOfMeta(metas) ?? dateOfData(page) ?? dateOfElements(page);
}

function dateOfMeta(metas: readonly HtmlElement[]): string | null {
	for (const wanted of META_NAMES) {
		for (const element of metas) {
			const isNamed = ['property', 'name', 'itemprop'].some(
				(name) => keyword(element, name).replace(/^dcterms:/, 'dcterms.') === wanted,
			);
			const content = isNamed && isOwn(element, 'meta') ? attribute(element, 'content') : undefined;
			if (content !== undefined) return content;
		}
	}
	return null;
}

function dateOfData(page: Page): string | null {
	for (const script of descendants(page.root)) {
		if (script.name !== 'script') continue;
		try {
			const date = dateOfEntities(JSON.parse(script.children.filter((child) => typeof child === 'string').join('')));
			if (date !== null) return date;
		} catch {
			// broken JSON-LD is common, and states nothing
		}
	}
	return null;
}

/** The first date of an article among things, and what these say they are about. */
function dateOfEntities(data: unknown): string | null {
	const pending: unknown[] = [data];
	for (let i = 0; i < pending.length && i < MAX_ENTITIES; i++) {
		const thing = pending[i];
		if (Array.isArray(thing)) pending.push(...(thing as unknown[]).slice(0, MAX_ENTITIES));
		if (!isRecord(thing)) continue;
		const types = [thing['@type']].flat().map(String);
		if (types.some((type) => NO_ARTICLE.test(type.replace(/^.*[/:]/, ''))) && thing['@graph'] === undefined) continue;
		const date = thing['datePublished'];
		if (typeof date === 'string' && date.trim() !== '') return date.trim();
		pending.push(...ENTITY_KEYS.map((key) => thing[key]));
	}
	return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function dateOfElements(page: Page): string | null {
	const marked: string[] = [];
	const inHead: string[] = [];
	for (const element of descendants(page.main ?? page.root)) {
		const isStated = keyword(element, 'itemprop').split(/\s+/).includes('datepublished');
		if (!isStated && element.name !== 'time' && !PUBLISHED_HINT.test(hints(element))) continue;
		if (element.size > 60) continue;
		const date = attribute(element, 'content') ?? attribute(element, 'datetime');
		const own = isOwn(element, 'text');
		if (isStated && own) return date ?? (lineOf(element) || null);
		if (!own || CHANGED_HINT.test(hints(element))) continue;
		const isPublished = element.attributes.has('pubdate') || PUBLISHED_HINT.test(hints(element));
		if (isPublished && (date !== undefined || element.name === 'time')) marked.push(date ?? lineOf(element));
		else if (element.name === 'time' && date !== undefined && isAtTop(element, page)) inHead.push(date);
	}
	if (marked[0] !== undefined) return marked[0];
	return inHead.length === 1 ? (inHead[0] ?? null) : null;
}

/** Whether a date is of the page's own article, and not of something else that the page shows. */
function isOwn(element: HtmlElement, kind: 'meta' | 'text'): boolean {
	const other = closest(element.parent, (each) => {
		if (each.name === 'body' || each.name === 'html' || each.name === 'main') return false;
		const type = (attribute(each, 'itemtype') ?? '').replace(/^.*[/:]/, '');
		if (each.attributes.has('itemscope') && NO_ARTICLE.test(type)) return true;
		if (kind === 'meta') return false;
		return (
			NOT_ITS_OWN.has(each.name) ||
			NOT_ITS_OWN_HINT.test(hints(each)) ||
			/^(?:complementary|contentinfo)$/.test(keyword(each, 'role'))
		);
	});
	return other === undefined;
}

/** Whether a date stands at the top of the article: in its header, or beside its title. */
function isAtTop(element: HtmlElement, page: Page): boolean {
	const header = closest(element, ({ name }) => name === 'header');
	if (header !== undefined && (page.main === null || header !== page.root)) return true;
	for (let next = element; next.parent !== null; next = next.parent) {
		const before = next.parent.children.slice(0, Math.min(next.index, MAX_BEFORE));
		if (next.index <= MAX_BEFORE && before.some((each) => isElement(each) && each.name === 'h1')) return true;
	}
	return false;
}
