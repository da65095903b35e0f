import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlDrafts } from '../../../../articles/formats/html/html.js';
import { linesOf } from './lines.js';

describe('htmlDrafts of text', () => {
	it.each([
		['<p>One</p><p>Two</p>', ['One', 'Two']],
		['<div>Alone</div>bare <b>bold</b> text<div>Next</div>', ['Alone', 'bare bold text', 'Next']],
		['<p>H<sub>2</sub>O, un<b>break</b>able\n\t and   wide', ['H2O, unbreakable and wide']],
		['<p>First line<br>second line</p>', ['First line\nsecond line']],
		['<p>First<br><br> second</p>', ['First', 'second']],
		['<a href="x"><div>In a link</div></a>', ['In a link']],
		['<p>Unclosed<p>also<ul><li>item<li>other', ['Unclosed', 'also', '(list', '- item', '- other', 'list)']],
		['A &amp; B&nbsp;C', ['A & B\u00A0C']],
		['<p>Known.<sup><a href="#n1">1</a></sup></p>', ['Known.']],
		['<p>The note. <a href="#r1" class="footnote-backref">↩</a></p>', ['The note.']],
		['<script>no()</script><style>p{}</style><template><p>no</p></template><p>Yes', ['Yes']],
	])('shows %j as a browser does', (html, expected) => {
		expect(linesOf(html)).toEqual(expected);
	});

	it.each([
		['<h2 id="a">T</h2>', 'a'],
		['<h2><a name="b"></a>T</h2>', 'b'],
		['<a id="c"></a><h2>T</h2>', 'c'],
		['<section id="d"><h2>T<a class="headerlink" href="#d">¶</a></h2></section>', 'd'],
		['<div class="markdown-heading"><h2>T</h2><a id="user-e" href="#e"></a></div>', 'e'],
		['<section id="f"><p>Text first</p><h2>T</h2></section>', undefined],
		['<div role="heading" aria-level="2" id="g">T</div>', 'g'],
	])('gives the heading of %j its anchor', (html, anchor) => {
		const heading = htmlDrafts(html).blocks.find(({ kind }) => kind === 'heading');
		expect(heading).toEqual({ kind: 'heading', level: 2, text: 'T', ...(anchor !== undefined && { anchor }) });
	});

	it('reads on under a heading that nobody closes', () => {
		expect(linesOf(`<h2>Title<p>${'Long text. '.repeat(40)}</p>`)).toHaveLength(2);
	});

	it('makes a bold line that asks the question of what follows it', () => {
		expect(linesOf('<p><strong>Is it free?</strong><br>It is.</p><p><b>Until when?</b></p><p>June.</p>')).toEqual([
			'? Is it free?',
			'It is.',
			'? Until when?',
			'June.',
		]);
	});

	it('loses no word of generated pages that it does not count', () => {
		const leaf = fc.stringMatching(/^w[a-z]{1,6}$/).map((word) => ({ html: word, words: [word] }));
		const { node } = fc.letrec<{ node: { html: string; words: string[] } }>((tie) => ({
			node: fc.oneof(
				{ maxDepth: 5 },
				leaf,
				fc
					.tuple(
						fc.constantFrom(
							...'p div section h2 ul li ol blockquote table td b span a details summary dl dt dd pre nav aside'.split(
								' ',
							),
							...'figure header footer button article label main'.split(' '),
						),
						fc.constantFrom('', ' hidden', ' id="a"', ' class="share"', ' aria-expanded="false"', ' role="tabpanel"'),
						fc.array(tie('node'), { maxLength: 4 }),
					)
					.map(([name, attributes, inner]) => ({
						html: ` <${name}${attributes}>${inner.map(({ html }) => html).join(' ')}</${name}> `,
						words: inner.flatMap(({ words }) => words),
					})),
			),
		}));
		fc.assert(
			fc.property(node, ({ html, words }) => {
				const { blocks, leftOut } = htmlDrafts(html);
				const texts = blocks.flatMap((block) =>
					block.kind === 'row' ? block.cells.map(({ text }) => text) : 'text' in block ? [block.text] : [],
				);
				const read = texts
					.join(' ')
					.split(/[\s:,]+/)
					.filter(Boolean);
				const lost = leftOut.reduce((sum, each) => sum + each.words, 0);
				expect(read.length + lost).toBe(words.length);
			}),
			{ seed: 7, numRuns: 2000 },
		);
	});

	it('closes each list, table and answer that it opens, in order', () => {
		const open: string[] = [];
		const html = '<ul><li>a<ol><li>b<table><tr><td>c<td>d</table><details><summary>e?</summary>f<ul><li>g';
		for (const block of htmlDrafts(html).blocks) {
			if (block.kind === 'open') open.push(block.what);
			if (block.kind === 'close') expect(open.pop()).toBe(block.what);
		}
		expect(open).toEqual([]);
	});
});

