import type { Draft } from '../../../../articles/draft.js';
import { withoutFolds } from '../../../support/sections.js';
import { htmlDrafts, readHtml } from '../../../../articles/formats/html/html.js';

/** Blocks one a line, as a person would jot them down: `## heading`, `? question`, `> quotation`, `3. item`, `(list` and `list)`. */
export function lines(blocks: readonly Draft[]): string[] {
	return withoutFolds(blocks).map((block) => {
		switch (block.kind) {
			case 'heading':
				return `${'#'.repeat(block.level)} ${block.text}`;
			case 'question':
				return `? ${block.text}`;
			case 'quotation':
				return `> ${block.text}`;
			case 'caption':
				return `caption: ${block.text}`;
			case 'item':
				return `${block.number === null ? '-' : `${block.number}.`} ${block.text}`;
			case 'row':
				return `${block.isHead ? 'head' : 'row'}: ${block.cells.map(({ text }) => text).join(' | ')}`;
			case 'code':
				return `code ${block.language ?? ''}: ${block.text}`;
			case 'open':
				return `(${block.what}`;
			case 'close':
				return `${block.what})`;
			case 'paragraph':
				return block.text;
		}
	});
}

export function linesOf(html: string): string[] {
	return lines(htmlDrafts(html).blocks);
}

/** Of a whole page: its lines, and what is left out, by name, with its sample. */
export function pageOf(html: string): { lines: string[]; leftOut: Record<string, string> } {
	const { blocks, leftOut } = readHtml(html, 'page.html');
	return { lines: lines(blocks), leftOut: Object.fromEntries(leftOut.map(({ what, sample }) => [what, sample])) };
}
