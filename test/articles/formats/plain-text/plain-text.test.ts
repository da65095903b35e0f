import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../../../articles/formats/plain-text/plain-text.js';
import { outlineOfText } from '../../../support/outline-of-text.js';

const untitled = { hasTitle: false };

describe('locateBlocks, of prose', () => {
	it('makes a paragraph of each line', () => {
		expect(outlineOfText('The mill stands.\nIt grinds rye.\n\nIt was sold.')).toEqual([
			'The mill stands.',
			'It grinds rye.',
			'It was sold.',
		]);
	});

	it('joins a line that goes on in lower case', () => {
		expect(outlineOfText('The mill was sold to\nthe town last year.\nIt runs.')).toEqual([
			'The mill was sold to the town last year.',
			'It runs.',
		]);
	});

	it('joins wrapped lines that go on with a capital or a digit', () => {
		const text = [
			'The mill at the lower end of the valley was sold in the autumn of',
			'2019, and the family that had run it since then moved to the farm in',
			'Quillmoor, where they bake on Fridays. Whoever wants bread should be',
			'there before noon.',
		];
		expect(outlineOfText(text.join('\n'))).toEqual([text.join(' ')]);
	});

	it('joins Chinese lines without a space', () => {
		const lines = ['这座磨坊建于一百二十年前，当时整个山谷的居民都把谷物带到这里来', '磨成面粉。'];
		expect(outlineOfText(lines.join('\n'))).toEqual([lines.join('')]);
	});

	it('keeps lines of one word apart, and lines after a colon', () => {
		expect(outlineOfText('Bring along:\nflour\nsalt', untitled)).toEqual(['Bring along:', 'flour', 'salt']);
	});

	it('takes paragraphs with an indented first line for no code', () => {
		const text = 'Chợ họp:\n\n    Sáng thứ bảy chợ rất đông.\n    Chiều thì vắng.\n\n　　集市每周六举行。';
		expect(outlineOfText(text, untitled)).toEqual([
			'Chợ họp:',
			'Sáng thứ bảy chợ rất đông.',
			'Chiều thì vắng.',
			'集市每周六举行。',
		]);
	});

	it('leaves out rules, images and the signature of an e-mail', () => {
		const text = 'We left.\nWe moved.\n-----\n* * *\nmill.jpg)\n\nCome by.\n\n-- \nIda Roe\nThe mill';
		expect(outlineOfText(text)).toEqual(['We left.', 'We moved.', 'Come by.']);
		expect(readPlainText(text, 'a.txt').leftOut).toEqual([
			{ what: 'image', words: 0, sample: 'mill.jpg)' },
			{ what: 'signature', words: 4, sample: 'Ida Roe The mill' },
		]);
	});
});

describe('locateBlocks, of headings', () => {
	const body = 'The mill was sold.';

	it.each([
		['underlined with dashes', `\n  The mill \n-----\n${body}`, 'h1 The mill'],
		['underlined, though it ends like a sentence', `The mill.\r\n===\r\n${body}`, 'h1 The mill.'],
		['short', `The mill is sold\n${body}`, 'h1 The mill is sold'],
		['a question before a blank line', `Who bought the mill?\n\n${body}`, 'h1 Who bought the mill?'],
		['after an image', `.jpg)\n\nThe mill\n${body}`, 'h1 The mill'],
		['in a script without full stops', `โรงสีถูกขายแล้ว\n${body}`, 'h1 โรงสีถูกขายแล้ว'],
	])('takes a first line for the title: %s', (_, text, title) => {
		expect(outlineOfText(text)).toEqual([title, body]);
	});

	it.each([
		['is all there is', 'The mill'],
		['ends like a sentence', `The mill stands.\n${body}`],
		['asks, without a blank line', `Who? Ida.\n${body}`],
		['goes on', `The mill was\nsold to the town.\n${body}`],
	])('takes a first line for no title that %s', (_, text) => {
		expect(outlineOfText(text).filter((line) => line.startsWith('h'))).toEqual([]);
	});

	it('looks for no title where it is told that there is none', () => {
		expect(outlineOfText(`The mill\n${body}`, untitled)).toEqual(['The mill', body]);
	});

	it('knows headings by underlines, marks, numbers and capitals', () => {
		const headings = ['Prices\n======', 'Ways\n---', '== Bread ==', '### Cake', '1. Opening hours', '2.3 Fees'];
		const more = ['§ 4 Fees', 'Chapter 2', 'III. Fees', 'RULES OF THE HOUSE', 'Điều 5', '第三章 费用', '二、费用'];
		const text = [...headings, ...more].map((heading) => `${heading}\n\n${body}`).join('\n\n');
		expect(outlineOfText(text, untitled).filter((line) => line !== body)).toEqual([
			'h1 Prices',
			'h2 Ways',
			'h2 Bread',
			'h3 Cake',
			'h2 1. Opening hours',
			'h3 2.3 Fees',
			'h3 § 4 Fees',
			'h2 Chapter 2',
			'h2 III. Fees',
			'h2 RULES OF THE HOUSE',
			'h3 Điều 5',
			'h2 第三章 费用',
			'h2 二、费用',
		]);
	});

	it('takes no sentence and no line within a paragraph for a heading', () => {
		const text = `${body}\n\n1. Close the door.\n\nNEVER LATE.\n\nParts of it burned\n\n${body}\nOLD MILL\n${body}`;
		expect(outlineOfText(text, untitled).filter((line) => /^h\d/.test(line))).toEqual([]);
	});
});
