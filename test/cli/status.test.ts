import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { cliStore } from '../support/cli-store.js';
import { jsonOf, quoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Leaves a document as an earlier version stored it. */
function forgetBlocks(data: string, name: string): void {
	const database = new BetterSqlite3(join(data, 'quoth.db'));
	const { changes } = database.prepare('update document set blocks = null where source like ?').run(`%${name}`);
	database.close();
	expect(changes).toBe(1);
}

describe('quoth status', { timeout: 60_000 }, () => {
	const { copiedData, data } = cliStore();

	it('says what is stored, by which model, and that the indexes are complete', async () => {
		const run = await quoth(['status', '--json'], { data });
		expect(run).toMatchObject({ code: 0, stderr: '' });
		const status = jsonOf(run) as { model: { id: string; dimension: number }; bytes: number };
		expect(status).toMatchObject({
			data,
			documents: 3,
			passages: 3,
			unblocked: 0,
			languages: { en: 2, vi: 1 },
			model: { id: expect.stringContaining('@') as string, dimension: expect.any(Number) as number },
			collections: [
				{ name: 'shared', documents: 3, unblocked: 0, generation: 3, indexes: { vectors: 3, lexical: 3 }, fresh: true },
			],
		});
		expect(status.bytes).toBeGreaterThan(10_000);
		expect((await quoth(['status'], { data })).stdout).toContain('3 documents');
	});

	it('says how many documents an earlier version stored, and what to do about them', async () => {
		expect((await quoth(['status'], { data })).stdout).not.toContain('earlier version');
		const copy = await copiedData();
		forgetBlocks(copy, 'ferry.md');
		forgetBlocks(copy, 'bees.txt');
		expect(jsonOf(await quoth(['status', '--json'], { data: copy }))).toMatchObject({
			unblocked: 2,
			collections: [{ unblocked: 2 }],
		});
		expect((await quoth(['status'], { data: copy })).stdout).toContain(
			'2 documents were stored by an earlier version and are read line by line: ingest their sources again',
		);
	});

	it('says that nothing is stored yet, and stores nothing itself', async () => {
		const folder = join(await temporaryFolder(), 'data');
		expect(jsonOf(await quoth(['status', '--json'], { data: folder }))).toMatchObject({
			documents: 0,
			passages: 0,
			unblocked: 0,
			model: null,
		});
		const { code, stdout } = await quoth(['status'], { data: folder });
		expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('quoth ingest') as string });
		await expect(readFile(join(folder, 'quoth.db'))).rejects.toThrow('ENOENT');
	});

	it('looks for the data folder in QUOTH_DATA, then in .env, then in ./data', async () => {
		const cwd = await temporaryFolder();
		const folderOf = async (env: Record<string, string> = {}) =>
			(jsonOf(await quoth(['status', '--json'], { cwd, env })) as { data: string }).data;
		expect(await folderOf()).toBe(join(cwd, 'data'));
		await writeFile(join(cwd, '.env'), 'QUOTH_DATA=./elsewhere\n');
		expect(await folderOf()).toBe(join(cwd, 'elsewhere'));
		expect(await folderOf({ QUOTH_DATA: join(cwd, 'here') })).toBe(join(cwd, 'here'));
	});
});
