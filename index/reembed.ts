import { Collection } from './collection.js';
import type { Database } from './database.js';
import { deleteLeftSpaces, Encodings } from './encodings.js';
import { indexesOf, sweepIndexes } from './index-files.js';
import { encodeDocument } from './ingest.js';
import type { Models } from './question.js';
import { beginSpace, completeSpace, expectWanted, progressOf, stateOf, type Space } from './space.js';
import { Store } from './store.js';

export interface ReembedOptions {
	/** Of the index files. */
	readonly folder: string;
	/** Documents in work at a time. */
	readonly inWork: number;
	/** Is told how many of the store's documents have passages in the new space. */
	readonly onProgress?: (done: number, total: number) => void;
	/** In [0, 1): where to begin, so that two processes at once seldom do the same. */
	readonly random?: () => number;
	/** Ends it between two documents, by an error. */
	readonly signal?: AbortSignal;
}

/**
 * Changes the model of a store. The old vectors answer, and others store and remove, until every document has new ones and these have
 * their indexes: only then, in one short transaction, are they made the ones that are searched. Killed before that, it has changed nothing,
 * and goes on from there when it is called again. The old vectors are deleted last.
 *
 * @param space that of `models`; another one that was begun is given up
 * @returns how many documents were embedded now
 * @throws {ModelChanged} If another process begins meanwhile with another model.
 */
export async function reembed(
	database: Database,
	space: Space,
	models: Models,
	options: ReembedOptions,
): Promise<number> {
	const embedded = await fillSpace(database, beginSpace(database, space), space, models, options);
	await tidy(database, options.folder, options.signal);
	return embedded;
}

/** Embeds what has no passages in a space yet, and makes it the one that is searched, if it is not. Returns how many documents that were. */
export async function fillSpace(
	database: Database,
	id: number,
	space: Space,
	models: Models,
	options: ReembedOptions,
): Promise<number> {
	let embedded = await encodeLacking(database, id, models, options);
	if (stateOf(database, id) === 'next') await saveIndexes(new Store(database, space, id), options.folder);
	while (!completeSpace(database, id)) embedded += await encodeLacking(database, id, models, options);
	return embedded;
}

/** Deletes what the spaces that nobody needs any more have left in the store and of files: also what a killed process left. */
export async function tidy(database: Database, folder: string, signal?: AbortSignal): Promise<void> {
	await deleteLeftSpaces(database, signal);
	await sweepIndexes(database, folder);
}

const BATCH = 256;

/**
 * Embeds the documents that have no passages in a space, each in a transaction of its own. What others store meanwhile is embedded too,
 * what they remove is left out.
 */
async function encodeLacking(
	database: Database,
	space: number,
	models: Models,
	{ inWork, onProgress, random = Math.random, signal }: ReembedOptions,
): Promise<number> {
	const encodings = new Encodings(database, space);
	let embedded = 0;
	let progress = progressOf(database, space);
	const embed = async (row: number) => {
		signal?.throwIfAborted();
		const unencoded = encodings.unencoded(row);
		if (unencoded === undefined) return;
		const { passages, titleTokens } = await encodeDocument(models, unencoded.document);
		if (!encodings.add(unencoded, passages, titleTokens)) return;
		embedded++;
		progress = { ...progress, done: progress.done + 1 };
		onProgress?.(progress.done, progress.total);
	};
	const newest = database.prepare<[], { row: number | null }>('select max(row) as row from document').get()?.row ?? 0;
	let after = Math.floor(random() * newest);
	for (;;) {
		expectWanted(database, space);
		const rows = encodings.lacking(after, BATCH);
		if (rows.length === 0) {
			if (after === 0) return embedded;
			// those before the place where it began, and what came meanwhile
			after = 0;
			continue;
		}
		await inParallel(rows, inWork, embed);
		// others store, remove and embed too
		progress = progressOf(database, space);
		after = rows.at(-1) ?? 0;
	}
}

/** Ends with the first failure, when what was begun has ended. */
async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
	const waiting = items.values();
	let isFailing = false;
	const outcomes = await Promise.allSettled(
		Array.from({ length: width }, async () => {
			for (const item of waiting) {
				if (isFailing) return;
				try {
					await work(item);
				} catch (error) {
					isFailing = true;
					throw error;
				}
			}
		}),
	);
	const failed = outcomes.find(({ status }) => status === 'rejected');
	if (failed?.status === 'rejected') throw failed.reason;
}

/** Whoever goes over to the space finds its indexes made. */
async function saveIndexes(store: Store, folder: string): Promise<void> {
	for (const { name } of store.collections()) {
		const collection = await Collection.open({ ...indexesOf(store, folder), name });
		await collection.save();
	}
}
