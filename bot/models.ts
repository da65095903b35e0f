import { join } from 'node:path';
import { listModels, type InstalledModel } from '../embeddings/model-registry.js';
import { EMBEDDED_MODEL_FOLDER, type Config } from './config.js';

export function modelsFolder({ dataFolder }: Config): string {
	return join(dataFolder, 'models');
}

/** The models that can be used without a download: the embedded one, then those pulled or copied. */
export async function installedModels(config: Config): Promise<InstalledModel[]> {
	return listModels(EMBEDDED_MODEL_FOLDER, modelsFolder(config));
}

/**
 * The folder of a model; of the embedded one where no name is given.
 *
 * @throws {Error} If no such model is here; says which are, and how to get it.
 */
export async function findModel(config: Config, name: string | undefined): Promise<string> {
	if (name === undefined) return EMBEDDED_MODEL_FOLDER;
	const models = await installedModels(config);
	const found = models.find(({ card }) => card.name === name);
	if (found !== undefined) return found.folder;
	const names = models.map(({ card }) => card.name).join(', ');
	throw new Error(`Unknown model ${name}: here are ${names}. \`quoth model pull ${name}\` downloads it, or copy its folder into ${modelsFolder(config)}`);
}
