import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../answers/context.js';
import { splitSentences } from '../../articles/sentences.js';
import { documentOf } from '../support/collections.js';

function contextsIn(text: string, language = 'en'): (string | undefined)[] {
	const document = documentOf('ferry.txt', text, language);
	return splitSentences(document.text, language).map((span) => {
		const context = contextOf(document, span);
		return context && document.text.slice(context.start, context.end);
	});
}

describe('contextOf', () => {
	it('is the sentence before one that leans on it, and none for the others', () => {
		const text = 'The ferry is old and loud. It was built in the year 1962. Forty people work on board of the ship.';
		expect(contextsIn(text)).toEqual([undefined, 'The ferry is old and loud.', undefined]);
	});

	it('never crosses a paragraph, nor a heading', () => {
		expect(contextsIn('The ferry is old.\n\nIt was built in 1962.')).toEqual([undefined, undefined]);
		const document = documentOf('a.md', 'Ferries of the lake\n\nThey were built in 1962. They are loud.', 'en');
		const [, , last] = splitSentences(document.text, 'en');
		const context = contextOf(document, last!)!;
		expect(document.text.slice(context.start, context.end)).toBe('They were built in 1962.');
	});

	it('is found near the end of a long paragraph, and is a whole sentence', () => {
		const text = `${'The ferry of Ormond crosses the lake every day. '.repeat(400)}The sea is calm tonight. It will rain.`;
		expect(contextsIn(text).at(-1)).toBe('The sea is calm tonight.');
	});

	it('is none where what stands before is no sentence that could be quoted', () => {
		expect(contextsIn(`${'x'.repeat(3000)}. It was late.`).at(-1)).toBeUndefined();
	});

	it('stands in the paragraph, before the sentence, with white space between them alone', () => {
		const piece = fc.constantFrom(
			...[
				'It rains. ',
				'The ferry lands at the pier. ',
				'这座桥。',
				'ມັນດີ. ',
				'เขามา ',
				'\n',
				'\n\n',
				'「',
				'…',
				'e.g. ',
				'Dr. ',
			],
			...['👩‍👩‍👧', '\u0301', 'and so on; ', 'x'],
		);
		const language = fc.constantFrom('en', 'zh', 'lo', 'th', 'und');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 30 }), language, (pieces, tag) => {
				const document = documentOf('a.txt', `The lake. ${pieces.join('')}`, tag);
				for (const span of splitSentences(document.text, document.language)) {
					const context = contextOf(document, span);
					if (context === undefined) continue;
					expect(context.start).toBeLessThan(context.end);
					expect(document.text.slice(context.end, span.start)).toMatch(/^[^\S\n]*$/u);
					expect(document.text.slice(context.start, context.end)).not.toContain('\n');
				}
			}),
			{ numRuns: 300 },
		);
	});
});
