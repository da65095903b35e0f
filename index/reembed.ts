import { rename, rm } from 'node:fs/promises';
import { openDatabase } from './database.js';
import { encodeDocument } from './ingest.js';
import type { Models } from './question.js';
import { Store, type Space } from './store.js';

/** Documents in work at a time. */
const IN_WORK = 8;

/**
 * Embeds every document of the database at `path` anew, by other models. The new database is made beside the old one, and takes
 * its place only when it is whole: until then, and after a kill, the old one answers. Nobody can write meanwhile.
 *
 * @param from the space that the database was written with
 * @param to that of `models`
 */
export async function reembedDatabase(path: string, from: Space, to: Space, models: Models, onProgress: (done: number, total: number) => void): Promise<void> {
	const beside = `${path}.new`;
	await removeDatabase(beside);
	const before = openDatabase(path);
	try {
		const old = new Store(before, from);
		before.exec('begin immediate');
		const database = openDatabase(beside);
		try {
			await copyDocuments(old, new Store(database, to), models, onProgress);
		} catch (error) {
			database.close();
			await removeDatabase(beside);
			throw error;
		}
		database.pragma('wal_checkpoint(truncate)');
		database.close();
		before.exec('rollback');
	} finally {
		before.close();
	}
	await removeDatabase(`${path}-wal`, `${path}-shm`);
	await rename(beside, path);
}

async function copyDocuments(from: Store, to: Store, models: Models, onProgress: (done: number, total: number) => void): Promise<void> {
	const collections = from.collections();
	const total = collections.reduce((sum, { id }) => sum + from.counts(id).documents, 0);
	let done = 0;
	for (const { id, name } of collections) {
		const collection = to.collection(name);
		const documents = from.documents(id);
		const work = async () => {
			for (const document of documents) {
				const { passages, titleTokens } = await encodeDocument(models, document);
				to.put(collection, document, passages, titleTokens);
				onProgress(++done, total);
			}
		};
		await Promise.all(Array.from({ length: IN_WORK }, work));
	}
}

/** With the files that SQLite keeps beside it. */
async function removeDatabase(...paths: string[]): Promise<void> {
	await Promise.all(paths.flatMap((path) => [path, `${path}-wal`, `${path}-shm`]).map((path) => rm(path, { force: true })));
}
