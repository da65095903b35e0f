import { describe, expect, it } from 'vitest';
import { outlineOf } from './markdown-outline.js';

describe('bold text in Markdown', () => {
	it.each(['When does it close?', '何时关门？', '何時に閉まりますか？', 'متى يغلق؟', 'Πότε κλείνει;'])(
		'that asks, as in %j, is the question of what stands behind it',
		(question) => {
			expect(outlineOf(`**${question}** At nine.`, '', 'Other text.')).toEqual([
				'<answer>',
				`? ${question}`,
				'p At nine.',
				'</answer>',
				'p Other text.',
			]);
		},
	);

	it('that asks has the list in its answer that the answer introduces', () => {
		expect(outlineOf('**What do I bring?** Two things:', '', '- boots', '- a coat', '', 'Other text.')).toEqual([
			'<answer>',
			'? What do I bring?',
			'p Two things:',
			'<list>',
			'- boots',
			'- a coat',
			'</list>',
			'</answer>',
			'p Other text.',
		]);
	});

	it('that asks and stands alone is the question of all up to the next question or heading', () => {
		const blocks = outlineOf(
			'**Who**?',
			'',
			'Ada.',
			'',
			'And Bo.',
			'',
			'***Where?***',
			'Here.',
			'',
			'## Next',
			'',
			'Text.',
		);
		expect(blocks).toEqual([
			'<answer>',
			'? Who?',
			'p Ada.',
			'p And Bo.',
			'</answer>',
			'<answer>',
			'? Where?',
			'p Here.',
			'</answer>',
			'h2 Next',
			'p Text.',
		]);
	});

	it('that asks at the beginning of several lines of a paragraph begins several questions', () => {
		expect(outlineOf('Before.', '**Who?** Ada', 'and Bo.', '**Where?** Here.')).toEqual([
			'p Before.',
			'<answer>',
			'? Who?',
			'p Ada and Bo.',
			'</answer>',
			'<answer>',
			'? Where?',
			'p Here.',
			'</answer>',
		]);
	});

	it('is a heading below the one above it where it is short, alone and followed by text', () => {
		expect(outlineOf('# A', '', '### B', '', '**Old boats**', '', 'Text.', '', '**New boats**', '', '- one')).toEqual([
			'h1 A',
			'h3 B',
			'h4 Old boats',
			'p Text.',
			'h4 New boats',
			'<list>',
			'- one',
			'</list>',
		]);
	});

	it.each([
		['**Shut the gate.**\n\nText.', 'p Shut the gate.'],
		['**You need:**\n\nText.', 'p You need:'],
		['**Note**\n\nText.', 'p Note'],
		['Text.\n\n**The end**', 'p Text.'],
		['**Present:** Ada\n\nText.', 'p Present: Ada'],
		['**Why?** is what all asked.\n\nText.', 'p Why? is what all asked.'],
	])('is text in %j', (markdown, first) => {
		const blocks = outlineOf(markdown);
		expect(blocks[0]).toBe(first);
		expect(blocks).toHaveLength(2);
		expect(blocks.every((block) => block.startsWith('p '))).toBe(true);
	});
});

describe('labels in Markdown', () => {
	it.each([
		['Q: Who?\nA: Ada.\n\nQ: Where?\nA: Here.'],
		['**Q:** Who?\n\n**A:** Ada.\n\n**Q:** Where?\n\n**A:** Here.'],
		['**Question: Who?**  \nAnswer: Ada.\n\n**Question: Where?**  \nAnswer: Here.'],
		['Frage: Who?\n\nAntwort: Ada.\n\nFrage: Where?\n\nAntwort: Here.'],
		['ຖາມ: Who?\nຕອບ: Ada.\n\nຖາມ: Where?\nຕອບ: Here.'],
		['问：Who?\n答：Ada.\n\n问：Where?\n答：Here.'],
	])('of questions and answers are no text: %j', (markdown) => {
		expect(outlineOf(markdown, '', 'Other text.')).toEqual([
			'<answer>',
			'? Who?',
			'p Ada.',
			'</answer>',
			'<answer>',
			'? Where?',
			'p Here.',
			'</answer>',
			'p Other text.',
		]);
	});

	it('keep headings what they are, and answers their lists', () => {
		expect(outlineOf('## Q: Who?', '', 'A: These:', '', '- Ada', '', '## Q: Where?', '', 'A: Here.')).toEqual([
			'h2 Who?',
			'p These:',
			'<list>',
			'- Ada',
			'</list>',
			'h2 Where?',
			'p Here.',
		]);
	});

	it('are no text where they stand alone either', () => {
		expect(outlineOf('Q: Who?', '', '**A:**', '', '- Ada', '- Bo', '', 'Q: Where?', '', 'A: Here.')).toEqual([
			'<answer>',
			'? Who?',
			'<list>',
			'- Ada',
			'- Bo',
			'</list>',
			'</answer>',
			'<answer>',
			'? Where?',
			'p Here.',
			'</answer>',
		]);
	});

	it('count only in pairs', () => {
		expect(outlineOf('Q: Who?', '', 'Nobody knows.')).toEqual(['p Q: Who?', 'p Nobody knows.']);
	});
});
