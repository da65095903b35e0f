import { databasePath, hasStore } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { openDatabase } from '../index/database.js';
import { storedSpace } from '../index/space.js';
import { Store } from '../index/store.js';
import { CommandError } from './command-error.js';
import { harmless, print, printJson } from './output.js';

/**
 * Removes a document by its id or source. Loads no model: the indexes leave it out when they are next opened.
 *
 * @throws {CommandError} If there is no such document.
 */
export function remove(config: Config, key: string, { collection, json }: { collection: string; json: boolean }): void {
	const database = hasStore(config) ? openDatabase(databasePath(config)) : undefined;
	try {
		const space = database && storedSpace(database);
		const store = database && space && new Store(database, space);
		const found = store?.collections().find(({ name }) => name === collection);
		const change = found && store?.remove(found.id, key);
		if (change === undefined) {
			throw new CommandError(
				`Expected the id or the source of a document in collection "${collection}", got "${key}", which none has: \`quoth ask --json\` shows both`,
			);
		}
		if (json) printJson({ removed: key, passages: change.removed.length });
		else print(`Removed ${harmless(key)}: ${change.removed.length} passages`);
	} finally {
		database?.close();
	}
}
