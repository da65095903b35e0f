import { createCodeTracker, indentOf } from './markdown-code-lines.js';

/** A line that opens this many lists and quotations at once is no writing, and takes the parser minutes. */
const NESTED_CONTAINERS = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){50}/;

/** Columns at which a list item begins that stands some 200 deep: twice as deep takes the parser seven times as long. */
const MAX_ITEM_COLUMN = 400;

/** Lines of one paragraph: the parser's time grows with their square, half a second for these. */
const MAX_PARAGRAPH_LINES = 5000;

/** Signs in one paragraph that may open something: the parser's time grows with their square, 0.2 s for these. */
const MAX_SIGNS = 4000;
const SIGNS = /[*_~[<]/g;

/** Openings of comments and declarations in one paragraph, for whose ends the parser looks through the rest of it each time. */
const MAX_DECLARATIONS = 500;

/** Different lengths of runs of backticks in one paragraph; each makes the parser look through the rest of it. */
const MAX_CODE_LENGTHS = 30;

/** HTML that holds no Markdown up to the next blank line. */
const HTML_BLOCK =
	/^ {0,3}<(?:\/?(?:article|blockquote|body|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|head|header|html|li|main|nav|ol|p|section|table|tbody|td|th|thead|tr|ul)(?=[\s/>]|$)|(?:pre|script|style)(?=[\s>]|$)|!--)/i;

interface Paragraph {
	lines: number;
	signs: number;
	declarations: number;
	readonly codeLengths: Set<number>;
}

/** Whether the parser would take minutes for a text: no writing in Markdown is like that. Time is linear. */
export function isHostile(markdown: string): boolean {
	let paragraph = newParagraph();
	let isHtml = false;
	let isTable = false;
	const code = createCodeTracker();
	for (const line of markdown.split(/\r\n?|\n/)) {
		if (NESTED_CONTAINERS.test(line)) return true;
		if (code.isCode(line) || line.trim() === '') {
			paragraph = newParagraph();
			isHtml = false;
			isTable = false;
			continue;
		}
		const isItem = /^[\s>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line);
		if (isItem && indentOf(line) >= MAX_ITEM_COLUMN) return true;
		isHtml ||= HTML_BLOCK.test(line);
		isTable ||= /^[\s>]*\|?[ \t]*:?-+:?[ \t]*\|[-|:\s]*$/.test(line);
		if (isItem || isTable) paragraph = newParagraph();
		if (!isHtml && isTooMuch(paragraph, line)) return true;
	}
	return false;
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
