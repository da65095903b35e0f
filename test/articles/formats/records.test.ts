import { describe, expect, it } from 'vitest';
import type { Article } from '../../../articles/article.js';
import { readJson, readJsonLines } from '../../../articles/formats/records.js';
import { outline } from './markdown/outline.js';

function readOne(record: unknown): Article {
	const { articles, failed } = readJson(JSON.stringify(record), 'one.json');
	expect(failed).toEqual([]);
	expect(articles).toHaveLength(1);
	return articles[0]!;
}

describe('readJson', () => {
	it('reads one record or many, each with its own source', () => {
		const { articles, failed } = readJson(
			JSON.stringify([
				{ title: 'A', text: 'One.', url: 'https://example.org/a', date: '2024-06', lang: 'en' },
				{ headline: 'B', body: '<p>Two</p><p>Three</p>', source: 'The Valley Post' },
				{ content: 'Four.', id: 7 },
				{ title: 'no text' },
			]),
			'all.json',
		);
		expect(articles.map((article) => ({ ...article, blocks: outline(article.blocks) }))).toEqual([
			{
				source: 'https://example.org/a',
				title: 'A',
				publishedAt: '2024-06',
				language: 'en',
				blocks: ['p One.'],
				leftOut: [],
			},
			{
				source: 'all.json#2',
				title: 'B',
				publishedAt: null,
				language: null,
				blocks: ['p Two', 'p Three'],
				leftOut: [],
			},
			{ source: 'all.json#7', title: null, publishedAt: null, language: null, blocks: ['p Four.'], leftOut: [] },
		]);
		expect(failed.map(({ source, message }) => [source, message])).toEqual([
			[
				'all.json#4',
				'expected text in a field "text", "body" or "content", or a "question" with its "answer", got the fields title',
			],
		]);
		expect(readOne({ text: 'One.' }).source).toBe('one.json');
	});

	it('refuses a file that is no JSON', () => {
		expect(() => readJson('{"text":', 'a.json')).toThrow(/^expected JSON, got /);
	});

	it.each([
		['First.\n\nSecond <b.', ['p First.', 'p Second <b.']],
		['- one\n- two', ['<list>', '- one', '- two', '</list>']],
		['<p>First<br>line.</p>', ['p First\nline.']],
		['<div>\n\n    <p>Far in.</p>\n\n# 1\n</div>', ['p Far in.', 'p # 1']],
		['First.<br/>Second.', ['p First.\nSecond.']],
		['# Head\n\nText *here*.', ['h1 Head', 'p Text here.']],
		['Run:\n\n```sh\nls\n```', ['p Run:', 'code sh: ls']],
		['a | b\n--- | ---\n1 | 2', ['<table>', '|= a | b', '| 1 | 2', '</table>']],
		['- **one**\n- [two](https://x.example)\n- three', ['<list>', '- one', '- two', '- three', '</list>']],
		['2 ** 3 and 4 ** 5 and [6](7)', ['p 2 ** 3 and 4 ** 5 and [6](7)']],
	])('reads a text field in the format that it looks like: %j', (text, blocks) => {
		expect(outline(readOne({ text }).blocks)).toEqual(blocks);
	});

	it.each([
		[
			{ question: 'Where is it?', answer: 'In **Crow Street**.\n\n- at [12](/a)\n- left' },
			['p In Crow Street.', '<list>', '- at 12', '- left', '</list>'],
		],
		[{ q: 'Where is it?', a: '<p>In Crow Street.</p>' }, ['p In Crow Street.']],
		[{ instruction: '<b>Where</b> is it?<br>', output: 'In Crow Street.', input: '' }, ['p In Crow Street.']],
	])('reads %j as a question with its answer', (record, answer) => {
		const { title, blocks } = readOne(record);
		expect(title).toBe('Where is it?');
		expect(outline(blocks)).toEqual(['<section>', '? Where is it?', ...answer, '</section>']);
	});

	it('lets a stated title and text go before a question, and an input after an instruction', () => {
		expect(readOne({ title: 'T', question: 'Who?', answer: 'Ada.' }).title).toBe('T');
		expect(outline(readOne({ text: 'Text.', question: 'Who?', answer: 'Ada.' }).blocks)).toEqual(['p Text.']);
		const { blocks } = readOne({ instruction: 'Name the color.', input: 'The gate is red.', output: 'Red.' });
		expect(outline(blocks)).toContain('? Name the color.\nThe gate is red.');
	});

	it('takes the first line of a plain text for a heading only where no title is stated', () => {
		const text = 'Market moves\n\nIt is on the quay now.';
		expect(outline(readOne({ text }).blocks)).toEqual(['h1 Market moves', 'p It is on the quay now.']);
		expect(outline(readOne({ title: 'T', text }).blocks)).toEqual(['p Market moves', 'p It is on the quay now.']);
	});

	it('is not kept waiting by texts that nearly look like something', () => {
		for (const part of ['<p ', '[a](', '**a', '|-', '# \n', '- \n']) {
			expect(readOne({ text: `x ${part.repeat(20_000)}` }).blocks.length).toBeGreaterThan(0);
		}
	});
});

describe('readJsonLines', () => {
	it('keeps the good lines, and names the bad ones', () => {
		const { articles, failed } = readJsonLines('{"text": "One."}\r\n\n{"text": \n[]\n{"text": "Five."}', 'a.jsonl');
		expect(articles.map(({ source, blocks }) => [source, outline(blocks)])).toEqual([
			['a.jsonl#1', ['p One.']],
			['a.jsonl#5', ['p Five.']],
		]);
		expect(failed.map(({ source }) => source)).toEqual(['a.jsonl#3', 'a.jsonl#4']);
		expect(failed[0]?.message).toMatch(/^line 3: expected JSON, got /);
		expect(failed[1]?.message).toBe('line 4: expected a record {"title": …, "text": …}, got an array');
	});

	it('reads the records of exports that keep them in a field, and text that is rendered', () => {
		const wordpress = [
			{
				id: 3,
				link: 'https://example.org/quay',
				title: { rendered: 'The quay' },
				content: { rendered: '<p>It rained.</p>' },
			},
		];
		const zendesk = {
			count: 1,
			articles: [{ title: 'The quay', body: '<p>It rained.</p>', html_url: 'https://example.org/quay' }],
		};
		const feed = {
			version: 'https://jsonfeed.org/version/1.1',
			title: 'News',
			items: [{ url: 'https://example.org/quay', title: 'The quay', content_text: 'It rained.' }],
		};
		for (const value of [wordpress, zendesk, feed]) {
			const { articles, failed } = readJson(JSON.stringify(value), 'export.json');
			expect(failed).toEqual([]);
			expect(articles).toMatchObject([
				{ source: 'https://example.org/quay', title: 'The quay', blocks: [{ kind: 'paragraph', text: 'It rained.' }] },
			]);
		}
	});
});
