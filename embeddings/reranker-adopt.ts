import { join } from 'node:path';
import { startCrossEncoder } from './cross-encoder.js';
import { RERANKER_CARD_FILE, type RerankerCard } from './model-card.js';
import { checkModelName, findModelFiles, revisionOf, writeCard } from './model-files.js';
import { readMaxTokens } from './model-traits.js';

/** Files that say how many tokens some models read. Paths in the model's folder. */
const OPTIONAL_FILES = ['sentence_bert_config.json'];

/**
 * Writes the card of the reranker whose files stand in `folder`, after it has scored two texts, in a thread.
 *
 * @throws {Error} If the name is malformed, if a file is missing or broken, or if the model does not load or gives no scores; the
 * folder has no card then, or keeps the one it had.
 */
export async function adoptReranker(folder: string, name: string): Promise<RerankerCard> {
	checkModelName(name);
	const { dtype, sums } = await findModelFiles(folder, OPTIONAL_FILES);
	const maxTokens = await readMaxTokens(folder);
	const card: RerankerCard = { name, revision: revisionOf(sums, [maxTokens]), maxTokens, dtype, files: sums };
	try {
		const reranker = await startCrossEncoder(folder, card, { threads: 1 });
		try {
			await reranker.score('When does it leave?', ['It leaves at noon.', '']);
		} finally {
			await reranker.close();
		}
	} catch (cause) {
		const problem = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`The model in ${folder} cannot be used as the reranker ${name}: ${problem}`, { cause });
	}
	await writeCard(join(folder, RERANKER_CARD_FILE), card);
	return card;
}
