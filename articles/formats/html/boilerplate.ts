import {
	attribute,
	besides,
	childElements,
	headingLevel,
	hints,
	holds,
	isBlock,
	keyword,
	lineOf,
	token,
	word,
} from './elements.js';
import { isDialog, isHidden, isPanel } from './hidden.js';
import { inlineBoilerplateOf } from './inline.js';
import { FRAME_LABELS, SKIP_LABEL } from './labels.js';
import type { Page } from './page.js';
import type { HtmlElement } from './tree.js';

/** Sizes are in UTF-16 units of text without white space. */
const LINE = 20;
const SMALL = 60;
const SHORT = 300;
const PROSE = 120;

/** Share of an element's text that stands in links: what is above is hardly prose. */
const LINKED = 0.5;
const NEARLY_ALL_LINKED = 0.9;
const SEVERAL_LINKS = 3;

const NAVIGATION = word(
	'breadcrumbs?|pagination|pager|page-nav(?:igation)?|toc|table-of-contents|skip-?(?:links?|nav|' +
		'to-(?:main|content))|(?:site|main|top|side|sub|global|primary|post)-?nav(?:igation|bar)?|nav|' +
		'navbar|navigation|menu|sidebar',
);
const COOKIES = word('cookies?|cookie-?(?:banner|notice|bar|consent|popup|law)|consent|gdpr|ccpa');
const COOKIE_MAKERS = new RegExp(
	'onetrust|cookiebot|cc-window|cc-banner|qc-cmp|didomi|usercentrics|truste|sp_message|fc-consent|' +
		'osano|cky-|cmplz|borlabs',
);
const COOKIE_BANNER = word(
	'(?:cookies?|consent|gdpr)[-_ ]?(?:banner|notice|notification|bar|consent|popup|modal|message|' +
		'law|overlay|dialog|wall|alert)',
);
const SHARE = word(
	'share|sharing|shares|social|share-?(?:buttons?|bar|tools|links|icons)|social-?(?:share|links|' +
		'media|icons|buttons)|addthis\\S*|a2a|addtoany\\S*|sharedaddy|shariff',
);
const RELATED = word(
	'related|related-?(?:posts?|articles?|content|links|stories|news)|recommended|recommendations|' +
		'recirc\\S*|read-?(?:more|next|also)|more-?(?:news|stories|from|articles)|also-?like|you-may\\S*|' +
		'trending|most-?(?:read|popular|viewed)|popular-?posts|jp-relatedposts|outbrain|taboola',
);
const ADVERTISEMENT = word(
	'ad-?(?:slot|container|unit|banner|wrapper|block|box|space|label)|ads?|advert|advertisements?|' +
		'advertising|adsbygoogle|google-?ads?|dfp|sponsored',
);
const NEWSLETTER = word(
	'newsletter\\S*|subscribe\\S*|subscription|mailing-?list|sign-?up\\S*|mc_embed\\S*|mailchimp\\S*|' + 'opt-?in',
);
const FEEDBACK = word('votes?|voting|feedback|helpful|was-?this-?\\S*|ratings?');
const COMMENTS = token(
	'comments|comment-?list|comments?-(?:area|section|wrapper|container)|comment-?respond|' +
		'disqus(?:_thread|-thread)?',
);
const PAGE_HEADER = token('(?:site|page|global|main)-?header|masthead|top-?bar|header');
const PAGE_FOOTER = token('(?:site|page|global|main)-?footer|colophon|footer');

const NOTE = word('footnotes?|endnotes?|sidenote|note|admonition|callout|tip|warning|alert|hint');
const CONTAINERS = new Set([
	'div',
	'section',
	'aside',
	'ul',
	'ol',
	'dl',
	'nav',
	'form',
	'header',
	'footer',
	'ins',
	'table',
	'menu',
]);

/** Where an element stands. */
export interface Surroundings {
	readonly page: Page;
	/** Whether it stands within the text: the main part, an article, a piece of prose beside them. */
	readonly isWithin: boolean;
}

