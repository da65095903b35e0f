import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { MIGRATIONS } from './schema.js';

export type Database = BetterSqlite3.Database;

/** The version of the tables that this program reads and writes. */
const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Opens the database at `path` (`:memory:` for one that is not kept), and makes its tables where it is new, or of an older version.
 * What is deleted in it is overwritten.
 *
 * @throws {Error} If the file is no database of this program, or of a newer one.
 */
export function openDatabase(path: string): Database {
	if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
	const database = new BetterSqlite3(path, { timeout: 30_000 });
	try {
		// counts for a new file alone: what is deleted in bulk can then be given back to the disk bit by bit
		database.pragma('auto_vacuum = INCREMENTAL');
		database.pragma('journal_mode = WAL');
		database.pragma('synchronous = NORMAL');
		database.pragma('foreign_keys = ON');
		database.pragma('secure_delete = ON');
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
	if (typeof version !== 'number' || version < 0 || version > SCHEMA_VERSION) {
		throw new Error(
			`${path} was written by another version of Quoth (schema ${String(version)}, this one reads ${SCHEMA_VERSION} and older): update Quoth, or ingest into another folder`,
		);
	}
	for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
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
