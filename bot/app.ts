import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEncoderPool } from '../embeddings/encoder-pool.js';
import { loadNeighbours } from '../embeddings/neighbours.js';
import { Collection } from '../index/collection.js';
import { openDatabase } from '../index/database.js';
import type { Models } from '../index/question.js';
import { storedSpace, type Space } from '../index/space.js';
import { QuestionLog } from '../index/question-log.js';
import { ServerSettings } from '../index/server-settings.js';
import { Store } from '../index/store.js';
import { EMBEDDED_MODEL_FOLDER } from './config.js';
import { OpenCollections, type KeepingTimes } from './library/collections.js';
import { messageOf } from './log.js';
import { findModel, type DataFolder } from './models.js';

export interface AppOptions {
	/** Encoder threads: one for a question, as many as there are cores for articles. */
	readonly threads: number;
	/** Name of the model; by default the one the store was written with, else the embedded one. */
	readonly model?: string;
	readonly onNotice?: (notice: string) => void;
	readonly onIndexing?: (done: number, total: number) => void;
	/** When collections are saved and closed; there are defaults. */
	readonly keeping?: KeepingTimes;
}

/** The parts of a running Quoth. */
export interface App {
	readonly models: Models;
	readonly store: Store;
	readonly questions: QuestionLog;
	readonly settings: ServerSettings;
	/** Where the store and the index files are. */
	readonly dataFolder: string;
	/** Opens a collection, made on first use, or gives the one that is open. One that nobody asks for again is closed after a while. */
	collection(name: string): Promise<Collection>;
	/** Writes the indexes and releases what was opened, last opened first. */
	close(): Promise<void>;
}

/** The composition root: the one place that says which encoder, which store, which indexes. */
export async function openApp(
	config: DataFolder,
	{ threads, model, onNotice, onIndexing, keeping }: AppOptions,
): Promise<App> {
	const database = openDatabase(databasePath(config));
	const opened: { close(): unknown }[] = [database];
	const closeAll = async () => {
		for (const part of opened.splice(0).reverse()) await part.close();
	};
	try {
		const folder = await findModel(config, model ?? storedSpace(database)?.encoder.split('@')[0]);
		const models = await openModels(folder, threads);
		opened.push(models);
		const { encoder, lexicon } = models;
		const store = new Store(database, spaceOfModels(models));
		const open = (name: string) =>
			Collection.open({
				store,
				name,
				dimension: encoder.dimension,
				space: `${store.uuid} ${encoder.id} ${lexicon.vocabulary}`,
				folder: indexFolder(config),
				...(onNotice && { onNotice }),
				...(onIndexing && { onProgress: onIndexing }),
			});
		const report = (error: unknown) => onNotice?.(`An index could not be saved: ${messageOf(error)}`);
		const collections = new OpenCollections(open, report, keeping);
		return {
			models,
			store,
			questions: new QuestionLog(database),
			settings: new ServerSettings(database),
			dataFolder: config.dataFolder,
			collection: (name) => collections.get(name),
			async close() {
				try {
					await collections.close();
				} finally {
					await closeAll();
				}
			},
		};
	} catch (error) {
		await closeAll();
		throw error;
	}
}

export interface OpenModels extends Models {
	close(): Promise<void>;
}

/** The encoder in `folder`, and the lexicon, which is always the embedded model's. */
export async function openModels(folder: string, threads: number): Promise<OpenModels> {
	const neighbours = await loadNeighbours(EMBEDDED_MODEL_FOLDER);
	const encoder = await openEncoderPool(folder, { threads });
	const embedded =
		folder === EMBEDDED_MODEL_FOLDER ? encoder : await openEncoderPool(EMBEDDED_MODEL_FOLDER, { threads: 1 });
	return {
		encoder,
		lexicon: { vocabulary: embedded.vocabulary, neighbours, tokenize: (texts) => embedded.tokenize(texts) },
		async close() {
			await Promise.all([encoder.close(), embedded.close()]);
		},
	};
}

/** What a store must have been written with to be searched by these models. */
export function spaceOfModels({ encoder, lexicon }: Models): Space {
	return { encoder: encoder.id, dimension: encoder.dimension, vocabulary: lexicon.vocabulary };
}

export function databasePath({ dataFolder }: DataFolder): string {
	return join(dataFolder, 'quoth.db');
}

export function indexFolder({ dataFolder }: DataFolder): string {
	return join(dataFolder, 'indexes');
}

/** Whether anything was ever stored. */
export function hasStore(config: DataFolder): boolean {
	return existsSync(databasePath(config));
}
