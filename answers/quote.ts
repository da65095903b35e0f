import type { Block, Item } from '../articles/blocks.js';
import type { Document, Span } from '../articles/document.js';
import { anchorOf, headingPath, introductionsOf } from '../articles/structure.js';
import { unitsOfBlock } from '../articles/units.js';
import { announcedParts } from './announced.js';
import { contextOf } from './context.js';
import { groupOfAll, questionOf, type BlockGroup } from './groups.js';
import {
	codePart,
	excerptOf,
	itemPart,
	rowPart,
	sentenceParts,
	type Excerpt,
	type Omission,
	type QuotedPart,
} from './quote-parts.js';

/** What is cited of a document: its words are sliced from the text, piece by piece. */
export interface Quote extends Excerpt {
	/** From the first part to the last. */
	readonly start: number;
	readonly end: number;
	readonly parts: readonly QuotedPart[];
	/** What it is understood by: the question that it answers, or the sentence before it that it leans on; else `null`. */
	readonly context: Excerpt | null;
	/** Which of both that is: the question stands above the answer, the sentence leads into it. */
	readonly contextKind: 'question' | 'lead' | null;
	/** The headings that it stands under, the outermost first; a question that is its context is not among them. */
	readonly breadcrumb: readonly Excerpt[];
	/** By which a link opens the page there, without `#`; `null` where there is none. */
	readonly anchor: string | null;
}

/** A list up to this is quoted whole, in items and in UTF-16 units: about a screen. Of a longer one, what was found. */
const WHOLE_LIST = { items: 12, units: 2000 };

/**
 * What a person would point at who is shown where the answer stands: the sentences, the whole list, the rows with their heads, the whole
 * block of code, or the answer under its question.
 *
 * @param found units of the document, of one group, in any order; the first is the best
 * @param group what is quoted with them
 */
export function quoteOf(
	document: Document,
	found: readonly Span[],
	group: BlockGroup | undefined = groupOfAll(document, found),
): Quote {
	const highlights = [...found].sort((a, b) => a.start - b.start);
	const [first = NOTHING] = highlights;
	const parts =
		group === undefined ? sentenceParts(document, highlights, () => true) : partsOf(document, group, highlights);
	const shown = parts.filter((part) => part.kind !== 'omission');
	const span = { start: shown[0]?.start ?? first.start, end: Math.max(...shown.map(({ end }) => end)) };
	const block = document.blocks[group?.first ?? -1];
	const question = block && questionOf(document, block);
	const leansOn = group?.kind === 'passages' && question === undefined ? contextOf(document, first) : undefined;
	return {
		...excerptOf(document, span),
		parts,
		contextKind: question !== undefined ? 'question' : leansOn !== undefined ? 'lead' : null,
		context: nullable(question ?? leansOn, (context) => excerptOf(document, context)),
		breadcrumb:
			block === undefined
				? []
				: headingPath(document.blocks, block)
						.filter((heading) => heading !== question)
						.map((heading) => excerptOf(document, heading)),
		anchor: block === undefined ? null : anchorOf(document.blocks, block),
	};
}

const NOTHING: Span = { start: 0, end: 0 };

function nullable<T, R>(value: T | undefined, map: (value: T) => R): R | null {
	return value === undefined ? null : map(value);
}

function partsOf(document: Document, group: BlockGroup, highlights: readonly Span[]): QuotedPart[] {
	const { blocks } = document;
	const own = blocks.slice(group.first, group.end);
	const introduction = introductionOf(document, blocks[group.first]);
	const isFound = (span: Span) => highlights.some(({ start, end }) => start < span.end && span.start < end);
	switch (group.kind) {
		case 'passages':
			return [
				...sentenceParts(document, highlights, () => true),
				...announcedParts(document, highlights.at(-1) ?? NOTHING, group.first),
			];
		case 'rows':
			return own.flatMap((block) => (block.kind === 'row' && isFound(block) ? [rowPart(document, block, true)] : []));
		case 'answer':
			return evened(own.flatMap((block) => blockParts(document, block, isFound)));
		case 'code':
		case 'list':
			return evened([
				...(introduction === undefined ? [] : sentenceParts(document, [introduction], isFound)),
				...cutList(own, isFound, introduction).flatMap((block) =>
					'count' in block ? [block] : blockParts(document, block, isFound),
				),
			]);
	}
}

/** Of a list that is shown whole, no item is marked where several were found: the list is what answers, not every second step of it. */
function evened(parts: readonly QuotedPart[]): QuotedPart[] {
	const found = parts.filter((part) => part.kind === 'item' && part.isHighlight);
	if (found.length < 2 || parts.some(({ kind }) => kind === 'omission')) return [...parts];
	return parts.map((part) => (part.kind === 'item' ? { ...part, isHighlight: false } : part));
}

/** The last sentence of the block that introduces a list or code. */
function introductionOf(document: Document, block: Block | undefined): Span | undefined {
	const introduction = block && introductionsOf(document.blocks, block).at(-1);
	return introduction && unitsOfBlock(document.text, document.language, introduction).at(-1);
}

/**
 * The blocks of a list that are shown: all of a short one; of a long one those that were found with the items around
 * them, and the first where none was, or where what introduces them was.
 */
function cutList(
	blocks: readonly Block[],
	isFound: (span: Span) => boolean,
	introduction: Span | undefined,
): (Block | Omission)[] {
	const items = blocks.filter(({ kind }) => kind === 'item');
	const length = (blocks.at(-1)?.end ?? 0) - (blocks[0]?.start ?? 0);
	if (items.length <= WHOLE_LIST.items && length <= WHOLE_LIST.units) return [...blocks];
	const kept = keptItems(blocks, isFound);
	const isAskedFor = introduction !== undefined && isFound(introduction);
	// to say that one is left out takes as much room as it
	const most = items.length === WHOLE_LIST.items + 1 ? items.length : WHOLE_LIST.items;
	if (kept.size === 0 || isAskedFor) for (const item of items.slice(0, most)) kept.add(item);
	const shown: (Block | Omission)[] = [];
	let omitted = 0;
	let isShown = false;
	for (const block of blocks) {
		if (block.kind === 'item') isShown = kept.has(block);
		if (isShown) {
			if (omitted > 0) shown.push({ kind: 'omission', count: omitted });
			omitted = 0;
			shown.push(block);
		} else if (block.kind === 'item') omitted += 1;
	}
	return omitted > 0 ? [...shown, { kind: 'omission', count: omitted }] : shown;
}

function keptItems(blocks: readonly Block[], isFound: (span: Span) => boolean): Set<Block> {
	const kept = new Set<Block>();
	const around: Item[] = [];
	for (const block of blocks) {
		if (block.kind === 'item') {
			around.length = Math.min(around.length, block.depth);
			around.push(block);
		}
		if (isFound(block)) for (const item of around) kept.add(item);
	}
	return kept;
}

function blockParts(document: Document, block: Block, isFound: (span: Span) => boolean): QuotedPart[] {
	switch (block.kind) {
		case 'heading':
		case 'question':
			return [];
		case 'item':
			return [itemPart(document, block, isFound(block))];
		case 'row':
			return block.isHead ? [] : [rowPart(document, block, isFound(block))];
		case 'code':
			return [codePart(document, block, isFound(block))];
		default:
			return sentenceParts(document, unitsOfBlock(document.text, document.language, block), isFound);
	}
}
