import { describe, expect, it } from 'vitest';
import type { BlockDraft } from '../../../../articles/draft.js';
import { readMarkdown } from '../../../../articles/formats/markdown/markdown.js';
import { UnreadableArticle } from '../../../../articles/unreadable-article.js';

function blocksOf(markdown: string): BlockDraft[] {
	const { blocks } = readMarkdown(markdown, 'a.md');
	return blocks.filter((block): block is BlockDraft => block.kind !== 'open' && block.kind !== 'close');
}

describe('hostile Markdown', () => {
	it.each([
		['containers on one line', `${'- '.repeat(50_000)}word`],
		['lists that nest a thousand deep', Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- word`).join('\n')],
		['marks of emphasis', `${'*a_ '.repeat(20_000)}word`],
		['brackets', `${'![a] '.repeat(50_000)}word`],
		['comments that are never closed', `x ${'<!-- a '.repeat(20_000)}word`],
		['backticks of many lengths', `${Array.from({ length: 1500 }, (_, i) => '`'.repeat(i + 1)).join(' ')} word`],
		['lines below what is no table', `a\n|-|-|\n${'one | word\n'.repeat(100_000)}`],
		['lines that number nothing', `a\n${'7. word\n'.repeat(100_000)}`],
		['lines of one paragraph', 'one word\n'.repeat(100_000)],
	])('of too many %s is read as plain text', (_, markdown) => {
		expect(JSON.stringify(blocksOf(markdown))).toContain('word');
	});

	it.each([
		['tags', '<div>'.repeat(100_000)],
		['containers', ':::tip\n\n'.repeat(20_000)],
	])('whose %s nest too deep is refused', (_, markdown) => {
		expect(() => readMarkdown(`${markdown}word`, 'a.md')).toThrow(UnreadableArticle);
	});

	it.each([
		['rows', '| a | b |\n|---|---|\n', '| *1* | `2` |\n', 6_000, 'row'],
		['items', '', '- item **text**\n', 5_500, 'item'],
		['paragraphs', '', 'word *and* more\n\n', 5_500, 'paragraph'],
	])('is not what has many %s', (_, head, part, count, kind) => {
		expect(blocksOf(head + part.repeat(count)).filter((block) => block.kind === kind)).toHaveLength(
			kind === 'row' ? count + 1 : count,
		);
	});

	it('is not a long block of code, though nobody closed it', () => {
		const lines = 'line *of* code\n'.repeat(20_000);
		expect(blocksOf(`\`\`\`\n${lines}`)).toEqual([{ kind: 'code', language: null, text: lines.trimEnd() }]);
	});

	it('is not a list that nests a hundred deep', () => {
		const markdown = Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n');
		expect(blocksOf(markdown).map(({ kind }) => kind)).toEqual(Array.from({ length: 100 }, () => 'item'));
	});

	it.each([
		'<Aa\n',
		'<Aa b="\n',
		'{{< a\n',
		'{% highlight x %}\n',
		'import {\n',
		'{/*\n',
		'> [!NOTE]\n',
		'!!! note\n\n',
	])('is not what repeats %j, which takes no more than linear time', (mark) => {
		const times = [2_000, 8_000].map((count) => {
			const start = performance.now();
			readMarkdown(mark.repeat(count), 'a.md');
			return performance.now() - start;
		});
		expect(times[1]).toBeLessThan(10_000);
	});
});
