import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { App } from '../../../bot/app.js';
import { CurrentModel, type OpenModelParts } from '../../../bot/current-model.js';
import { openLibrary } from '../../../bot/library/library.js';
import { openDigestTables } from '../../../bot/library/digests.js';
import { openSummaryTables } from '../../../bot/library/summaries.js';
import { Collection } from '../../../index/collection.js';
import { openDatabase } from '../../../index/database.js';
import { indexesOf } from '../../../index/index-files.js';
import type { Models } from '../../../index/question.js';
import { QuestionLog } from '../../../index/question-log.js';
import { reembed } from '../../../index/reembed.js';
import { ServerSettings } from '../../../index/server-settings.js';
import { storedSpace } from '../../../index/space.js';
import { madeUpText } from '../../support/articles.js';
import { storeFor } from '../../support/collections.js';
import { hashingModels } from '../../support/hashing-encoder.js';
import { PIER, PIER_QUESTION, SERVER } from '../../support/memory-library.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const MODELS = [
	hashingModels({ id: 'first@1' }),
	hashingModels({ id: 'second@1', dimension: 32, seed: 2, maxTokens: 40 }),
] as const;
const spaceOf = ({ encoder, lexicon }: Models) => ({
	encoder: encoder.id,
	dimension: encoder.dimension,
	vocabulary: lexicon.vocabulary,
});
const file = (source: string, text: string) => ({ bytes: Buffer.from(text), source, contentType: '' });
const question = {
	text: PIER_QUESTION,
	filters: {},
	after: null,
	memberId: '5',
	citations: 3,
	forGaps: true,
};

/** A library over a file; `change` is another process that changes the model of the store. */
async function libraryOverFile() {
	const folder = await temporaryFolder();
	const open = () => openDatabase(join(folder, 'quoth.db'));
	const database = open();
	const indexes = join(folder, 'indexes');
	/** What happens while a document, or a question, is encoded. */
	const meanwhile = { document: async () => Promise.resolve(), question: async () => Promise.resolve() };
	const opened: string[] = [];
	let failure: Error | undefined;
	const openParts = (): Promise<OpenModelParts> => {
		const models = MODELS.find(({ encoder }) => encoder.id === (storedSpace(database)?.encoder ?? 'first@1'))!;
		if (failure !== undefined) return Promise.reject(failure);
		opened.push(models.encoder.id);
		const { encoder } = models;
		const store = storeFor(models, database);
		const collections = new Map<string, Promise<Collection>>();
		return Promise.resolve({
			models: {
				...models,
				encoder: {
					...encoder,
					async encodeQuestions(texts) {
						await meanwhile.question();
						return encoder.encodeQuestions(texts);
					},
					async encodeDocument(...args) {
						await meanwhile.document();
						return encoder.encodeDocument(...args);
					},
				},
			},
			store,
			collection(name) {
				const collection = collections.get(name) ?? Collection.open({ ...indexesOf(store, indexes), name });
				collections.set(name, collection);
				return collection;
			},
			get openNames() {
				return [...collections.keys()];
			},
			close: () => Promise.resolve(),
			discard: () => Promise.resolve(),
		});
	};
	const current = new CurrentModel(await openParts(), openParts);
	const app: App = {
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
		dataFolder: folder,
		close: () => Promise.resolve(),
	};
	onTestFinished(() => void database.close());
	const library = openLibrary(app);
	return {
		app,
		library,
		meanwhile,
		opened,
		fail: (error: Error | undefined) => (failure = error),
		change: async (to: 0 | 1) => {
			const other = open();
			await reembed(other, spaceOf(MODELS[to]), MODELS[to], { folder: indexes, inWork: 1 });
			other.close();
		},
	};
}

/** Once, and never again. */
function once(work: () => Promise<void>): () => Promise<void> {
	let isDone = false;
	return async () => {
		if (isDone) return;
		isDone = true;
		await work();
	};
}

