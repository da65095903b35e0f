import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../articles/assemble.js';
import { blocksFromBytes, blocksToBytes } from '../../index/stored-blocks.js';
import { drafts } from '../support/drafts.js';

describe('blocksToBytes and blocksFromBytes', () => {
	it('give back blocks as they were', () => {
		fc.assert(
			fc.property(drafts, (of) => {
				const { blocks } = assemble(of);
				expect(blocksFromBytes(blocksToBytes(blocks))).toEqual(blocks);
			}),
		);
	});

	it('take a few bytes for a paragraph', () => {
		const { blocks } = assemble(
			Array.from({ length: 1000 }, (_, i) => ({
				kind: 'paragraph',
				text: `Number ${i} of a thousand.`.repeat(1 + (i % 7)),
			})),
		);
		expect(blocksToBytes(blocks).length).toBeLessThan(6 * blocks.length);
	});
});
