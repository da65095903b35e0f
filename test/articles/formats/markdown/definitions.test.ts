import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.js';

describe('definitions', () => {
	it('are items of a list, each with its term', () => {
		expect(
			outlineOf(
				...['Weir', ':   A low *dam*.', '', 'Sluice', '', ': A gate in a weir.', ': Also a channel,', 'or a flume.'],
				...['Lock', ': It lifts boats.', '', 'After.'],
			),
		).toEqual([
			'<list>',
			'- Weir: A low dam.',
			'- Sluice: A gate in a weir.',
			'p Also a channel, or a flume.',
			'- Lock: It lifts boats.',
			'</list>',
			'p After.',
		]);
	});

	it('that answer a term are answers', () => {
		expect(outlineOf('Who opens it?', ': The keeper.')).toEqual(
			expect.arrayContaining(['? Who opens it?', 'p The keeper.']),
		);
	});

	it.each([
		['| a | b |', '|---|---|', '| 1 | 2 |', ': Boats'],
		['```', 'Weir', ': A dam.', '```'],
		['The sign says', ':smile: today.'],
	])('are no captions, code or emoji: %j %j', (...lines) => {
		expect(outlineOf(...lines).join(' ')).not.toContain('<list>');
	});
});
