import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfCleanText } from '../../articles/text-blocks.js';
import { cleanText } from '../../articles/clean.js';
import { hostileText } from '../support/hostile-text.js';

describe('blocksOfCleanText', () => {
	it('tells lists, questions and paragraphs of a text that an earlier version stored', () => {
		const text =
			'The club meets on Mondays.\nBring along:\n- a rope\n- a lamp\nQ: May I bring a dog?\nA: Yes, on a lead.';
		const blocks = blocksOfCleanText(text);
		expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
			['paragraph', 'The club meets on Mondays.'],
			['paragraph', 'Bring along:'],
			['item', 'a rope'],
			['item', 'a lamp'],
			['question', 'May I bring a dog?'],
			['paragraph', 'Yes, on a lead.'],
		]);
		expect(blocks[2]).toMatchObject({ list: 2, introduction: 1 });
		expect(blocks[5]).toMatchObject({ under: 4 });
	});

	it('gives cells their places in a row', () => {
		const text = 'Monday\t9–17\nTuesday\t9–17\nFriday\t9–12';
		const [row] = blocksOfCleanText(text);
		expect(row?.kind === 'row' && row.cells.map(({ start, end }) => text.slice(start, end))).toEqual([
			'Monday',
			'9–17',
		]);
	});

	it('leaves nothing out but marks and white space, whatever the text', () => {
		fc.assert(
			fc.property(hostileText, (raw) => {
				const { text } = cleanText(raw);
				let last = 0;
				for (const { start, end } of blocksOfCleanText(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(text.length);
			}),
		);
	});
});
