import type { Config } from '../bot/config.js';
import { openProxiedFetch } from '../bot/download/proxied-fetch.js';
import { modelsFolder } from '../bot/models.js';
import { pullModel, type ModelUse, type PulledModel } from '../embeddings/model-pull.js';
import { print, printJson, progressBar } from './output.js';

export interface PullCommandOptions {
	/** Branch, tag or commit. */
	readonly revision?: string;
	/** Whether the model is to read question and sentence together; by default what its files say that it was made for. */
	readonly reranker?: boolean;
	readonly json: boolean;
}

/** Downloads a model. */
export async function pull(
	config: Config,
	name: string,
	{ revision, reranker = false, json }: PullCommandOptions,
): Promise<void> {
	const network = openProxiedFetch(config.proxies);
	const bar = progressBar(`Downloading ${name}`, 'kB');
	try {
		const pulled = await pullModel({
			name,
			hub: config.hub,
			token: config.hubToken,
			folder: modelsFolder(config),
			fetch: network.fetch,
			proxyFor: (url) => network.proxyFor(url),
			use: reranker ? 'reranker' : undefined,
			...(revision !== undefined && { revision }),
			onProgress: ({ bytes, totalBytes }) => {
				bar.update(Math.round(bytes / 1000), Math.round(totalBytes / 1000));
			},
		});
		bar.stop();
		if (json) printJson(toReport(pulled));
		else print(`${name} is in ${pulled.folder}. ${nextStep(pulled)}`);
	} finally {
		bar.stop();
		await network.close();
	}
}

function toReport({ use, folder, card }: PulledModel): { readonly use: ModelUse } {
	const { name, revision } = card;
	return { use, ...{ name, revision, ...('dimension' in card && { dimension: card.dimension }), folder } };
}

function nextStep({ use, card: { name } }: PulledModel): string {
	return use === 'reranker'
		? `QUOTH_RERANKER=${name} in .env has it put the best sentences in order.`
		: `\`quoth model use ${name}\` embeds the store with it.`;
}
