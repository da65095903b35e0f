import { describe, expect, it } from 'vitest';
import { htmlDrafts, readHtml } from '../../../../articles/formats/html/html.js';
import { lines, pageOf } from './lines.js';

const PROSE =
	'The old kiln on the hill burns bricks twice a week, and whoever brings clay may take a tenth of them home.';

const PAGE = `<!doctype html><html lang="fr"><head><title>Le four rallume | La Gazette</title>
<meta property="article:published_time" content="2024-06-21T08:00:00+02:00">
<script>document.title = "no"</script><style>p { color: red }</style></head><body>
<a class="skip-link" href="#c">Aller au contenu</a>
<nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav>
<article><h1>Le four rallume</h1>
<p>Le four du village a rallumé <b>lundi</b> matin, après deux hivers.</p>
<figure><img src="four.jpg" alt="Le four"></figure>
<ul><li>Hauteur : trois mètres.</li><li>Coût : 900 euros.</li></ul>
<p>Fête samedi,<br>avec du pain.</p></article>
<footer>Tous droits réservés</footer></body></html>`;

describe('readHtml', () => {
	it('gives the article, what the page states of it, and what it leaves out', () => {
		const { blocks, leftOut, ...stated } = readHtml(PAGE, 'https://example.org/four');
		expect(stated).toEqual({
			source: 'https://example.org/four',
			title: 'Le four rallume',
			publishedAt: '2024-06-21T08:00:00+02:00',
			language: 'fr',
		});
		expect(lines(blocks)).toEqual([
			'# Le four rallume',
			'Le four du village a rallumé lundi matin, après deux hivers.',
			'(list',
			'- Hauteur : trois mètres.',
			'- Coût : 900 euros.',
			'list)',
			'Fête samedi,\navec du pain.',
		]);
		expect(leftOut.map(({ what, words }) => [what, words])).toEqual([
			['navigation', 5],
			['image', 2],
			['page footer', 3],
		]);
	});

	it('reads the body of a page that has hardly anything', () => {
		expect(pageOf('<body><nav>Menu</nav><p>Only&nbsp;this &amp; that.</p></body>').lines).toEqual([
			'Only\u00A0this & that.',
		]);
	});

	it.each([
		['<title>Kiln hours - Hill Post</title><h1>Kiln hours</h1>', 'Kiln hours'],
		['<title>Kiln hours - Hill Post</title><h1>Kiln hours and prices</h1>', 'Kiln hours'],
		['<title>Kiln hours - summer</title><p>x', 'Kiln hours - summer'],
		['<title>Hill Post | Kiln hours</title><meta property="og:site_name" content="Hill Post">', 'Kiln hours'],
		['<title>Post</title><meta property="og:title" content="Kiln hours">', 'Kiln hours'],
		['<h1>Kiln hours</h1>', 'Kiln hours'],
		['<p>x', null],
	])('takes the title of %j', (html, title) => {
		expect(readHtml(html, 'a').title).toBe(title);
	});

	it.each([
		['<body lang="vi">', 'vi'],
		['<meta http-equiv="Content-Language" content="th">', 'th'],
		['<meta property="og:locale" content="de_AT">', 'de_AT'],
	])('takes the language of %j', (html, language) => {
		expect(readHtml(html, 'a').language).toBe(language);
	});

	it('reads a title that stands in the header of the page', () => {
		const html = `<header><a href="/">Site</a><h1>Kiln</h1></header><main><p>${PROSE}</p></main>`;
		expect(pageOf(html).lines).toContain('# Kiln');
	});

	it('keeps prose beside the main part, and leaves out what is short there', () => {
		const html = `<div>Now open</div><main><p>${PROSE} ${PROSE} ${PROSE}</p></main><div><p>${PROSE} It was built long ago by hands unknown, of stone and loam, above the mill, which has not turned for as long as anybody can remember.</p></div>`;
		const page = pageOf(html);
		expect(page.lines).toHaveLength(2);
		expect(page.leftOut).toEqual({ 'outside the article': 'Now open' });
	});

	it('reads a page whose menu or header nobody closed', () => {
		expect(pageOf(`<header><h2>Kiln</h2><p>${PROSE}</p>`).lines).toContain(PROSE);
		expect(pageOf(`<nav><a href="/">Home</a><p>${PROSE}</p>`).lines).toContain(PROSE);
	});
});

