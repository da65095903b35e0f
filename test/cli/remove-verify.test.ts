import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { cliStore, expectFailure, FERRY } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('quoth remove', { timeout: 60_000 }, () => {
	const { articles, copiedData, data } = cliStore();

	it('removes by source and by id, and the answers know it no longer', async () => {
		const copy = await copiedData();
		const source = join(articles, 'ferry.md');
		const { citations } = jsonOf(await quoth(['ask', FERRY, '--json'], { data: copy })) as {
			citations: { documentId: string }[];
		};
		const run = await quoth(['remove', source, '--json'], { data: copy });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(run)).toEqual({ removed: source, passages: 1 });
		expect((await quoth(['ask', FERRY, '--json'], { data: copy })).stdout).not.toContain('ferry.md');
		expect(jsonOf(await quoth(['verify', '--json'], { data: copy }))).toMatchObject({ documents: 2, faults: [] });

		await quoth(['ingest', source], { data: copy });
		expect(await quoth(['remove', citations[0]!.documentId], { data: copy })).toMatchObject({ code: 0 });
	});

	it('fails where there is no such document or no store', async () => {
		expectFailure(await quoth(['remove', 'nowhere.txt', '--json'], { data }), '"nowhere.txt"');
		expectFailure(await quoth(['remove', join(articles, 'ferry.md'), '--collection', 'other'], { data }), '"other"');
		expectFailure(await quoth(['remove', 'x'], { data: join(await temporaryFolder(), 'data') }), '"x"');
	});
});

describe('quoth verify', { timeout: 60_000 }, () => {
	const { copiedData, data } = cliStore();

	it('finds nothing amiss in a sound store', async () => {
		const run = await quoth(['verify', '--json'], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		expect(jsonOf(run)).toMatchObject({ documents: 3, passages: 3, faults: [], mended: [] });
		expect((await quoth(['verify'], { data })).stdout).toContain('all sound');
	});

	it('names the article of which a sentence was moved', async () => {
		const copy = await copiedData();
		const database = new BetterSqlite3(join(copy, 'quoth.db'));
		const { id, sentences } = database
			.prepare<[], { id: number; sentences: Buffer }>(
				"select passage.id, sentences from passage join document on row = document where source like '%ferry.md'",
			)
			.get()!;
		sentences.writeUInt32LE(sentences.readUInt32LE(0) + 4, 0);
		database.prepare('update passage set sentences = ? where id = ?').run(sentences, id);
		database.close();

		const run = await quoth(['verify'], { data: copy });
		expect(run.code).toBe(1);
		expect(run.stderr).toContain('ferry.md');
		expect(
			run.stderr
				.trimEnd()
				.split('\n')
				.every((line) => line.startsWith('quoth: ')),
		).toBe(true);
		const json = await quoth(['verify', '--json'], { data: copy });
		expect(json.code).toBe(1);
		expect((jsonOf(json) as { faults: string[] }).faults.join()).toContain('ferry.md');
	});

	it('makes damaged index files again, and says so', async () => {
		const copy = await copiedData();
		const label = JSON.parse(await readFile(join(copy, 'indexes', '1', '1.hnsw.json'), 'utf8')) as { file: string };
		await truncate(join(copy, 'indexes', '1', label.file), 100);
		const run = await quoth(['verify', '--json'], { data: copy });
		expect(run.code).toBe(0);
		expect(run.stderr).toContain('rebuilt from the store');
		expect(jsonOf(run)).toMatchObject({ faults: [], mended: [expect.stringContaining('truncated or damaged')] });
		expect(jsonOf(await quoth(['verify', '--json'], { data: copy }))).toMatchObject({ mended: [] });
	});
});
