import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEncoderPool } from './encoder-pool.js';
import { sumOf } from './file-sum.js';
import { MODEL_CARD_FILE, type ModelCard } from './model-card.js';
import { OPTIONAL_TRAIT_FILES, readModelTraits } from './model-traits.js';

/** What every model has beside its weights, in the layout of Transformers.js. */
export const REQUIRED_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;

/** The weights, the preferred first: q8 is 2.8 times as fast as fp32. File names are those of Transformers.js. */
export const WEIGHTS = [
	{ dtype: 'q8', file: 'onnx/model_quantized.onnx' },
	{ dtype: 'fp32', file: 'onnx/model.onnx' },
] as const;

/**
 * Writes the card of the model whose files stand in `folder`, after loading the model once, in a thread, to see that it
 * gives the vectors that the card says. The card's revision is a sum over the files: equal files, equal space.
 *
 * @throws {Error} If the name is malformed, if a file is missing or broken, or if the model does not load; the folder has no card then, or keeps
 * the one it had.
 */
export async function adoptModel(folder: string, name: string): Promise<ModelCard> {
	checkModelName(name);
	const weights = WEIGHTS.find(({ file }) => existsSync(join(folder, file)));
	const missing = [
		...REQUIRED_FILES.filter((file) => !existsSync(join(folder, file))),
		...(weights ? [] : [WEIGHTS[0].file]),
	];
	if (weights === undefined || missing.length > 0) {
		throw new Error(
			`${folder} holds no model in the layout of Transformers.js: ${missing.join(', ')} missing. Copy all of its files`,
		);
	}
	const traits = await readModelTraits(folder, name);
	const present = OPTIONAL_TRAIT_FILES.filter((file) => existsSync(join(folder, file)));
	const files: ModelCard['files'] = {};
	for (const file of [...REQUIRED_FILES, weights.file, ...present]) files[file] = await sumOf(join(folder, file));
	const card: ModelCard = {
		name,
		revision: revisionOf(files),
		...traits,
		dtype: weights.dtype,
		prefixes: traits.prefixes,
		// alone, a text's vector does not depend on its neighbours in a batch, and nothing is padded
		batchSize: 1,
		files,
	};
	await tryOut(folder, card);
	const path = join(folder, MODEL_CARD_FILE);
	await writeFile(`${path}.part`, `${JSON.stringify(card, null, '\t')}\n`);
	await rename(`${path}.part`, path);
	return card;
}

/** @throws {Error} If `name` is not `owner/name`, or could lead elsewhere: on a hub, or on this disk. */
export function checkModelName(name: string): void {
	if (!/^\w[\w.-]*\/\w[\w.-]*$/.test(name) || /\.\.|--|\.$/.test(name)) {
		throw new Error(`Expected a model's name as owner/name, such as Xenova/multilingual-e5-small; got "${name}"`);
	}
}

/** 12 hex digits. */
function revisionOf(files: ModelCard['files']): string {
	const sums = Object.entries(files).map(([file, { sha256 }]) => `${file} ${sha256}`);
	return createHash('sha256').update(sums.sort().join('\n')).digest('hex').slice(0, 12);
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
