import type { BlockDraft, Draft } from '../../../../articles/draft.js';
import { withoutFolds } from '../../../support/sections.js';
import { readMarkdown } from '../../../../articles/formats/markdown/markdown.js';

/** One line a draft, such as `h2 Prices`, `<list>`, `3. text`, `|= head | head`, `code js: line`. */
export function outline(drafts: readonly Draft[]): string[] {
	return withoutFolds(drafts).map((draft) => {
		if (draft.kind === 'open') return `<${draft.what}>`;
		if (draft.kind === 'close') return `</${draft.what}>`;
		return blockLine(draft);
	});
}

/** The outline of a Markdown document. */
export function outlineOf(...lines: readonly string[]): string[] {
	return outline(readMarkdown(lines.join('\n'), 'a.md').blocks);
}

function blockLine(draft: BlockDraft): string {
	switch (draft.kind) {
		case 'heading':
			return `h${draft.level} ${draft.text}`;
		case 'question':
			return `? ${draft.text}`;
		case 'paragraph':
			return `p ${draft.text}`;
		case 'item':
			return `${draft.number === null ? '-' : `${draft.number}.`} ${draft.text}`;
		case 'row':
			return `${draft.isHead ? '|=' : '|'} ${draft.cells.map(({ text }) => text).join(' | ')}`;
		case 'code':
			return `code ${draft.language ?? 'none'}: ${draft.text}`;
		default:
			return `${draft.kind} ${draft.text}`;
	}
}
