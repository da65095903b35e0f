import { expect } from 'vitest';
import type { Citation } from '../../answers/answer.js';
import type { Document } from '../../articles/document.js';
import { isContent, headRows } from '../../articles/structure.js';

/**
 * Checks that a citation shows what a person would point at: no heading and no question, no half of a list item, no row without the heads
 * of its table, no part of a block of code.
 */
export function expectWholeBlocks(citation: Citation, { blocks }: Document): void {
	const shown = citation.parts.filter((part) => part.kind !== 'omission');
	expect(shown.length).toBeGreaterThan(0);
	for (const part of shown) {
		const touched = blocks.filter(({ start, end }) => start < part.end && part.start < end);
		expect(touched.every(isContent), citation.quote).toBe(true);
		for (const block of touched) {
			const isWhole = part.start <= block.start && block.end <= part.end;
			if (block.kind === 'code') expect([part.kind, isWhole]).toEqual(['code', true]);
			// the last sentence of an item may introduce what stands below it
			if (block.kind === 'item' && part.kind !== 'sentence') expect([part.kind, isWhole]).toEqual(['item', true]);
			if (block.kind === 'row') {
				expect([part.kind, isWhole]).toEqual(['row', true]);
				if (part.kind === 'row' && headRows(blocks, block).length > 0)
					expect(part.cells.some(({ heads }) => heads.length > 0)).toBe(true);
			}
		}
	}
}