describe('readHtml leaves out', () => {
	const links =
		'<ul><li><a href="1">One thing</a></li><li><a href="2">Another thing</a></li><li><a href="3">A third</a></li></ul>';
	it.each([
		['navigation', `<div class="breadcrumbs"><a href="/">Home</a> / <a href="/k">Kilns</a></div>`],
		['navigation', `<div id="toc">${links}</div>`],
		['cookie notice', '<div class="cookie-banner"><p>We use cookies.</p><button>Fine</button></div>'],
		['cookie notice', '<div role="dialog" aria-label="Cookie consent">We use cookies.</div>'],
		['share buttons', '<div class="share-buttons"><a href="f">Facebook</a> <a href="m">Mail</a></div>'],
		['related links', `<div class="related-posts"><h3>More</h3>${links}</div>`],
		['related links', `<h3>Das könnte Sie auch interessieren</h3>${links}`],
		['related links', `<section><h3>関連記事</h3>${links}</section>`],
		['advertisement', '<div class="ad-slot">Buy a brick</div>'],
		['newsletter sign-up', '<div class="newsletter"><p>Hear from us</p><input type="email"><button>Go</button></div>'],
		['comments', '<div id="comments"><p>I have never seen a finer kiln than this.</p></div>'],
		['feedback form', '<div class="feedback">Was this helpful? <button>Yes</button></div>'],
		['links', `<div>${links}</div>`],
		['aside', `<aside>${links}</aside>`],
		['hidden text', '<noscript>Turn on scripts</noscript>'],
	])('%s: %j', (what, html) => {
		const page = pageOf(`<main><h1>Kiln</h1><p>${PROSE}</p>${html}</main>`);
		expect(page.lines).toEqual(['# Kiln', PROSE]);
		expect(Object.keys(page.leftOut)).toContain(what);
	});

	it.each([
		['<div id="cookies"><p>Cookies with oats take nine minutes.</p></div>', 'Cookies with oats take nine minutes.'],
		['<h2 id="related">Related work</h2><p>Others burn tiles.</p>', '## Related work'],
		['<section id="comments"><p>Comments are read on Mondays.</p></section>', 'Comments are read on Mondays.'],
		[
			'<p class="share">A share costs nine crowns and pays one crown a year to whoever holds it in June.</p>',
			/^A share/,
		],
		['<aside class="note"><p>Mind the step.</p></aside>', 'Mind the step.'],
		['<aside><p>Whoever comes by boat lands at the lower quay and walks up.</p></aside>', /^Whoever comes/],
		[`<p>The kilns are these:</p>${links}`, '- One thing'],
		[
			'<form><p>The form around all of a page is no reason to leave its text out, as pages of some servers stand in one form from end to end, whatever they say; and then nothing of them would be left to read at all.</p><input></form>',
			/^The form/,
		],
	])('but not %j', (html, line) => {
		const page = pageOf(`<main><h1>Kiln</h1><p>${PROSE}</p>${html}</main>`);
		expect(page.lines.some((each) => (typeof line === 'string' ? each === line : line.test(each)))).toBe(true);
	});
});

describe('readHtml of hostile pages', () => {
	it.each([
		'<div>',
		'<b>',
		'<table><tr><td>',
		'<ul><li>',
		'<details><summary>',
		'<div role="tablist">',
		'<blockquote>',
		'<dl><dd>',
	])(
		'reads %s nested 3,000 deep',
		(tag) => {
			expect(JSON.stringify(readHtml(`${tag.repeat(3_000)}deep text`, 'a'))).toContain('deep text');
		},
		30_000,
	);

	it('reads a table of 5,000 rows', () => {
		const { blocks } = readHtml(`<table><tr><th>a<th>b${'<tr><td>1<td rowspan=9>2'.repeat(5_000)}</table>`, 'a');
		expect(blocks).toHaveLength(5_003);
	}, 30_000);

	it('refuses marks that make more elements than the page has characters', () => {
		const fonts = Array.from({ length: 2000 }, (_, i) => `<font size=${i}>`).join('');
		expect(() => htmlDrafts(`<p>${fonts}</p>${'<p>x</p>'.repeat(2000)}`, 'a')).toThrow(
			/^expected HTML with at most \d+ elements, got more/,
		);
	});
});