/**
 * What an element is that is no text of the article, by its name in the report.
 *
 * @returns `null` for what may be text, and `''` for what has no words of its own to lose.
 */
export function boilerplateOf(element: HtmlElement, surroundings: Surroundings): string | null {
	const inline = inlineBoilerplateOf(element);
	if (inline !== null) return inline;
	const { page } = surroundings;
	if (element === page.main || element === page.root || /^(?:html|body|main)$/.test(element.name)) return null;
	const byPlace =
		frameOf(element, surroundings) ??
		(isBlock(element) || element.name === 'ins' ? blockName(element, surroundings) : null);
	if (byPlace !== null) return byPlace;
	if (isHidden(element) && !isPanel(element, page)) return 'hidden text';
	if (element.name === 'button' || (keyword(element, 'role') === 'button' && element.size <= SMALL)) return 'buttons';
	if (
		element.name === 'a' &&
		(SKIP_LABEL.test(lineOf(element)) || /(?:^|\s)skip-?(?:link|nav|to-\S+)/.test(hints(element)))
	) {
		return attribute(element, 'href')?.startsWith('#') === true ? 'navigation' : null;
	}
	return null;
}

/** Whether an element holds most of the page's text, while nothing else is marked as its main part. */
function isTheText(element: HtmlElement, { root, main }: Page): boolean {
	if (main !== null) return false;
	return 2 * (element.size - element.linkSize) > root.size - root.linkSize;
}

function frameOf(element: HtmlElement, { page, isWithin }: Surroundings): string | null {
	const role = keyword(element, 'role');
	const { name } = element;
	if (isWithin && name === 'footer' && isLinked(element, NEARLY_ALL_LINKED)) return 'links';
	if (isTheText(element, page) && (!page.isFragment || name !== 'nav')) return null;
	if (name === 'nav' || /^(?:navigation|menubar|doc-toc|doc-index)$/.test(role)) return 'navigation';
	if (isDialog(element)) return dialogName(element);
	if (isWithin) {
		if (name !== 'aside' && role !== 'complementary') return null;
		return isLinked(element, LINKED) || element.size < LINE ? asideName(element) : null;
	}
	if (name === 'header' || role === 'banner') return holdsTitle(element, page) ? null : 'page header';
	if (name === 'footer' || role === 'contentinfo') return 'page footer';
	if (name === 'aside' || role === 'complementary') return 'aside';
	return null;
}

/** A note is text, however short it is. */
function asideName(element: HtmlElement): string | null {
	const isNote = /^doc-/.test(keyword(element, 'role')) || NOTE.test(hints(element)) || element.size === 0;
	return isNote ? null : 'aside';
}

function dialogName(element: HtmlElement): string | null {
	const line = `${hints(element)} ${keyword(element, 'aria-label')}`;
	if (COOKIES.test(line) || COOKIE_MAKERS.test(line)) return 'cookie notice';
	if (NEWSLETTER.test(line)) return 'newsletter sign-up';
	return element.attributes.has('open') ? null : 'hidden text';
}

