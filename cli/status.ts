import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { databasePath, hasStore, indexFolder } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { savedGenerations } from '../index/collection.js';
import { openDatabase, type Database } from '../index/database.js';
import { indexFolderOf } from '../index/index-files.js';
import { nextProgress, storedSpace } from '../index/space.js';
import { Store } from '../index/store.js';
import { harmless, print, printJson } from './output.js';

interface CollectionStatus {
	readonly name: string;
	readonly documents: number;
	readonly passages: number;
	/** Documents that an earlier version stored: they are read line by line until their sources are ingested again. */
	readonly unblocked: number;
	readonly languages: Readonly<Record<string, number>>;
	/** Changes that the collection has seen, and those that each index file holds; `null` where there is no file. */
	readonly generation: number;
	readonly indexes: { readonly vectors: number | null; readonly lexical: number | null };
	/** Whether both files hold everything; if not, the next use catches up. */
	readonly fresh: boolean;
}

interface Status {
	readonly data: string;
	readonly documents: number;
	readonly passages: number;
	/** As {@link CollectionStatus.unblocked}. */
	readonly unblocked: number;
	readonly languages: Readonly<Record<string, number>>;
	readonly model: { readonly id: string; readonly dimension: number } | null;
	/** The model that documents are being embedded with, by `quoth model use` or after an update, and how many of them are. */
	readonly embedding: { readonly id: string; readonly documents: number } | null;
	readonly collections: readonly CollectionStatus[];
	/** Of the whole data folder. */
	readonly bytes: number;
}

/** Says what is stored. Loads no model, and changes nothing. */
export async function status(config: Config, { json }: { json: boolean }): Promise<void> {
	const report = hasStore(config) ? await readStatus(config) : emptyStatus(config);
	if (json) printJson(report);
	else print(render(report));
}

async function readStatus(config: Config): Promise<Status> {
	const database = openDatabase(databasePath(config));
	try {
		const space = storedSpace(database);
		if (space === undefined) return emptyStatus(config);
		const store = new Store(database, space);
		const folder = indexFolderOf(store, indexFolder(config));
		const collections = await Promise.all(
			store.collections().map(async ({ id, name, generation }): Promise<CollectionStatus> => {
				const { vectors, lexical } = await savedGenerations(folder, id);
				const fresh = vectors === generation && lexical === generation;
				return {
					name,
					...store.counts(id),
					unblocked: store.documents.countUnblocked(id),
					generation,
					indexes: { vectors: vectors ?? null, lexical: lexical ?? null },
					fresh,
				};
			}),
		);
		const languages: Record<string, number> = {};
		for (const [language, count] of collections.flatMap((collection) => Object.entries(collection.languages))) {
			languages[language] = (languages[language] ?? 0) + count;
		}
		return {
			data: config.dataFolder,
			documents: collections.reduce((sum, { documents }) => sum + documents, 0),
			passages: collections.reduce((sum, { passages }) => sum + passages, 0),
			unblocked: collections.reduce((sum, { unblocked }) => sum + unblocked, 0),
			languages,
			model: { id: space.encoder, dimension: space.dimension },
			embedding: embeddingOf(database, store),
			collections,
			bytes: await bytesBelow(config.dataFolder),
		};
	} finally {
		database.close();
	}
}

function embeddingOf(database: Database, store: Store): Status['embedding'] {
	const next = nextProgress(database);
	if (next !== undefined) return { id: next.space.encoder, documents: next.done };
	const missing = store.missing();
	return missing === undefined ? null : { id: store.space.encoder, documents: missing.done };
}

function emptyStatus({ dataFolder: data }: Config): Status {
	const nothing = { documents: 0, passages: 0, unblocked: 0, languages: {}, collections: [], bytes: 0 };
	return { data, ...nothing, model: null, embedding: null };
}

async function bytesBelow(folder: string): Promise<number> {
	let bytes = 0;
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		// another process at work replaces and deletes files of its own
		const stats = await stat(join(entry.parentPath, entry.name)).catch(() => undefined);
		bytes += stats?.size ?? 0;
	}
	return bytes;
}

function render({ data, documents, unblocked, model, embedding, collections, bytes }: Status): string {
	if (model === null) return `Nothing is stored in ${data} yet: \`quoth ingest PATH\` adds articles.`;
	const lines = collections.map(({ name, documents: held, passages, languages, fresh }) => {
		const spoken = Object.entries(languages)
			.map(([language, count]) => `${language} ${count}`)
			.join(', ');
		return `  ${harmless(name)}: ${held} documents (${spoken}), ${passages} passages; indexes ${fresh ? 'complete' : 'behind, will catch up when next used'}`;
	});
	return [
		`${documents} documents in ${data}, ${(bytes / 1e6).toFixed(1)} MB on disk`,
		`model ${model.id}, ${model.dimension} dimensions`,
		...(embedding === null
			? []
			: [`  being embedded with ${embedding.id}: ${embedding.documents} of ${documents} documents are`]),
		...lines,
		...(unblocked === 0
			? []
			: [
					`${unblocked} documents were stored by an earlier version and are read line by line: ingest their sources again`,
				]),
	].join('\n');
}
