import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.js';

describe('code', () => {
	const MARKS = [
		':::tip Title',
		'!!! note',
		'    in it',
		'> [!NOTE]',
		'{% hint %}',
		'<Note>',
		"import a from 'a'",
		'[TOC]',
	];

	it.each([
		['```', '```', MARKS],
		['~~~~ text', '~~~~', [...MARKS, '~~~']],
		['<pre>', '</pre>', MARKS.map((line) => line.replace('<Note>', 'Note'))],
	])('between %j and %j is left as it is', (open, close, lines) => {
		const [only, ...others] = outlineOf('Before.', '', open, ...lines, close, '', '[TOC]').slice(1);
		expect(only?.replace(/^code \w+: /, '')).toBe(lines.join('\n'));
		expect(others).toEqual([]);
	});

	it('that is indented is left as it is, also in a list', () => {
		expect(outlineOf('Text.', '', '    [TOC]', '    :::tip', '', '    {% a %}')).toEqual([
			'p Text.',
			'code none: [TOC]\n:::tip\n\n{% a %}',
		]);
		expect(outlineOf('- item', '', '      [TOC]', '', '  [TOC]', '  more')).toEqual([
			'<list>',
			'- item',
			'code none: [TOC]',
			'p more',
			'</list>',
		]);
	});

	it('in a list or quotation ends with it, though nobody closed it', () => {
		expect(outlineOf('- ```', '  [TOC]', '', '[TOC]', '', 'After.')).toEqual([
			'<list>',
			'code none: [TOC]',
			'</list>',
			'p After.',
		]);
		expect(outlineOf('> ```', '> [TOC]', '', '[TOC]', '', 'After.')).toEqual(['code none: [TOC]', 'p After.']);
	});
});
