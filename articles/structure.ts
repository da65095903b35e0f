import type { Block, Cell, Heading, Question, Row } from './blocks.js';
import type { Span } from './document.js';

/** Whether a block can be quoted alone: headings, questions and the heads of a table are only what others are read behind. */
export function isContent(block: Block): boolean {
	return !isHeading(block) && !(block.kind === 'row' && block.isHead);
}

/** Whether others stand under it. */
export function isHeading(block: Block | undefined): block is Heading | Question {
	return block?.kind === 'heading' || block?.kind === 'question';
}

/** Ends of questions, in any script: `?`, and those of Arabic, Chinese, Greek, Armenian and Ethiopic. */
const QUESTION_END = /[?？؟\u037e՞፧⁇⁈][\s)\]»”"'’）]*$/u;

/** Whether what stands under a heading answers it. */
export function isQuestion(text: string, block: Heading | Question): boolean {
	return block.kind === 'question' || QUESTION_END.test(text.slice(block.start, block.end));
}

/** The headings and questions that a block stands under, the outermost first. */
export function headingPath(blocks: readonly Block[], block: Block): (Heading | Question)[] {
	const path: (Heading | Question)[] = [];
	for (let at = blocks[block.under]; isHeading(at); at = blocks[at.under]) path.unshift(at);
	return path;
}

/** By which a link opens the page at a block, or as near above it as there is an anchor; `null` where there is none. */
export function anchorOf(blocks: readonly Block[], block: Block): string | null {
	for (let at: Block | undefined = block; at !== undefined; at = blocks[at.under]) {
		if (at.anchor !== null) return at.anchor;
	}
	return null;
}

/** The place of the first block that holds something of a stretch of the text; -1 where none does. */
export function findBlockIndex(blocks: readonly Block[], { start, end }: Span): number {
	let [low, high] = [0, blocks.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((blocks[middle]?.end ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	return (blocks[low]?.start ?? Infinity) < end ? low : -1;
}

/** What introduces a list item or a block of code, the outermost first: of an item in a nested list, the items around it too. */
export function introductionsOf(blocks: readonly Block[], block: Block): Block[] {
	const found: Block[] = [];
	for (let at: Block | undefined = block; at?.kind === 'item' || at?.kind === 'code';) {
		at = blocks[at.introduction];
		if (at !== undefined) found.unshift(at);
	}
	return found;
}

/** The rows of a table that name its columns. */
export function headRows(blocks: readonly Block[], { table }: Row): Row[] {
	const rows: Row[] = [];
	for (let i = table; i < blocks.length; i++) {
		const row = blocks[i];
		if (row?.kind !== 'row' || row.table !== table || !row.isHead) break;
		rows.push(row);
	}
	return rows;
}

/** What names a cell: the heads of its columns; where the table has none, those of its row. */
export function headsOf(heads: readonly Row[], row: Row, cell: Cell): Span[] {
	if (heads.length === 0) return cell.isHead ? [] : row.cells.filter(({ isHead }) => isHead);
	const above: Cell[] = [];
	for (const { cells } of heads) {
		const own = cells.filter((head) => isAbove(head, cell));
		// a cell as wide as a head has none of the heads below that part it
		if (own.length === 1 || above.length === 0) above.push(...own);
	}
	// a head that takes several rows stands in each of them
	return above.filter((head, i) => above.findIndex(({ start }) => start === head.start) === i);
}

function isAbove(head: Cell, cell: Cell): boolean {
	return head.column < cell.column + cell.columns && cell.column < head.column + head.columns;
}
