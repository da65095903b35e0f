import type { LeftOut } from '../../draft.js';
import { inlineBoilerplateOf } from './inline.js';
import { attribute, collapsed, isBlock, lineOf } from './elements.js';
import { isHidden, isPanel } from './hidden.js';
import { MORE_LABEL } from './labels.js';
import type { Page } from './page.js';
import type { HtmlElement } from './tree.js';
import { isQuestion, leftOutText } from './words.js';
import type { Writer } from './writer.js';

/** A walk through a page in reading order, and what it has come by. */
export interface Walk {
	readonly page: Page;
	readonly writer: Writer;
	readonly leftOut: LeftOut[];
	/** What was read out of order, or is not to be read a second time. */
	readonly consumed: Set<HtmlElement>;
	/** Whether the walk is within the text: see `Surroundings`. */
	isWithin: boolean;
	/** The level of the heading that the walk stands under; 0 for none. */
	level: number;
	/** Whether the walk is within a quotation. */
	isQuoted: boolean;
	/** The last id that was passed, and how many blocks there were then. */
	passed: { readonly id: string; readonly blocks: number } | undefined;
	/** Reads an element, or leaves it out. */
	visit(element: HtmlElement): void;
	/** Reads an element that is known to be text. */
	read(element: HtmlElement): void;
	readChildren(element: HtmlElement): void;
}

/** Counts an element as left out. */
export function leaveOut(walk: Walk, element: HtmlElement, what: string): void {
	const all = () => lineOf(element, undefined, (each) => isBlock(each) || /^(?:a|button|span)$/.test(each.name));
	const line = what === 'image' ? collapsed(attribute(element, 'alt') ?? all()).trim() : all();
	walk.leftOut.push(leftOutText(what, line));
}

/**
 * The text of an element on one line, without what is no text; that is counted.
 *
 * @param withButtons Whether the text of buttons is part of it: it is what a button opens.
 */
export function readLine(walk: Walk, element: HtmlElement, withButtons = false): string {
	return lineOf(element, (each) => {
		if (walk.consumed.has(each)) return true;
		let what = inlineBoilerplateOf(each);
		if (what === null && each.name === 'button' && !withButtons) what = 'buttons';
		if (what === null && isHidden(each) && !isPanel(each, walk.page)) what = 'hidden text';
		if (what !== null && what !== '') leaveOut(walk, each, what);
		return what !== null;
	});
}

/** The id of what begins here: its own, or one that was passed right before. */
export function anchorHere(walk: Walk, element: HtmlElement): string | undefined {
	const own = attribute(element, 'id');
	if (own !== undefined) return own;
	return walk.passed?.blocks === walk.writer.blocks.length ? walk.passed.id : undefined;
}

export interface Label {
	readonly text: string;
	readonly anchor: string | undefined;
	/** Of the heading that it is, where it is one. */
	readonly level: number | undefined;
}

/** Writes a question with its answer, or a heading with what stands under it: what a line opens. */
export function writeOpened(walk: Walk, { text, anchor, level }: Label, inner: () => void): void {
	const { writer, level: outer } = walk;
	const at = Math.min(level ?? outer + 1, 6);
	const anchored = anchor === undefined ? {} : { anchor };
	writer.forgetItem();
	const isName = text !== '' && !MORE_LABEL.test(text);
	if (isQuestion(text) || isName) {
		writer.add({ kind: 'open', what: 'section' });
		if (isQuestion(text)) writer.add({ kind: 'question', text, ...anchored });
		else writer.add({ kind: 'heading', level: at, text, ...anchored });
		if (!isQuestion(text)) walk.level = at;
		inner();
		writer.add({ kind: 'close', what: 'section' });
	} else {
		if (text !== '') walk.leftOut.push(leftOutText('buttons', text));
		inner();
		writer.flush();
	}
	walk.level = outer;
}
