import type { Span } from './span.js';

/** A part of a document that a person would point at. Blocks follow each other in the text; white space alone stands between them. */
export type Block = Heading | Question | Prose | Item | Row | Code;

interface Placed extends Span {
	/** The heading or question that it stands under, as its place in the list of blocks; -1 for none. */
	readonly under: number;
	/** By which a link opens the page here, without `#`; `null` where there is none. */
	readonly anchor: string | null;
}

export interface Heading extends Placed {
	readonly kind: 'heading';
	/** 1 to 6. */
	readonly level: number;
}

/** What stands under it answers it. */
export interface Question extends Placed {
	readonly kind: 'question';
}

/** What can stand within a list, or after a line that introduces it. */
interface Listed extends Placed {
	/** The first item of the outermost list that it stands in, as its place in the list of blocks; -1 where it stands in none. */
	readonly list: number;
}

export interface Prose extends Listed {
	readonly kind: 'paragraph' | 'quotation' | 'caption';
}

export interface Item extends Listed {
	readonly kind: 'item';
	/** Of an ordered list; `null` in others. */
	readonly number: number | null;
	/** 0 in the outermost list. */
	readonly depth: number;
	/** The block whose last sentence introduces its list, as its place in the list of blocks; -1 for none. */
	readonly introduction: number;
}

export interface Row extends Listed {
	readonly kind: 'row';
	/** Whether its cells name the columns below. */
	readonly isHead: boolean;
	/** The first row of its table, as its place in the list of blocks. */
	readonly table: number;
	/** By column. A cell that takes several rows stands in each of them, at the place of the first. */
	readonly cells: readonly Cell[];
}

export interface Cell extends Span {
	/** The first column that it takes, from 0, and how many. */
	readonly column: number;
	readonly columns: number;
	/** Whether it names its column or its row. */
	readonly isHead: boolean;
}

export interface Code extends Listed {
	readonly kind: 'code';
	/** As its author names it; `null` where nobody does. */
	readonly language: string | null;
	/** As {@link Item.introduction}. */
	readonly introduction: number;
}
