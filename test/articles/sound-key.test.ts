import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { romanise, soundGrams, soundKey } from '../../articles/sound-key.js';

const keyOf = (word: string) => soundKey(romanise(word));

describe('romanise', () => {
	it.each([
		['Kỳ', 'ky'],
		['đường', 'duong'],
		['Варшава', 'varshava'],
		['๒๐๙', '209'],
		['٢٠٩', '209'],
		['…', ''],
	])('writes %s as %s', (word, expected) => {
		expect(romanise(word)).toBe(expected);
	});

	it('writes any text in lower-case ASCII letters and digits, once and for all', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const romanised = romanise(text);
				expect(romanised).toMatch(/^[a-z0-9]*$/);
				expect(romanise(romanised)).toBe(romanised);
			}),
		);
	});
});

describe('soundKey', () => {
	it.each([
		['Тесла', 'Tesla'],
		['Λούθηρος', 'Luthiros'],
		['Лютер', 'Luter'],
		['хлоропласт', 'chloroplast'],
		['लूथर', 'Luther'],
	])('gives %s the key of %s', (word, other) => {
		expect(keyOf(word)).toBe(keyOf(other));
	});

	it('tells names apart that sound otherwise', () => {
		const names = ['Tesla', 'Luther', 'Warszawa', 'Paris', 'Hanoi', 'Berlin'];
		expect(new Set(names.map(keyOf)).size).toBe(names.length);
	});
});

describe('soundGrams', () => {
	it('are distinct and ascend, and count the ends', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (key) => {
				const grams = [...soundGrams(key)];
				expect(grams).toEqual([...new Set(grams)].sort((a, b) => a - b));
				// "ab" between its ends: ^a ab b$ ^ab ab$
				expect(grams.length).toBeLessThanOrEqual(2 * key.length + 1);
				expect(grams.length).toBeGreaterThan(0);
			}),
		);
		expect(soundGrams('ab')).toHaveLength(5);
		expect(soundGrams('')).toHaveLength(1);
	});

	it('share nothing where no two neighbours are shared', () => {
		const shared = [...soundGrams('tsl')].filter((gram) => soundGrams('prk').includes(gram));
		expect(shared).toEqual([]);
	});
});
