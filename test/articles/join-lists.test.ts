import { describe, expect, it } from 'vitest';
import type { Draft } from '../../articles/draft.js';
import { joinLists } from '../../articles/join-lists.js';

const OPEN: Draft = { kind: 'open', what: 'list' };
const CLOSE: Draft = { kind: 'close', what: 'list' };
const item = (number: number | null): Draft => ({ kind: 'item', number, text: 'step' });
const paragraph = (text: string): Draft => ({ kind: 'paragraph', text });
const CODE: Draft = { kind: 'code', language: null, text: 'x'.repeat(900) };
const HEADING: Draft = { kind: 'heading', level: 2, text: 'Next' };

describe('joinLists', () => {
	it.each([
		[[OPEN, item(1), CLOSE, OPEN, item(2), CLOSE]],
		[[OPEN, item(null), CLOSE, OPEN, item(null), CLOSE, OPEN, item(null), CLOSE]],
		[[OPEN, item(1), CLOSE, CODE, paragraph('It prints done.'), OPEN, item(2), CLOSE, CODE, OPEN, item(3), CLOSE]],
		[[OPEN, item(1), OPEN, item(null), CLOSE, OPEN, item(null), CLOSE, CLOSE, OPEN, item(2), CLOSE]],
	])('makes one list of what a reader sees as one: %#', (drafts) => {
		const joined = joinLists(drafts);
		const depths = joined.filter((draft) => draft === OPEN).length;
		expect(depths).toBe(drafts.some((draft, i) => draft === OPEN && i > 0 && drafts[i - 1]?.kind === 'item') ? 2 : 1);
		expect(joined.filter((draft) => draft === CLOSE)).toHaveLength(depths);
		expect(joined.filter(({ kind }) => kind !== 'open' && kind !== 'close')).toEqual(
			drafts.filter(({ kind }) => kind !== 'open' && kind !== 'close'),
		);
		expect(joined.at(-1)).toBe(CLOSE);
	});

	it.each([
		[[OPEN, item(1), CLOSE, OPEN, item(1), CLOSE]],
		[[OPEN, item(1), CLOSE, OPEN, item(null), CLOSE]],
		[[OPEN, item(null), CLOSE, paragraph('Or else:'), OPEN, item(null), CLOSE]],
		[[OPEN, item(1), CLOSE, HEADING, OPEN, item(2), CLOSE]],
		[[OPEN, item(1), CLOSE, paragraph('word '.repeat(150)), OPEN, item(2), CLOSE]],
		[[OPEN, item(1), CLOSE, CODE, CODE, CODE, CODE, CODE, OPEN, item(2), CLOSE]],
	])('leaves two lists two: %#', (drafts) => {
		expect(joinLists(drafts)).toEqual(drafts);
	});
});
