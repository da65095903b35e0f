import type { Block, Cell } from './blocks.js';
import { cleanCode, cleanLine, cleanText } from './clean.js';
import type { Span } from './document.js';
import { joinLists } from './join-lists.js';
import { zip } from './zip.js';
import type { BlockDraft, CellDraft, Draft, HeadingDraft, QuestionDraft, RowDraft } from './draft.js';

/** One clean text, and the blocks that tile it. */
export interface Assembled {
	readonly text: string;
	readonly blocks: readonly Block[];
	/** The draft of each block. */
	readonly drafts: readonly BlockDraft[];
}

/** Columns that a cell may take: HTML's own limit. */
const MOST_COLUMNS = 1000;
/** Of the cells that take rows below, how many at a time, and how many rows: more than people write, and a bound on the room they take. */
const MOST_CARRIED = 100;
const MOST_CARRIED_ROWS = 1000;

/**
 * Puts the blocks of a draft together to a text, each cleaned, one line feed between two of them and a tab between two cells of a
 * row. What is empty when it is clean is left out. Where nothing but headings is left, these are paragraphs.
 */
export function assemble(drafts: readonly Draft[]): Assembled {
	const assembly = new Assembly();
	for (const draft of joinLists(drafts)) assembly.add(draft);
	return assembly.end();
}

/** A heading or question that is open. */
interface OpenHeading {
	readonly place: number;
	readonly level: number;
	/** Whether headings leave it open: it begins a section whose end closes it. */
	readonly isHeld: boolean;
}

interface OpenList {
	readonly introduction: number;
	/** The first item of the outermost list; -1 while there is none. */
	first: number;
	/** The item that was begun last; -1 while there is none. */
	last: number;
}

interface OpenTable {
	first: number;
	/** Cells that take rows below, and how many. */
	carried: { readonly cell: Cell; readonly rows: number }[];
}

type Content = Exclude<BlockDraft, HeadingDraft | QuestionDraft | RowDraft>;

class Assembly {
	readonly #parts: string[] = [];
	readonly #blocks: Block[] = [];
	readonly #drafts: BlockDraft[] = [];
	readonly #headings: OpenHeading[] = [];
	/** How many headings were open where each section that is open began. */
	readonly #sections: number[] = [];
	readonly #lists: OpenList[] = [];
	#table: OpenTable | undefined;
	#length = 0;

	add(draft: Draft): void {
		if (draft.kind === 'open') this.#open(draft.what);
		else if (draft.kind === 'close') this.#close(draft.what);
		else if (draft.kind === 'heading' || draft.kind === 'question') this.#addHeading(draft);
		else if (draft.kind === 'row') this.#addRow(draft);
		else this.#addContent(draft);
	}

