import { assemble } from './assemble.js';
import type { Block } from './blocks.js';
import { locateBlocks, type LocatedDraft } from './formats/plain-text/plain-text.js';

/** The blocks of a clean text of which nothing else is known, by the rules of plain text. They are stretches of the text as it is. */
export function blocksOfCleanText(text: string): Block[] {
	const { blocks, drafts } = assemble(locateBlocks(text, { hasTitle: false }));
	return blocks.map((block, i): Block => {
		// assemble() passes on the drafts that it is given
		const draft = drafts[i] as Extract<LocatedDraft, { readonly start: number }>;
		const span = { start: draft.start, end: draft.end };
		if (block.kind !== 'row' || draft.kind !== 'row') return { ...block, ...span };
		const written = draft.cells.filter(({ start, end }) => end > start);
		const cells = block.cells.map((cell, column) => {
			const { start, end } = written[column] ?? cell;
			return { ...cell, start, end };
		});
		return { ...block, ...span, cells };
	});
}
