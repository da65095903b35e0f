import { databasePath, hasStore, indexFolder, openModels, spaceOfModels } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { adoptCopiedModel, findModel, installedModels, installedRerankers } from '../bot/models.js';
import type { ModelCard } from '../embeddings/model-card.js';
import { openDatabase } from '../index/database.js';
import { reembed } from '../index/reembed.js';
import { isSameSpace, nextSpace, storedSpace, type Space } from '../index/space.js';
import { Store } from '../index/store.js';
import { print, printJson, printNotice, progressBar } from './output.js';

/** Shows the models that can be used without a download, and which are in use: one to make vectors, and perhaps a reranker. */
export async function listModels(config: Config, { json }: { json: boolean }): Promise<void> {
	const stored = readSpace(config)?.encoder.split('@')[0];
	const encoders = (await installedModels(config)).map(({ card, embedded, folder }) => ({
		use: 'encoder' as const,
		...toRow(card),
		dimension: card.dimension,
		embedded,
		used: card.name === (stored ?? (embedded ? card.name : undefined)),
		folder,
	}));
	const rerankers = (await installedRerankers(config)).map(({ card, folder }) => ({
		use: 'reranker' as const,
		...toRow(card),
		embedded: false,
		used: card.name === config.reranker,
		folder,
	}));
	const models = [...encoders, ...rerankers];
	if (json) {
		printJson(models);
		return;
	}
	for (const model of models) {
		const { name, revision, megabytes } = model;
		const does = model.use === 'encoder' ? `${model.dimension} dimensions` : 'reranker';
		const origin = model.embedded ? ', comes with Quoth' : '';
		print(`${model.used ? '*' : ' '} ${name} (${revision.slice(0, 12)}): ${does}, ${megabytes} MB${origin}`);
	}
}

function toRow({ name, revision, maxTokens, files }: Pick<ModelCard, 'name' | 'revision' | 'maxTokens' | 'files'>) {
	const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
	return { name, revision, maxTokens, megabytes: Math.round(bytes / 1e5) / 10 };
}

/** Documents in work for each encoder thread. */
const IN_WORK_PER_THREAD = 4;

/**
 * Makes a model the store's own: embeds all that is stored anew. The old vectors answer until the new ones are complete, and others may
 * store and remove meanwhile. Interrupted, it goes on where it was when it is run again.
 */
export async function useModel(config: Config, name: string, { json }: { json: boolean }): Promise<void> {
	await adoptCopiedModel(config, name);
	const folder = await findModel(config, name);
	const models = await openModels(folder, config.threads);
	const bar = progressBar('Embedding anew', 'articles');
	try {
		const space = spaceOfModels(models);
		const database = openDatabase(databasePath(config));
		let documents = 0;
		try {
			if (storedSpace(database) === undefined) new Store(database, space);
			const begun = nextSpace(database);
			if (begun !== undefined && !isSameSpace(begun, space))
				printNotice(`The change to ${begun.encoder} was not finished: it is given up.`);
			documents = await reembed(database, space, models, {
				folder: indexFolder(config),
				inWork: config.threads * IN_WORK_PER_THREAD,
				onProgress: (done, total) => {
					bar.update(done, total);
				},
			});
		} finally {
			database.close();
		}
		bar.stop();
		if (json) printJson({ model: space.encoder, dimension: space.dimension, documents });
		else print(`The store uses ${name}: ${documents} articles embedded anew.`);
	} finally {
		bar.stop();
		await models.close();
	}
}

function readSpace(config: Config): Space | undefined {
	if (!hasStore(config)) return undefined;
	const database = openDatabase(databasePath(config));
	try {
		return storedSpace(database);
	} finally {
		database.close();
	}
}
