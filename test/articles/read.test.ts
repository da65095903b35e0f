import { describe, expect, it } from 'vitest';
import type { Article } from '../../articles/article.js';
import { readArticles, type ReadOptions } from '../../articles/read.js';

function readOne(content: string, source: string, options?: ReadOptions): Article {
	const { articles } = readArticles(Buffer.from(content), source, options);
	expect(articles).toHaveLength(1);
	return articles[0] as Article;
}

const PAGE = `<!doctype html><html lang="fr"><head><title>Le pont rouvre | La Gazette</title>
<meta property="article:published_time" content="2024-06-21T08:00:00+02:00">
<script>document.title = "no"</script><style>p { color: red }</style></head><body>
<nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Le pont rouvre</h1>
<p>Le vieux pont de pierre a rouvert <b>lundi</b> matin, après trois mois de travaux menés par la commune et ses voisins.</p>
<figure><img src="pont.jpg" alt="Photo du pont"></figure>
<ul><li>Largeur : quatre mètres, assez pour deux charrettes qui se croisent.</li><li>Coût : 12 000 euros, payés pour moitié par la région.</li></ul>
<p>Une fête aura lieu samedi,<br>avec de la musique, un repas sous les arbres et une visite du chantier.</p></article>
<footer>Tous droits réservés</footer></body></html>`;

describe('readArticles', () => {
	it('leaves plain text as it is', () => {
		expect(readOne('A\n\n  B.\n', 'a.txt')).toEqual({
			source: 'a.txt',
			title: null,
			publishedAt: null,
			language: null,
			text: 'A\n\n  B.\n',
		});
	});

	it('is not kept waiting by text that begins as a page does, with comments', () => {
		const text = `${'<!-- x -->\n'.repeat(150)}Hello.`;
		expect(readOne(text, 'noted', { contentType: 'text/plain' }).text).toContain('Hello.');
		expect(readOne(`${'<!-- x -->\n'.repeat(150)}<p>Hello.</p>`, 'noted').text).toBe('Hello.');
	});

	it('refuses what holds no text', () => {
		expect(() => readArticles(Buffer.from(' \n\t'), 'a.txt')).toThrow('expected text, got an empty file');
		expect(() => readArticles(Buffer.from('![](a.png)'), 'a.md')).toThrow('expected text, got none besides markup');
		expect(() => readArticles(new Uint8Array(), 'a.html')).toThrow('expected text, got an empty file');
	});

	it.each([
		[PAGE, 'Le vieux pont'],
		['# Heading\n\nText *here*.', 'Text here.'],
		['{"text": "Record text."}', 'Record text.'],
		['{"text": "One."}\n{"text": "Two."}', 'One.'],
		['Plain * text, [1] and <b>.', 'Plain * text, [1] and <b>.'],
	])('finds out the format of %j', (content, part) => {
		expect(readArticles(Buffer.from(content), 'https://example.org/article').articles[0]?.text).toContain(part);
	});

	it('trusts the content type over the extension, and reads its charset', () => {
		expect(readOne('<p>One</p><p>Two</p>', 'a.txt', { contentType: 'text/html' }).text).toBe('One\nTwo');
		const bytes = Uint8Array.of(0xb3, 0xf3, 0x64, 0x9f);
		const contentType = 'text/plain; charset=windows-1250';
		expect(readArticles(bytes, 'a', { contentType }).articles[0]?.text).toBe('łódź');
	});
});

describe('readArticles of Markdown', () => {
	it('gives what a reader of the page sees, one block a line', () => {
		const { text, title } = readOne(
			[
				'Intro with **bold**, `code`, [a link](https://x.org) and ~~old~~',
				'soft break.  ',
				'Hard break.',
				'',
				'Setext heading',
				'---',
				'',
				'* one',
				'* [x] two',
				'',
				'> quoted',
				'',
				'| a | b |',
				'|---|---|',
				'| 1 | 2 |',
				'',
				'![alt text](a.png) <br> end[^1]',
				'',
				'[^1]: A note.',
				'',
				'<!-- hidden -->',
				'<div>inside <b>html</b></div>',
			].join('\n'),
			'a.md',
		);
		expect(title).toBeNull();
		expect(
			text
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean),
		).toEqual([
			'Intro with bold, code, a link and old soft break.',
			'Hard break.',
			'Setext heading',
			'one',
			'two',
			'quoted',
			'a\tb',
			'1\t2',
			'end',
			'A note.',
			'inside html',
		]);
	});

	it('joins Chinese lines without a space', () => {
		expect(readOne('我们明天\n去学校。', 'a.md').text.trim()).toBe('我们明天去学校。');
	});

	it('takes title, date and language from front matter', () => {
		const article = readOne('---\ntitle: "Cầu mới"\ndate: 2024-06-21\nlang: vi\n---\n\nNội dung.', 'a.md');
		expect(article).toMatchObject({ title: 'Cầu mới', publishedAt: '2024-06-21', language: 'vi' });
		expect(article.text.trim()).toBe('Nội dung.');
	});

	it.each(['- '.repeat(50_000), '*a_ '.repeat(20_000)])('is not held up by hostile nesting', (marks) => {
		expect(readOne(`${marks}text`, 'a.md').text).toContain('text');
	});

	it('reads on where the front matter is broken', () => {
		expect(readOne('---\ntitle: "open\n---\n\n# Heading\n\nText.', 'a.md').title).toBe('Heading');
	});
});

