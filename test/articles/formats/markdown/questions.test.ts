import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.js';

describe('bold text in Markdown', () => {
	it.each(['When does it close?', '何时关门？', '何時に閉まりますか？', 'متى يغلق؟', 'Πότε κλείνει;'])(
		'that asks, as in %j, is the question of what stands behind it',
		(question) => {
			expect(outlineOf(`**${question}** At nine.`, '', 'Other text.')).toEqual([
				'<section>',
				`? ${question}`,
				'p At nine.',
				'</section>',
				'p Other text.',
			]);
		},
	);

	it('that asks has the list in its answer that the answer introduces', () => {
		expect(outlineOf('**What do I bring?** Two things:', '', '- boots', '- a coat', '', 'Other text.')).toEqual([
			'<section>',
			'? What do I bring?',
			'p Two things:',
			'<list>',
			'- boots',
			'- a coat',
			'</list>',
			'</section>',
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
			'<section>',
			'? Who?',
			'p Ada.',
			'p And Bo.',
			'</section>',
			'<section>',
			'? Where?',
			'p Here.',
			'</section>',
			'h2 Next',
			'p Text.',
		]);
	});

	it('that asks at the beginning of several lines of a paragraph begins several questions', () => {
		expect(outlineOf('Before.', '**Who?** Ada', 'and Bo.', '**Where?** Here.')).toEqual([
			'p Before.',
			'<section>',
			'? Who?',
			'p Ada and Bo.',
			'</section>',
			'<section>',
			'? Where?',
			'p Here.',
			'</section>',
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
			'<section>',
			'? Who?',
			'p Ada.',
			'</section>',
			'<section>',
			'? Where?',
			'p Here.',
			'</section>',
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
			'<section>',
			'? Who?',
			'<list>',
			'- Ada',
			'- Bo',
			'</list>',
			'</section>',
			'<section>',
			'? Where?',
			'p Here.',
			'</section>',
		]);
	});

	it('count only in pairs', () => {
		expect(outlineOf('Q: Who?', '', 'Nobody knows.')).toEqual(['p Q: Who?', 'p Nobody knows.']);
	});
});
