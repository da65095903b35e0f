import { textDrafts } from '../../articles/formats/plain-text/plain-text.js';

/** Blocks in one line each, indented by the lists, tables and answers that they stand in. */
export function outlineOfText(text: string, options?: { hasTitle: boolean }): string[] {
	let depth = 0;
	const lines: string[] = [];
	for (const draft of textDrafts(text, options)) {
		if (draft.kind === 'close') depth--;
		else if (draft.kind === 'open') lines.push(`${'  '.repeat(depth++)}${draft.what}`);
		else lines.push('  '.repeat(depth) + described(draft));
	}
	return lines;
}

function described(draft: Exclude<ReturnType<typeof textDrafts>[number], { what: string }>): string {
	switch (draft.kind) {
		case 'heading':
			return `h${draft.level} ${draft.text}`;
		case 'item':
			return `${draft.number ?? '*'} ${draft.text}`;
		case 'row':
			return (draft.isHead ? 'head ' : 'row ') + draft.cells.map(({ text }) => text).join(' | ');
		case 'question':
			return `? ${draft.text}`;
		case 'quotation':
			return `> ${draft.text}`;
		case 'code':
			return `code ${JSON.stringify(draft.text)}`;
		case 'caption':
		case 'paragraph':
			return draft.text;
	}
}
