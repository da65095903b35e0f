import { attribute, childElements, closest, holds, isBlock, isElement, keyword } from './elements.js';
import { questionOfItem } from './questions.js';
import type { HtmlElement, HtmlNode } from './tree.js';
import { readLine, writeOpened, type Walk } from './walk.js';
import { isQuestion } from './words.js';

const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);

/** Items of the shortest list of questions: a single item that asks may be a step. */
const LEAST_QUESTIONS = 2;

export function isList(element: HtmlElement): boolean {
	return LISTS.has(element.name) || (keyword(element, 'role') === 'list' && element.name !== 'dl');
}

/** Reads a list: its items with their numbers, and what else stands in it. */
export function readList(walk: Walk, list: HtmlElement): void {
	const { writer } = walk;
	const isItem = (element: HtmlElement) => element.name === 'li' || keyword(element, 'role') === 'listitem';
	if (readQuestions(walk, list, childElements(list).filter(isItem))) return;
	inList(walk, () => {
		const isReversed = list.attributes.has('reversed');
		const count = isReversed ? childElements(list).filter(isItem).length : 1;
		let number = integer(list, 'start') ?? count;
		for (const child of list.children) {
			if (!isElement(child)) writer.text(child);
			else if (!isItem(child)) walk.visit(child);
			else {
				number = integer(child, 'value') ?? number;
				writer.beginItem(list.name === 'ol' ? number : null, attribute(child, 'id'));
				walk.visit(child);
				writer.forgetItem();
				number += isReversed ? -1 : 1;
			}
		}
	});
}

/** Reads a list each item of which is a question with its answer. */
function readQuestions(walk: Walk, list: HtmlElement, items: readonly HtmlElement[]): boolean {
	if (walk.isQuoted || items.length < LEAST_QUESTIONS || closest(list.parent, isList) !== undefined) return false;
	const questions = new Map(items.map((item) => [item, questionOfItem(item)]));
	for (const question of questions.values()) if (question === undefined) return false;
	for (const child of childElements(list)) {
		const question = questions.get(child);
		if (question === undefined) {
			walk.visit(child);
			continue;
		}
		const anchor = attribute(child, 'id') ?? attribute(question, 'id');
		const text = readLine(walk, question);
		walk.consumed.add(question);
		writeOpened(walk, { text, anchor, level: undefined }, () => {
			walk.visit(child);
		});
	}
	return true;
}

interface Definition {
	readonly terms: HtmlElement[];
	/** What follows the terms: `dd` elements, or what else stands in the list. */
	readonly details: HtmlNode[];
}

/** Reads a list of terms: questions with their answers, items `term: detail`, or headings with what stands under them. */
export function readDefinitions(walk: Walk, list: HtmlElement): void {
	const { writer } = walk;
	let run: string[] = [];
	const endRun = () => {
		const items = run;
		run = [];
		if (items.length > 0) {
			inList(walk, () => {
				for (const text of items) writer.add({ kind: 'item', number: null, text });
			});
		}
	};
	for (const { terms, details } of definitionsOf(list)) {
		const term = terms
			.map((each) => readLine(walk, each, isButton(each)))
			.filter(Boolean)
			.join(', ');
		const [only] = details;
		const isSimple =
			details.length === 1 && isElement(only) && only.name === 'dd' && isOneParagraph(only) && !isQuestion(term);
		if (isSimple && term !== '') {
			const detail = readLine(walk, only);
			run.push(detail === '' ? term : `${term.replace(/\s*[:：]$/, '')}: ${detail}`);
			continue;
		}
		endRun();
		const anchor = terms.map((each) => attribute(each, 'id')).find((id) => id !== undefined);
		writeOpened(walk, { text: term, anchor, level: undefined }, () => {
			for (const each of details) {
				if (isElement(each)) walk.visit(each);
				else writer.text(each);
			}
		});
	}
	endRun();
}

/** Runs `inner` between the marks of a list; a list without anything leaves no marks. */
function inList({ writer }: Walk, inner: () => void): void {
	writer.forgetItem();
	writer.add({ kind: 'open', what: 'list' });
	const { length } = writer.blocks;
	inner();
	writer.flush();
	if (writer.blocks.length === length) writer.blocks.pop();
	else writer.add({ kind: 'close', what: 'list' });
}

/** Whether a term is a button that opens what it is the name of. */
function isButton(term: HtmlElement): boolean {
	return holds(term, ({ name, size }) => name === 'button' && 2 * size > term.size);
}

function definitionsOf(list: HtmlElement): Definition[] {
	const definitions: Definition[] = [];
	const isGroup = (child: HtmlNode): child is HtmlElement =>
		isElement(child) && child.name === 'div' && childElements(child).some(({ name }) => name === 'dt');
	for (const part of list.children.flatMap((child) => (isGroup(child) ? child.children : [child]))) {
		if (!isElement(part) && part.trim() === '') continue;
		const last = definitions.at(-1);
		const isTerm = isElement(part) && part.name === 'dt';
		if (isTerm && last !== undefined && last.details.length === 0) last.terms.push(part);
		else if (isTerm) definitions.push({ terms: [part], details: [] });
		else if (last !== undefined) last.details.push(part);
		else definitions.push({ terms: [], details: [part] });
	}
	return definitions;
}

/** Whether an element holds one line of text: no block, or one paragraph with none. */
function isOneParagraph(element: HtmlElement): boolean {
	const blocks = childElements(element).filter((child) => isBlock(child) || child.name === 'br');
	const [only] = blocks;
	if (only === undefined) return true;
	return blocks.length === 1 && only.name === 'p' && only.size === element.size && isOneParagraph(only);
}

function integer(element: HtmlElement, name: string): number | undefined {
	const value = attribute(element, name);
	return value !== undefined && /^[+-]?\d{1,9}$/.test(value) ? Number(value) : undefined;
}