describe('readArticles of HTML', () => {
	it('finds the article, and what the page states of it', () => {
		const article = readOne(PAGE, 'https://example.org/pont');
		expect(article).toMatchObject({ publishedAt: '2024-06-21T08:00:00+02:00', language: 'fr' });
		expect(article.title).toContain('Le pont rouvre');
		expect(article.text.split('\n').filter((line) => line !== 'Le pont rouvre')).toEqual([
			'Le vieux pont de pierre a rouvert lundi matin, après trois mois de travaux menés par la commune et ses voisins.',
			'Largeur : quatre mètres, assez pour deux charrettes qui se croisent.',
			'Coût : 12 000 euros, payés pour moitié par la région.',
			'Une fête aura lieu samedi,',
			'avec de la musique, un repas sous les arbres et une visite du chantier.',
		]);
	});

	it('reads the body of a page that has hardly anything', () => {
		expect(readOne('<body><nav>Menu</nav><p>Only&nbsp;this &amp; that.</p></body>', 'a.html').text).toBe(
			'Only\u00A0this & that.',
		);
	});

	it.each([
		['<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-02"}]}</script>', '2024-05-02'],
		['<script type="application/ld+json">{broken</script>', null],
		['<time datetime="2024-05-03">3 May</time>', '2024-05-03'],
	])('takes the date from %j', (html, date) => {
		expect(readOne(`<html><body><p>Some text.</p>${html}</body></html>`, 'a.html').publishedAt).toBe(date);
	});

	it('reads the encoding from the page', () => {
		const bytes = Buffer.concat([
			Buffer.from('<meta charset="windows-1250"><p>'),
			Uint8Array.of(0xb3, 0xf3, 0x64, 0x9f),
		]);
		expect(readArticles(bytes, 'a.html').articles[0]?.text).toBe('łódź');
	});

	it('reads pages that nest deeply', () => {
		const depth = 20_000;
		expect(readOne(`${'<div>'.repeat(depth)}deep text${'</div>'.repeat(depth)}`, 'a.html').text).toBe('deep text');
	});
});

describe('readArticles of records', () => {
	it('reads one record or many, each with its own source', () => {
		const { articles, failed } = readArticles(
			Buffer.from(
				JSON.stringify([
					{ title: 'A', text: 'One.', url: 'https://example.org/a', date: '2024-06', lang: 'en' },
					{ headline: 'B', body: '<p>Two</p><p>Three</p>', source: 'The Valley Post' },
					{ content: 'Four.', id: 7 },
					{ title: 'no text' },
				]),
			),
			'all.json',
		);
		expect(articles).toEqual([
			{ source: 'https://example.org/a', title: 'A', publishedAt: '2024-06', language: 'en', text: 'One.' },
			{ source: 'all.json#2', title: 'B', publishedAt: null, language: null, text: 'Two\nThree' },
			{ source: 'all.json#7', title: null, publishedAt: null, language: null, text: 'Four.' },
		]);
		expect(failed.map(({ source, message }) => [source, message])).toEqual([
			['all.json#4', 'expected text in a field "text", "body" or "content", got the fields title'],
		]);
		expect(readOne('{"text": "One."}', 'one.json').source).toBe('one.json');
	});

	it('keeps the good lines of JSON Lines, and names the bad ones', () => {
		const { articles, failed } = readArticles(
			Buffer.from('{"text": "One."}\r\n\n{"text": \n[]\n{"text": "Five."}'),
			'a.jsonl',
		);
		expect(articles.map(({ source, text }) => [source, text])).toEqual([
			['a.jsonl#1', 'One.'],
			['a.jsonl#5', 'Five.'],
		]);
		expect(failed.map(({ source }) => source)).toEqual(['a.jsonl#3', 'a.jsonl#4']);
		expect(failed[0]?.message).toMatch(/^line 3: expected JSON, got /);
		expect(failed[1]?.message).toBe('line 4: expected a record {"title": …, "text": …}, got an array');
	});

	it('refuses a file that is no JSON', () => {
		expect(() => readArticles(Buffer.from('{"text":'), 'a.json')).toThrow(/^expected JSON, got /);
	});
});
