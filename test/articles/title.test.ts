import { describe, expect, it } from 'vitest';
import type { Draft } from '../../articles/draft.js';
import { splitTitle } from '../../articles/title.js';

const BODY: Draft = { kind: 'paragraph', text: 'The pump was repaired on Monday. Water flows again.' };
const heading = (text: string): Draft => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Draft => ({ kind: 'paragraph', text });
const OPEN: Draft = { kind: 'open', what: 'list' };
const item = (text: string): Draft => ({ kind: 'item', number: null, text });

describe('splitTitle', () => {
	it.each<[string, string | null, Draft[], string, number]>([
		['a heading that comes first', null, [heading('The  pump'), BODY], 'The pump', 1],
		['after image remains', null, [paragraph('.jpg)'), heading('The pump'), BODY], 'The pump', 1],
		['stated, and the first heading again', 'The  pump', [heading('the pump'), BODY], 'The pump', 1],
		['stated, and the first paragraph again', 'The pump', [paragraph('The pump'), BODY], 'The pump', 1],
		[
			'stated with the name of the site',
			'The pump | Valley Post',
			[heading('The pump'), BODY],
			'The pump | Valley Post',
			1,
		],
		['stated', 'The pump', [BODY], 'The pump', 0],
		['stated, above another heading', 'The pump', [heading('Repairs'), BODY], 'The pump', 0],
		['only a title', null, [heading('The pump')], 'The pump', 0],
		['a first sentence', null, [BODY], 'The pump was repaired on Monday.', 0],
		['a heading that comes later', null, [BODY, heading('Later')], 'The pump was repaired on Monday.', 0],
		['a list', null, [OPEN, item('pump'), item('well')], 'pump', 0],
	])('%s', (_, stated, blocks, title, removed) => {
		const split = splitTitle({ title: stated, blocks });
		expect(split.title).toBe(title);
		expect(blocks.length - split.blocks.length).toBe(removed);
		if (removed > 0) expect(split.blocks).toContain(BODY);
	});

	it('shortens a first sentence between words', () => {
		const blocks = [paragraph(`${'The long road to the village '.repeat(8)}was repaired.`)];
		const { title, blocks: left } = splitTitle({ title: null, blocks });
		expect(title).toMatch(/^The long road .* (?:The|long|road|to|the|village)…$/);
		expect(title.length).toBeLessThanOrEqual(81);
		expect(left).toEqual(blocks);
	});

	it('never cuts a grapheme', () => {
		const { title } = splitTitle({ title: null, blocks: [paragraph(`${'👩‍👩‍👧'.repeat(200)}.`)] });
		expect(title.replaceAll('👩‍👩‍👧', '')).toBe('…');
	});

	it('gives an empty title to an empty text', () => {
		expect(splitTitle({ title: null, blocks: [paragraph(' \n')] }).title).toBe('');
	});
});
