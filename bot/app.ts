import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEncoderPool } from '../embeddings/encoder-pool.js';
import { MODEL_CARD_FILE, readModelCard } from '../embeddings/model-card.js';
import { folderNameOf } from '../embeddings/model-registry.js';
import { Meanings } from '../embeddings/meanings.js';
import { loadNeighbours } from '../embeddings/neighbours.js';
import type { Reranker } from '../embeddings/reranker.js';
import { loadTokenTable } from '../embeddings/token-table.js';
import { WordForms } from '../embeddings/word-forms.js';
import { Collection } from '../index/collection.js';
import { openDatabase, type Database } from '../index/database.js';
import { indexesOf } from '../index/index-files.js';
import type { Models } from '../index/question.js';
import { QuestionLog } from '../index/question-log.js';
import { ServerSettings } from '../index/server-settings.js';
import { isSameSpace, modelNameOf, replaceSpace, storedSpace, type Space } from '../index/space.js';
import { Store } from '../index/store.js';
import { EMBEDDED_MODEL_FOLDER } from './config.js';
import { CurrentModel, type ModelParts, type OpenModelParts } from './current-model.js';
import { OpenCollections, type KeepingTimes } from './library/collections.js';
import { openDigestTables, type DigestTables } from './library/digests.js';
import { openSummaryTables, type SummaryTables } from './library/summaries.js';
import { messageOf } from './log.js';
import { findLateReranker } from './late-reranker.js';
import { findModel, modelsFolder, type DataFolder, type ModelSettings } from './models.js';
import { complete, keepUp } from './upkeep.js';

export interface AppOptions {
	/** Encoder threads: one for a question, as many as there are cores for articles. */
	readonly threads: number;
	/** Name of the model; by default the one the store was written with, else the embedded one. */
	readonly model?: string;
	/**
	 * Whether the app is there at once though documents are still to be embedded with this version's model; else it is there when none are.
	 */
	readonly isServing?: boolean;
	readonly onNotice?: (notice: string) => void;
	readonly onIndexing?: (done: number, total: number) => void;
	/** When collections are saved and closed; there are defaults. */
	readonly keeping?: KeepingTimes;
}

/** The parts of a running Quoth; those that go with a model are of the one that the store had when they were opened last. */
export interface App extends ModelParts, SummaryTables, DigestTables {
	readonly questions: QuestionLog;
	readonly settings: ServerSettings;
	/** Where the store and the index files are. */
	readonly dataFolder: string;
	/**
	 * Reads with the parts of the store's model; once more with those of the next one, where another process changed it meanwhile.
	 *
	 * @throws {Error} If that model cannot be opened; the next call tries again.
	 */
	read<T>(work: (parts: ModelParts) => Promise<T>): Promise<T>;
	/** Writes likewise: once more only where the store refused it because its model is another one. */
	write<T>(work: (parts: ModelParts) => Promise<T>): Promise<T>;
	/** Opens the parts of the store's model, if that has changed. */
	goOver(): Promise<void>;
	/** Writes the indexes and releases what was opened, last opened first. */
	close(): Promise<void>;
}

/** The owner in the names of models that come with Quoth. */
const OWN = 'quoth/';

/** The composition root: the one place that says which encoder, which store, which indexes. */
export async function openApp(config: ModelSettings, options: AppOptions): Promise<App> {
	const { threads, onNotice, isServing = false } = options;
	const database = openDatabase(databasePath(config));
	const closing = new AbortController();
	let model: CurrentModel | undefined;
	let reranker: Reranker | undefined;
	try {
		reranker = await findLateReranker(config);
		const all = { ...options, reranker };
		const opened = await openModelParts(config, database, all, { isStart: true });
		const current = new CurrentModel(opened, () => openModelParts(config, database, all, { isStart: false }));
		model = current;
		const upkeep = { folder: indexFolder(config), threads, onNotice, signal: closing.signal };
		if (!isServing) await complete(database, opened, upkeep);
		const kept = isServing ? keepUp(database, current, upkeep) : undefined;
		return {
			get models() {
				return current.parts.models;
			},
			get store() {
				return current.parts.store;
			},
			collection: (name) => current.parts.collection(name),
			read: (work) => current.read(work),
			write: (work) => current.write(work),
			async goOver() {
				await current.latest();
			},
			questions: new QuestionLog(database),
			settings: new ServerSettings(database),
			...openSummaryTables(database),
			...openDigestTables(database),
			dataFolder: config.dataFolder,
			async close() {
				closing.abort();
				try {
					await current.close();
					await reranker?.close();
				} finally {
					await kept;
					database.close();
				}
			},
		};
	} catch (error) {
		await model?.close();
		await reranker?.close();
		database.close();
		throw error;
	}
}

