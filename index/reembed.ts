import type { DocumentId } from '../articles/document.js';
import type { Database } from './database.js';
import { encodeDocument } from './ingest.js';
import type { Models } from './question.js';
import { writeSpace, type Space } from './space.js';
import { Store } from './store.js';

/**
 * Embeds every document of a store anew, by other models, in one transaction: until it ends, and after a kill, the old vectors
 * answer. Nobody else can write meanwhile.
 *
 * @param space that of `models`
 */
export async function reembed(
	database: Database,
	space: Space,
	models: Models,
	onProgress: (done: number, total: number) => void,
): Promise<void> {
	database.exec('begin immediate');
	try {
		writeSpace(database, space);
		const store = new Store(database, space);
		const documents = store
			.collections()
			.flatMap(({ id }) => store.documentKeys(id).map((key) => ({ collection: id, key })));
		for (const [done, { collection, key }] of documents.entries()) {
			await reembedDocument(store, collection, key, models);
			onProgress(done + 1, documents.length);
		}
		database.exec('commit');
	} catch (error) {
		database.exec('rollback');
		throw error;
	}
}

async function reembedDocument(store: Store, collection: number, key: DocumentId, models: Models): Promise<void> {
	const document = store.documentById(collection, key);
	if (document === undefined) throw new Error(`Document ${key} vanished while the store was kept from writing`);
	const { passages, titleTokens } = await encodeDocument(models, document);
	store.put(collection, document, passages, titleTokens);
}
