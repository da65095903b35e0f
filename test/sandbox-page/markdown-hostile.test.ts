import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkdownNode } from '../../sandbox/page/markdown-nodes.js';
import { childrenOf, kindsOf, visibleText } from '../../sandbox/page/markdown-nodes.js';
import { parseMarkdown } from '../../sandbox/page/markdown.js';

describe('parseMarkdown, given hostile text', () => {
	/** Markup, and the signs it is made of, more often than chance would have them. */
	const hostile = fc
		.array(
			fc.oneof(
				fc.constantFrom(
					...['*', '**', '_', '__', '~~', '||', '`', '```', '\n', '> ', '>>> ', '# ', '-# ', '- ', '1. ', ' ', '\\'],
					...['[a](https://a.example)', '](', '<@1>', '<#1>', '@everyone', '<t:1:R>', ':smile:', 'https://a.example'],
					...['a', 'đ', '😀', 'ກ', '¯\\_(ツ)_/¯', '<', '>', '\u200b'],
				),
				fc.string({ unit: 'grapheme', maxLength: 6 }),
			),
			{ maxLength: 30 },
		)
		.map((parts) => parts.join(''));

	it('never throws, and shows no sign that the message does not have', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const shown: string[] = [];
				const visit = (node: MarkdownNode): void => {
					if (node.kind === 'text' || node.kind === 'code' || node.kind === 'codeBlock') shown.push(node.text);
					childrenOf(node).forEach(visit);
				};
				parseMarkdown(text).forEach(visit);
				expect(shown).not.toContain('');
				let at = 0;
				for (const sign of shown.join('')) {
					at = text.indexOf(sign, at) + 1;
					expect(at, `${JSON.stringify(sign)} in its order`).toBeGreaterThan(0);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('shows text as itself when every sign of it is escaped', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const escaped = text.replace(/[^0-9A-Za-z\s]/gu, String.raw`\$&`);
				const nodes = parseMarkdown(escaped);
				expect(visibleText(nodes)).toBe(text);
				expect([...kindsOf(nodes)]).toEqual(text === '' ? [] : ['text']);
			}),
			{ numRuns: 2000 },
		);
	});

	it('shows text of letters and spaces as itself', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', 'Z', '9', ' ', '\n', 'đ', 'ຄ', '😀') }), (text) => {
				expect(visibleText(parseMarkdown(text))).toBe(text);
			}),
		);
	});

	it.each(['*', '_', '**a', '[', '](', '[a](', '||', '`', '> ', '- ', '# ', '\n- ', '<', '*_', '**__', ':a', '\\'])(
		'reads 6000 signs of %j in under a second',
		(unit) => {
			const before = performance.now();
			parseMarkdown(unit.repeat(6000 / unit.length));
			expect(performance.now() - before).toBeLessThan(1000);
		},
	);
});
