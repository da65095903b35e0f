import { openCrossEncoder } from '../embeddings/cross-encoder.js';
import type { Reranker } from '../embeddings/reranker.js';
import { findReranker, type ModelSettings } from './models.js';

/**
 * The reranker that the configuration names, if it names one. It is loaded for the first question: storing and listing need none.
 *
 * @throws {Error} If it is not here.
 */
export async function findLateReranker(config: ModelSettings): Promise<Reranker | undefined> {
	const { reranker: name } = config;
	if (name === undefined) return undefined;
	const folder = await findReranker(config, name);
	let opened: Promise<Reranker> | undefined;
	const open = async () => {
		try {
			return await openCrossEncoder(folder, { threads: 1 });
		} catch (error) {
			// the next question tries again
			opened = undefined;
			throw error;
		}
	};
	return {
		name,
		async score(question, texts) {
			opened ??= open();
			return (await opened).score(question, texts);
		},
		async close() {
			const loaded = await opened?.catch(() => undefined);
			await loaded?.close();
		},
	};
}
