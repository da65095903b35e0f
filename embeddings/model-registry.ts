import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readModelCard, readRerankerCard, type ModelCard, type RerankerCard } from './model-card.js';

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

export interface InstalledReranker {
	readonly folder: string;
	readonly card: RerankerCard;
}

/** The embedded model, then those in folders of `modelsFolder` that hold a card, by name. Rerankers are none of them. */
export async function listModels(embeddedFolder: string, modelsFolder: string): Promise<InstalledModel[]> {
	const embedded = { folder: embeddedFolder, card: await readModelCard(embeddedFolder), embedded: true };
	const others = await withCards(modelsFolder, readModelCard);
	return [embedded, ...others.map((model) => ({ ...model, embedded: false }))];
}

/** Those in folders of `modelsFolder` that hold a reranker's card, by name. */
export async function listRerankers(modelsFolder: string): Promise<InstalledReranker[]> {
	return withCards(modelsFolder, readRerankerCard);
}

async function withCards<T extends { readonly name: string }>(
	modelsFolder: string,
	readCard: (folder: string) => Promise<T>,
): Promise<{ folder: string; card: T }[]> {
	const entries = await readdir(modelsFolder, { withFileTypes: true }).catch(() => []);
	const folders = entries
		.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
		.map(({ name }) => join(modelsFolder, name));
	const cards = await Promise.all(
		folders.map(async (folder) =>
			readCard(folder).then(
				(card) => ({ folder, card }),
				() => undefined,
			),
		),
	);
	return cards.filter((model) => model !== undefined).sort((a, b) => a.card.name.localeCompare(b.card.name));
}
