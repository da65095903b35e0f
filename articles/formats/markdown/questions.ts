import type { Element, ElementContent, Root, RootContent } from 'hast';
import { KIND_LABEL } from '../html/labels.js';
import { isQuestion } from '../html/words.js';
import { roleOf } from './labels.js';
import { element, isElement, levelOf, textOf } from './tree.js';
import { beginsInLowerCase, endsLikeText, endsSentence, endsWithColon, isShort } from '../plain-text/signs.js';

/** What a paragraph turns out to be. */
type Part =
	| { readonly kind: 'question'; readonly nodes: readonly ElementContent[]; readonly answer: Element | null }
	| { readonly kind: 'heading'; readonly nodes: readonly ElementContent[] }
	| { readonly kind: 'block'; readonly block: RootContent };

/** A question to which what follows is added. */
interface OpenQuestion {
	readonly details: Element;
	/** Whether only a list, a table or code that its answer introduces is added. */
	isBrief: boolean;
	/** Whether its answer ends with a colon or with what a colon introduced. */
	introduces: boolean;
}

/** The least level of a heading that is only bold: the first one is that of the title. */
const LEAST_LEVEL = 2;

/** What is not looked into: it holds no paragraphs, or paragraphs that belong to something smaller. */
const PASSED = new Set('p ul ol dl table pre blockquote figure summary h1 h2 h3 h4 h5 h6'.split(' '));

const INTRODUCED = ['ul', 'ol', 'table', 'pre'];

/**
 * Makes headings of short paragraphs that are only bold, and questions with their answers of paragraphs that begin with
 * a bold question or that a label calls one. They take the form of `details` with the question as `summary`.
 */
export function markQuestions(tree: Root): void {
	const hasTitle = tree.children.some((child) => levelOf(child) === 1);
	const walk = { level: hasTitle ? 0 : LEAST_LEVEL - 1 };
	tree.children = arranged(tree.children, walk);
}

function arranged<Child extends RootContent>(children: readonly Child[], walk: { level: number }): Child[] {
	const out: RootContent[] = [];
	const lastQuestion = children.findLastIndex((child) => isElement(child, 'p') && roleOf(child) === 'question');
	let open: OpenQuestion | undefined;
	for (const [at, child] of children.entries()) {
		if (!isElement(child) && textOf(child).trim() === '') {
			out.push(child);
			continue;
		}
		for (const part of partsOf(child, () => children.slice(at + 1, at + 3), walk)) {
			if (part.kind === 'question') {
				const details = element('details', [
					element('summary', part.nodes),
					...(part.answer === null ? [] : [part.answer]),
				]);
				open = { details, isBrief: part.answer !== null, introduces: endsWithColon(textOf(details).trimEnd()) };
				out.push(details);
			} else if (part.kind === 'heading') {
				open = undefined;
				out.push(element(`h${Math.min(walk.level + 1, 6)}`, part.nodes));
			} else {
				if (open !== undefined && !goesOn(open, part.block)) open = undefined;
				if (open === undefined) out.push(part.block);
				else open.details.children.push(part.block as ElementContent);
				if (open !== undefined && isElement(part.block, 'p')) {
					open.introduces = endsWithColon(textOf(part.block).trimEnd());
					// below the last of labelled answers, other text follows
					if (roleOf(part.block) === 'answer' && at > lastQuestion) open.isBrief = true;
				}
			}
		}
	}
	return out as Child[];
}

function goesOn({ isBrief, introduces }: OpenQuestion, block: RootContent): boolean {
	if (levelOf(block) !== null || isElement(block, 'hr')) return false;
	return !isBrief || (introduces && isElement(block, ...INTRODUCED));
}

function partsOf(child: RootContent, next: () => readonly RootContent[], walk: { level: number }): readonly Part[] {
	if (!isElement(child)) return [{ kind: 'block', block: child }];
	walk.level = levelOf(child) ?? walk.level;
	if (child.tagName === 'p') return partsOfParagraph(child, next, walk.level);
	if (!PASSED.has(child.tagName)) child.children = arranged(child.children, walk);
	return [{ kind: 'block', block: child }];
}

