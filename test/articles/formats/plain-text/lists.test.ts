import { describe, expect, it } from 'vitest';
import { textDrafts } from '../../../../articles/formats/plain-text/plain-text.js';
import { outlineOfText } from '../../../support/outline-of-text.js';

describe('locateBlocks, of lists', () => {
	it('nests by indentation and keeps numbers', () => {
		const text = 'Do this:\n1. Sift.\n   Twice.\n   a) rye\n   b) oats\n\n2. Bake.\n\n   Not long.\n3. Eat.\nDone.';
		expect(outlineOfText(text)).toEqual([
			'Do this:',
			'list',
			'  1 Sift. Twice.',
			'  list',
			'    1 rye',
			'    2 oats',
			'  2 Bake.',
			'  Not long.',
			'  3 Eat.',
			'Done.',
		]);
	});

	it('nests by style where the indentation is lost', () => {
		expect(outlineOfText('• Flour\n- rye\n- oats\n• Salt')).toEqual([
			'list',
			'  * Flour',
			'  list',
			'    * rye',
			'    * oats',
			'  * Salt',
		]);
	});

	it.each([
		'1. x\n2. y',
		'1) x\n2) y',
		'(1) x\n(2) y',
		'a) x\nb) y',
		'i. x\nii. y',
		'๑. x\n๒. y',
		'໑. x\n໒. y',
		'១. x\n២. y',
		'١. x\n٢. y',
		'１． x\n２． y',
		'① x\n② y',
		'一、 x\n二、 y',
	])('counts %j', (text) => {
		expect(outlineOfText(text)).toEqual(['list', '  1 x', '  2 y']);
	});

	it('goes on with a list in which a number is missing, and begins another at 1', () => {
		expect(outlineOfText('1. x\n2. y\n4. z\n1. x\n2. y')).toEqual([
			'list',
			'  1 x',
			'  2 y',
			'  4 z',
			'list',
			'  1 x',
			'  2 y',
		]);
	});

	it('takes one bullet for a list, and one number only after a colon', () => {
		expect(outlineOfText('Sold.\n\n- rye\n\nNow.\n\n1. Gone.\n\nLeft:\n1. Oats.')).toEqual([
			'Sold.',
			'list',
			'  * rye',
			'Now.',
			'1. Gone.',
			'Left:',
			'list',
			'  1 Oats.',
		]);
	});

	it('takes dashes that begin speech for text', () => {
		const text = 'Ida vint.\n– Bonjour, dit-elle.\n– Entrez, répondit le meunier.';
		expect(outlineOfText(text)).toEqual(text.split('\n'));
	});
});

describe('locateBlocks, of tables', () => {
	it.each([
		['bars', '| Kind | Price |\n|------|-------|\n| Rye  | 3     |\n| Oats |       |'],
		['bars without a frame', 'Kind | Price\n-----|-----\nRye | 3\nOats |'],
		[
			'a grid',
			'+------+-------+\n| Kind | Price |\n+======+=======+\n| Rye  | 3     |\n| Oats |       |\n+------+-------+',
		],
	])('reads rows with a head: %s', (_, text) => {
		const rows = outlineOfText(text).map((line) => line.replace(/[ |]+$/, ''));
		expect(rows).toEqual(['table', '  head Kind | Price', '  row Rye | 3', '  row Oats']);
	});

	it('reads tabs, and a first row without digits as the head', () => {
		expect(outlineOfText('Kind\tPrice\nRye\t3\nOats\t2')).toEqual([
			'table',
			'  head Kind | Price',
			'  row Rye | 3',
			'  row Oats | 2',
		]);
	});

	it('reads columns that begin or end alike, and opening hours without a head', () => {
		const text =
			'Monday      closed\nTuesday       9:00\nWednesday    10:00\n\nถ้าขาว     12 บาท\nน้ำ         7 บาท\nแป้ง       30 บาท';
		expect(outlineOfText(text)).toEqual([
			'table',
			'  row Monday | closed',
			'  row Tuesday | 9:00',
			'  row Wednesday | 10:00',
			'table',
			'  row ถ้าขาว | 12 บาท',
			'  row น้ำ | 7 บาท',
			'  row แป้ง | 30 บาท',
		]);
	});

	it('takes double spaces in prose for no columns', () => {
		const text = 'Rye is dear.  Oats are not.\nThe mill burned down.  It was old.\nSalt is cheap.  So it goes.';
		expect(outlineOfText(text)).toEqual(text.split('\n'));
	});
});

describe('locateBlocks, of code and quotations', () => {
	it('keeps line feeds and inner indentation of code', () => {
		expect(outlineOfText('Run this:\n\n    mill start\n      --fast\n\n    mill stop\n\nThen wait.')).toEqual([
			'Run this:',
			'code "mill start\\n  --fast\\n\\nmill stop"',
			'Then wait.',
		]);
	});

	it('reads fenced code with its language', () => {
		expect(textDrafts('Run this:\n```sh\nmill start\n```\nWait.')[1]).toEqual({
			kind: 'code',
			language: 'sh',
			text: 'mill start',
		});
	});

	it('reads quoted lines', () => {
		expect(outlineOfText('Ida wrote:\n> The mill is\n> sold.\n>\n> Come by.')).toEqual([
			'Ida wrote:',
			'> The mill is sold.',
			'> Come by.',
		]);
	});
});
