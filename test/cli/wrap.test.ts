import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, columnsOf, wrap } from '../../cli/wrap.js';

const plain = (text: string) => text;
const wrapped = (text: string, width: number) => wrap([{ text, style: plain }], width);

describe('wrap', () => {
	it('breaks at spaces, within the width', () => {
		const runs = ['The ferry lands ', 'at the salt pier.'].map((text) => ({ text, style: plain }));
		expect(wrap(runs, 12)).toEqual(['The ferry', 'lands at the', 'salt pier.']);
		expect(wrapped(' \n ', 12)).toEqual([]);
	});

	it('styles each run once a line, and breaks no word where the style changes', () => {
		const runs = [
			{ text: 'pre', style: plain },
			{ text: 'view of the pier', style: (text: string) => `<${text}>` },
		];
		expect(wrap(runs, 11)).toEqual(['pre<view of>', '<the pier>']);
	});

	it.each([
		`https://example.org/fares?from=ormond-pier&to=salt-pier#${'winter/'.repeat(9)}`,
		`./relay.sh--station=ormond,${'pier-'.repeat(40)}`,
		'`quoth ingest ./articles --collection harbour --json`',
		'C:\\harbour\\fares\\of\\the\\winter.txt',
		'https://th.example.org/wiki/ท่าเรือ_(ฤดูหนาว)?a=b',
	])('leaves %s unbroken, on a line of its own', (run) => {
		expect(wrapped(`You will find it at ${run} and there alone.`, 20)).toEqual([
			'You will find it at',
			run,
			'and there alone.',
		]);
	});

	it('breaks Chinese, Japanese, Thai, Lao and Khmer between words, and leaves an address among them whole', () => {
		expect(wrapped('春茶总产量', 4)).toEqual(['春茶', '总', '产量']);
		expect(wrapped('请看https://example.org/a-b/c?d=e。然后乘船。', 12)).toEqual([
			'请看',
			'https://example.org/a-b/c?d=e。',
			'然后乘船。',
		]);
		for (const text of [
			'渡し船は冬になると古い桟橋に着きます。',
			'นายกรัฐมนตรีกล่าวเมื่อวันพฤหัสบดี',
			'ສະບາຍດີທ່ານທັງຫຼາຍທີ່ມາ',
			'ភាសាខ្មែរជាភាសារបស់ជនជាតិខ្មែរ',
		]) {
			const lines = wrapped(text, 12);
			expect(lines.length).toBeGreaterThan(1);
			expect(lines.join('')).toBe(text);
			for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(12);
		}
	});

	it('begins no line with what closes, and ends none with what opens', () => {
		expect(wrapped('春茶「产量」，今年', 8)).toEqual(['春茶', '「产量」，', '今年']);
	});

	it('keeps a no-break space', () => {
		expect(wrapped('le bac part à 9\u00a0heures', 14)).toEqual(['le bac part à', '9\u00a0heures']);
	});

	it('loses nothing but white space, and breaks no grapheme', () => {
		const unit = fc.oneof(
			fc.constantFrom('👩‍👩‍👧‍👦', 'ferry ', 'น้ำ', '春', 'x'.repeat(30), ' ', 'é', '`', '://', '「', '。'),
			fc.string({ unit: 'grapheme', maxLength: 3 }),
		);
		const text = fc.array(unit, { maxLength: 40, size: 'max' }).map((units) => units.join('').replace(/\p{Cc}/gu, ''));
		fc.assert(
			fc.property(fc.array(text, { maxLength: 3 }), fc.integer({ min: 20, max: 60 }), (texts, width) => {
				const lines = wrap(
					texts.map((part) => ({ text: part, style: plain })),
					width,
				);
				const bare = (value: string) => value.replace(/\s/gu, '');
				expect(bare(lines.join(''))).toBe(bare(texts.join('')));
				for (const line of lines) {
					expect(line.includes('\u200d') && !line.includes('👩‍👩‍👧‍👦')).toBe(false);
				}
			}),
		);
	});

	it.each(['ab ', 'x', '春茶', 'น้ำ', 'é', '`', '://a', ' `', '('])(
		'takes time that grows with the length: %j',
		(unit) => {
			const began = performance.now();
			wrapped(unit.repeat(100_000), 80);
			expect(performance.now() - began).toBeLessThan(8000);
		},
	);
});

describe('beginningOf', () => {
	it('cuts between graphemes, and counts two columns for what is wide', () => {
		expect(beginningOf('春茶总产量', 5)).toBe('春茶');
		expect(beginningOf('a👩‍👩‍👧‍👦b', 2)).toBe('a');
		expect(beginningOf('a👩‍👩‍👧‍👦b', 3)).toBe('a👩‍👩‍👧‍👦');
		expect(beginningOf('pier', 80)).toBe('pier');
		expect(beginningOf('pier', 0)).toBe('');
	});
});
