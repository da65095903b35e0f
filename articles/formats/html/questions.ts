import { childElements, isBlock, isElement, lineOf } from './elements.js';
import type { HtmlElement } from './tree.js';
import { isQuestion } from './words.js';

/** UTF-16 units of the longest line that is taken for a question. */
const MAX_QUESTION = 300;

/** A bold question at the beginning of an element: alone, before a line break, or before an answer on its line. */
export function boldQuestionOf(element: HtmlElement): HtmlElement | undefined {
	const [bold, next] = element.children.filter((child) => isElement(child) || child.trim() !== '');
	if (!isElement(bold) || !/^(?:b|strong)$/.test(bold.name) || bold.size > MAX_QUESTION) return undefined;
	const isWithinLine = isElement(next) ? next.name !== 'br' && !isBlock(next) : beginsInLowerCase(next ?? '');
	return !isWithinLine && isQuestion(lineOf(bold)) ? bold : undefined;
}

/** `<b>Why?</b> is what they asked` is a sentence. */
function beginsInLowerCase(text: string): boolean {
	return /^\s*\p{Ll}/u.test(text);
}

/** The question at the beginning of a list item that an answer follows: bold, or a paragraph of its own. */
export function questionOfItem(item: HtmlElement): HtmlElement | undefined {
	const [first] = item.children.filter((child) => isElement(child) || child.trim() !== '');
	const question =
		boldQuestionOf(item) ?? (isElement(first) && first.name === 'p' ? (boldQuestionOf(first) ?? first) : undefined);
	if (question === undefined || question.size > MAX_QUESTION || question.size === item.size) return undefined;
	const isOneLine = !childElements(question).some(({ name }) => name === 'br');
	return isOneLine && isQuestion(lineOf(question)) ? question : undefined;
}
