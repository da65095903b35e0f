import type { Element, Root } from 'hast';
import { withLabels } from '../plain-text/labels.js';
import { type Line, linesOf } from '../plain-text/lines.js';
import { element, isElement, levelOf, nodesBelow } from './tree.js';

/** What a paragraph is that began with `Q:` or `A:`. */
export type Role = 'question' | 'answer';

/** What holds no paragraphs of questions and answers. */
const PASSED = new Set(['li', 'td', 'th', 'blockquote', 'pre', 'summary', 'dd', 'dt', 'figcaption']);

/** A hard line break among the lines of a paragraph; {@link linesOf} parts lines there too. */
const HARD_BREAK = '\u2028';

interface Part {
	readonly block: Element;
	readonly parent: Root | Element;
	/** Where its text begins and ends in the text of all. */
	readonly start: number;
	readonly end: number;
}

/** What {@link markLabels} found a paragraph to be. */
export function roleOf({ properties: { dataRole } }: Element): Role | null {
	return dataRole === 'question' || dataRole === 'answer' ? dataRole : null;
}

/**
 * Takes labels such as `Q:` and `**Answer:**` off the paragraphs and headings that begin with them, and gives each
 * paragraph of a question or an answer its role. A line that begins with a label begins a paragraph.
 */
export function markLabels(tree: Root): void {
	const parts: Part[] = [];
	const texts: string[] = [];
	let length = 0;
	for (const { block, parent } of blocksOf(tree)) {
		const own = textWithBreaks(block);
		parts.push({ block, parent, start: length, end: length + own.length });
		texts.push(own, '\n\n');
		length += own.length + 2;
	}
	const text = texts.join('');
	const lines = withLabels(linesOf(text));
	if (lines === null) return;

	const replacements = new Map<Element, Element[]>();
	let at = 0;
	for (const { block, start, end } of parts) {
		const own: Line[] = [];
		for (let line = lines[at]; line !== undefined && line.start < end; line = lines[++at]) own.push(line);
		const isOnlyLabel = own.length === 0 && text.slice(start, end).trim() !== '';
		if (isOnlyLabel || own.some(({ role }) => role !== undefined))
			replacements.set(block, relabelled(block, own, text));
	}
	for (const parent of new Set(parts.map((part) => part.parent))) {
		const children = parent.children.flatMap((child) => (isElement(child) && replacements.get(child)) || [child]);
		parent.children = children;
	}
}

function* blocksOf(tree: Root): Generator<{ block: Element; parent: Root | Element }> {
	const open: (Root | Element)[] = [tree];
	for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
		const inner: Element[] = [];
		for (const child of parent.children) {
			if (!isElement(child) || PASSED.has(child.tagName)) continue;
			if (child.tagName === 'p' || levelOf(child) !== null) yield { block: child, parent };
			else inner.push(child);
		}
		open.push(...inner.reverse());
	}
}

function textWithBreaks(block: Element): string {
	const parts: string[] = [];
	for (const { node } of nodesBelow(block)) {
		if (isElement(node, 'br')) parts.push(HARD_BREAK);
		else if (node.type === 'text') {
			parts.push(parts.at(-1) === HARD_BREAK ? node.value.replace(/^\n/, '') : node.value);
		}
	}
	return parts.join('');
}

/** A paragraph in pieces, one from each label on; a heading as it was, without its label. */
function relabelled(block: Element, lines: readonly Line[], text: string): Element[] {
	const isHeading = levelOf(block) !== null;
	const pieces: Element[] = [];
	let before: Line | undefined;
	for (const line of lines) {
		let piece = pieces.at(-1);
		if (piece === undefined || (line.role !== undefined && !isHeading)) {
			piece = {
				...block,
				properties: { ...block.properties, ...(isHeading ? {} : { dataRole: line.role }) },
				children: [],
			};
			pieces.push(piece);
		} else if (before !== undefined && text.slice(before.end, line.start).includes(HARD_BREAK)) {
			piece.children.push(element('br', []));
		} else piece.children.push({ type: 'text', value: '\n' });
		piece.children.push({ type: 'text', value: line.text });
		before = line;
	}
	return pieces;
}
