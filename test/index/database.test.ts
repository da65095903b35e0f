import { createHash } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import { QuestionLog } from '../../index/question-log.js';
import { MIGRATIONS } from '../../index/schema.js';
import { ServerSettings } from '../../index/server-settings.js';
import { verifyCollection } from '../../index/verify.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { hashingModels } from '../support/hashing-encoder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const models = hashingModels();

/** A file as the first version wrote it, with one article. */
async function firstVersion(): Promise<string> {
	const path = join(await temporaryFolder(), 'quoth.db');
	const database = new BetterSqlite3(path);
	database.exec(MIGRATIONS[0]!);
	database.pragma('user_version = 1');
	const collection = await collectionOf(models, storeFor(models, database));
	await ingestDocument(collection, models, documentOf('1.txt', madeUpText(1), 'en'));
	database.close();
	return path;
}

describe('openDatabase', () => {
	it('gives a file of the first version the tables of the second, and leaves its articles as they are', async () => {
		const path = await firstVersion();
		const database = openDatabase(path);
		expect(database.pragma('user_version', { simple: true })).toBe(2);
		const collection = await collectionOf(models, storeFor(models, database));
		expect(verifyCollection(collection)).toMatchObject({ documents: 1, faults: [] });
		new ServerSettings(database).change('7', { citations: 1 });
		expect(new QuestionLog(database).forget('1', true)).toEqual({ questions: 0, verdicts: 0 });
		database.close();

		const again = openDatabase(path);
		expect(new ServerSettings(again).of('7')).toEqual({ citations: 1 });
		again.close();
	});

	it('makes the tables of a new file that an old one is brought to', async () => {
		const tables = (database: BetterSqlite3.Database) =>
			database.prepare('select type, name, sql from sqlite_schema order by type, name').all();
		expect(tables(openDatabase(await firstVersion()))).toEqual(tables(openDatabase(':memory:')));
	});

	it('never changes a version that programs have written', () => {
		const sums = MIGRATIONS.map((sql) =>
			createHash('sha256').update(sql.replace(/\s+/g, ' ')).digest('hex').slice(0, 12),
		);
		expect(sums).toEqual(['95928ee3d572', '810d245c3c37']);
	});
});