describe('openLibrary, when another process changes the model of the store', () => {
	it('answers by the new model from the next question on', async () => {
		const { library, change, opened } = await libraryOverFile();
		await library.add(SERVER, file('pier.txt', PIER));
		await library.add(SERVER, file('1.txt', madeUpText(1)));
		const before = await library.ask(SERVER, question);
		expect(before.citations[0]?.quote).toBe(PIER);
		await change(1);
		const after = await library.ask(SERVER, question);
		expect(after.citations[0]).toMatchObject({ quote: PIER, passage: { start: 0, end: PIER.length } });
		expect(opened).toEqual(['first@1', 'second@1']);
		expect(await library.status(SERVER)).toMatchObject({ model: 'second@1', dimension: 32, server: { documents: 2 } });
		// answers of before can still be opened, and articles be added and removed
		expect(await library.answer(SERVER, before.id)).toEqual(before);
		expect(await library.add(SERVER, file('2.txt', madeUpText(2)))).toMatchObject([{ kind: 'added' }]);
		expect(await library.remove(SERVER, 'pier.txt')).toMatchObject({ source: 'pier.txt' });
		expect((await library.list(SERVER, '', 0, 10)).total).toBe(2);
	});

	it('answers a question anew that the change came in between, and keeps one answer', async () => {
		const { app, library, change, meanwhile, opened } = await libraryOverFile();
		await library.add(SERVER, file('pier.txt', PIER));
		meanwhile.question = once(() => change(1));
		const answer = await library.ask(SERVER, question);
		expect(answer.citations[0]?.quote).toBe(PIER);
		expect(opened).toEqual(['first@1', 'second@1']);
		expect(app.questions.forGaps('1', 0)).toHaveLength(1);
	});

	it('reads again what the change left incomplete, though nothing failed', async () => {
		const { app, library, change } = await libraryOverFile();
		await library.add(SERVER, file('pier.txt', PIER));
		const changing = once(() => change(1));
		const read = await app.read(async ({ store, models }) => {
			await changing();
			return { model: models.encoder.id, passages: store.passageIds(store.collection('guild-1')).length };
		});
		expect(read).toEqual({ model: 'second@1', passages: 1 });
	});

	it('stores an article by the new model that the change came in between, and says so once', async () => {
		const { app, library, change, meanwhile } = await libraryOverFile();
		await library.add(SERVER, file('pier.txt', PIER));
		meanwhile.document = once(() => change(1));
		expect(await library.add(SERVER, file('2.txt', madeUpText(2)))).toMatchObject([{ kind: 'added' }]);
		const { store } = app;
		expect(store.isCurrent()).toBe(true);
		expect(store.counts(store.collection('guild-1'))).toMatchObject({ documents: 2 });
		expect(store.missing()).toBeUndefined();
	});

	it('answers nothing by a model that cannot be opened, and goes over when it can', async () => {
		const { library, change, fail, app } = await libraryOverFile();
		await library.add(SERVER, file('pier.txt', PIER));
		await change(1);
		fail(new Error('model.onnx of model second is missing'));
		await expect(library.ask(SERVER, question)).rejects.toThrow('model.onnx of model second is missing');
		await expect(app.goOver()).rejects.toThrow('model.onnx of model second is missing');
		fail(undefined);
		expect((await library.ask(SERVER, question)).citations[0]?.quote).toBe(PIER);
	});

	it('goes over once, however many ask at the same time, there and back again', async () => {
		const { library, change, opened } = await libraryOverFile();
		await library.add(SERVER, file('pier.txt', PIER));
		for (const to of [1, 0] as const) {
			await change(to);
			const answers = await Promise.all(Array.from({ length: 5 }, () => library.ask(SERVER, question)));
			expect(answers.map(({ citations }) => citations[0]?.quote)).toEqual(Array<string>(5).fill(PIER));
		}
		expect(opened).toEqual(['first@1', 'second@1', 'first@1']);
	});
});
