import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectionOptions } from './collection.js';
import type { Database } from './database.js';
import { wantedSpaces } from './space.js';
import type { Store } from './store.js';

/** What the collections of a store have in common. The files of each space have a folder of their own, below `folder`. */
export function indexesOf(
	store: Store,
	folder: string,
): Pick<CollectionOptions, 'store' | 'dimension' | 'space' | 'folder'> {
	const { encoder, dimension, vocabulary } = store.space;
	return {
		store,
		dimension,
		space: `${store.uuid} ${encoder} ${vocabulary}`,
		folder: indexFolderOf(store, folder),
	};
}

/** The folder of the files of the store's space, below that of all. */
export function indexFolderOf({ spaceId }: Store, folder: string): string {
	return join(folder, String(spaceId));
}

/** Deletes the index files of spaces that nobody needs any more. Any index file can be made again. */
export async function sweepIndexes(database: Database, folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	const wanted = new Set(wantedSpaces(database).map(String));
	for (const name of names) {
		if (wanted.has(name)) continue;
		// a process that has not gone over yet may be writing there: the next sweep takes what is left
		await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
	}
}
