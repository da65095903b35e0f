import type { App } from '../../bot/app.js';
import { SHARED_COLLECTION } from '../../bot/library/collections.js';
import { openDigestTables } from '../../bot/library/digests.js';
import { openLibrary } from '../../bot/library/library.js';
import { openSummaryTables } from '../../bot/library/summaries.js';
import type { ArticleFile, KeptAnswer, Library, Place, Question } from '../../commands/services.js';
import type { Collection } from '../../index/collection.js';
import { openDatabase } from '../../index/database.js';
import { ingestDocument } from '../../index/ingest.js';
import { QuestionLog } from '../../index/question-log.js';
import { ServerSettings } from '../../index/server-settings.js';
import { collectionOf, documentOf, storeFor } from './collections.js';
import { hashingModels, type HashingEncoder } from './hashing-encoder.js';
import { temporaryFolder } from './temporary-folder.js';

export const DAY_MS = 86_400_000;

export const SERVER: Place = { guildId: '1', channelId: '10' };
export const OTHER: Place = { guildId: '2', channelId: '20' };
export const DIRECT: Place = { guildId: null, channelId: '30' };

export const PIER = 'In winter the Ormond ferry lands at the old salt pier.';
export const PIER_QUESTION = 'In winter the Ormond ferry lands at the old salt pier?';
export const HONEY = 'Forty beekeepers founded an association. Their honey is sold at the Saturday market.';

export interface MemoryLibrary {
	readonly app: App;
	readonly encoder: HashingEncoder;
	/** Keeps questions for 30 days. */
	readonly library: Library;
	/** What the library takes for the time. */
	readonly clock: { now: number };
	readonly ask: (place: Place, text: string, more?: Partial<Question>) => Promise<KeptAnswer>;
	/** Stores an article where every server sees it. */
	readonly share: (source: string, text: string) => Promise<void>;
}

/** A library in memory, or over a file, without threads; the hashing encoder finds equal words. */
export async function memoryLibrary({
	path = ':memory:',
	clock = { now: Date.UTC(2026, 0, 31) },
}: { readonly path?: string; readonly clock?: { now: number } } = {}): Promise<MemoryLibrary> {
	const models = hashingModels();
	const database = openDatabase(path);
	const store = storeFor(models, database);
	const opened = new Map<string, Promise<Collection>>();
	const app: App = {
		models,
		store,
		questions: new QuestionLog(database),
		settings: new ServerSettings(database),
		...openSummaryTables(database),
		...openDigestTables(database),
		dataFolder: await temporaryFolder(),
		collection(name) {
			const collection = opened.get(name) ?? collectionOf(models, store, { name });
			opened.set(name, collection);
			return collection;
		},
		read: (work) => work(app),
		write: (work) => work(app),
		goOver: () => Promise.resolve(),
		close: () => Promise.resolve(),
	};
	const library = openLibrary(app, { keepDays: 30, now: () => clock.now });
	return {
		app,
		encoder: models.encoder,
		library,
		clock,
		ask(place, text, more = {}) {
			// questions of one moment have no order
			clock.now++;
			return library.ask(place, {
				text,
				filters: {},
				after: null,
				memberId: 'ann',
				citations: 3,
				forGaps: true,
				...more,
			});
		},
		async share(source, text) {
			await ingestDocument(await app.collection(SHARED_COLLECTION), models, documentOf(source, text, 'en'));
		},
	};
}

/** A file as a member gives it. */
export function fileOf(source: string, text: string, contentType = ''): ArticleFile {
	return { bytes: Buffer.from(text), source, contentType };
}
