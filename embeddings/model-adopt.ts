import { join } from 'node:path';
import { startEncoderPool } from './encoder-pool.js';
import { MODEL_CARD_FILE, type ModelCard } from './model-card.js';
import { checkModelName, findModelFiles, revisionOf, writeCard } from './model-files.js';
import { OPTIONAL_TRAIT_FILES, readModelTraits } from './model-traits.js';

/**
 * Writes the card of the model whose files stand in `folder`, after loading the model once, in a thread, to see that it
 * gives the vectors that the card says. The card's revision is a sum over the files and how they are used: equal sums,
 * equal space.
 *
 * @throws {Error} If the name is malformed, if a file is missing or broken, or if the model does not load; the folder has no card then, or keeps
 * the one it had.
 */
export async function adoptModel(folder: string, name: string): Promise<ModelCard> {
	checkModelName(name);
	const { dtype, sums } = await findModelFiles(folder, OPTIONAL_TRAIT_FILES);
	const traits = await readModelTraits(folder, name);
	const { prefixes, maxTokens } = traits;
	const card: ModelCard = {
		name,
		revision: revisionOf(sums, [prefixes.query, prefixes.passage, maxTokens]),
		...traits,
		dtype,
		// alone, a text's vector does not depend on its neighbours in a batch, and nothing is padded
		batchSize: 1,
		files: sums,
	};
	await tryOut(folder, card);
	await writeCard(join(folder, MODEL_CARD_FILE), card);
	return card;
}

async function tryOut(folder: string, card: ModelCard): Promise<void> {
	try {
		const encoder = await startEncoderPool(folder, card, { threads: 1 });
		try {
			const tokens = await encoder.tokenize(['One sentence.']);
			for (const role of ['query', 'passage'] as const) await encoder.encode(tokens, role);
		} finally {
			await encoder.close();
		}
	} catch (cause) {
		const problem = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`The model in ${folder} cannot be used as ${card.name}: ${problem}`, { cause });
	}
}
