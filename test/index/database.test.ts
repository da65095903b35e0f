import { createHash } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../articles/document.js';
import { openDatabase } from '../../index/database.js';
import { encodeDocument, ingestDocument } from '../../index/ingest.js';
import { QuestionLog } from '../../index/question-log.js';
import { bytesOf, spansToBytes, tokensToBytes } from '../../index/rows.js';
import { MIGRATIONS } from '../../index/schema.js';
import { ServerSettings } from '../../index/server-settings.js';
import { storedSpace } from '../../index/space.js';
import { verifyCollection } from '../../index/verify.js';
import { madeUpText } from '../support/articles.js';
import { collectionOf, documentOf, storeFor } from '../support/collections.js';
import { hashingModels } from '../support/hashing-encoder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const models = hashingModels();

const document = documentOf('1.txt', madeUpText(1), 'en');

/** What versions before the sixth stored of a document. */
function columnsOf({ id, revision, source, title, language, publishedAt, text }: Document): Record<string, unknown> {
	return { id, revision, source, title, language, publishedAt, text };
}

/** A file as that version wrote it, with one article. */
async function fileOfVersion(version: 1 | 2): Promise<string> {
	const path = join(await temporaryFolder(), 'quoth.db');
	const database = new BetterSqlite3(path);
	for (const migration of MIGRATIONS.slice(0, version)) database.exec(migration);
	database.pragma(`user_version = ${version}`);
	const { encoder, lexicon } = models;
	const space = { encoder: encoder.id, dimension: encoder.dimension, vocabulary: lexicon.vocabulary };
	const meta = database.prepare('insert into meta values (?, ?)');
	meta.run('space', JSON.stringify(space));
	meta.run('store', 'a uuid');
	database.prepare(`insert into collection(name, generation) values ('shared', 1)`).run();
	const { passages, titleTokens } = await encodeDocument(models, document);
	database
		.prepare(
			`insert into document(collection, id, revision, source, title, title_tokens, language, published_at, text)
			values (1, @id, @revision, @source, @title, @titleTokens, @language, @publishedAt, @text)`,
		)
		.run({ ...columnsOf(document), titleTokens: tokensToBytes([titleTokens]) });
	const insert = database.prepare('insert into passage(document, sentences, tokens, embedding) values (1, ?, ?, ?)');
	for (const passage of passages)
		insert.run(
			spansToBytes(passage.sentences, passage.tokens),
			tokensToBytes(passage.tokens),
			bytesOf(passage.embedding),
		);
	database.close();
	return path;
}

describe('openDatabase', () => {
	it.each([1, 2] as const)(
		'gives a file of version %i the tables of this one, and keeps its articles',
		async (version) => {
			const path = await fileOfVersion(version);
			const database = openDatabase(path);
			expect(database.pragma('user_version', { simple: true })).toBe(6);
			const store = storeFor(models, database);
			expect([store.uuid, store.spaceId, store.missing()]).toEqual(['a uuid', 1, undefined]);
			const collection = await collectionOf(models, store);
			expect(verifyCollection(collection)).toMatchObject({ documents: 1, faults: [] });
			const { passages, titleTokens } = await encodeDocument(models, document);
			const stored = [...store.passages(collection.id)];
			expect(stored.map(({ passage: { embedding, sentences, tokens } }) => ({ embedding, sentences, tokens }))).toEqual(
				passages.map(({ embedding, sentences, tokens }) => ({ embedding, sentences, tokens })),
			);
			expect(stored[0]?.titleTokens).toEqual(titleTokens);
			expect(store.documentById(collection.id, document.id)).toEqual(document);
			expect(store.documents.countUnblocked(collection.id)).toBe(1);
			expect(database.pragma('foreign_key_check')).toEqual([]);

			// another wording goes in the place of the old one, passages and all
			const changed = documentOf('1.txt', madeUpText(2), 'en');
			expect(await ingestDocument(collection, models, changed)).toMatchObject({ kind: 'updated' });
			expect(verifyCollection(collection)).toMatchObject({ documents: 1, faults: [] });
			new ServerSettings(database).change('7', { citations: 1 });
			expect(new QuestionLog(database).forget('1', true)).toEqual({ questions: 0, verdicts: 0 });
			database.close();

			const again = openDatabase(path);
			expect(new ServerSettings(again).of('7')).toEqual({ citations: 1 });
			again.close();
		},
	);

	it('makes the tables of a new file that an old one is brought to', async () => {
		const tables = (database: BetterSqlite3.Database) =>
			database.prepare('select type, name, sql from sqlite_schema order by type, name').all();
		expect(tables(openDatabase(await fileOfVersion(1)))).toEqual(tables(openDatabase(':memory:')));
	});

	it('brings a file to this version in which nothing was stored yet', async () => {
		const path = join(await temporaryFolder(), 'quoth.db');
		const database = new BetterSqlite3(path);
		for (const migration of MIGRATIONS.slice(0, 2)) database.exec(migration);
		database.pragma('user_version = 2');
		database.close();
		const migrated = openDatabase(path);
		expect(storedSpace(migrated)).toBeUndefined();
		expect(storeFor(models, migrated).isCurrent()).toBe(true);
		migrated.close();
	});

	it('never changes a version that programs have written', () => {
		const sums = MIGRATIONS.map((sql) =>
			createHash('sha256').update(sql.replace(/\s+/g, ' ')).digest('hex').slice(0, 12),
		);
		expect(sums).toEqual([
			'95928ee3d572',
			'810d245c3c37',
			'7a35fe2b7202',
			'c027d1bbd2bf',
			'a17f45884898',
			'fe4ce233027a',
		]);
	});
});
