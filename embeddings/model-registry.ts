import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readModelCard, type ModelCard } from './model-card.js';

export interface InstalledModel {
	readonly folder: string;
	readonly card: ModelCard;
	/** Whether its files came with the program. */
	readonly embedded: boolean;
}

/** The folder of a model below the one of all models: `owner/name` gives `owner--name`. */
export function folderNameOf(name: string): string {
	return name.replace('/', '--');
}

/** The embedded model, then those in folders of `modelsFolder` that hold a card, by name. */
export async function listModels(embeddedFolder: string, modelsFolder: string): Promise<InstalledModel[]> {
	const embedded = { folder: embeddedFolder, card: await readModelCard(embeddedFolder), embedded: true };
	const entries = await readdir(modelsFolder, { withFileTypes: true }).catch(() => []);
	const folders = entries
		.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
		.map(({ name }) => join(modelsFolder, name));
	const others = await Promise.all(
		folders.map(async (folder) =>
			readModelCard(folder).then(
				(card) => ({ folder, card, embedded: false }),
				() => undefined,
			),
		),
	);
	const found = others.filter((model) => model !== undefined).sort((a, b) => a.card.name.localeCompare(b.card.name));
	return [embedded, ...found];
}
