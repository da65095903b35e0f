import { createCodeTracker, indentOf } from './code-lines.js';

/** A line that opens this many lists and quotations at once is no writing, and takes the parser minutes. */
const NESTED_CONTAINERS = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){50}/;

/** The column of a list item that stands some 200 deep. One twice as deep takes the parser seven times as long. */
const MAX_ITEM_COLUMN = 400;

/** Lines of one paragraph: the parser's time grows with their square, half a second for these. */
const MAX_PARAGRAPH_LINES = 5000;

/** Signs in one paragraph that may open something: the parser's time grows with their square, 0.2 s for these. */
const MAX_SIGNS = 4000;
const SIGNS = /[*_~[<]/g;

/** Openings of comments and declarations in one paragraph; each makes the parser look for its end in the rest of it. */
const MAX_DECLARATIONS = 500;

/** Different lengths of runs of backticks in one paragraph; each makes the parser look through the rest of it. */
const MAX_CODE_LENGTHS = 30;

/** HTML that holds no Markdown up to the next blank line. */
const HTML_BLOCK =
	/^ {0,3}<(?:\/?(?:article|blockquote|body|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|html|li|main|nav|ol|p|section|table|tbody|td|th|thead|tr|ul)(?=[\s/>]|$)|(?:pre|script|style)(?=[\s>]|$)|!--)/i;

/** The line below the head of a table. */
const TABLE_RULE = /^[\s>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[-|: \t]*)?$/;

interface Paragraph {
	lines: number;
	signs: number;
	declarations: number;
	readonly codeLengths: Set<number>;
}

/** Whether the parser would take minutes for a text: no writing in Markdown is like that. Time is linear. */
export function isHostile(markdown: string): boolean {
	const code = createCodeTracker();
	let paragraph = newParagraph();
	let isHtml = false;
	let isList = false;
	let isTable = false;
	let before = '';
	for (const line of markdown.split(/\r\n?|\n/)) {
		if (NESTED_CONTAINERS.test(line)) return true;
		if (code.isCode(line) || line.trim() === '') {
			paragraph = newParagraph();
			isHtml = isList = isTable = false;
			continue;
		}
		const [, mark] = /^[\s>]*([-*+]|\d{1,9}[.)])[ \t]+\S/.exec(line) ?? [];
		// within a paragraph, a list begins with a bullet or with 1
		const isItem: boolean =
			mark !== undefined && (isList || paragraph.lines === 0 || (/^(?:\D|1.$)/.test(mark) && indentOf(line) < 4));
		if (isItem && indentOf(line) >= MAX_ITEM_COLUMN) return true;
		isList ||= isItem;
		isHtml ||= HTML_BLOCK.test(line);
		isTable ||= TABLE_RULE.test(line) && cellsOf(line) === cellsOf(before);
		before = line;
		if (isItem || isTable) paragraph = newParagraph();
		if (!isHtml && isTooMuch(paragraph, line)) return true;
	}
	return false;
}

function cellsOf(row: string): number {
	return row
		.replace(/^[\s>]*\|?/, '')
		.replace(/\|?\s*$/, '')
		.split('|').length;
}

function newParagraph(): Paragraph {
	return { lines: 0, signs: 0, declarations: 0, codeLengths: new Set() };
}

function isTooMuch(paragraph: Paragraph, line: string): boolean {
	paragraph.lines++;
	paragraph.signs += line.match(SIGNS)?.length ?? 0;
	paragraph.declarations += line.match(/<[!?]/g)?.length ?? 0;
	for (const [run] of line.matchAll(/`+/g)) paragraph.codeLengths.add(run.length);
	return (
		paragraph.lines > MAX_PARAGRAPH_LINES ||
		paragraph.signs > MAX_SIGNS ||
		paragraph.declarations > MAX_DECLARATIONS ||
		paragraph.codeLengths.size > MAX_CODE_LENGTHS
	);
}