describe('htmlDrafts of lists', () => {
	it.each([
		['<ol start="3"><li>a<li value="7">b<li>c</ol>', ['(list', '3. a', '7. b', '8. c', 'list)']],
		['<ol reversed><li>a<li>b</ol>', ['(list', '2. a', '1. b', 'list)']],
		['<ul><li>one<ul><li>inner</ul>after</ul>', ['(list', '- one', '(list', '- inner', 'list)', 'after', 'list)']],
		['<ul><li><p>one</p><p>two</p><pre>x</pre></ul>', ['(list', '- one', 'two', 'code : x', 'list)']],
		['<ul><li>first<br>second</ul>', ['(list', '- first second', 'list)']],
		['<ul><li><input type="checkbox" checked> done</ul>', ['(list', '- done', 'list)']],
		['<ul></ul><p>x', ['x']],
		['<div role="list"><div role="listitem">a</div></div>', ['(list', '- a', 'list)']],
		[
			'<dl><dt>Mass</dt><dd>4 kg</dd><dt>Size:</dt><dd>2 m</dd></dl>',
			['(list', '- Mass: 4 kg', '- Size: 2 m', 'list)'],
		],
		['<h2>A</h2><dl><dt>Mass</dt><dd><p>4 kg</p><p>dry</p></dd></dl>', ['## A', '### Mass', '4 kg', 'dry']],
		['<dl><dt>ราคาเท่าไร？</dt><dd>4</dd></dl>', ['(section', '? ราคาเท่าไร？', '4', 'section)']],
		['<dl><dt>Πόσο κάνει;</dt><dd>4</dd></dl>', ['(section', '? Πόσο κάνει;', '4', 'section)']],
	])('reads %j', (html, expected) => {
		expect(linesOf(html)).toEqual(expected);
	});
});

describe('htmlDrafts of code, quotations and figures', () => {
	it.each([
		['<pre><code class="language-js">a\n  b</code></pre>', ['code js: a\n  b']],
		['<div class="highlight highlight-source-shell"><pre>make</pre></div>', ['code shell: make']],
		['<div class="highlight-default"><div class="highlight"><pre>x</pre></div></div>', ['code : x']],
		['<pre class="brush: php; x">x</pre>', ['code php: x']],
		['<pre data-lang="go">\n\n  x\n\n</pre>', ['code go:   x']],
		['<pre><div>a</div><div>b</div></pre>', ['code : a\nb']],
		['<pre><span>a</span><br><span> b</span></pre>', ['code : a\n b']],
		['<pre><button>Copy</button>x</pre>', ['code : x']],
		[
			'<table class="highlighttable"><tr><td class="linenos"><pre>1\n2</pre></td><td><pre>a\n  b</pre></td></tr></table>',
			['code : a\n  b'],
		],
		['<blockquote><p>Said.</p><ul><li>a</ul></blockquote>', ['> Said.', '(list', '- a', 'list)']],
		['<figure><img src="x" alt="Alt"><figcaption>A <i>boat</i>.</figcaption></figure>', ['caption: A boat.']],
		['<div class="admonition tip"><p class="admonition-title">Tip</p><p>Stay.</p></div>', ['Stay.']],
		['<div class="admonition tip"><p class="admonition-title">In winter</p><p>Stay.</p></div>', ['In winter', 'Stay.']],
		['<div class="alert"><strong>Note:</strong> Stay.</div>', ['Note: Stay.']],
	])('reads %j', (html, expected) => {
		expect(linesOf(html)).toEqual(expected);
	});

	it('counts images and buttons that it leaves out', () => {
		expect(htmlDrafts('<p>a <img src="x" alt="Two boats"> <img src="y"></p><button>Buy now</button>').leftOut).toEqual([
			{ what: 'image', words: 2, sample: 'Two boats' },
			{ what: 'buttons', words: 2, sample: 'Buy now' },
		]);
	});
});

