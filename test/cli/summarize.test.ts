import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDocument } from '../../articles/to-document.js';
import { readArticles } from '../../articles/read.js';
import { renderArticleSummary } from '../../cli/render-summary.js';
import type { SummarizeReport } from '../../cli/summarize.js';
import { ARTICLES, writeArticles } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('quoth summarize', { timeout: 60_000 }, () => {
	it('quotes the central sentences of each article in one JSON value, and stores nothing', async () => {
		const folder = await temporaryFolder();
		const [articles, data] = [join(folder, 'articles'), join(folder, 'data')];
		await writeArticles(articles);
		await writeFile(join(articles, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
		const run = await quoth(['summarize', articles, '-n', '2', '--json'], { data });
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
		const shown = await quoth(['summarize', join(folder, 'ferry.md'), join(folder, 'none.md'), '--sentences', '1']);
		expect(shown.code).toBe(1);
		expect(shown.stdout).toMatch(
			/^The Ormond ferry in winter en · 2024-11-02 · 1 of 4 sentences\n.*ferry\.md\n\n\[1\] .*ferry lands at the old salt pier\.\n/,
		);
		expect(shown.stderr).toMatch(/^quoth: .*none\.md: .+\n$/);
	});

	it('refuses a number of sentences that it cannot show', async () => {
		for (const number of ['0', '21', 'many']) {
			const run = await quoth(['summarize', 'x', '-n', number]);
			expect(run.code).toBe(2);
			expect(run.stderr).toContain('Expected a whole number from 1 to 20.');
		}
	});
});

describe('renderArticleSummary', () => {
	it('shows a sentence with the one that it leans on, and nothing that a terminal would obey', async () => {
		const text = `The mill is old. It \u001b[31mgrinds maize on Fridays.`;
		const shown = renderArticleSummary(
			{
				documentId: 'd',
				revision: 'r',
				title: 'The \u0007mill',
				source: 'https://example.org/mill',
				language: 'en',
				publishedAt: null,
				sentences: 2,
				citations: [
					{
						n: 1,
						documentId: 'd' as never, // only the store makes them
						revision: 'r',
						title: '',
						source: 'https://example.org/mill',
						language: 'en',
						publishedAt: null,
						start: 17,
						end: text.length,
						quote: text.slice(17),
						passage: { start: 0, end: text.length },
						score: 1,
						context: { start: 0, end: 16, quote: 'The mill is old.' },
						alsoAt: [],
						disagreesWith: [],
					},
				],
			},
			60,
		);
		expect(shown).toMatchInlineSnapshot(`
			"The  mill en · 1 of 2 sentences
			https://example.org/mill

			[1] The mill is old. It  [31mgrinds maize on Fridays.
			    https://example.org/mill#:~:text=It%20%1B%5B31mgrinds%20maize%20on%20Fridays.
			"
		`);
	});
});
