import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../articles/formats/markdown/markdown.js';
import { outline, outlineOf } from './outline.js';

function read(...lines: readonly string[]) {
	return readMarkdown(lines.join('\n'), 'a.md');
}

describe('readMarkdown', () => {
	it('gives each kind of block', () => {
		const blocks = outlineOf(
			'Intro with **bold**, `code`, [a link](https://x.example) and ~~old~~ text.',
			'',
			'Setext heading',
			'---',
			'',
			'* one',
			'* [x] two',
			'',
			'3. three',
			'4. four',
			'',
			'   More on four.',
			'   - below four',
			'',
			'> quoted',
			'',
			'| a | b |',
			'|---|:-:|',
			'| 1 | 2 |',
			'',
			'``` js title="x.js"',
			'let a = 1;',
			'',
			'  b();',
			'```',
			'',
			'    indented code',
			'',
			'***',
			'',
			'[ref]: https://x.example "Title"',
		);
		expect(blocks).toEqual([
			'p Intro with bold, code, a link and old text.',
			'h2 Setext heading',
			'<list>',
			'- one',
			'- two',
			'</list>',
			'<list>',
			'3. three',
			'4. four',
			'p More on four.',
			'<list>',
			'- below four',
			'</list>',
			'</list>',
			'quotation quoted',
			'<table>',
			'|= a | b',
			'| 1 | 2',
			'</table>',
			'code js: let a = 1;\n\n  b();',
			'code none: indented code',
		]);
	});

	it('shows HTML among Markdown as a browser does', () => {
		const blocks = outlineOf(
			'<h1 align="center">Fell Radio</h1>',
			'',
			'<p>',
			'  First paragraph of HTML.',
			'</p>',
			'<p>Second one.</p>',
			'Loose text<br>on two lines.',
			'',
			'<details>',
			'<summary>Where is the mast?</summary>',
			'',
			'On **Crow Hill**.',
			'',
			'- north side',
			'',
			'</details>',
			'',
			'A <b>bold</b> wo<i>r</i>d. <!-- not shown -->',
		);
		expect(blocks).toEqual([
			'h1 Fell Radio',
			'p First paragraph of HTML.',
			'p Second one.',
			'p Loose text\non two lines.',
			'<section>',
			'? Where is the mast?',
			'p On Crow Hill.',
			'<list>',
			'- north side',
			'</list>',
			'</section>',
			'p A bold word.',
		]);
	});

	it('reads on behind tags that would swallow or hide what follows', () => {
		const blocks = outlineOf(
			'Set the <title> of a page.',
			'',
			'Use <textarea> or <button class="x" /> there.',
			'',
			'Last.',
		);
		expect(blocks).toEqual(['p Set the of a page.', 'p Use or there.', 'p Last.']);
	});

	it('takes a line end of the source for a space, a hard break for a line end, and neither between Chinese letters', () => {
		expect(outlineOf('one', 'two  ', 'three\\', 'four')).toEqual(['p one two\nthree\nfour']);
		expect(outlineOf('我们明天', '去**学校', '上课**', '吧。', 'OK')).toEqual(['p 我们明天去学校上课吧。 OK']);
	});

	it('puts footnotes at the end, without their marks', () => {
		const blocks = outlineOf('Open[^1] daily.', '', '[^1]: But not in May.', '', '    Nor in June.', '', 'Last.');
		expect(blocks).toEqual(['p Open daily.', 'p Last.', 'p But not in May.', 'p Nor in June.']);
	});

	it('leaves images out, with the attributes behind them, and says so', () => {
		const { blocks, leftOut } = read('![Two boats](boats.png){width=50%} Text ![](b.png)');
		expect(outline(blocks)).toEqual(['p Text']);
		expect(leftOut.map(({ what }) => what)).toEqual(['image']);
	});

	it('ends a fence that nobody closed with the document', () => {
		expect(outlineOf('~~~', 'a', '# b')).toEqual(['code none: a\n# b']);
	});
});

describe('anchors of headings', () => {
	it('are those of GitHub, or those that the author gives', () => {
		const { blocks } = read(
			'# Opening `hours` & prices',
			'## Same',
			'## Same',
			'## Winter {#in-winter}',
			'## Summer {: #in-summer .warm }',
			'## <a name="spring"></a>Spring',
			'',
			'<a id="autumn"/>',
			'',
			'## Autumn',
			'## Noon <a name="midday"></a>',
			'## Evening',
			'Text <a id="dusk"></a> before it.',
			'<h2>Night</h2>',
			'',
			'<h2 id="dawn">Dawn</h2>',
		);
		expect(blocks.map((block) => ('text' in block ? [block.text, block.anchor] : []))).toEqual([
			['Opening hours & prices', 'opening-hours--prices'],
			['Same', 'same'],
			['Same', 'same-1'],
			['Winter', 'in-winter'],
			['Summer', 'in-summer'],
			['Spring', 'spring'],
			['Autumn', 'autumn'],
			['Noon', 'midday'],
			['Evening', 'evening'],
			['Text before it.', undefined],
			['Night', 'night'],
			['Dawn', 'dawn'],
		]);
	});
});

describe('front matter', () => {
	it('states title, date, language and URL', () => {
		const article = read(
			'---',
			'title: "Cầu mới"',
			'pubDatetime: 2024-06-21T08:00:00Z',
			'lang: vi',
			'permalink: https://x.example/cau',
			'---',
			'Nội dung.',
		);
		expect(article).toMatchObject({
			source: 'https://x.example/cau',
			title: 'Cầu mới',
			publishedAt: '2024-06-21T08:00:00Z',
			language: 'vi',
		});
		expect(outline(article.blocks)).toEqual(['p Nội dung.']);
	});

	it.each([
		[['+++', 'title = "x"', '+++', 'Text.'], ['p Text.']],
		[
			['---', 'title: "open', '---', '', '# Heading', 'Text.'],
			['h1 Heading', 'p Text.'],
		],
		[['---', '---', 'Text.'], ['p Text.']],
		[
			['---', '', 'Between rules.', '', '---', 'Text.'],
			['p Between rules.', 'p Text.'],
		],
		[['---', 'title: never closed'], ['p title: never closed']],
	])('is no text, and what only looks like it is: %j', (lines, blocks) => {
		expect(outlineOf(...lines)).toEqual(blocks);
	});
});

describe('the title', () => {
	it.each([
		['# Top\n\nText.', null],
		['Text.\n\n# Below\n\nMore.', 'Below'],
		['**Draft**\n\n# Below\n\nMore.', 'Below'],
		['Text.\n\n## Second level', null],
		['---\ntitle: Stated\n---\n# Heading', 'Stated'],
	])('of %j is stated, or stands below the beginning', (markdown, title) => {
		expect(readMarkdown(markdown, 'a.md').title).toBe(title);
	});

	it('takes title, date and language from TOML', () => {
		const markdown = '+++\ntitle = "The quay"\ndate = 2025-03-04T09:00:00+01:00\nlang = "en"\n+++\n\nIt rained.';
		expect(readMarkdown(markdown, 'a.md')).toMatchObject({
			title: 'The quay',
			publishedAt: '2025-03-04T09:00:00.000+01:00',
			language: 'en',
		});
		expect(readMarkdown('+++\ntitle = \n+++\n\nIt rained.', 'a.md').title).toBeNull();
	});
});
