import type { Block } from '../articles/blocks.js';
import { textOf, type Document } from '../articles/document.js';
import type { LeftOut } from '../articles/draft.js';
import { onOutput } from './colours.js';
import { harmless } from './output.js';
import { beginningOf, columnsOf } from './wrap.js';

/** A document, and what the store knows of it. */
export interface StoredDocument {
	readonly document: Document;
	readonly passages: number;
	/** Whether an earlier version stored it, without its blocks. */
	readonly isUnblocked: boolean;
}

/** Columns of the longest name of a kind, and a space. */
const KIND_COLUMNS = 10;
const INDENT = '  ';
/** What stands deeper is set in no further: its words need the room. */
const MOST_DEPTH = 8;
/** Columns that words have at least, however narrow the terminal is, and that an anchor has at most. */
const LEAST_TEXT = 12;
const MOST_ANCHOR = 30;

/**
 * How a document was read, for a person: what it is, then its blocks, one a line, set in under their headings, then
 * what its reader left out.
 *
 * @param columns of the terminal; a line takes more only where no words would have room
 */
export function renderDocument({ document, passages, isUnblocked }: StoredDocument, columns: number): string {
	const { id, revision, title, source, language, publishedAt, text, blocks } = document;
	const about = [language, publishedAt ?? 'no date', `id ${id}`, `revision ${revision}`];
	const counts = [
		`${blocks.length} blocks (${kindCounts(blocks)})`,
		`${passages} passages`,
		`${text.length} characters`,
	];
	return [
		onOutput.bold(oneLine(title) || oneLine(source)),
		onOutput.dim(onOutput.underline(harmless(source))),
		onOutput.dim(harmless(about.join(' · '))),
		onOutput.dim(counts.join(' · ')),
		...(isUnblocked ? [onOutput.yellow(EARLIER_VERSION)] : []),
		'',
		...blockLines(document, columns),
		'',
		...(isUnblocked ? ['what was left out is not known'] : leftOutLines(document.leftOut, columns)),
	].join('\n');
}

/** Of a document that {@link StoredDocument.isUnblocked}. */
export const EARLIER_VERSION =
	'Stored by an earlier version: its blocks are told from its text alone. `quoth ingest` reads its source again.';

function kindCounts(blocks: readonly Block[]): string {
	const counts = new Map<string, number>();
	for (const { kind } of blocks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return Array.from(counts, ([kind, count]) => `${kind} ${count}`).join(', ');
}

function blockLines(document: Document, columns: number): string[] {
	const depths: number[] = [];
	let itemDepth = 0;
	return document.blocks.map((block, place) => {
		const depth = block.under < 0 ? 0 : (depths[block.under] ?? 0) + 1;
		depths[place] = depth;
		if (block.kind === 'item') itemDepth = block.depth;
		const isWithinItem = 'list' in block && block.list >= 0;
		const within = block.kind === 'item' ? itemDepth : isWithinItem ? itemDepth + 1 : 0;
		return blockLine(document, block, Math.min(depth + within, MOST_DEPTH), columns);
	});
}

function blockLine(document: Document, block: Block, depth: number, columns: number): string {
	const lead = INDENT.repeat(depth) + harmless(markOf(block));
	const anchor = anchorText(block.anchor);
	const used = KIND_COLUMNS + columnsOf(lead) + columnsOf(anchor);
	const { shown, rest } = cut(wordsOf(document, block), Math.max(LEAST_TEXT, columns - used));
	const style = block.kind === 'heading' || block.kind === 'question' ? onOutput.bold : (text: string) => text;
	return [
		onOutput.dim(block.kind.padEnd(KIND_COLUMNS)),
		lead,
		style(shown),
		onOutput.dim(rest),
		onOutput.cyan(anchor),
	].join('');
}

function markOf(block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `${'#'.repeat(block.level)} `;
		case 'question':
			return '? ';
		case 'quotation':
			return '> ';
		case 'item':
			return block.number === null ? '- ' : `${block.number}. `;
		case 'row':
			return block.isHead ? '| head: ' : '| ';
		case 'code':
			return `\`\`\`${beginningOf(block.language ?? '', MOST_ANCHOR)} `;
		default:
			return '';
	}
}

function anchorText(anchor: string | null): string {
	if (!anchor) return '';
	const shown = beginningOf(harmless(anchor), MOST_ANCHOR);
	return ` #${shown}${shown.length < anchor.length ? '…' : ''}`;
}

/** What is shown of a block, and the lines that follow it in the block. */
interface Words {
	readonly text: string;
	readonly moreLines: number;
}

function wordsOf(document: Document, block: Block): Words {
	switch (block.kind) {
		case 'code': {
			const [first = '', ...others] = textOf(document, block).split('\n');
			return { text: harmless(first), moreLines: others.length };
		}
		case 'row':
			return { text: block.cells.map((cell) => oneLine(textOf(document, cell))).join(' | '), moreLines: 0 };
		default:
			return { text: oneLine(textOf(document, block)), moreLines: 0 };
	}
}

/**
 * As much as has room beside what is said of the rest: how many lines of code, or characters in UTF-16 units, are not
 * shown.
 */
function cut({ text, moreLines }: Words, columns: number): { readonly shown: string; readonly rest: string } {
	if (moreLines === 0 && beginningOf(text, columns).length === text.length) return { shown: text, rest: '' };
	const named = moreLines > 0 ? ` more ${moreLines === 1 ? 'line' : 'lines'}` : ' more characters';
	const isNarrow = columns - ` … ${moreLines || text.length}${named}`.length < LEAST_TEXT;
	const noteOf = (count: number) => (isNarrow ? ` … +${count}` : ` … ${count}${named}`);
	const room = columns - noteOf(moreLines || text.length).length;
	const shown = beginningOf(text, Math.max(LEAST_TEXT, room)).trimEnd();
	return { shown, rest: noteOf(moreLines || text.length - shown.length) };
}

function leftOutLines(leftOut: readonly LeftOut[], columns: number): string[] {
	if (leftOut.length === 0) return ['nothing was left out'];
	return [
		'left out',
		...leftOut.map(({ what, words, sample }) => {
			const count = words === 0 ? 'no words' : `${words} ${words === 1 ? 'word' : 'words'}`;
			const counted = `${INDENT}${oneLine(what)}: ${count}`;
			if (sample === '') return counted;
			const shown = beginningOf(oneLine(sample), Math.max(LEAST_TEXT, columns - columnsOf(counted) - 4));
			return `${counted}, ${onOutput.dim(`“${shown}”`)}`;
		}),
	];
}

function oneLine(text: string): string {
	return harmless(text).replace(/\s+/gu, ' ').trim();
}
