import { childElements, isBlock, isElement, lineOf } from './elements.js';
import type { HtmlElement, HtmlNode } from './tree.js';
import { isQuestion } from './words.js';

/** UTF-16 units of the longest line that is taken for a question. */
const MAX_QUESTION = 300;

/** The bold line that asks at the beginning of an element, and what follows it there. */
export interface BoldQuestion {
	readonly bold: HtmlElement;
	/** The first node after it; `undefined` where it stands alone. */
	readonly next: HtmlNode | undefined;
}

/** A bold question alone in an element, before a line break, or before an answer on its line. */
export function boldQuestionOf(element: HtmlElement): BoldQuestion | undefined {
	const [bold, next] = element.children.filter((child) => isElement(child) || child.trim() !== '');
	if (!isElement(bold) || !/^(?:b|strong)$/.test(bold.name) || bold.size > MAX_QUESTION) return undefined;
	if (isElement(next) ? next.name !== 'br' && !isBlock(next) : next !== undefined && beginsInLowerCase(next))
		return undefined;
	return isQuestion(lineOf(bold)) ? { bold, next } : undefined;
}

/** `<b>Why?</b> is what they asked` is a sentence. */
function beginsInLowerCase(text: string): boolean {
	return /^\s*\p{Ll}/u.test(text);
}

/** The question at the beginning of a list item that an answer follows: bold, or a paragraph of its own. */
export function questionOfItem(item: HtmlElement): HtmlElement | undefined {
	const [first] = item.children.filter((child) => isElement(child) || child.trim() !== '');
	const question =
		boldQuestionOf(item)?.bold ??
		(isElement(first) && first.name === 'p' ? (boldQuestionOf(first)?.bold ?? first) : undefined);
	if (question === undefined || question.size > MAX_QUESTION || question.size === item.size) return undefined;
	const isOneLine = !childElements(question).some(({ name }) => name === 'br');
	return isOneLine && isQuestion(lineOf(question)) ? question : undefined;
}
