import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageLists, placeOf } from '../../sandbox/message-lists.js';
import { pageOf } from '../../sandbox/message-pages.js';
import { compareIds } from '../../sandbox/snowflake.js';
import type { Message } from '../../sandbox/world.js';

/** All that pages ask of a message is its id. */
const message = (id: number) => ({ id: String(id), channel_id: 'c' }) as unknown as Message;
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 1200 }), { maxLength: 40 });
const limit = fc.integer({ min: 1, max: 12 });
const anchor = fc.integer({ min: 0, max: 1300 });

function listOf(numbers: readonly number[]): readonly Message[] {
	const lists = new MessageLists();
	for (const one of numbers) lists.add('c', [message(one)]);
	return lists.of('c');
}

describe('pages of messages', () => {
	it('are what a plain search finds, newest first', () => {
		fc.assert(
			fc.property(ids, limit, anchor, (numbers, most, at) => {
				const sorted = [...numbers].sort((a, b) => a - b);
				const list = listOf(numbers);
				const shown = (query: object) => pageOf(list, { limit: most, ...query }).map((one) => Number(one.id));
				const id = String(at);
				expect(shown({})).toEqual(sorted.slice(-most).reverse());
				const older = sorted.filter((one) => one < at);
				expect(shown({ before: id })).toEqual(older.slice(-most).reverse());
				const newer = sorted.filter((one) => one > at);
				expect(shown({ after: id })).toEqual(newer.slice(0, most).reverse());
				const around = shown({ around: id });
				expect(around.length).toBeLessThanOrEqual(most);
				if (numbers.includes(at)) expect(around).toContain(at);
			}),
		);
	});

	it('read backwards or forwards give every message once', () => {
		fc.assert(
			fc.property(ids, limit, (numbers, most) => {
				const list = listOf(numbers);
				const sorted = [...numbers].sort((a, b) => a - b);
				const back: number[] = [];
				for (let page = pageOf(list, { limit: most }); page.length > 0;) {
					back.push(...page.map((one) => Number(one.id)));
					page = pageOf(list, { limit: most, before: page.at(-1)?.id });
				}
				expect(back.reverse()).toEqual(sorted);
				const forth: number[] = [];
				for (let page = pageOf(list, { limit: most, after: '0' }); page.length > 0;) {
					forth.push(...page.map((one) => Number(one.id)).reverse());
					page = pageOf(list, { limit: most, after: page[0]?.id });
				}
				expect(forth).toEqual(sorted);
			}),
		);
	});
});

describe('lists of messages', () => {
	it('stay in order, whatever comes when, and find, replace and remove by id', () => {
		fc.assert(
			fc.property(ids, fc.integer({ min: 0 }), (numbers, seed) => {
				const lists = new MessageLists();
				const half = Math.floor(numbers.length / 2);
				lists.add('c', numbers.slice(0, half).map(message));
				for (const one of numbers.slice(half)) lists.add('c', [message(one)]);
				const list = lists.of('c');
				expect([...list].sort((a, b) => compareIds(a.id, b.id))).toEqual(list);
				const one = numbers[seed % Math.max(1, numbers.length)];
				if (one === undefined) return;
				expect(lists.find('c', String(one))?.id).toBe(String(one));
				expect(list[placeOf(list, String(one))]?.id).toBe(String(one));
				lists.replace({ ...message(one), content: 'new' });
				expect(lists.find('c', String(one))?.content).toBe('new');
				lists.remove('c', String(one));
				expect(lists.find('c', String(one))).toBeUndefined();
				expect(lists.sent('c')).toEqual({ count: numbers.length, lastId: String(Math.max(...numbers)) });
			}),
		);
	});
});
