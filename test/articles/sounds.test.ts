import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSONANTS } from '../../articles/sound-odds.js';
import { romanise, soundsOf } from '../../articles/sounds.js';

const heard = (word: string) => Array.from(soundsOf(romanise(word)), (sound) => CONSONANTS[sound]).join('');

describe('romanise', () => {
	it.each([
		['Kỳ', 'ky'],
		['đường', 'duong'],
		['Варшава', 'varshava'],
		['๒๐๙', '209'],
		['٢٠٩', '209'],
		['ຄ\u0ecd\u0eb2', 'kham'],
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

describe('soundsOf', () => {
	it.each([
		['Warszawa', 'wrszw'],
		['Hanoi', 'hn'],
		['Philipp', 'flp'],
		['Cicero', 'sr'],
		['Xerxes', 'ksrks'],
		['Schumann', 'xmn'],
		['2026', ''],
		['', ''],
	])('hears %s as %s', (word, expected) => {
		expect(heard(word)).toBe(expected);
	});

	it.each([
		['Тесла', 'Tesla'],
		['เทสลา', 'Tesla'],
		['Лутер', 'Luter'],
		['हनोई', 'Hanoi'],
		['Филипп', 'Philip'],
	])('hears %s as it hears %s', (word, other) => {
		expect(heard(word)).toBe(heard(other));
	});

	it('hears only consonants that it knows, and none twice in a row', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(heard(text)).toMatch(/^(?:([bcdfghjklmnpqrstvwxyz])(?!\1))*$/);
			}),
		);
	});
});