	end(): Assembled {
		const text = this.#parts.join('');
		const isAllHeadings = this.#blocks.every(({ kind }) => kind === 'heading' || kind === 'question');
		const drafts = this.#drafts;
		if (!isAllHeadings) return { text, blocks: this.#blocks, drafts };
		const blocks = this.#blocks.map(({ start, end, anchor }): Block => {
			return { kind: 'paragraph', start, end, anchor, under: -1, list: -1 };
		});
		return { text, blocks, drafts };
	}

	#open(what: 'list' | 'table' | 'section'): void {
		if (what === 'section') this.#sections.push(this.#headings.length);
		else if (what === 'table') this.#table = { first: -1, carried: [] };
		else {
			const parent = this.#lists.at(-1);
			const introduction = parent === undefined || parent.last < 0 ? this.#introduction() : parent.last;
			this.#lists.push({ introduction, first: parent?.first ?? -1, last: -1 });
		}
	}

	#close(what: 'list' | 'table' | 'section'): void {
		if (what === 'section') this.#headings.length = Math.min(this.#headings.length, this.#sections.pop() ?? Infinity);
		else if (what === 'list') this.#lists.pop();
		else this.#closeTable();
	}

	/** A table of nothing but heads has none: what they say is all that it says. */
	#closeTable(): void {
		const first = this.#table?.first ?? -1;
		this.#table = undefined;
		if (first < 0) return;
		const rows = this.#blocks.slice(first).filter((block) => block.kind === 'row' && block.table === first);
		if (rows.some((row) => row.kind === 'row' && !row.isHead)) return;
		for (let i = first; i < this.#blocks.length; i++) {
			const block = this.#blocks[i];
			if (block?.kind === 'row') this.#blocks[i] = { ...block, isHead: false };
		}
	}

	#addHeading(draft: HeadingDraft | QuestionDraft): void {
		const text = cleanLine(draft.text);
		if (text === '') return;
		const level = draft.kind === 'heading' ? draft.level : this.#questionLevel();
		const outside = this.#sections.at(-1) ?? 0;
		while (this.#headings.length > outside) {
			const last = this.#headings.at(-1);
			if (last === undefined || last.isHeld || last.level < level) break;
			this.#headings.pop();
		}
		const isHeld = this.#sections.at(-1) === this.#headings.length;
		const place = this.#blocks.length;
		const placed = { ...this.#append(draft, text), under: this.#under(), anchor: draft.anchor ?? null };
		this.#blocks.push(
			draft.kind === 'heading' ? { kind: 'heading', level: draft.level, ...placed } : { kind: 'question', ...placed },
		);
		this.#headings.push({ place, level, isHeld });
		this.#table = undefined;
	}

	/** One below the heading around it; the question before it ends, unless it stands in its section. */
	#questionLevel(): number {
		const around = this.#headings.findLast(({ place, isHeld }) => isHeld || this.#blocks[place]?.kind === 'heading');
		return (around?.level ?? 0) + 1;
	}

	#addContent(draft: Content): void {
		const place = this.#blocks.length;
		const list = this.#lists.at(-1);
		const text = draft.kind === 'code' ? cleanCode(draft.text) : cleanText(draft.text).text;
		if (text === '') return;
		const introduction = draft.kind === 'code' ? this.#introduction() : -1;
		const span = this.#append(draft, text);
		const placed = { ...span, under: this.#under(), anchor: draft.anchor ?? null, list: list?.first ?? -1 };
		switch (draft.kind) {
			case 'code':
				this.#blocks.push({ kind: 'code', language: draft.language, introduction, ...placed });
				return;
			case 'item': {
				const open = list ?? { introduction: -1, first: -1, last: -1 };
				if (open.first < 0) open.first = place;
				open.last = place;
				const depth = Math.max(0, this.#lists.length - 1);
				const { number } = draft;
				const own = { number, depth, introduction: open.introduction, list: open.first };
				this.#blocks.push({ kind: 'item', ...placed, ...own });
				return;
			}
			default:
				this.#blocks.push({ kind: draft.kind, ...placed });
		}
	}

	#addRow(draft: RowDraft): void {
		const { cells, isHead, anchor = null } = draft;
		const table = (this.#table ??= { first: -1, carried: [] });
		const above = table.carried.map(({ cell }) => cell);
		const columns = columnsOf(cells, above);
		const written = zip(cells, columns)
			.map(([cell, taken]) => ({ ...cell, ...taken, text: cleanLine(cell.text) }))
			.filter(({ text }) => text !== '');
		table.carried = table.carried.flatMap(({ cell, rows }) => (rows > 1 ? [{ cell, rows: rows - 1 }] : []));
		if (written.length === 0) return;
		const place = this.#blocks.length;
		const span = this.#append(draft, written.map(({ text }) => text).join('\t'));
		let at = span.start;
		const own = written.map(({ text, column, columns: taken, isHead: isCellHead = false, rows = 1 }) => {
			const cell: Cell = { start: at, end: at + text.length, column, columns: taken, isHead: isCellHead };
			at = cell.end + 1;
			if (rows > 1 && table.carried.length < MOST_CARRIED)
				table.carried.push({ cell, rows: Math.min(rows, MOST_CARRIED_ROWS) - 1 });
			return cell;
		});
		if (table.first < 0) table.first = place;
		this.#blocks.push({
			kind: 'row',
			...span,
			under: this.#under(),
			anchor,
			list: this.#lists.at(-1)?.first ?? -1,
			isHead,
			table: table.first,
			cells: [...own, ...above].sort((a, b) => a.column - b.column),
		});
	}

	#under(): number {
		return this.#headings.at(-1)?.place ?? -1;
	}

	/** The block before, if it is prose of the same section that can introduce what comes; else -1. */
	#introduction(): number {
		const place = this.#blocks.length - 1;
		const before = this.#blocks[place];
		const isProse = before?.kind === 'paragraph' || before?.kind === 'item';
		return isProse && before.under === this.#under() ? place : -1;
	}

	#append(draft: BlockDraft, text: string): Span {
		this.#drafts.push(draft);
		if (this.#length > 0) this.#parts.push('\n');
		const start = this.#length + (this.#length > 0 ? 1 : 0);
		this.#parts.push(text);
		this.#length = start + text.length;
		return { start, end: this.#length };
	}
}

/** Which columns each cell of a row takes, beside those that cells of rows above take. */
function columnsOf(cells: readonly CellDraft[], above: readonly Cell[]): { column: number; columns: number }[] {
	const taken = above.toSorted((a, b) => a.column - b.column);
	let next = 0;
	let column = 0;
	return cells.map(({ columns = 1 }) => {
		for (let cell = taken[next]; cell !== undefined && cell.column <= column; cell = taken[++next])
			column = Math.max(column, cell.column + cell.columns);
		const own = { column, columns: Math.max(1, Math.min(columns, MOST_COLUMNS)) };
		column += own.columns;
		return own;
	});
}
