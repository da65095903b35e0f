import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposeLetters, UNDECOMPOSED_LETTER, withoutLatinAccents } from '../../articles/accents.js';

describe('withoutLatinAccents', () => {
	it.each([
		['được đến ở huyện', 'duoc den o huyen'],
		['straße œuvre łódź', 'strasse oeuvre lodz'],
		['diyarbakır', 'diyarbakir'],
		['nguyễn'.normalize('NFD'), 'nguyen'],
		['น้ำใส', 'น้ำใส'],
		['हिन्दी й', 'हिन्दी й'],
	])('makes %s %s', (text, plain) => {
		expect(withoutLatinAccents(text)).toBe(plain);
	});

	it('has nothing left to take from what it gives', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const plain = withoutLatinAccents(text.toLowerCase());
				expect(withoutLatinAccents(plain)).toBe(plain);
				expect(plain.normalize('NFD')).not.toMatch(/\p{Script=Latin}\p{M}/u);
			}),
		);
	});
});

describe('decomposeLetters', () => {
	it('leaves no letter that it would take apart, and the marks of all others', () => {
		expect(decomposeLetters('đâu ß')).toBe('dâu ss');
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(decomposeLetters(text)).not.toMatch(new RegExp(UNDECOMPOSED_LETTER));
			}),
		);
	});
});
