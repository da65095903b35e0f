import type { Block, Question, Heading } from '../articles/blocks.js';
import { textOf, type Document, type Span } from '../articles/document.js';
import { isContent, isHeading, isQuestion, findBlockIndex } from '../articles/structure.js';
import { unitsOfBlock } from '../articles/units.js';

/** Blocks that are quoted together: what a person would point at. */
export interface BlockGroup {
	/** `passages` are sentences of a paragraph, `rows` rows of a table; the others are quoted whole. */
	readonly kind: 'passages' | 'rows' | 'list' | 'code' | 'answer';
	/** Places `[first, end)` of its blocks; what introduces it is not among them. */
	readonly first: number;
	readonly end: number;
}

/** An answer up to this is quoted whole under its question, in UTF-16 units and blocks; of a longer one the part that answers. */
const WHOLE_ANSWER = { units: 1200, blocks: 12 };

/** A line that announces what follows: it ends in a colon, or as no sentence does. */
const ANNOUNCES = /[:：\p{L}\p{M}\p{N}]$/u;

/** The group that a unit of the document belongs to; of no block that can be quoted, `undefined`. */
export function groupOf(document: Document, unit: Span): BlockGroup | undefined {
	const { blocks } = document;
	const place = findBlockIndex(blocks, unit);
	const block = blocks[place];
	if (block === undefined || !isContent(block)) return undefined;
	const answer = answerAround(document, block);
	if (answer !== undefined) return answer;
	const introduced = introducedBy(document, unit);
	if (introduced !== undefined && ANNOUNCES.test(textOf(document, unit).trimEnd())) return introduced;
	if (block.kind === 'code' && block.list < 0) return { kind: 'code', first: place, end: place + 1 };
	if ('list' in block && block.list >= 0) return listAround(blocks, block.list);
	if (block.kind === 'row') {
		let end = place + 1;
		while (blocks[end]?.kind === 'row') end += 1;
		return { kind: 'rows', first: block.table, end };
	}
	return { kind: 'passages', first: place, end: place + 1 };
}

/** The group of units that are quoted together, the best first: a line that introduces what the others are of is shown with them. */
export function groupOfAll(document: Document, [first, ...others]: readonly Span[]): BlockGroup | undefined {
	if (first === undefined) return undefined;
	const own = groupOf(document, first);
	const introduced = own?.kind === 'passages' ? introducedBy(document, first) : undefined;
	const isAmongThem = others.some((other) => groupOf(document, other)?.first === introduced?.first);
	return introduced !== undefined && isAmongThem ? introduced : own;
}

/** The question that a block answers; `undefined` where the nearest heading asks nothing. */
export function questionOf({ text, blocks }: Document, block: Block): Question | Heading | undefined {
	const heading = blocks[block.under];
	return isHeading(heading) && isQuestion(text, heading) ? heading : undefined;
}

function answerAround(document: Document, block: Block): BlockGroup | undefined {
	const { blocks } = document;
	if (questionOf(document, block) === undefined) return undefined;
	const first = block.under + 1;
	let end = first;
	while (end < blocks.length && blocks[end]?.under === block.under && isContent(blocks[end] ?? block)) end += 1;
	const length = (blocks[end - 1]?.end ?? 0) - (blocks[first]?.start ?? 0);
	const isWhole = end - first <= WHOLE_ANSWER.blocks && length <= WHOLE_ANSWER.units;
	const holdsTable = blocks.slice(first, end).some(({ kind }) => kind === 'row');
	return isWhole && !holdsTable && first <= findBlockIndex(blocks, block) && block.start < (blocks[end - 1]?.end ?? 0)
		? { kind: 'answer', first, end }
		: undefined;
}

/** The list or code with which a sentence is shown: it stands right before. */
export function introducedBy(document: Document, unit: Span): BlockGroup | undefined {
	const { text, language, blocks } = document;
	const place = findBlockIndex(blocks, unit);
	const [block, next] = [blocks[place], blocks[place + 1]];
	if (block === undefined || (next?.kind !== 'item' && next?.kind !== 'code') || next.introduction !== place)
		return undefined;
	if (unitsOfBlock(text, language, block).at(-1)?.start !== unit.start) return undefined;
	if (next.list >= 0) return listAround(blocks, next.list);
	return { kind: 'code', first: place + 1, end: place + 2 };
}

function listAround(blocks: readonly Block[], first: number): BlockGroup {
	let end = first;
	for (let block = blocks[end]; block !== undefined && 'list' in block && block.list === first; block = blocks[end])
		end += 1;
	return { kind: 'list', first, end };
}
