import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../articles/formats/html/html.js';

const dateOf = (head: string, body = '') =>
	readHtml(
		`<html><head>${head}</head><body><article><h1>Mill</h1>${body}<p>The mill grinds.</p></article></body></html>`,
		'a',
	).publishedAt;
const data = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

describe('the date of readHtml', () => {
	it.each([
		...[
			'article:published_time',
			'DC.date',
			'dc.date.issued',
			'DCTERMS.issued',
			'dcterms.created',
			'citation_publication_date',
		],
		...['citation_online_date', 'parsely-pub-date', 'sailthru.date', 'PubDate', 'publish-date', 'date'],
	])('is what meta states as %s', (name) => {
		expect(dateOf(`<meta name="${name}" content="2021-03-04">`)).toBe('2021-03-04');
		expect(dateOf(`<meta property="${name}" content="2021-03-04">`)).toBe('2021-03-04');
	});

	it.each(['article:modified_time', 'dcterms.modified', 'citation_received_date', 'last-modified', 'event_date'])(
		'is not what meta states as %s',
		(name) => {
			expect(dateOf(`<meta name="${name}" content="2021-03-04">`)).toBeNull();
		},
	);

	it.each([
		[{ '@type': 'BlogPosting', datePublished: '2021-03-04' }],
		[[{ '@type': 'Organization' }, { '@type': ['Thing', 'Report'], datePublished: '2021-03-04' }]],
		[
			{
				'@graph': [
					{ '@type': 'WebSite', datePublished: '1999-01-01' },
					{ '@type': 'WebPage', datePublished: '2021-03-04' },
				],
			},
		],
		[{ '@type': 'WebPage', mainEntity: { '@type': 'HowTo', datePublished: '2021-03-04' } }],
		[{ '@type': 'WebPage', mainEntityOfPage: { '@type': 'Article', datePublished: '2021-03-04' } }],
	])('is found in JSON-LD %j', (json) => {
		expect(dateOf(data(json))).toBe('2021-03-04');
	});

	it.each([
		[{ '@type': 'Review', datePublished: '2021-03-04' }],
		[{ '@type': 'Article', dateModified: '2021-03-04' }],
		[{ '@type': 'Article', comment: { '@type': 'Comment', datePublished: '2021-03-04' } }],
		[{ '@type': 'VideoObject', datePublished: '2021-03-04' }],
	])('is not taken from JSON-LD %j', (json) => {
		expect(dateOf(data(json))).toBeNull();
	});

	it('is not kept from being found by broken or hostile JSON-LD', () => {
		const broken = `<script type="application/ld+json">${'['.repeat(100_000)}</script>`;
		expect(dateOf(broken + data({ '@type': 'Article', datePublished: '2021-03-04' }))).toBe('2021-03-04');
	});

	it.each([
		['<span itemprop="datePublished" content="2021-03-04">lately</span>', '2021-03-04'],
		['<time itemprop="datePublished" datetime="2021-03-04">lately</time>', '2021-03-04'],
		['<span itemprop="datePublished">4 March 2021</span>', '4 March 2021'],
		['<time pubdate datetime="2021-03-04">lately</time>', '2021-03-04'],
		[
			'<p><time class="entry-date published" datetime="2021-03-04">x</time> <time class="updated" datetime="2022-01-01">y</time></p>',
			'2021-03-04',
		],
		['<header><time datetime="2021-03-04">x</time></header>', '2021-03-04'],
		['<p>By us, <time datetime="2021-03-04">x</time></p>', '2021-03-04'],
		['<header><time datetime="2021-03-04">x</time> to <time datetime="2021-03-09">y</time></header>', null],
		['<p><time class="updated" datetime="2021-03-04">x</time></p>', null],
		['<aside><time pubdate datetime="2021-03-04">x</time></aside>', null],
		['<div class="comments"><time itemprop="datePublished" datetime="2021-03-04">x</time></div>', null],
		[
			'<div itemscope itemtype="https://schema.org/Event"><time itemprop="datePublished" datetime="2021-03-04">x</time></div>',
			null,
		],
	])('of %j is %j', (body, date) => {
		expect(dateOf('', body)).toBe(date);
	});
});