describe('htmlDrafts of tables', () => {
	it.each([
		[
			'<table><caption>Fees</caption><tr><th>Who<th>What<tr><td>A<td>1<br>2</table>',
			['(table', 'caption: Fees', 'head: Who | What', 'row: A | 1 2', 'table)'],
		],
		[
			'<table><tr><th>Size<td>4 m<tr><th>Mass<td>9 kg</table>',
			['(table', 'row: Size | 4 m', 'row: Mass | 9 kg', 'table)'],
		],
		['<table><tr><td>a<td>b</table>', ['(table', 'row: a | b', 'table)']],
		['<table role="presentation"><tr><td>a<td>b</table>', ['a', 'b']],
		['<table><tr><td><h2>T</h2>a<td>b</table>', ['## T', 'a', 'b']],
		['<table><tr><td><ul><li>a</ul><td>b</table>', ['(list', '- a', 'list)', 'b']],
		['<table><tr><td>only<tr><td>column</table>', ['only', 'column']],
		[
			'<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table></table>',
			['(table', 'head: a | b', 'row: c | d e', 'table)'],
		],
	])('reads %j', (html, expected) => {
		expect(linesOf(html)).toEqual(expected);
	});

	it('bounds how many columns and rows a cell takes', () => {
		const html = '<table><tr><td rowspan="0">a<td colspan="0">b<td colspan="99999">c<tr><th rowspan="9">d<td>e</table>';
		expect(htmlDrafts(html).blocks.filter(({ kind }) => kind === 'row')).toEqual([
			{ kind: 'row', isHead: false, cells: [{ text: 'a', rows: 2 }, { text: 'b' }, { text: 'c', columns: 100 }] },
			{ kind: 'row', isHead: false, cells: [{ text: 'd', isHead: true }, { text: 'e' }] },
		]);
	});
});

describe('htmlDrafts of questions', () => {
	const readOf = (html: string) => linesOf(html).filter((line) => !line.includes('section'));

	it('takes the button of a term for the question', () => {
		const button = '<button type="button" aria-expanded="false"><span>Who feeds the goats?</span></button>';
		expect(readOf(`<dl><dt>${button}</dt><dd><p>The warden.</p></dd></dl>`)).toEqual([
			'? Who feeds the goats?',
			'The warden.',
		]);
	});

	it.each([
		'<ol><li><b>Who feeds them?</b><p>Ada.</p></li><li><b>When?</b><p>At six.</p></li></ol>',
		'<ul><li><p><strong>Who feeds them?</strong></p><p>Ada.</p></li><li><p>When?</p><p>At six.</p></li></ul>',
		'<ul><li><b>Who feeds them?</b><br>Ada.</li><li><b>When?</b> At six.</li></ul>',
		'<p><b>Who feeds them?</b> Ada.</p><p><b>When?</b> At six.</p>',
	])('reads questions that begin items or paragraphs: %s', (html) => {
		expect(readOf(html)).toEqual(['? Who feeds them?', 'Ada.', '? When?', 'At six.']);
	});

	it.each([
		'<ol><li><b>Who feeds them?</b> is one task</li><li><b>When?</b> another</li></ol>',
		'<ol><li>Who feeds them?</li><li>When?</li></ol>',
		'<ol><li><b>Who feeds them?</b><p>Ada.</p></li><li>Lock the gate.</li></ol>',
	])('leaves other lists as they are: %s', (html) => {
		expect(linesOf(html)).not.toContain('? Who feeds them?');
		expect(linesOf(html)[0]).toBe('(list');
	});
});

describe('htmlDrafts of headings that nobody closed', () => {
	it.each([
		'<h1>Camp<p>Quiet at ten.<p>No fires.<ul><li>Bring water</ul>',
		'<h1>Camp<ul><li>Bring water</ul>',
		'<h1>Camp<p>Quiet at ten.',
	])('end before the first block: %s', (html) => {
		expect(linesOf(html)[0]).toBe('# Camp');
		expect(linesOf(html).length).toBeGreaterThan(1);
	});

	it('may hold one paragraph', () => {
		expect(linesOf('<h2><p>Camp</p></h2><p>Quiet.</p>')).toEqual(['## Camp', 'Quiet.']);
	});
});

describe('htmlDrafts of bold rows', () => {
	it('takes a first row that alone is bold for the heads', () => {
		const rows = (second: string) =>
			linesOf(`<table><tr><td><b>Boat</b></td><td><p><strong>Fee</strong></p></td></tr>${second}</table>`);
		expect(rows('<tr><td>Canoe</td><td>4</td></tr>')).toContain('head: Boat | Fee');
		expect(rows('<tr><td><b>Canoe</b></td><td><b>4</b></td></tr>')).toContain('row: Boat | Fee');
		expect(rows('<tr><th>Canoe</th><td>4</td></tr>')).toContain('row: Boat | Fee');
	});
});
