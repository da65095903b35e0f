import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords, wordsOfFolded } from '../../index/words.js';

describe('fold', () => {
	it.each([
		['Kỳ', 'ky'],
		['SƠN', 'son'],
		['Đà', 'da'],
		['nước', 'nuoc'],
		['élève', 'eleve'],
		['straße', 'strasse'],
		['Œuvre', 'oeuvre'],
		['Łódź', 'lodz'],
		['ΚΌΣΜΟΣ', 'κοσμοσ'],
		['κόσμος', 'κοσμοσ'],
		['ёлка', 'елка'],
		['İstanbul', 'istanbul'],
		['ﬁn', 'fin'],
		['２０９', '209'],
		['ظَرْف', 'ظرف'],
		['إلى', 'الى'],
		['שָׁלוֹם', 'שלום'],
	])('folds %s to %s', (word, folded) => {
		expect(fold(word)).toBe(folded);
	});

	it('folds composed and decomposed forms alike', () => {
		for (const word of ['Kỳ', 'élève', 'Đà Nẵng', 'ё', 'ά'])
			expect(fold(word.normalize('NFD'))).toBe(fold(word.normalize('NFC')));
	});

	it('keeps the vowels that other scripts write as marks', () => {
		expect(fold('ที่')).toBe('ที่'.normalize('NFKD').normalize('NFC'));
		expect(fold('हिन्दी')).toBe('हिन्दी');
	});

	it('writes the digits of every script as 0 to 9', () => {
		// the digits of a script stand in a row of ten; some scripts' rows follow each other without a gap
		let run = 0;
		for (let code = 0; code <= 0x10ffff; code++) {
			if (code >= 0xd800 && code <= 0xdfff) continue;
			const character = String.fromCodePoint(code);
			run = /\p{Nd}/u.test(character) ? run + 1 : 0;
			if (run > 0 && character.normalize('NFKD') === character) {
				expect([code.toString(16), fold(character)]).toEqual([code.toString(16), String((run - 1) % 10)]);
			}
		}
	});

	it('changes nothing in what it has folded', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
		);
	});
});

describe('foldedWords', () => {
	it('gives words and numbers in order', () => {
		expect(foldedWords('Huyện Kỳ Sơn (Nghệ An): 209 hộ, l’élève.')).toEqual([
			'huyen',
			'ky',
			'son',
			'nghe',
			'an',
			'209',
			'ho',
			'l',
			'eleve',
		]);
	});

	it.each([
		['Đà Nẵng', 'da nang'],
		['KỲ SƠN', 'ky son'],
		['๒๐๙', '209'],
		['ນ້ຳ ໒໐໙ ແມັດ', '209'],
		['۲۰۹', '209'],
	])('gives the words of "%s" that one types as "%s"', (written, typed) => {
		expect(foldedWords(written)).toEqual(foldedWords(typed));
	});

	it.each([
		['209 264,5', '209,264.5', '209264.5'],
		['209.264,5', '2,09,264.5', '209264.5'],
		['1.234', '1,234', '1234'],
		['1 234', '1,234', '1234'],
		['1,5 triệu', '1.5 million', '1500000'],
		['3万', '30,000', '30000'],
		['二〇九', '209', '209'],
		['21/11/2026', '21 November 2026', '--11-21'],
		['21 tháng 11', '11月21日', '--11-21'],
		['21 พฤศจิกายน 2569', 'le 21 novembre 2026', '2026'],
		['2026年11月', 'tháng 11/2026', '2026-11'],
	])('gives "%s" and "%s" a word in common, %s', (one, other, word) => {
		expect(foldedWords(one)).toContain(word);
		expect(foldedWords(other)).toContain(word);
	});

	it.each([
		['209 hộ', ['209', 'ho']],
		['209,264.5 ha, 209 264,5 ha', ['209', '264', '5', 'ha', '209', '264', '5', 'ha', '209264.5']],
		['3 May 2026', ['3', 'may', '2026', '--05-03']],
		['0912', ['0912']],
		['1.234 or 1,234', ['1', '234', 'or', '1', '234', '1234']],
	])('puts behind the words of "%s" the shared form of its numbers, once, where it is another', (text, words) => {
		expect(foldedWords(text)).toEqual(words);
	});

	it.each(['ที่นี่มีน้ำ', 'ປີນີ້', 'ទីក្រុង', '勐岚村', 'हिन्दी', 'မြန်မာ', '👩‍👩‍👧‍👦', '', '—…'])('finds no words in "%s"', (text) => {
		expect(foldedWords(text)).toEqual([]);
	});

	it('takes no time to speak of on long runs of one kind', () => {
		for (const part of ['a', 'ạ́̂', '\u0301', '9', '๒', 'ي', ' ', '1.5 ']) {
			const began = performance.now();
			foldedWords(part.repeat(100_000));
			expect(performance.now() - began).toBeLessThan(5000);
		}
	});
});

describe('wordsOfFolded', () => {
	it('gives words and numbers as they are written', () => {
		expect(wordsOfFolded(fold('Ngày 21/11/2026: 209.264,5 ha'))).toEqual([
			'ngay',
			'21',
			'11',
			'2026',
			'209',
			'264',
			'5',
			'ha',
		]);
	});
});