function partsOfParagraph(paragraph: Element, next: () => readonly RootContent[], level: number): readonly Part[] {
	const role = roleOf(paragraph);
	if (role === 'question') return [{ kind: 'question', nodes: paragraph.children, answer: null }];
	const asBlock: Part = { kind: 'block', block: paragraph };
	if (role === 'answer') return [asBlock];
	const questions = boldQuestions(paragraph);
	if (questions !== null) return questions;
	const [bold, second] = paragraph.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
	if (bold === undefined || second !== undefined || level === 0 || !isBold(bold)) return [asBlock];
	const follows = next().some((node) => isElement(node) && levelOf(node) === null && node.tagName !== 'hr');
	const text = textOf(bold).trim();
	const isHeading = isShort(text) && !endsSentence(text) && !endsLikeText(text) && !KIND_LABEL.test(text);
	return follows && isHeading && /[\p{L}\p{N}]/u.test(text) ? [{ kind: 'heading', nodes: [bold] }] : [asBlock];
}

/** The questions of a paragraph each of which begins a line in bold, with what stands behind them; `null` for none. */
function boldQuestions(paragraph: Element): Part[] | null {
	const parts: Part[] = [];
	let rest: ElementContent[] = [];
	let question: readonly ElementContent[] | null = null;
	const end = (): void => {
		const answer = withoutLeading(rest);
		const block = answer.length === 0 ? null : { ...paragraph, children: answer };
		if (question !== null) parts.push({ kind: 'question', nodes: question, answer: block });
		else if (block !== null) parts.push({ kind: 'block', block });
		rest = [];
	};
	for (const line of linesOfParagraph(paragraph)) {
		const found = boldQuestion(line);
		if (found === null) {
			rest.push(...line);
			continue;
		}
		end();
		question = found.question;
		rest = found.rest;
	}
	if (question === null) return null;
	end();
	return parts;
}

/** The children of a paragraph by the lines of the source; each begins with the break before it. */
function linesOfParagraph({ children }: Element): ElementContent[][] {
	let line: ElementContent[] = [];
	const lines = [line];
	for (const child of children) {
		const pieces: ElementContent[] =
			child.type === 'text'
				? child.value.split(/(?=\n)/).map((value): ElementContent => ({ type: 'text', value }))
				: [child];
		for (const piece of pieces) {
			const isBreak = isElement(piece, 'br') || (piece.type === 'text' && piece.value.startsWith('\n'));
			if (isBreak && !isElement(line.at(-1), 'br')) {
				line = [];
				lines.push(line);
			}
			line.push(piece);
		}
	}
	return lines;
}

function boldQuestion(line: readonly ElementContent[]): { question: ElementContent[]; rest: ElementContent[] } | null {
	const nodes = withoutLeading(line);
	const [bold, second, ...others] = nodes;
	if (bold === undefined || !isBold(bold)) return null;
	const mark = second?.type === 'text' ? (/^\s?[?？؟]/.exec(second.value)?.[0] ?? '') : '';
	if (!isQuestion((textOf(bold) + mark).trim())) return null;
	const after = second === undefined ? [] : [second, ...others];
	if (second?.type === 'text' && mark !== '') after[0] = { ...second, value: second.value.slice(mark.length) };
	const rest = withoutLeading(after);
	// `**Why?** is what they asked` is a sentence
	const [first] = rest;
	if (first !== undefined && beginsInLowerCase(textOf(first).trimStart())) return null;
	return { question: mark === '' ? [bold] : [bold, { type: 'text', value: mark }], rest };
}

/** Bold text, also in italics. */
function isBold(node: ElementContent): boolean {
	if (isElement(node, 'strong', 'b')) return true;
	return isElement(node, 'em', 'i') && node.children.length === 1 && isElement(node.children[0], 'strong', 'b');
}

/** Nodes without the white space, breaks and dashes before the first of them. */
function withoutLeading(nodes: readonly ElementContent[]): ElementContent[] {
	const rest = [...nodes];
	for (let first = rest[0]; first !== undefined; first = rest[0]) {
		const isBreak = isElement(first, 'br');
		if (first.type !== 'text' && !isBreak) break;
		const value = first.type === 'text' ? first.value.replace(/^\s*(?:[:：–—-]\s+)?\s*/, '') : '';
		if (value !== '' && first.type === 'text') {
			rest[0] = { ...first, value };
			break;
		}
		rest.shift();
	}
	return rest;
}
