import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { adoptModel } from '../embeddings/model-adopt.js';
import { MODEL_CARD_FILE, RERANKER_CARD_FILE } from '../embeddings/model-card.js';
import {
	folderNameOf,
	listModels,
	listRerankers,
	type InstalledModel,
	type InstalledReranker,
} from '../embeddings/model-registry.js';
import { adoptReranker } from '../embeddings/reranker-adopt.js';
import { EMBEDDED_MODEL_FOLDER, type Config } from './config.js';

/** What of the configuration says where things are kept. */
export type DataFolder = Pick<Config, 'dataFolder'>;

/** What of it says which models are used. Which one makes the vectors, the store knows. */
export type ModelSettings = DataFolder & Partial<Pick<Config, 'reranker'>>;

export function modelsFolder({ dataFolder }: DataFolder): string {
	return join(dataFolder, 'models');
}

/** The models that can be used without a download: the embedded one, then those pulled or copied. */
export async function installedModels(config: DataFolder): Promise<InstalledModel[]> {
	return listModels(EMBEDDED_MODEL_FOLDER, modelsFolder(config));
}

/** The rerankers that can be used without a download. */
export async function installedRerankers(config: DataFolder): Promise<InstalledReranker[]> {
	return listRerankers(modelsFolder(config));
}

/** Writes the card of a model whose files were copied into the models' folder by hand. Does nothing where there is no such folder, or a card. */
export async function adoptCopiedModel(config: DataFolder, name: string): Promise<void> {
	const folder = join(modelsFolder(config), folderNameOf(name));
	if (existsSync(folder) && !existsSync(join(folder, MODEL_CARD_FILE))) await adoptModel(folder, name);
}

/**
 * The folder of a model; of the embedded one where no name is given.
 *
 * @throws {Error} If no such model is here; says which are, and how to get it.
 */
export async function findModel(config: DataFolder, name: string | undefined): Promise<string> {
	if (name === undefined) return EMBEDDED_MODEL_FOLDER;
	const models = await installedModels(config);
	const found = models.find(({ card }) => card.name === name);
	if (found !== undefined) return found.folder;
	const names = models.map(({ card }) => card.name).join(', ');
	throw new Error(
		`Unknown model ${name}: here are ${names}. \`quoth model pull ${name}\` downloads it, or copy its files into ${join(modelsFolder(config), folderNameOf(name))}`,
	);
}

/**
 * The folder of a reranker. Where its files were copied there by hand, its card is written first.
 *
 * @throws {Error} If it is not here, or cannot be used; says how to get it.
 */
export async function findReranker(config: DataFolder, name: string): Promise<string> {
	const folder = join(modelsFolder(config), folderNameOf(name));
	if (existsSync(join(folder, RERANKER_CARD_FILE))) return folder;
	if (!existsSync(folder)) {
		throw new Error(
			`QUOTH_RERANKER names ${name}, which is not here: \`quoth model pull --reranker ${name}\` downloads it, or copy its files into ${folder}`,
		);
	}
	await adoptReranker(folder, name);
	return folder;
}
