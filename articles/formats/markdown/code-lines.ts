/** Tells code from text, line by line. */
export interface CodeTracker {
	/** Whether a line is code, or HTML that holds no Markdown. It must be asked once for each line, in order. */
	readonly isCode: (line: string) => boolean;
	/** Ends a block of code whose surroundings have ended. */
	readonly leave: () => void;
}

interface Fence {
	readonly marks: string;
	/** Block quotations that it stands in. */
	readonly quotes: number;
	/** The column from which its lines must stand to be within the same list item. */
	readonly column: number;
}

/** List markers on one line that are followed; more open no list that anybody writes. */
const MAX_MARKERS = 20;

const VERBATIM = /^<(?:!--|(pre|script|style|textarea)(?=[\s>]))/i;

/** How many columns of white space a line begins with: a tab goes on to the next multiple of four. */
export function indentOf(line: string): number {
	let columns = 0;
	for (const unit of line) {
		if (unit === ' ') columns++;
		else if (unit === '\t') columns += 4 - (columns % 4);
		else break;
	}
	return columns;
}

/** The line with at most `columns` columns of white space fewer at its beginning. */
export function dedented(line: string, columns: number): string {
	if (columns === 0) return line;
	return ' '.repeat(Math.max(0, indentOf(line) - columns)) + line.trimStart();
}

/**
 * Follows fences, indented code, comments and elements such as `pre` through the lines of a Markdown document. It reads
 * as much of lists and quotations as it needs for that. Time is linear in the lines.
 */
export function createCodeTracker(): CodeTracker {
	let fence: Fence | undefined;
	/** What ends the comment or element that holds no Markdown. */
	let verbatimEnd: string | undefined;
	/** Where the contents of the open list items begin. */
	let items: number[] = [];
	let quotesBefore = 0;
	let isAfterBlank = true;
	let isIndented = false;

	const isFenced = (line: string): boolean => {
		if (fence === undefined) return false;
		const { quotes, text } = unquoted(line, fence.quotes);
		const isOutside = quotes < fence.quotes || (text.trim() !== '' && indentOf(text) < fence.column);
		if (!isOutside) {
			if (isFenceEnd(text.trim(), fence.marks)) fence = undefined;
			return true;
		}
		fence = undefined;
		return false;
	};

	const isVerbatim = (text: string): boolean => {
		if (verbatimEnd === undefined) {
			const opener = VERBATIM.exec(text);
			if (opener === null) return false;
			verbatimEnd = opener[1] === undefined ? '-->' : `</${opener[1].toLowerCase()}`;
		}
		if (text.toLowerCase().includes(verbatimEnd)) verbatimEnd = undefined;
		return true;
	};

	/** Where the text of a line begins, after the markers of the list items that it opens. */
	const enterItems = (line: string, indent: number): { column: number; text: string } => {
		let column = indent;
		let text = line.trimStart();
		for (let i = 0; i < MAX_MARKERS; i++) {
			const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/.exec(text)?.[0];
			if (marker === undefined) break;
			const rest = text.slice(marker.length);
			const spaces = indentOf(rest);
			column += marker.length + (spaces >= 1 && spaces <= 4 ? spaces : 1);
			items.push(column);
			text = rest.trimStart();
		}
		return { column, text };
	};

	return {
		isCode: (line) => {
			if (isFenced(line)) return true;
			const { quotes, text } = unquoted(line, Infinity);
			if (quotes !== quotesBefore) items = [];
			quotesBefore = quotes;
			if (verbatimEnd !== undefined) return isVerbatim(text);
			if (text.trim() === '') {
				isAfterBlank = true;
				return false;
			}
			const indent = indentOf(text);
			const isStart = isAfterBlank || /^\s*[^\p{L}\s]/u.test(text);
			while (isStart && indent < (items.at(-1) ?? 0)) items.pop();
			isIndented = (isAfterBlank || isIndented) && indent >= (items.at(-1) ?? 0) + 4;
			isAfterBlank = false;
			if (isIndented) return true;
			const { text: content } = enterItems(text, indent);
			const marks = /^(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(content);
			if (marks === null) return isVerbatim(content);
			fence = { marks: marks[1] ?? marks[2] ?? '', quotes, column: items.at(-1) ?? 0 };
			return true;
		},
		leave: () => {
			fence = undefined;
			verbatimEnd = undefined;
			items = [];
			isAfterBlank = true;
			isIndented = false;
		},
	};
}

/** A line without the marks of the block quotations that it stands in, at most `most` of them. */
function unquoted(line: string, most: number): { quotes: number; text: string } {
	let from = 0;
	let quotes = 0;
	const mark = / {0,3}> ?/y;
	while (quotes < most) {
		mark.lastIndex = from;
		const match = mark.exec(line);
		if (match === null) break;
		from += match[0].length;
		quotes++;
	}
	return { quotes, text: line.slice(from) };
}

function isFenceEnd(text: string, marks: string): boolean {
	return text.startsWith(marks) && text.split(marks[0] ?? '').every((part) => part === '');
}
