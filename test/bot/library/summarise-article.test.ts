import { beforeEach, describe, expect, it } from 'vitest';
import {
	DIRECT,
	HONEY,
	OTHER,
	PIER,
	SERVER,
	fileOf,
	memoryLibrary,
	type MemoryLibrary,
} from '../../support/memory-library.js';

const BEES = `${HONEY} The beekeepers sell honey on Sunday as well. It rained.`;

describe('openLibrary', () => {
	let parts: MemoryLibrary;
	beforeEach(async () => {
		parts = await memoryLibrary();
		await parts.library.add(SERVER, fileOf('bees.txt', BEES));
	});

	describe('summariseArticle', () => {
		it('quotes the central sentences of an article in reading order, each as it stands there', async () => {
			const [suggestion] = await parts.library.suggestDocuments(SERVER, 'bees', 5, false);
			const summary = await parts.library.summariseArticle(SERVER, suggestion!.value, 2);
			expect(summary).toMatchObject({
				entry: { documentId: suggestion!.value, source: 'bees.txt', passages: 1, library: 'server' },
				sentences: 4,
				quotations: [
					{
						n: 1,
						quote: 'Forty beekeepers founded an association.',
						library: 'server',
						alsoAt: [],
						disagreesWith: [],
					},
					{ n: 2, quote: 'The beekeepers sell honey on Sunday as well.' },
				],
			});
			expect(summary?.quotations[1]).toMatchObject({ before: `${HONEY} `, after: ' It rained.' });
			expect(summary?.quotations[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
		});

		it('finds an article by its source, and by words of it as they are suggested', async () => {
			for (const key of ['bees.txt', 'BEES']) {
				expect((await parts.library.summariseArticle(SERVER, key, 1))?.entry.source).toBe('bees.txt');
			}
			expect(await parts.library.summariseArticle(SERVER, 'zebra', 1)).toBeUndefined();
		});

		it('reads no other server’s article, and everywhere the shared ones', async () => {
			const [theirs] = await parts.library.suggestDocuments(SERVER, 'bees', 5, false);
			await parts.share('ferry.txt', PIER);
			for (const place of [OTHER, DIRECT]) {
				expect(await parts.library.summariseArticle(place, theirs!.value, 3)).toBeUndefined();
				expect(await parts.library.summariseArticle(place, 'bees.txt', 3)).toBeUndefined();
				expect(await parts.library.summariseArticle(place, 'ferry.txt', 3)).toMatchObject({
					entry: { library: 'shared' },
					quotations: [{ quote: PIER, library: 'shared' }],
				});
			}
		});
	});
});
