import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citedQuote } from '../../answers/cite.js';
import { toDocument } from '../../articles/to-document.js';
import { readArticles } from '../../articles/read.js';
import { renderArticleSummary } from '../../cli/render-summary.js';
import type { SummarizeReport } from '../../cli/summarize.js';
import { ARTICLES, writeArticles } from '../support/cli-store.js';
import { documentOf } from '../support/collections.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('quoth summarize', { timeout: 60_000 }, () => {
	it('quotes the central sentences of each article in one JSON value, and stores nothing', async () => {
		const folder = await temporaryFolder();
		const [articles, data] = [join(folder, 'articles'), join(folder, 'data')];
		await writeArticles(articles);
		await writeFile(join(articles, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
		const run = await quoth(['summarize', articles, '-k', '2', '--json'], { data });
		const report = jsonOf(run) as SummarizeReport;
		expect(report.articles.map(({ title }) => title).sort()).toEqual([
			'Beekeepers of the Lindenau valley',
			'The Ormond ferry in winter',
			'Trạm y tế xã Mường Lống',
		]);
		for (const { source, sentences, citations, documentId, revision } of report.articles) {
			const [name] = Object.entries(ARTICLES).find(([of]) => source.endsWith(of))!;
			const [article] = readArticles(Buffer.from(ARTICLES[name as keyof typeof ARTICLES]), source).articles;
			const document = toDocument(article!);
			expect({ documentId, revision }).toEqual({ documentId: document.id, revision: document.revision });
			expect(citations).toHaveLength(2);
			expect(sentences).toBeGreaterThanOrEqual(2);
			for (const { start, end, quote } of citations) expect(document.text.slice(start, end)).toBe(quote);
		}
		expect(await readdir(folder)).toEqual(['articles']);
	});

	it('shows them for reading, says what could not be read, and ends with 1 then', async () => {
		const folder = await temporaryFolder();
		await writeArticles(folder);
		const shown = await quoth(['summarize', join(folder, 'ferry.md'), join(folder, 'none.md'), '--k', '1']);
		expect(shown.code).toBe(1);
		expect(shown.stdout).toMatch(
			/^The Ormond ferry in winter en · 2024-11-02 · 1 of 4 sentences\n.*ferry\.md\n\n\[1\] │ .*ferry lands at the old salt pier\.\n/,
		);
		expect(shown.stderr).toMatch(/^quoth: .*none\.md: .+\n$/);
	});

	it('refuses a number of sentences that it cannot show', async () => {
		for (const number of ['0', '21', 'many']) {
			const run = await quoth(['summarize', 'x', '-k', number]);
			expect(run.code).toBe(2);
			expect(run.stderr).toContain('Expected a whole number from 1 to 20.');
		}
	});
});

describe('renderArticleSummary', () => {
	it('marks a sentence behind the one that it leans on, and passes nothing that a terminal would obey', () => {
		const document = documentOf('https://example.org/mill', 'The mill is old. It grinds maize on Fridays.', 'en');
		const start = document.text.indexOf('It');
		const found = { start, end: document.text.length };
		const quote = citedQuote(document, [found]);
		const evil = '\u001b[31m';
		const parts = quote.parts.map((part) => (part.kind === 'sentence' ? { ...part, quote: evil + part.quote } : part));
		const passage = { start: 0, end: document.text.length };
		const citation = { n: 1, ...quote, parts, passage, score: 1, alsoAt: [], disagreesWith: [] };
		const { id: documentId, revision, source, language, publishedAt } = document;
		const article = { documentId, revision, title: 'The \u0007mill', source, language, publishedAt };
		const summary = { ...article, sentences: 2, citations: [citation] };
		expect(renderArticleSummary(summary, 60)).toMatchInlineSnapshot(`
			"The  mill en · 1 of 2 sentences
			https://example.org/mill

			[1] The mill is old.
			    │ [31mIt grinds maize on Fridays.
			    https://example.org/mill#:~:text=It%20grinds%20maize%20on%20Fridays.
			"
		`);
		const ofFile = { ...citation, source: 'mill.md' };
		expect(renderArticleSummary({ ...summary, source: 'mill.md', citations: [ofFile] }, 60)).toMatchInlineSnapshot(`
			"The  mill en · 1 of 2 sentences
			mill.md

			[1] The mill is old.
			    │ [31mIt grinds maize on Fridays.
			"
		`);
		const atAnchor = { ...ofFile, anchor: 'grinding' };
		expect(renderArticleSummary({ ...summary, citations: [atAnchor] }, 60)).toContain('\n    mill.md#grinding\n');
	});
});
