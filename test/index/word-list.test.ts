import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordList } from '../../index/word-list.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ơ', 'я', '1', '𐐀'), minLength: 1, maxLength: 4 });

describe('WordList', () => {
	it('gives the words that begin alike, in order, whatever was added when and written to text between', () => {
		fc.assert(
			fc.property(fc.array(fc.array(word)), word, fc.nat({ max: 5 }), (batches, prefix, most) => {
				let list = new WordList();
				for (const [i, batch] of batches.entries()) {
					list.add(batch);
					if (i % 2 === 0) list.startingWith('a', 1);
					if (i % 3 === 0) list = new WordList(list.toText());
				}
				const all = [...new Set(batches.flat())].sort();
				const expected = all.filter((of) => of.startsWith(prefix));
				expect(list.startingWith(prefix, Infinity)).toEqual(expected);
				expect(list.startingWith(prefix, most)).toEqual(expected.slice(0, most));
				expect(list.startingWith('', Infinity)).toEqual(all);
			}),
		);
	});

	it('gives a word before those that go on from it', () => {
		const list = new WordList();
		list.add(['tramway', 'trams', 'tram', 'tra']);
		expect(list.startingWith('tram', 9)).toEqual(['tram', 'trams', 'tramway']);
	});

	it('forgets words that are not wanted, and takes them again', () => {
		const list = new WordList('a\nb\nc');
		list.keep((of) => of !== 'b');
		expect(list.toText()).toBe('a\nc');
		list.add(['b']);
		expect(list.toText()).toBe('a\nb\nc');
	});

	it('is empty at first', () => {
		expect(new WordList().toText()).toBe('');
		expect(new WordList('').startingWith('', 9)).toEqual([]);
	});
});
