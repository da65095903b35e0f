import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnQuote } from '../../support/drawn-quote.js';
import { item, said } from '../../support/quoted-parts.js';

const STEPS = [
	said('To open the sluice:'),
	item('Ring the bell.', 3),
	item('Turn the crank.', 4, true),
	item('Oil it first, it is *old*.', null, false, 1),
	item('- not by hand', null, false, 1),
	item('Wait.', 7),
];

describe('a list', () => {
	it('keeps the numbers of the article and sets nested items in', () => {
		expect(drawnQuote(STEPS)).toMatchInlineSnapshot(`
			"> To open the sluice\\:
			> 3\\. Ring the bell.
			> 4\\. **Turn the crank.**
			> ⇥• Oil it first, it is \\*old\\*.
			> ⇥• \\- not by hand
			> 7\\. Wait."
		`);
	});

	it('leaves out whole items where it has no room, and says how many, but none that was found', () => {
		expect(drawnQuote(STEPS, 90)).toMatchInlineSnapshot(`
			"> To open the sluice\\:
			> 3\\. Ring the bell.
			> 4\\. **Turn the crank.**
			> *… 3 more*"
		`);
		expect(drawnQuote(STEPS, 60)).toMatchInlineSnapshot(`
			"> *… 1 more*
			> 4\\. **Turn the crank.**
			> *… 3 more*"
		`);
	});

	it('shows what an item that was found stands under, before others', () => {
		const nested = [
			item('Locks, for boats', 1),
			item('Sluices', 2),
			item('Open at noon.', null, true, 1),
			item('Weirs, for fish', 3),
		];
		expect(drawnQuote(nested, 70)).toMatchInlineSnapshot(`
			"> *… 1 more*
			> 2\\. Sluices
			> ⇥• **Open at noon.**
			> *… 1 more*"
		`);
	});

	it('says how many items of a long list stand between those that are shown', () => {
		const long = [
			item('Bell', 2),
			{ kind: 'omission', count: 8 },
			item('Crank', 11, true),
			{ kind: 'omission', count: 1200 },
		] as const;
		expect(drawnQuote(long)).toMatchInlineSnapshot(`
			"> 2\\. Bell
			> *… 8 more*
			> 11\\. **Crank**
			> *… 1,200 more*"
		`);
		expect(drawnQuote(long, 55)).toMatchInlineSnapshot(`
			"> *… 9 more*
			> 11\\. **Crank**
			> *… 1,200 more*"
		`);
	});

	it('cuts an item only where it has no room even alone', () => {
		expect(drawnQuote([item('Ring the bell at the gate. '.repeat(9), 3, true)], 110)).toMatchInlineSnapshot(`
			"> 3\\. **Ring the bell at the gate. Ring the bell at the…**
			-# It goes on: there is no room here for all of it."
		`);
	});
});

describe('in any room', () => {
	it('shows items whole or not at all, those that were found first, and counts the others', () => {
		const items = fc.array(fc.record({ words: fc.stringMatching(/^[a-z]{1,12}$/), isFound: fc.boolean() }), {
			minLength: 1,
			maxLength: 30,
		});
		fc.assert(
			fc.property(items, fc.integer({ min: 100, max: 600 }), (list, room) => {
				const text = drawnQuote(
					list.map(({ words, isFound }, i) => item(words, i + 1, isFound)),
					room,
				);
				expect(text.length).toBeLessThanOrEqual(room);
				const shown: boolean[] = [];
				for (const line of text.split('\n')) {
					const [, more] = /^> \*… (\d+) more\*$/.exec(line) ?? [];
					if (more !== undefined) shown.push(...Array<boolean>(Number(more)).fill(false));
					else {
						const { words, isFound } = list[shown.length]!;
						shown.push(true);
						expect(line).toBe(`> ${shown.length}\\. ${isFound ? `**${words}**` : words}`);
					}
				}
				expect(shown).toHaveLength(list.length);
				const isLeftOut = list.some(({ isFound }, i) => isFound && !shown[i]);
				if (isLeftOut) expect(list.some(({ isFound }, i) => !isFound && shown[i])).toBe(false);
			}),
			{ numRuns: 200 },
		);
	});
});
