/** What a reader gives of a document, in reading order: its blocks, uncleaned, and where lists, tables and sections begin and end. */
export type Draft = BlockDraft | MarkDraft;

export type BlockDraft =
	HeadingDraft | QuestionDraft | ParagraphDraft | QuotationDraft | CaptionDraft | ItemDraft | RowDraft | CodeDraft;

interface Anchored {
	/** The `id` by which a link opens the page here, without `#`. */
	readonly anchor?: string | undefined;
}

export interface HeadingDraft extends Anchored {
	readonly kind: 'heading';
	/** 1 to 6. */
	readonly level: number;
	readonly text: string;
}

/** The question of a question-and-answer pair: what follows answers it, up to the next question or heading, or the end of its section. */
export interface QuestionDraft extends Anchored {
	readonly kind: 'question';
	readonly text: string;
}

export interface ParagraphDraft extends Anchored {
	readonly kind: 'paragraph';
	/** A line feed in it is a line break that its author made. */
	readonly text: string;
}

export interface QuotationDraft extends Anchored {
	readonly kind: 'quotation';
	readonly text: string;
}

/** Of a figure or a table. */
export interface CaptionDraft extends Anchored {
	readonly kind: 'caption';
	readonly text: string;
}

/** The first paragraph of a list item; what else stands in the item follows it, before the end of its list. */
export interface ItemDraft extends Anchored {
	readonly kind: 'item';
	/** Of an ordered list; `null` in others. */
	readonly number: number | null;
	readonly text: string;
}

export interface RowDraft extends Anchored {
	readonly kind: 'row';
	readonly cells: readonly CellDraft[];
	/** Whether its cells name the columns below. */
	readonly isHead: boolean;
}

export interface CellDraft {
	readonly text: string;
	/** Whether it names its column or its row: `th`. */
	readonly isHead?: boolean;
	/** How many columns and rows it takes; 1 by default. */
	readonly columns?: number;
	readonly rows?: number;
}

export interface CodeDraft extends Anchored {
	readonly kind: 'code';
	/** As its author names it, such as `bash`; `null` where nobody does. */
	readonly language: string | null;
	/** With its line feeds and its indentation. */
	readonly text: string;
}

/**
 * Lists and sections nest; what is never closed ends with the document. A section begins with its heading or question, and what stands in it
 * stands under that: it is marked where the source says where it ends, as a fold or a tab does.
 */
export type MarkDraft =
	| { readonly kind: 'open'; readonly what: 'list' | 'table' | 'section' }
	| { readonly kind: 'close'; readonly what: 'list' | 'table' | 'section' };

/** What of a source a reader leaves out, since it is no text of the article. */
export interface LeftOut {
	/** Such as `navigation`, `cookie notice`, `share buttons`, `related links`, `image`. */
	readonly what: string;
	/** Words of it, 0 where it has none. */
	readonly words: number;
	/** Its beginning, on one line, at most 80 UTF-16 units; empty where it has no words. */
	readonly sample: string;
}
