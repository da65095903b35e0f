import type { Nodes } from 'hast';
import type { Draft, LeftOut } from '../../draft.js';
import { boilerplateOf } from './boilerplate.js';
import { readBlock } from './blocks.js';
import { attribute, closest, descendants, headingLevel, isBlock, isElement } from './elements.js';
import { isTabList, openerOf, tabsOf, type Opener } from './panels.js';
import { pageOf, type Page } from './page.js';
import { treeOfHast, type HtmlElement } from './tree.js';
import { anchorHere, leaveOut, readLine, writeOpened, type Walk } from './walk.js';
import { leftOutText } from './words.js';
import { createWriter } from './writer.js';

/** UTF-16 units of text outside the main part that make it worth reading, with at most this share of it in links. */
const PROSE_UNITS = 150;
const PROSE_LINKED = 0.3;

/**
 * The blocks of a tree in reading order, all of which is text of an article, as in rendered Markdown.
 *
 * @param leftOut Takes what is left out, one entry for each place.
 */
export function draftsOfTree(tree: Nodes, leftOut: LeftOut[]): Draft[] {
	return draftsOfPage(pageOf(treeOfHast(tree), true), leftOut);
}

/** The blocks of a page in reading order; what is left out is added to `leftOut`, one entry for each place. */
export function draftsOfPage(page: Page, leftOut: LeftOut[]): Draft[] {
	const writer = createWriter();
	const walk: Walk = {
		page,
		writer,
		leftOut,
		consumed: new Set(),
		isWithin: page.isFragment,
		level: 0,
		isQuoted: false,
		passed: undefined,
		visit: (element) => {
			visit(walk, element);
		},
		read: (element) => {
			readBlock(walk, element);
		},
		readChildren: (element) => {
			readChildren(walk, element);
		},
	};
	readChildren(walk, page.root);
	writer.flush();
	return writer.blocks;
}

function readChildren(walk: Walk, element: HtmlElement): void {
	for (const child of element.children) {
		if (isElement(child)) walk.visit(child);
		else if (isOutside(walk) && walk.page.aroundMain.has(element)) readTextOutside(walk, child);
		else walk.writer.text(child);
	}
}

function visit(walk: Walk, element: HtmlElement): void {
	if (walk.consumed.has(element)) return;
	const id = attribute(element, 'id') ?? (element.name === 'a' ? attribute(element, 'name') : undefined);
	if (id !== undefined && element.name !== 'input') walk.passed = { id, blocks: walk.writer.blocks.length };
	if (readOpened(walk, element)) return;
	const what = boilerplateOf(element, walk);
	if (what !== null) {
		if (what !== '') leaveOut(walk, element, what);
		if (isBlock(element)) walk.writer.flush();
		return;
	}
	const { isWithin } = walk;
	if (element.name === 'article' || element === walk.page.main) walk.isWithin = true;
	else if (isOutside(walk) && !walk.page.aroundMain.has(element) && element.name !== 'head') {
		if (!isWorthReading(walk, element)) {
			if (element.size > 0) leaveOut(walk, element, 'outside the article');
			return;
		}
		walk.isWithin = true;
	}
	walk.read(element);
	walk.isWithin = isWithin;
}

/** Whether the walk is beside the main part of a page that has one. */
function isOutside({ isWithin, page }: Walk): boolean {
	return !isWithin && page.main !== null;
}

function readTextOutside(walk: Walk, text: string): void {
	if (text.trim().length >= PROSE_UNITS) walk.writer.text(text);
	else if (text.trim() !== '') walk.leftOut.push(leftOutText('outside the article', text.trim().replace(/\s+/g, ' ')));
}

/** Losing half a page is worse than a line too much: prose is read, and the title where the main part has none. */
function isWorthReading({ page }: Walk, element: HtmlElement): boolean {
	if (element.size >= PROSE_UNITS && element.linkSize <= PROSE_LINKED * element.size) return true;
	if (page.hasTitle) return false;
	if (element.name === 'h1') return true;
	for (const { name } of descendants(element)) if (name === 'h1') return true;
	return false;
}

/** Reads what a button or a row of tabs opens, with its line as the question or heading. */
function readOpened(walk: Walk, element: HtmlElement): boolean {
	const { page, consumed, writer } = walk;
	const opened = isTabList(element) ? tabsOf(element, page) : [openerOf(element, page)];
	const openers = opened.filter((opener): opener is Opener => {
		if (opener === undefined || !isAhead(opener, element) || consumed.has(opener.panel)) return false;
		return boilerplateOf(opener.panel, walk) === null;
	});
	if (openers.length === 0) return false;
	writer.flush();
	for (const { label, panel } of openers) {
		consumed.add(panel);
		const level = headingLevel(element) ?? headingLevel(label);
		const anchor = anchorHere(walk, element) ?? attribute(panel, 'id');
		const text = readLine(walk, isTabList(element) ? label : element, true);
		consumed.add(label);
		writeOpened(walk, { text, anchor, level }, () => {
			walk.read(panel);
		});
	}
	if (isTabList(element)) walk.readChildren(element);
	return true;
}

/** Whether a panel is still to be read, as a whole. */
function isAhead({ label, panel }: Opener, from: HtmlElement): boolean {
	const holder = closest(panel.parent, (each) => each === label || each.name === 'pre');
	return panel.order > from.order && holder === undefined;
}
