import { attribute, besides, descendants, headingLevel, hints, keyword, lineOf } from './elements.js';
import type { Page } from './page.js';
import type { HtmlElement } from './tree.js';
import { isQuestion } from './words.js';

/** UTF-16 units of a line that can be the question or the heading of what follows it. */
const MAX_LABEL = 300;

/** Hidden siblings that are passed over to find the heading of a hidden element. */
const MAX_STEPS = 20;

const STYLE_HIDES =
	/display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?![.\d]*[1-9])|(?:^|;)\s*height\s*:\s*0(?![.\d]*[1-9])/i;
const CLASS_HIDES =
	/(?:^|\s)(?:(?:is-|u-)?hidden|hide|d-none|visually-?hidden|sr-only|screen-reader-(?:text|only)|element-invisible)(?:\s|$)/;
/** Hidden on small screens only, or shown when it has the focus of a keyboard. */
const CLASS_SHOWS = /(?:sm|md|lg|xl|2xl|print)(?::|-)(?:block|flex|grid|inline|table)/;

const PANEL_HINT = /accordion|collaps|answer|faq|tab-?(?:content|pane|panel)|(?<![a-z])panel|toggle|expand|spoiler/;
const LABEL_HINT = /question|title|header|heading|trigger|toggle|accordion|summary/;

/** Whether a browser does not show an element when it opens the page, as far as its own attributes say. */
export function isHidden(element: HtmlElement): boolean {
	if (element.attributes.has('hidden') || keyword(element, 'aria-hidden') === 'true') return true;
	if (STYLE_HIDES.test(attribute(element, 'style')?.slice(0, 1000) ?? '')) return true;
	if (element.name === 'noscript') return true;
	if (element.name === 'dialog' && !element.attributes.has('open')) return true;
	// a heading that only screen readers read still parts the text
	if (headingLevel(element) !== undefined) return false;
	const classes = keyword(element, 'class').slice(0, 1000);
	return CLASS_HIDES.test(classes) && !CLASS_SHOWS.test(classes);
}

/** Whether a hidden element is one that a visitor opens: something controls it, or it stands under a line of its own. */
export function isPanel(element: HtmlElement, page: Page): boolean {
	if (element.name === 'noscript' || isDialog(element)) return false;
	const id = attribute(element, 'id');
	if (id !== undefined && page.controlled.has(id)) return true;
	if (/^(?:tabpanel|region)$/.test(keyword(element, 'role')) || attribute(element, 'aria-labelledby') !== undefined)
		return true;
	if (PANEL_HINT.test(hints(element))) return true;
	let label = besides(element, -1);
	for (let step = 0; step < MAX_STEPS && label !== undefined && isHidden(label); step++) label = besides(label, -1);
	return label !== undefined && isLabel(label);
}

/** Whether an element is laid over the page. */
export function isDialog(element: HtmlElement): boolean {
	return (
		element.name === 'dialog' ||
		/^(?:alert)?dialog$/.test(keyword(element, 'role')) ||
		keyword(element, 'aria-modal') === 'true' ||
		/(?:^|\s)(?:modal|popup|lightbox)(?:\s|$)/.test(hints(element))
	);
}

function isLabel(element: HtmlElement): boolean {
	if (element.size === 0 || element.size > MAX_LABEL) return false;
	const isOne = (each: HtmlElement) =>
		headingLevel(each) !== undefined ||
		/^(?:dt|summary|button|legend)$/.test(each.name) ||
		keyword(each, 'role') === 'button' ||
		LABEL_HINT.test(hints(each));
	if (isOne(element) || isQuestion(lineOf(element))) return true;
	for (const each of descendants(element)) if (isOne(each)) return true;
	return false;
}
