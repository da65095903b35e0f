import {
	attribute,
	besides,
	childElements,
	descendants,
	headingLevel,
	hints,
	holds,
	isBlock,
	isElement,
} from './elements.js';
import { codeLanguage, codeText, isCodeTool, isGutter } from './code.js';
import { KIND_LABEL } from './labels.js';
import { isList, readDefinitions, readList } from './lists.js';
import { boldQuestionOf } from './questions.js';
import { isDataTable, rowDrafts } from './tables.js';
import type { HtmlElement } from './tree.js';
import { anchorHere, leaveOut, readLine, writeOpened, type Walk } from './walk.js';

/** UTF-16 units of a heading that may hold blocks; what is longer is a heading that nobody closed. */
const MAX_HEADING = 300;

const ADMONITION = new RegExp(
	'(?:^|\\s)(?:(?:theme-|md-|markdown-)?(?:admonition|alert|callout)|note|tip|warning|caution|' +
		'danger|important|hint|notice|infobox)(?:[-_\\s]|$)',
);
/** UTF-16 units that may stand in a heading beside its one paragraph: a link to itself. */
const BESIDE_UNITS = 2;
const IN_NO_HEADING = /^(?:dl|table|pre|blockquote|form|h[1-6])$/;
const TITLE = /(?:^|[\s_-])(?:title|heading|header)(?:[\s_-]|$)/;

/** Reads an element that is known to be text, with all it holds. */
export function readBlock(walk: Walk, element: HtmlElement): void {
	const { writer } = walk;
	const { name } = element;
	const level = headingLevel(element);
	if (name === 'br') writer.lineBreak();
	else if (name === 'hr') writer.flush();
	else if (level !== undefined && isUnclosed(element)) readUnclosed(walk, element, level);
	else if (level !== undefined) readHeading(walk, element, level);
	else if (name === 'pre') readCode(walk, element);
	else if (isList(element)) readList(walk, element);
	else if (name === 'dl') readDefinitions(walk, element);
	else if (name === 'table' && isDataTable(element)) readTable(walk, element);
	else if (name === 'details') readDetails(walk, element);
	else if (name === 'blockquote') readQuotation(walk, element);
	else if (isCodeTool(element) === 'tool') leaveOut(walk, element, 'buttons');
	else if (name === 'figcaption' || name === 'caption') {
		writer.within('caption', attribute(element, 'id'), () => {
			walk.readChildren(element);
		});
	} else if (isBlock(element)) readProse(walk, element);
	else walk.readChildren(element);
}

function readProse(walk: Walk, element: HtmlElement): void {
	const isLeaf = !childElements(element).some(isBlock);
	if (isLeaf && readBoldQuestion(walk, element)) return;
	if (/^(?:div|section|aside|p)$/.test(element.name) && ADMONITION.test(hints(element))) readKind(walk, element);
	// the id of what holds several blocks is not that of its first
	const anchor = isLeaf || element.name === 'p' ? attribute(element, 'id') : undefined;
	walk.writer.within(null, anchor, () => {
		walk.readChildren(element);
	});
}

/** The title of an admonition is left out where it names the kind alone. */
function readKind(walk: Walk, element: HtmlElement): void {
	const title = childElements(element).find(({ size }) => size > 0);
	if (title === undefined || title.size > MAX_HEADING || title.size === element.size) return;
	if (!isBlock(title) && !TITLE.test(hints(title))) return;
	const text = readLine(walk, title);
	const isKind = KIND_LABEL.test(text);
	if (!isKind && !TITLE.test(hints(title)) && headingLevel(title) === undefined) return;
	walk.consumed.add(title);
	if (isKind) leaveOut(walk, title, 'label');
	else walk.writer.add({ kind: walk.isQuoted ? 'quotation' : 'paragraph', text });
}

/** A bold line that asks is the question of what follows. */
function readBoldQuestion(walk: Walk, element: HtmlElement): boolean {
	const { writer } = walk;
	if (walk.isQuoted || !/^(?:p|div)$/.test(element.name) || writer.isInItem()) return false;
	const found = boldQuestionOf(element);
	if (found === undefined || walk.consumed.has(found)) return false;
	const anchor = anchorHere(walk, element);
	const text = readLine(walk, found);
	walk.consumed.add(found);
	writer.add({ kind: 'question', text, ...(anchor !== undefined && { anchor }) });
	writer.within(null, undefined, () => {
		walk.readChildren(element);
	});
	return true;
}

