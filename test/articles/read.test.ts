import { describe, expect, it } from 'vitest';
import type { Article } from '../../articles/article.js';
import { READABLE_EXTENSIONS, readArticles, type ReadOptions } from '../../articles/read.js';

function readOne(content: string | Uint8Array, source: string, options?: ReadOptions): Article {
	const { articles } = readArticles(Buffer.from(content), source, options);
	expect(articles).toHaveLength(1);
	return articles[0]!;
}

/** The texts of the blocks, with their kinds. */
function blocksOf(...parameters: Parameters<typeof readOne>): string[] {
	return readOne(...parameters).blocks.flatMap((block) => ('text' in block ? [`${block.kind}: ${block.text}`] : []));
}

describe('readArticles', () => {
	it.each([
		['<!doctype html><html><body><p>One <b>two</b>.</p></body></html>', 'paragraph: One two.'],
		['<p>One <b>two</b>.</p>', 'paragraph: One two.'],
		['# Heading\n\nText *here*.', 'paragraph: Text here.'],
		['---\ntitle: Stated\n---\nText *here*.', 'paragraph: Text here.'],
		['+++\ntitle = "Stated"\n+++\nText *here*.', 'paragraph: Text here.'],
		['{"text": "Record text."}', 'paragraph: Record text.'],
		['{"text": "One."}\n{"text": "Two."}', 'paragraph: One.'],
		['Plain * text, [1] and <b>.', 'paragraph: Plain * text, [1] and <b>.'],
	])('finds out the format of %j', (content, block) => {
		const [article] = readArticles(Buffer.from(content), 'https://example.org/article').articles;
		expect(article?.blocks.map((each) => ('text' in each ? `${each.kind}: ${each.text}` : ''))).toContain(block);
	});

	it.each(['a.md', 'a.markdown', 'a.mdx', 'A.MD', 'https://example.org/a.md?raw=1'])(
		'reads %s as Markdown',
		(source) => {
			expect(blocksOf('Text *here*.', source)).toEqual(['paragraph: Text here.']);
		},
	);

	it('reads each extension that it looks for in folders', () => {
		expect([...READABLE_EXTENSIONS].sort()).toEqual([
			'.htm',
			'.html',
			'.json',
			'.jsonl',
			'.markdown',
			'.md',
			'.mdx',
			'.ndjson',
			'.text',
			'.txt',
		]);
	});

	it('trusts the content type over the extension, and reads its charset', () => {
		expect(blocksOf('<p>One</p><p>Two</p>', 'a.txt', { contentType: 'text/html' })).toEqual([
			'paragraph: One',
			'paragraph: Two',
		]);
		const bytes = Uint8Array.of(0xb3, 0xf3, 0x64, 0x9f);
		const contentType = 'text/plain; charset=windows-1250';
		expect(blocksOf(bytes, 'a', { contentType })[0]).toContain('łódź');
	});

	it('reads the encoding that a page states', () => {
		const bytes = Buffer.concat([
			Buffer.from('<meta charset="windows-1250"><p>'),
			Uint8Array.of(0xb3, 0xf3, 0x64, 0x9f),
		]);
		expect(blocksOf(bytes, 'a.html')).toEqual(['paragraph: łódź']);
	});

	it('is not kept waiting by text that begins as a page does, with comments', () => {
		const comments = '<!-- x -->\n'.repeat(150);
		expect(blocksOf(`${comments}Hello.`, 'noted', { contentType: 'text/plain' }).join('\n')).toContain('Hello.');
		expect(blocksOf(`${comments}<p>Hello.</p>`, 'noted')).toEqual(['paragraph: Hello.']);
	});

	it.each([
		[' \n\t', 'a.txt', 'expected text, got an empty file'],
		['', 'a.html', 'expected text, got an empty file'],
		['![](a.png)', 'a.md', 'expected text, got none besides markup'],
		['| | |\n|---|---|\n| | |', 'a.md', 'expected text, got none besides markup'],
		['<p><img src="a.png"></p>', 'a.html', 'expected text, got none besides markup'],
	])('refuses %j, which holds no text', (content, source, message) => {
		expect(() => readArticles(Buffer.from(content), source)).toThrow(message);
	});

	it.each([
		['news.xml', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 'an RSS or Atom feed'],
		['news', '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'an RSS or Atom feed'],
		['data.xml', '<?xml version="1.0"?><stock><rice>4</rice></stock>', 'XML'],
		['fees.csv', 'what,fee\ndog,3', 'a table of comma-separated values'],
		['page.rst', 'Title\n=====\n\n.. note:: Closed.', 'reStructuredText'],
	])('refuses %s by its name', (source, text, name) => {
		expect(() => readArticles(Buffer.from(text), source)).toThrow(`got ${name}: export it as one of these`);
	});
});
