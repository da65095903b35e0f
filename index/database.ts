import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

export type Database = BetterSqlite3.Database;

/** Raised by one with every change of the tables below that an older program could not read. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
	create table meta (key text primary key, value text not null) strict, without rowid;
	create table collection (
		id integer primary key,
		name text not null unique,
		generation integer not null default 0 -- counts the changes of its documents
	) strict;
	create table document (
		row integer primary key,
		collection integer not null references collection(id),
		id text not null,
		revision text not null,
		source text not null,
		title text not null,
		title_tokens blob not null, -- uint16
		language text not null,
		published_at text,
		text text not null,
		unique (collection, id)
	) strict;
	create table passage (
		id integer primary key autoincrement, -- never used again: a stale index must not lead to another passage
		document integer not null references document(row) on delete cascade,
		sentences blob not null, -- uint32 triples: start, end, tokens
		tokens blob not null, -- uint16, the sentences' tokens end to end
		embedding blob not null -- float32, unit length
	) strict;
	create index passage_document on passage(document);
`;

/**
 * Opens the database at `path` (`:memory:` for one that is not kept), and makes its tables where it is new.
 *
 * @throws {Error} If the file is no database of this program, or of a newer one.
 */
export function openDatabase(path: string): Database {
	if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
	const database = new BetterSqlite3(path, { timeout: 30_000 });
	try {
		database.pragma('journal_mode = WAL');
		database.pragma('synchronous = NORMAL');
		database.pragma('foreign_keys = ON');
		if (versionOf(database) !== SCHEMA_VERSION)
			database
				.transaction(() => {
					migrate(database, path);
				})
				.immediate();
	} catch (error) {
		database.close();
		if (error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_NOTADB') {
			throw new Error(`${path} is not a database: move it away, or name another folder in QUOTH_DATA`, {
				cause: error,
			});
		}
		throw error;
	}
	return database;
}

function migrate(database: Database, path: string): void {
	const version = versionOf(database);
	if (version === SCHEMA_VERSION) return; // another process was quicker
	if (version !== 0) {
		throw new Error(
			`${path} was written by another version of Quoth (schema ${String(version)}, this one reads ${SCHEMA_VERSION}): update Quoth, or ingest into another folder`,
		);
	}
	database.exec(SCHEMA);
	database.pragma(`user_version = ${SCHEMA_VERSION}`);
}

function versionOf(database: Database): unknown {
	return database.pragma('user_version', { simple: true });
}

/** Whether an error says that another process kept the store to itself for longer than anyone should wait. */
export function isBusy(error: unknown): boolean {
	return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** Whether an error says that the disk, or the database's limit, is full. */
export function isDiskFull(error: unknown): boolean {
	if (error instanceof BetterSqlite3.SqliteError)
		return error.code === 'SQLITE_FULL' || error.code === 'SQLITE_IOERR_WRITE';
	return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EFBIG');
}