function isUnclosed(heading: HtmlElement): boolean {
	if (heading.size > MAX_HEADING) return childElements(heading).some(isBlock);
	let paragraphs = 0;
	let size = 0;
	for (const each of descendants(heading)) {
		if (each.name === 'p') {
			paragraphs += 1;
			size += each.size;
		}
		if (paragraphs > 1 || isList(each) || IN_NO_HEADING.test(each.name)) return true;
	}
	return paragraphs > 0 && heading.size - size > BESIDE_UNITS;
}

/** What stands before the first block is the heading that nobody closed. */
function readUnclosed(walk: Walk, element: HtmlElement, level: number): void {
	const { writer } = walk;
	writer.flush();
	const { length } = writer.blocks;
	let isOpen = true;
	for (const child of element.children) {
		if (isOpen && isElement(child) && isBlock(child)) {
			writer.flush();
			const [only, second] = writer.blocks.slice(length);
			if (only?.kind === 'paragraph' && second === undefined && only.text.length <= MAX_HEADING) {
				writer.blocks.pop();
				writer.add({ ...only, kind: 'heading', level, anchor: attribute(element, 'id') });
			}
			isOpen = false;
		}
		if (isElement(child)) walk.visit(child);
		else writer.text(child);
	}
	writer.flush();
}

function readHeading(walk: Walk, element: HtmlElement, level: number): void {
	const { writer } = walk;
	writer.forgetItem();
	const anchor = headingAnchor(walk, element);
	// a heading that is a button, though nothing is found that it opens
	const isButton = holds(element, ({ name, size }) => name === 'button' && 2 * size > element.size);
	const text = readLine(walk, element, isButton);
	if (text === '') return;
	if (walk.isQuoted) {
		writer.add({ kind: 'quotation', text });
		return;
	}
	walk.level = level;
	writer.add({ kind: 'heading', level, text, ...(anchor !== undefined && { anchor }) });
}

/** Its own id, that of an anchor within it, where its own link leads, or an id passed right before it. */
function headingAnchor(walk: Walk, heading: HtmlElement): string | undefined {
	const own = attribute(heading, 'id');
	if (own !== undefined) return own;
	for (const each of descendants(heading)) {
		const id = attribute(each, 'id') ?? (each.name === 'a' ? attribute(each, 'name') : undefined);
		const link = each.name === 'a' ? attribute(each, 'href') : undefined;
		if (link !== undefined && /^#[^\s]/.test(link)) return decoded(link.slice(1));
		if (id !== undefined) return id;
	}
	const link = besides(heading, 1);
	const target = link?.name === 'a' && link.size === 0 ? attribute(link, 'href') : undefined;
	return target !== undefined && /^#[^\s]/.test(target) ? decoded(target.slice(1)) : anchorHere(walk, heading);
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		// a percent sign that encodes nothing stands for itself
		return fragment;
	}
}

function readCode(walk: Walk, pre: HtmlElement): void {
	walk.writer.forgetItem();
	if (isGutter(pre)) return;
	const text = codeText(pre, (tool) => {
		leaveOut(walk, tool, 'buttons');
	});
	const anchor = attribute(pre, 'id');
	if (text !== '')
		walk.writer.add({ kind: 'code', language: codeLanguage(pre), text, ...(anchor !== undefined && { anchor }) });
}

function readTable(walk: Walk, table: HtmlElement): void {
	const { writer } = walk;
	writer.forgetItem();
	writer.add({ kind: 'open', what: 'table' });
	for (const caption of childElements(table).filter(({ name }) => name === 'caption')) {
		const text = readLine(walk, caption);
		if (text !== '') writer.add({ kind: 'caption', text });
	}
	for (const row of rowDrafts(table, (cell) => readLine(walk, cell))) writer.add(row);
	writer.add({ kind: 'close', what: 'table' });
}

function readDetails(walk: Walk, details: HtmlElement): void {
	walk.writer.flush();
	const summary = childElements(details).find(({ name }) => name === 'summary');
	if (summary === undefined) {
		walk.readChildren(details);
		walk.writer.flush();
		return;
	}
	walk.consumed.add(summary);
	const [heading] = [summary, ...childElements(summary)].flatMap((each) => headingLevel(each) ?? []);
	const anchor = attribute(summary, 'id') ?? anchorHere(walk, details);
	writeOpened(walk, { text: readLine(walk, summary), anchor, level: heading }, () => {
		walk.readChildren(details);
	});
}

function readQuotation(walk: Walk, quotation: HtmlElement): void {
	const outer = walk.isQuoted;
	walk.writer.forgetItem();
	walk.isQuoted = true;
	walk.writer.within('quotation', attribute(quotation, 'id'), () => {
		walk.readChildren(quotation);
	});
	walk.isQuoted = outer;
}
