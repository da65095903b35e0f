import type { Block, Row } from '../articles/blocks.js';
import { textOf, type Document, type Span } from '../articles/document.js';
import type { LeftOut } from '../articles/draft.js';
import { headingPath, headRows, headsOf } from '../articles/structure.js';
import { unitsOfBlock } from '../articles/units.js';

/** A stored document as data, for other programs. */
export interface DescribedDocument {
	readonly documentId: string;
	readonly revision: string;
	readonly title: string;
	readonly source: string;
	/** BCP 47. */
	readonly language: string;
	/** ISO 8601, as far as the article states it. */
	readonly publishedAt: string | null;
	/** In the order of the text. */
	readonly blocks: readonly DescribedBlock[];
	readonly leftOut: readonly LeftOut[];
}

/** A block, with its places in UTF-16 units of the text. What its kind does not have is left out. */
export interface DescribedBlock extends DescribedSpan {
	readonly kind: Block['kind'];
	/** The texts of the headings and questions that it stands under, the outermost first. */
	readonly path: readonly string[];
	/** Its own, without `#`. */
	readonly anchor: string | null;
	/** Of a heading, 1 to 6. */
	readonly level?: number;
	/** Of an item; `null` in an unordered list. */
	readonly number?: number | null;
	/** Of an item; 0 in the outermost list. */
	readonly depth?: number;
	/** Of code, as its author names it. */
	readonly language?: string | null;
	/** Of a row: whether its cells name the columns below. */
	readonly isHead?: boolean;
	/** Of a row. */
	readonly cells?: readonly (DescribedSpan & { readonly heads: readonly string[] })[];
	/** The sentence that introduces the list of an item, or code. */
	readonly introduction?: string;
}

interface DescribedSpan extends Span {
	readonly text: string;
}

/** A document as `quoth show --json` prints it. */
export function describeDocument(document: Document): DescribedDocument {
	const { id: documentId, revision, title, source, language, publishedAt, leftOut } = document;
	const blocks = document.blocks.map((block) => describeBlock(document, block));
	return { documentId, revision, title, source, language, publishedAt, blocks, leftOut };
}

function describeBlock(document: Document, block: Block): DescribedBlock {
	const { kind, start, end, anchor } = block;
	const path = headingPath(document.blocks, block).map((heading) => textOf(document, heading));
	return { kind, start, end, text: textOf(document, block), path, anchor, ...describeKind(document, block) };
}

function describeKind(document: Document, block: Block): Partial<DescribedBlock> {
	switch (block.kind) {
		case 'heading':
			return { level: block.level };
		case 'item':
			return { number: block.number, depth: block.depth, ...introductionOf(document, block.introduction) };
		case 'row':
			return { isHead: block.isHead, cells: cellsOf(document, block) };
		case 'code':
			return { language: block.language, ...introductionOf(document, block.introduction) };
		default:
			return {};
	}
}

function introductionOf(document: Document, place: number): Pick<DescribedBlock, 'introduction'> {
	const block = document.blocks[place];
	const sentence = block && unitsOfBlock(document.text, document.language, block).at(-1);
	return sentence === undefined ? {} : { introduction: textOf(document, sentence) };
}

function cellsOf(document: Document, row: Row): NonNullable<DescribedBlock['cells']> {
	const heads = row.isHead ? [] : headRows(document.blocks, row);
	return row.cells.map((cell) => ({
		text: textOf(document, cell),
		start: cell.start,
		end: cell.end,
		heads: row.isHead ? [] : headsOf(heads, row, cell).map((head) => textOf(document, head)),
	}));
}
