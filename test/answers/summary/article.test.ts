import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCitation } from '../../../answers/answer.js';
import { summariseDocument } from '../../../answers/summary/article.js';
import { readArticles } from '../../../articles/read.js';
import { splitSentences } from '../../../articles/sentences.js';
import { toDocument } from '../../../articles/to-document.js';
import { openModels, type OpenModels } from '../../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../../bot/config.js';
import { PACKAGE_ROOT } from '../../../embeddings/package-root.js';
import { madeUpText } from '../../support/articles.js';
import { paragraphs, documentOf } from '../../support/collections.js';
import { hashingModels } from '../../support/hashing-encoder.js';
import { hostileText } from '../../support/hostile-text.js';

const FERRY = [
	'By our own reporter',
	'The ferry of Ormond carried forty thousand people across the lake in spring.',
	'It sails six times a day. Tickets for the ferry cost four crowns.',
	'A dog was seen near the town hall on Sunday.',
	'The council wants the ferry of Ormond to sail at night too.',
].join('\n');

describe('summariseDocument', () => {
	it('cites sentences of the article in reading order, headings left out, each with what it leans on', async () => {
		const document = toDocument({
			source: 'ferry.txt',
			title: 'The ferry of Ormond',
			publishedAt: null,
			language: 'en',
			blocks: paragraphs(FERRY),
			leftOut: [],
		});
		const { citations, sentences } = await summariseDocument(hashingModels(), document, 3);
		expect(sentences).toBe(6);
		expect(citations.map(({ n, quote }) => [n, quote])).toEqual([
			[1, 'The ferry of Ormond carried forty thousand people across the lake in spring.'],
			[2, 'Tickets for the ferry cost four crowns.'],
			[3, 'The council wants the ferry of Ormond to sail at night too.'],
		]);
		expect(document.text.slice(citations[1]!.passage.start, citations[1]!.passage.end)).toBe(
			'It sails six times a day. Tickets for the ferry cost four crowns.',
		);
	});

	it('cites what there is where nothing is a whole sentence', async () => {
		const { citations } = await summariseDocument(hashingModels(), documentOf('a', 'Ferry\nMill'));
		expect(citations.map(({ quote }) => quote)).toEqual(['Ferry', 'Mill']);
	});

	it('reads a book within bounds', async () => {
		const { encoder } = hashingModels();
		let encoded = 0;
		const encodeQuestions = (texts: readonly string[]) => {
			encoded += texts.length;
			return encoder.encodeQuestions(texts);
		};
		const document = documentOf('book', madeUpText(1, 9000), 'en');
		const { citations, sentences } = await summariseDocument(
			{ encoder: { ...encoder, encodeQuestions } },
			document,
			20,
		);
		expect(sentences).toBeGreaterThan(8000);
		expect(encoded).toBeGreaterThan(1500);
		expect(encoded).toBeLessThanOrEqual(2001);
		expect(citations).toHaveLength(20);
	});

	it('quotes what stands there, whatever that is', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(hostileText, { minLength: 1, maxLength: 8 }),
				fc.integer({ min: 1, max: 6 }),
				async (lines, most) => {
					const document = documentOf('a', `Start here.\n${lines.join('\n')}`);
					const { citations } = await summariseDocument(hashingModels(), document, most);
					expect(citations.length).toBeGreaterThan(0);
					expect(citations.length).toBeLessThanOrEqual(most);
					const starts = new Set(splitSentences(document.text, document.language).map(({ start }) => start));
					for (const [i, citation] of citations.entries()) {
						verifyCitation(citation, document);
						expect(starts.has(citation.start)).toBe(true);
						expect(citation.n).toBe(i + 1);
						expect(citation.start).toBeGreaterThanOrEqual(citations[i - 1]?.end ?? 0);
						expect(citation.passage.start <= citation.start && citation.end <= citation.passage.end).toBe(true);
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	describe('with the embedded model', { timeout: 120_000 }, () => {
		let models: OpenModels;
		beforeAll(async () => {
			models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
		}, 120_000);
		afterAll(() => models.close());

		it.each([
			['ca-phe-pa-leng.md', '38 tấn cà phê'],
			['menglang-tea.md', '56吨'],
			['saphan-nam-kaeo-th.md', '41,300 คัน'],
		])('finds the news in %s', async (name, news) => {
			const path = join(PACKAGE_ROOT, 'samples', 'articles', name);
			const [article] = readArticles(await readFile(path), path).articles;
			const document = toDocument(article!);
			const { citations } = await summariseDocument(models, document);
			expect(citations.length).toBeGreaterThan(2);
			expect(citations.map(({ quote }) => quote).join('\n')).toContain(news);
			for (const citation of citations) verifyCitation(citation, document);
		});
	});
});
