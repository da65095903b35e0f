import { databasePath, hasStore, openModels, spaceOfModels } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { adoptCopiedModel, findModel, installedModels, modelsFolder } from '../bot/models.js';
import { pullModel } from '../embeddings/model-pull.js';
import { openDatabase } from '../index/database.js';
import { reembed } from '../index/reembed.js';
import { storedSpace, type Space } from '../index/space.js';
import { Store } from '../index/store.js';
import { print, printJson, progressBar } from './output.js';

/** Shows the models that can be used without a download, and which one the store uses. */
export async function listModels(config: Config, { json }: { json: boolean }): Promise<void> {
	const used = readSpace(config)?.encoder.split('@')[0];
	const models = (await installedModels(config)).map(({ card, embedded, folder }) => ({
		name: card.name,
		revision: card.revision,
		dimension: card.dimension,
		maxTokens: card.maxTokens,
		megabytes: Math.round(Object.values(card.files).reduce((sum, { bytes }) => sum + bytes, 0) / 1e5) / 10,
		embedded,
		used: card.name === (used ?? (embedded ? card.name : undefined)),
		folder,
	}));
	if (json) {
		printJson(models);
		return;
	}
	for (const { name, revision, dimension, megabytes, embedded, used: isUsed } of models) {
		print(
			`${isUsed ? '*' : ' '} ${name} (${revision.slice(0, 12)}): ${dimension} dimensions, ${megabytes} MB${embedded ? ', comes with Quoth' : ''}`,
		);
	}
}

/** Downloads a model, to be used by {@link useModel}. */
export async function pull(
	config: Config,
	name: string,
	{ revision, json }: { revision?: string; json: boolean },
): Promise<void> {
	const bar = progressBar(`Downloading ${name}`, 'kB');
	try {
		const { card, folder } = await pullModel({
			name,
			hub: config.hub,
			folder: modelsFolder(config),
			...(revision !== undefined && { revision }),
			onProgress: ({ bytes, totalBytes }) => {
				bar.update(Math.round(bytes / 1000), Math.round(totalBytes / 1000));
			},
		});
		bar.stop();
		if (json) printJson({ name: card.name, revision: card.revision, dimension: card.dimension, folder });
		else print(`${card.name} is in ${folder}. \`quoth model use ${card.name}\` embeds the store with it.`);
	} finally {
		bar.stop();
	}
}

/** Makes a model the store's own: embeds all that is stored anew. The old vectors answer until the new ones are complete. */
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
			const before = storedSpace(database);
			if (before === undefined) new Store(database, space);
			else if (JSON.stringify(before) !== JSON.stringify(space)) {
				await reembed(database, space, models, (done, total) => {
					documents = done;
					bar.update(done, total);
				});
			}
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