/** By class and id, which are held against what the element looks like: an article may be about cookies or shares. */
function blockName(element: HtmlElement, surroundings: Surroundings): string | null {
	const { page, isWithin } = surroundings;
	if (element.size === 0) return null;
	if (headingLevel(element) !== undefined) return page.isFragment ? null : labelName(element);
	// ids of sections are made from their headings
	const line =
		CONTAINERS.has(element.name) && element.name !== 'section'
			? hints(element)
			: keyword(element, 'class').slice(0, 1000);
	const { size, links } = element;
	if (line !== ' ' && line !== '' && !isTheText(element, page)) {
		const label = keyword(element, 'aria-label');
		if (COOKIE_MAKERS.test(line) || COOKIE_BANNER.test(`${line} ${label}`)) return 'cookie notice';
		if (COOKIES.test(line) && size <= 4 * SHORT && holds(element, ({ name }) => name === 'button'))
			return 'cookie notice';
		if (ADVERTISEMENT.test(line) && size <= SHORT) return 'advertisement';
		if (SHARE.test(line) && size <= SHORT && (links > 0 || size <= SMALL) && !isProse(element)) return 'share buttons';
		if (FEEDBACK.test(line) && size <= SHORT && holds(element, isField)) return 'feedback form';
		if (NEWSLETTER.test(line) && size <= 4 * SHORT && holds(element, isField)) return 'newsletter sign-up';
		if (COMMENTS.test(line) && !holds(element, ({ name }) => name === 'h1')) return 'comments';
		if (RELATED.test(line) && links > 0 && size <= SHORT * links) return 'related links';
		if (NAVIGATION.test(line) && isLinked(element, LINKED)) return 'navigation';
		if (!isWithin && PAGE_FOOTER.test(line)) return 'page footer';
		if (!isWithin && PAGE_HEADER.test(line) && !holdsTitle(element, page)) return 'page header';
	}
	if (/usercomments/i.test(keyword(element, 'itemtype')) || keyword(element, 'itemprop') === 'comment')
		return 'comments';
	if (element.name === 'form' && size <= PROSE && holds(element, isField)) return 'form';
	return page.isFragment ? null : linksName(element);
}

/** A block of links outside of prose, by what its heading says of it. */
function linksName(element: HtmlElement): string | null {
	if (!isBlock(element)) return null;
	const label = labelName(element);
	if (label !== null) return label;
	const before = besides(element, -1);
	if (isLinked(element, LINKED) && before !== undefined && isFrameLabel(before)) return 'related links';
	if (element.links === 0) return null;
	const first = childElements(element).find(({ size }) => size > 0);
	if (first !== undefined && element.links > 1 && isFrameLabel(first) && isLinked(element, LINKED))
		return 'related links';
	if (element.links < SEVERAL_LINKS || !isLinked(element, NEARLY_ALL_LINKED)) return null;
	// a list that a sentence introduces is part of the text
	return before !== undefined && isIntroduction(before) ? null : 'links';
}

/** A line above links to other pages goes with them. */
function labelName(element: HtmlElement): string | null {
	if (!isFrameLabel(element)) return null;
	const next = besides(element, 1);
	return next !== undefined && next.links > 0 && isLinked(next, LINKED) ? 'related links' : null;
}

/** Whether a heading or line says that what follows leads elsewhere, in the languages of the interface. */
function isFrameLabel(element: HtmlElement): boolean {
	if (element.size === 0 || element.size > SMALL || !isBlock(element)) return false;
	return FRAME_LABELS.test(lineOf(element));
}

function isIntroduction(element: HtmlElement): boolean {
	if (headingLevel(element) !== undefined) return false;
	return isProse(element) || /[:：]\s*$/.test(lineOf(element).slice(-3));
}

function isLinked({ size, linkSize }: HtmlElement, share: number): boolean {
	return size > 0 && linkSize >= share * size;
}

function isProse(element: HtmlElement): boolean {
	return (
		element.size - element.linkSize >= SMALL &&
		element.linkSize <= LINKED * element.size &&
		element.links <= element.size / PROSE + 2
	);
}

function isField({ name, attributes }: HtmlElement): boolean {
	return name === 'button' || (name === 'input' && !/^(?:checkbox|radio)$/.test(attributes.get('type') ?? ''));
}

/** Whether the page's own title stands in an element that frames the text. */
function holdsTitle(element: HtmlElement, page: Page): boolean {
	if (page.main !== null && page.hasTitle) return false;
	return holds(element, (each) => each.name === 'h1' && each.size > 0 && !isHomeLink(each));
}

function isHomeLink(heading: HtmlElement): boolean {
	return (
		heading.linkSize === heading.size &&
		holds(heading, (each) => /^(?:\/|\.\/?|https?:\/\/[^/]+\/?)$/.test(attribute(each, 'href') ?? ''))
	);
}