/**
 * Opens the model that the store was written with.
 *
 * @param isStart whether a store that was written with the embedded model of another version goes over to this version's: its documents
 * are then still to be embedded
 * @throws {Error} If that model is not here, or of another revision; names the command to run.
 */
async function openModelParts(
	config: DataFolder,
	database: Database,
	{ threads, model, onNotice, onIndexing, keeping, reranker }: AppOptions & { readonly reranker: Reranker | undefined },
	{ isStart }: { readonly isStart: boolean },
): Promise<OpenModelParts> {
	const stored = storedSpace(database);
	const folder = await folderOf(config, model ?? (stored && modelNameOf(stored.encoder)));
	const models = await openModels(folder, threads);
	try {
		const space = spaceOfModels(models);
		if (stored !== undefined && !isSameSpace(stored, space) && isOtherVersion(stored, space)) {
			if (!isStart)
				throw new Error(
					`Another version of Quoth has embedded the store anew, with ${stored.encoder}, where this one has ${space.encoder}: start that version instead of this one`,
				);
			replaceSpace(database, stored, space);
		}
		const store = new Store(database, space);
		const open = (name: string) =>
			Collection.open({
				...indexesOf(store, indexFolder(config)),
				name,
				...(onNotice && { onNotice }),
				...(onIndexing && { onProgress: onIndexing }),
			});
		const report = (error: unknown) => {
			if (store.isCurrent()) onNotice?.(`An index could not be saved: ${messageOf(error)}`);
		};
		const collections = new OpenCollections(open, report, keeping);
		return {
			models: { ...models, reranker },
			store,
			collection: (name) => collections.get(name),
			get openNames() {
				return collections.names;
			},
			async close() {
				try {
					await collections.close();
				} finally {
					await models.close();
				}
			},
			async discard() {
				await collections.discard();
				await models.close();
			},
		};
	} catch (error) {
		await models.close();
		throw error;
	}
}

/** A model that came with another version under another name is gone: this version's stands in for it. */
async function folderOf(config: DataFolder, name: string | undefined): Promise<string> {
	const isPulled = name !== undefined && existsSync(join(modelsFolder(config), folderNameOf(name), MODEL_CARD_FILE));
	return name?.startsWith(OWN) === true && !isPulled ? EMBEDDED_MODEL_FOLDER : findModel(config, name);
}

/** Whether what differs came with Quoth: its embedded model, or that model's vocabulary, by which articles are found whatever the model. */
function isOtherVersion(stored: Space, space: Space): boolean {
	const isOwn = ({ encoder }: Space) => encoder.startsWith(OWN);
	return stored.encoder === space.encoder || (isOwn(stored) && isOwn(space));
}

export interface OpenModels extends Models {
	close(): Promise<void>;
}

/** The encoder in `folder`, and the lexicon, which is always the embedded model's. */
export async function openModels(folder: string, threads: number): Promise<OpenModels> {
	const [neighbours, table] = await Promise.all([
		loadNeighbours(EMBEDDED_MODEL_FOLDER),
		readModelCard(EMBEDDED_MODEL_FOLDER).then((card) => loadTokenTable(EMBEDDED_MODEL_FOLDER, card)),
	]);
	const encoder = await openEncoderPool(folder, { threads });
	const embedded =
		folder === EMBEDDED_MODEL_FOLDER ? encoder : await openEncoderPool(EMBEDDED_MODEL_FOLDER, { threads: 1 });
	return {
		encoder,
		lexicon: {
			vocabulary: embedded.vocabulary,
			neighbours,
			words: new WordForms(table),
			meanings: new Meanings(table),
			tokenize: (texts) => embedded.tokenize(texts),
		},
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
