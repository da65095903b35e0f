import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedPassages, filterDocuments, isFiltering, type DocumentFilters } from '../../index/filters.js';
import { ingestDocument } from '../../index/ingest.js';
import { encodeQuestions } from '../../index/question.js';
import { retrieve } from '../../index/retriever.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { hashingModels } from '../support/hashing-encoder.js';

const models = hashingModels();

async function collectionWith(
	documents: readonly { source: string; language?: string; publishedAt?: string | null; title?: string }[],
) {
	const collection = await collectionOf(models, storeFor(models));
	for (const [i, { source, language = 'en', publishedAt = null, title = 'Notes' }] of documents.entries()) {
		await ingestDocument(collection, models, { ...documentOf(source, madeUpText(i)), language, publishedAt, title });
	}
	return collection;
}

async function sources(documents: Parameters<typeof collectionWith>[0], filters: DocumentFilters): Promise<string[]> {
	return filterDocuments(await collectionWith(documents), filters).map(({ source }) => source);
}

describe('filterDocuments', () => {
	it('lets a document of pt-BR through for pt, and the other way round', async () => {
		const documents = [
			{ source: 'a', language: 'pt-BR' },
			{ source: 'b', language: 'pt' },
			{ source: 'c', language: 'en' },
		];
		expect(await sources(documents, { language: 'pt' })).toEqual(['a', 'b']);
		expect(await sources(documents, { language: 'pt-PT' })).toEqual(['a', 'b']);
	});

	it.each([
		['2024-03-12', '2024-03-12', '2024-03-12', true],
		['2024-03-12', '2024-03-13', undefined, false],
		['2024-03-12', undefined, '2024-03-11', false],
		['2024-03-12T23:10:00Z', '2024-03-12', '2024-03-12', true],
		['2024-03', '2024-03-31', '2024-04-02', true],
		['2024-03', '2024-02-02', '2024-03-01', true],
		['2024-03', '2024-04-01', undefined, false],
		['2024-02', '2024-03-01', undefined, false],
		['2024', '2024-12-31', '2025-01-01', true],
		['2024', '2023-01-01', '2023-12-31', false],
		['2024', '2025-01-01', undefined, false],
		[null, '2000-01-01', undefined, false],
		[null, undefined, undefined, true],
	])('of %s from %s to %s: %s', async (publishedAt, from, to, expected) => {
		const filters = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
		expect(await sources([{ source: 'a', publishedAt }], filters)).toEqual(expected ? ['a'] : []);
	});

	it('finds words of the source or the title, case and accents apart', async () => {
		const documents = [
			{ source: 'https://example.org/Báo-Lạng-Sơn/1', title: 'Chợ' },
			{ source: 'b.txt', title: 'Báo cáo Lạng Sơn' },
			{ source: 'c.txt', title: 'Other' },
		];
		expect(await sources(documents, { source: 'lang-SON' })).toEqual(['https://example.org/Báo-Lạng-Sơn/1']);
		expect(await sources(documents, { source: ' lang son ' })).toEqual(['b.txt']);
		expect(await sources(documents, { source: 'nowhere' })).toEqual([]);
	});

	it('lets through what every filter lets through', async () => {
		const documents = fc.array(
			fc.record({
				source: fc.constantFrom('a', 'b', 'ab', 'c'),
				language: fc.constantFrom('en', 'fr', 'fr-CA'),
				publishedAt: fc.constantFrom(null, '2023', '2024-01', '2024-06-30'),
			}),
			{ maxLength: 6 },
		);
		const filters = fc.record(
			{
				language: fc.constantFrom('en', 'fr'),
				from: fc.constantFrom('2023-06-01', '2024-01-15'),
				to: fc.constantFrom('2024-01-01', '2024-12-31'),
				source: fc.constantFrom('a', 'b'),
			},
			{ requiredKeys: [] },
		);
		await fc.assert(
			fc.asyncProperty(documents, filters, async (drawn, all) => {
				const collection = await collectionWith(
					drawn.map((document, i) => ({ ...document, source: `${document.source}/${i}` })),
				);
				const ids = (of: DocumentFilters) => new Set(filterDocuments(collection, of).map(({ id }) => id));
				const each = Object.entries(all).map(([name, value]) => ids({ [name]: value }));
				const expected = [...ids({})].filter((id) => each.every((of) => of.has(id)));
				expect([...ids(all)]).toEqual(expected);
				expect(isFiltering(all)).toBe(each.length > 0);
			}),
			{ numRuns: 60 },
		);
	});

	it('sees documents that are stored and removed later', async () => {
		const collection = await collectionWith([{ source: 'a', language: 'fr' }]);
		expect(filterDocuments(collection, { language: 'fr' })).toHaveLength(1);
		await ingestDocument(collection, models, { ...documentOf('b', madeUpText(9)), language: 'fr' });
		expect(filterDocuments(collection, { language: 'fr' })).toHaveLength(2);
		collection.remove('a');
		expect(filterDocuments(collection, { language: 'fr' }).map(({ source }) => source)).toEqual(['b']);
	});

	it('is not taken in by a row of the store that a removed document leaves to another', async () => {
		const collection = await collectionWith([{ source: 'a' }, { source: 'b', language: 'fr' }]);
		expect(filterDocuments(collection, {})).toHaveLength(2);
		collection.remove('b');
		await ingestDocument(collection, models, { ...documentOf('c', madeUpText(9)), language: 'vi' });
		expect(filterDocuments(collection, {}).map(({ source }) => source)).toEqual(['a', 'c']);
	});
});

describe('allowedPassages', () => {
	it('is nothing in particular without a filter', async () => {
		expect(allowedPassages(await collectionWith([{ source: 'a' }]), {})).toBeUndefined();
	});

	it('lets retrieval find a narrow choice whole, though hundreds of others are nearer', async () => {
		const collection = await collectionOf(models, storeFor(models));
		const text = 'The ferry to the island leaves at noon.';
		for (let i = 0; i < 300; i++) await ingestDocument(collection, models, documentOf(`near/${i}.txt`, text, 'en'));
		for (let i = 0; i < 5; i++) {
			await ingestDocument(
				collection,
				models,
				documentOf(`far/${i}.txt`, `Rice grows on terrace ${i} of the island.`, 'en'),
			);
		}
		const [question] = await encodeQuestions(models, ['When does the ferry to the island leave?'], 'en');
		const find = (allowed: ReturnType<typeof allowedPassages>) =>
			retrieve(collection, models.lexicon, question!, { k: 16, allowed }).hits.map(
				({ passageId }) => collection.store.document(collection.store.passage(passageId).documentRow).source,
			);
		expect(find(undefined).every((source) => source.startsWith('near/'))).toBe(true);
		expect(find(allowedPassages(collection, { source: 'far/' })).sort()).toEqual(
			Array.from({ length: 5 }, (_, i) => `far/${i}.txt`),
		);
		expect(find(new Set())).toEqual([]);
	});
});
