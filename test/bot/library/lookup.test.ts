import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { madeUpText } from '../../support/articles.js';
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

describe('openLibrary', () => {
	let parts: MemoryLibrary;
	beforeEach(async () => {
		parts = await memoryLibrary();
	});

	describe('suggestPassages and passage', () => {
		it('suggests sentences, and gives the one that was chosen', async () => {
			await parts.library.add(SERVER, fileOf('bees.txt', HONEY));
			const [suggestion] = await parts.library.suggestPassages(SERVER, 'honey is s', 5);
			expect(suggestion?.label).toBe('en · Their honey is sold at the Saturday market.');
			expect(await parts.library.passage(SERVER, suggestion!.value)).toMatchObject({
				quote: 'Their honey is sold at the Saturday market.',
				context: { quote: 'Forty beekeepers founded an association.' },
				before: '',
				library: 'server',
			});
		});

		it('encodes nothing', async () => {
			await parts.library.add(SERVER, fileOf('bees.txt', HONEY));
			const before = parts.encoder.encodedTexts;
			await parts.library.suggestPassages(SERVER, 'honey', 5);
			await parts.library.passage(SERVER, 'honey market');
			expect(parts.encoder.encodedTexts).toBe(before);
		});

		it('gives nothing for the key of another server’s sentence, of one that was changed, or of none', async () => {
			await parts.library.add(OTHER, fileOf('bees.txt', HONEY));
			await parts.share('ferry.txt', PIER);
			const [theirs] = await parts.library.suggestPassages(OTHER, 'honey', 5);
			const [shared] = await parts.library.suggestPassages(OTHER, 'salt pier', 5);
			expect(await parts.library.passage(SERVER, theirs!.value)).toBeUndefined();
			expect(await parts.library.passage(DIRECT, theirs!.value)).toBeUndefined();
			for (const place of [SERVER, OTHER, DIRECT]) {
				expect(await parts.library.passage(place, shared!.value)).toMatchObject({ quote: PIER, library: 'shared' });
			}
			expect(await parts.library.passage(SERVER, shared!.value.replace('shared:', 'own:'))).toBeUndefined();
			expect(await parts.library.passage(OTHER, theirs!.value.replace(/\d+-\d+$/, '0-5'))).toBeUndefined();
			await parts.library.add(OTHER, fileOf('bees.txt', `${HONEY} They meet in May.`));
			expect(await parts.library.passage(OTHER, theirs!.value)).toBeUndefined();
		});

		it('gives the best match of any other text', async () => {
			await parts.library.add(SERVER, fileOf('bees.txt', HONEY));
			expect((await parts.library.passage(SERVER, 'saturday'))?.quote).toBe(
				'Their honey is sold at the Saturday market.',
			);
			expect(await parts.library.passage(SERVER, 'zebra')).toBeUndefined();
			expect(await parts.library.passage(SERVER, ' ')).toBeUndefined();
		});

		it('gives at most as many as were asked for, each value once, whatever is typed', async () => {
			for (const i of [0, 1, 2, 3]) await parts.library.add(SERVER, fileOf(`${i}.txt`, madeUpText(i)));
			for (const i of [0, 1]) await parts.share(`${i}.txt`, madeUpText(i));
			const typed = fc.oneof(
				fc.string({ unit: 'grapheme', maxLength: 30 }),
				fc.constantFrom('', 'the', 'ferry', 'in tre', 'Notes', 'a'),
			);
			await fc.assert(
				fc.asyncProperty(typed, fc.integer({ min: 1, max: 25 }), async (text, limit) => {
					const suggestions = await parts.library.suggestPassages(SERVER, text, limit);
					expect(suggestions.length).toBeLessThanOrEqual(limit);
					expect(new Set(suggestions.map(({ value }) => value)).size).toBe(suggestions.length);
					for (const { label, value } of suggestions) {
						expect(label.length).toBeGreaterThan(0);
						expect(label.length).toBeLessThanOrEqual(100);
						expect(await parts.library.passage(SERVER, value)).toBeDefined();
					}
				}),
				{ numRuns: 50 },
			);
		});
	});

	describe('list, languages, suggestDocuments and remove', () => {
		beforeEach(async () => {
			const vi = 'Bà con hai bên biên giới đã gùi hàng về kín sân chợ. Chợ họp mỗi tuần một phiên.';
			await parts.library.add(SERVER, fileOf('cho.md', `# Chợ phiên\n\n${vi}`));
			await parts.library.add(SERVER, fileOf('bees.md', `# Beekeepers\n\n${HONEY}`));
			await parts.library.add(OTHER, fileOf('secret.md', `# Secret\n\n${PIER}`));
			await parts.share('shared/ferry.txt', `${PIER} It is cold and the wind is strong.`);
		});

		it('lists the server’s own articles by title, then the shared ones, a page at a time', async () => {
			const first = await parts.library.list(SERVER, '', 0, 2);
			expect(first).toMatchObject({ page: 0, pages: 2, total: 3, search: '' });
			expect(first.entries.map(({ title, library: of }) => [title, of])).toEqual([
				['Beekeepers', 'server'],
				['Chợ phiên', 'server'],
			]);
			const last = await parts.library.list(SERVER, '', 9, 2);
			expect(last.page).toBe(1);
			expect(last.entries).toMatchObject([{ source: 'shared/ferry.txt', library: 'shared', passages: 1 }]);
			expect(await parts.library.list(DIRECT, '', 0, 5)).toMatchObject({ total: 1, pages: 1 });
			expect(await parts.library.list(SERVER, 'secret', 0, 5)).toMatchObject({ total: 0, pages: 1, entries: [] });
			expect((await parts.library.list(SERVER, 'CHO md', 0, 5)).entries.map(({ source }) => source)).toEqual([
				'cho.md',
			]);
		});

		it('gives the languages of the articles, those of most first', async () => {
			expect(await parts.library.languages(SERVER)).toEqual(['en', 'vi']);
			expect(await parts.library.languages({ guildId: '3', channelId: '' })).toEqual(['en']);
		});

		it('suggests articles by title or source, the own ones alone where that is asked', async () => {
			const labels = async (typed: string, own: boolean) =>
				(await parts.library.suggestDocuments(SERVER, typed, 5, own)).map(({ label }) => label);
			expect(await labels('cho', false)).toEqual(['vi · Chợ phiên · cho.md']);
			expect(await labels('FERRY', false)).toEqual(['en · Notes · shared/ferry.txt']);
			expect(await labels('ferry', true)).toEqual([]);
			expect(await labels('', true)).toHaveLength(2);
			expect(await parts.library.suggestDocuments(DIRECT, '', 5, true)).toEqual([]);
		});

		it('removes an article of the server by id or source, and none of the shared or another’s', async () => {
			const [{ value: id } = { value: '' }] = await parts.library.suggestDocuments(SERVER, 'bees', 1, true);
			expect(await parts.library.remove(SERVER, id)).toMatchObject({
				title: 'Beekeepers',
				source: 'bees.md',
				library: 'server',
			});
			expect(await parts.library.remove(SERVER, id)).toBeUndefined();
			expect(await parts.library.remove(SERVER, 'cho.md')).toMatchObject({ source: 'cho.md' });
			for (const key of ['shared/ferry.txt', 'secret.md']) {
				expect(await parts.library.remove(SERVER, key)).toBeUndefined();
				expect(await parts.library.remove(DIRECT, key)).toBeUndefined();
			}
			expect((await parts.library.list(OTHER, '', 0, 9)).total).toBe(2);
		});
	});
});
