import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { madeUpText } from '../../support/articles.js';
import {
	DIRECT,
	HONEY,
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

	describe('add', () => {
		it('adds, updates and leaves alone', async () => {
			expect(await parts.library.add(SERVER, fileOf('a.md', `# Bees\n\n${HONEY}`))).toEqual([
				{ kind: 'added', title: 'Bees', source: 'a.md', language: 'en', passages: 1 },
			]);
			expect(await parts.library.add(SERVER, fileOf('a.md', `# Bees\n\n${HONEY}`))).toEqual([
				{ kind: 'unchanged', title: 'Bees', source: 'a.md' },
			]);
			expect(await parts.library.add(SERVER, fileOf('a.md', `# Bees\n\n${PIER}`))).toMatchObject([{ kind: 'updated' }]);
			expect((await parts.library.list(SERVER, '', 0, 9)).total).toBe(1);
		});

		it('adds to the server what is in the shared library already', async () => {
			await parts.share('bees.txt', HONEY);
			expect(await parts.library.add(SERVER, fileOf('bees.txt', HONEY))).toMatchObject([{ kind: 'added' }]);
			expect((await parts.library.list(SERVER, '', 0, 9)).entries.map((entry) => entry.library)).toEqual([
				'server',
				'shared',
			]);
			expect((await parts.ask(SERVER, 'Where is their honey sold at the market?')).citations).toMatchObject([
				{ library: 'server' },
			]);
		});

		it('says of each part of a file what became of it', async () => {
			const lines = [
				{ title: 'Bees', text: HONEY, url: 'https://example.org/bees' },
				{ title: 'Empty', text: '***' },
			];
			const jsonl = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nno json\n`;
			const outcomes = await parts.library.add(SERVER, fileOf('wire.jsonl', jsonl));
			expect(outcomes.map(({ kind, source }) => [kind, source])).toEqual([
				['added', 'https://example.org/bees'],
				['failed', expect.stringContaining('wire.jsonl') as string],
				['failed', expect.stringContaining('wire.jsonl') as string],
			]);
		});

		it('reads a large file as it reads a small one', async () => {
			const page = (text: string) =>
				`<html><head><title>Bees</title></head><body><article><p>${text}</p></article></body></html>`;
			const large = await parts.library.add(SERVER, fileOf('large.html', page(madeUpText(1, 4000)), 'text/html'));
			expect(large).toMatchObject([{ kind: 'added', source: 'large.html', title: 'Bees' }]);
			const broken = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300_000)]);
			expect(await parts.library.add(SERVER, { bytes: broken, source: 'a.docx', contentType: '' })).toMatchObject([
				{ kind: 'failed', source: 'a.docx', reason: expect.stringContaining('expected') as string },
			]);
		});

		it('gives a reason, and throws nothing, for bytes that are no article', async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.uint8Array({ maxLength: 200 }),
					fc.constantFrom('a.txt', 'a.html', 'a.json', 'a.bin'),
					async (bytes, source) => {
						for (const outcome of await parts.library.add(SERVER, { bytes, source, contentType: '' })) {
							if (outcome.kind === 'failed') expect(outcome.reason).toMatch(/\S/);
						}
					},
				),
				{ numRuns: 100 },
			);
		});

		it('refuses where there is no server', async () => {
			await expect(parts.library.add(DIRECT, fileOf('a.txt', HONEY))).rejects.toThrow('Expected a server');
		});
	});
});
