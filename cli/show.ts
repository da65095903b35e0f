import { documentIdOf } from '../articles/to-document.js';
import type { DocumentId } from '../articles/document.js';
import { databasePath, hasStore } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { openDatabase, type Database } from '../index/database.js';
import { storedSpace } from '../index/space.js';
import { Store } from '../index/store.js';
import { CommandError } from './command-error.js';
import { describeDocument } from './describe-document.js';
import { print, printJson, printNotice } from './output.js';
import { EARLIER_VERSION, renderDocument, type StoredDocument } from './render-document.js';

/** Columns of a line where there is no terminal. */
const PIPE_COLUMNS = 100;

/**
 * Shows how a stored document was read. Loads no model, and changes nothing.
 *
 * @param key its id or its source
 * @throws {CommandError} If there is no such document.
 */
export function show(config: Config, key: string, { collection, json }: { collection: string; json: boolean }): void {
	const database = hasStore(config) ? openDatabase(databasePath(config)) : undefined;
	try {
		const found = database && findDocument(database, collection, key);
		if (found === undefined) {
			throw new CommandError(
				`Expected the id or the source of a document in collection "${collection}", got "${key}", which none has: \`quoth ask --json\` shows both`,
			);
		}
		if (!json) print(renderDocument(found, process.stdout.isTTY ? process.stdout.columns : PIPE_COLUMNS));
		else {
			if (found.isUnblocked) printNotice(EARLIER_VERSION);
			printJson(describeDocument(found.document));
		}
	} finally {
		database?.close();
	}
}

function findDocument(database: Database, collection: string, key: string): StoredDocument | undefined {
	const space = storedSpace(database);
	const store = space && new Store(database, space);
	const id = store?.existingCollection(collection);
	if (store === undefined || id === undefined) return undefined;
	// a key that is no id names none
	const row = store.rowOf(id, key as DocumentId) ?? store.rowOf(id, documentIdOf(key));
	if (row === undefined) return undefined;
	return {
		document: store.document(row),
		passages: store.passageIdsOf(row).length,
		isUnblocked: store.documents.isUnblocked(row),
	};
}
