import {
	attribute,
	besides,
	descendants,
	headingLevel,
	hints,
	isBlock,
	isElement,
	keyword,
	lineOf,
} from './elements.js';
import { isHidden } from './hidden.js';
import { targetsOf, type Page } from './page.js';
import type { HtmlElement, HtmlNode } from './tree.js';
import { isQuestion } from './words.js';

/** A line that opens a panel: an accordion's button with its answer, a tab with its page. */
export interface Opener {
	/** Its text is the question or heading. */
	readonly label: HtmlElement;
	readonly panel: HtmlElement;
}

/** How far above a button its panel's neighbor is looked for: heading, bar, header. */
const MAX_CLIMB = 4;

/** UTF-16 units of the longest line that opens something. */
const MAX_LABEL = 300;

/** UTF-16 units beside a button in what is taken for its frame: an icon, a number. */
const FRAME_UNITS = 4;

const QUESTION_HINT = /(?:^|[\s_-])question(?:-(?:title|text))?(?:\s|$)/;
const TOGGLE_HINT = /(?<![a-z])tabs?(?![a-z])|accordion|collaps|toggle|faq|question|expand/;

/**
 * The panel that an element opens: the element is a button, or a heading or frame with nothing but a button in it.
 *
 * @returns `undefined` where it opens nothing.
 */
export function openerOf(element: HtmlElement, page: Page): Opener | undefined {
	if (headingLevel(element) === undefined) {
		return isToggle(element) ? withPanel(element, page) : undefined;
	}
	if (isToggle(element)) return withPanel(element, page);
	if (element.size > MAX_LABEL) return undefined;
	for (const each of descendants(element)) {
		if (isToggle(each) && each.size >= element.size - FRAME_UNITS) return withPanel(each, page);
	}
	return undefined;
}

/** The tabs of a list of tabs with their panels, in order; those without a panel are left out. */
export function tabsOf(list: HtmlElement, page: Page): Opener[] {
	const labels = [...descendants(list, (element) => !isTabList(element))].filter((element) =>
		keyword(list, 'role') === 'tablist'
			? keyword(element, 'role') === 'tab'
			: element.name === 'label' || isTabLink(element),
	);
	const panels = panelsBeside(list);
	return labels.flatMap((label, i) => {
		const id = attribute(label, 'id');
		const named = targetsOf(label).map((target) => page.byId.get(target));
		const owned = panels.find((panel) => id !== undefined && attribute(panel, 'aria-labelledby') === id);
		const panel = named.find((each) => each !== undefined) ?? owned ?? panels[i];
		return panel === undefined || panel.size === 0 ? [] : [{ label, panel }];
	});
}

/** Whether it is a row of tabs. */
export function isTabList(element: HtmlElement): boolean {
	return (
		keyword(element, 'role') === 'tablist' ||
		/(?:^|\s)(?:tabbed-labels|nav-tabs|nav-pills)(?:\s|$)/.test(hints(element))
	);
}

function isTabLink(element: HtmlElement): boolean {
	return /^(?:tab|pill)$/.test(keyword(element, 'data-toggle') || keyword(element, 'data-bs-toggle'));
}

/** The panels that follow a row of tabs, or its frame, before the next row. */
function panelsBeside(list: HtmlElement): HtmlElement[] {
	let frame: HtmlElement | null = list;
	for (let step = 0; step < 2 && frame !== null; step++, frame = frame.parent) {
		const panels: HtmlElement[] = [];
		for (let next = nextElement(frame); next !== undefined && !isTabList(next); next = nextElement(next)) {
			if (isTabPanel(next)) panels.push(next);
			else
				for (const each of descendants(next, (element) => !isTabPanel(element)))
					if (isTabPanel(each)) panels.push(each);
		}
		if (panels.length > 0) return panels;
	}
	return [];
}

function nextElement({ parent, index }: HtmlElement): HtmlElement | undefined {
	const siblings = parent?.children ?? [];
	for (let i = index + 1; i < siblings.length; i++) if (isElement(siblings[i])) return siblings[i] as HtmlElement;
	return undefined;
}

function isTabPanel(element: HtmlElement): boolean {
	return keyword(element, 'role') === 'tabpanel' || /(?:^|\s)(?:tab-pane|tabbed-block)(?:\s|$)/.test(hints(element));
}

function isToggle(element: HtmlElement): boolean {
	if (element.size === 0 || /^(?:submit|reset)$/.test(keyword(element, 'type'))) return false;
	if (keyword(element, 'role') === 'tab') return false;
	if (element.size > MAX_LABEL) return false;
	if (element.attributes.has('aria-expanded') || element.attributes.has('aria-controls')) {
		return /^(?:button|a|div|span|label|p|dt|h[1-6]|li)$/.test(element.name);
	}
	if (/^collapse$/.test(keyword(element, 'data-toggle') || keyword(element, 'data-bs-toggle'))) return true;
	if (isBeforeHidden(element) && isQuestion(lineOf(element))) return true;
	const isButton =
		element.name === 'button' ||
		keyword(element, 'role') === 'button' ||
		(element.name === 'label' && isSwitch(element));
	// named a question by its author, and one by its mark
	if (QUESTION_HINT.test(hints(element)) && element.name !== 'a' && isQuestion(lineOf(element))) return true;
	return isButton && (TOGGLE_HINT.test(hints(element)) || isQuestion(lineOf(element)));
}

/** Whether a script hides what follows: the line is then what opens it. */
function isBeforeHidden(element: HtmlElement): boolean {
	const next = besides(element, 1);
	const isLine = isBlock(element) && headingLevel(element) === undefined;
	return isLine && next !== undefined && next.size > 0 && isHidden(next);
}

/** Whether it is the label of a box that is ticked to open something: the input right before it. */
function isSwitch(label: HtmlElement): boolean {
	const input = besides(label, -1);
	return input?.name === 'input' && /^(?:checkbox|radio)$/.test(keyword(input, 'type'));
}

function withPanel(label: HtmlElement, page: Page): Opener | undefined {
	for (const target of targetsOf(label)) {
		const panel = page.byId.get(target);
		if (panel !== undefined && panel.size > 0 && !isWithin(label, panel)) return { label, panel };
	}
	let frame: HtmlElement = label;
	for (let step = 0; step < MAX_CLIMB; step++) {
		const next = besides(frame, 1);
		if (next !== undefined && next.size > 0) {
			return isBlock(next) && !startsAnother(next) ? { label, panel: next } : undefined;
		}
		const { parent } = frame;
		if (parent === null || parent.size > label.size + FRAME_UNITS) return undefined;
		frame = parent;
	}
	return undefined;
}

function isWithin(element: HtmlElement, ancestor: HtmlElement): boolean {
	for (let next: HtmlElement | null = element; next !== null; next = next.parent) if (next === ancestor) return true;
	return false;
}

/** Whether the first text of an element is a heading or button of its own. */
function startsAnother(element: HtmlElement): boolean {
	let next: HtmlElement | undefined = element;
	while (next !== undefined) {
		if (headingLevel(next) !== undefined || isToggle(next)) return true;
		const first: HtmlNode | undefined = next.children.find((child) =>
			isElement(child) ? child.size > 0 : child.trim() !== '',
		);
		next = isElement(first) ? first : undefined;
	}
	return false;
}
