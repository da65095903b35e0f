import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sumOf, type FileSum } from './file-sum.js';

/** What every model has beside its weights, in the layout of Transformers.js. */
export const REQUIRED_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const;

/** The weights, the preferred first: q8 is 2.8 times as fast as fp32. File names are those of Transformers.js. */
export const WEIGHTS = [
	{ dtype: 'q8', file: 'onnx/model_quantized.onnx' },
	{ dtype: 'fp32', file: 'onnx/model.onnx' },
] as const;

/** Pieces in which the weights of a large model may stand beside its graph, at most: the limit of Transformers.js. */
const MOST_PIECES = 100;

/** The names, in order, of the files that hold what does not fit the file of the graph: the first absent one ends them. */
export function* weightPieces(file: string): Generator<string> {
	for (let piece = 0; piece < MOST_PIECES; piece++) yield `${file}_data${piece === 0 ? '' : `_${piece}`}`;
}

/** The weights' file in `folder`, whether whole or in pieces, and what its numbers are. */
export interface FoundFiles {
	readonly dtype: (typeof WEIGHTS)[number]['dtype'];
	/** Of every file, by its path in the folder. */
	readonly sums: Record<string, FileSum>;
}

/**
 * The files of the model in `folder`.
 *
 * @param optional paths of files that belong to the model where they are there
 * @throws {Error} If one that every model has is missing.
 */
export async function findModelFiles(folder: string, optional: readonly string[]): Promise<FoundFiles> {
	const isHere = (file: string) => existsSync(join(folder, file));
	const weights = WEIGHTS.find(({ file }) => isHere(file));
	const missing = [...REQUIRED_FILES.filter((file) => !isHere(file)), ...(weights ? [] : [WEIGHTS[0].file])];
	if (weights === undefined || missing.length > 0) {
		throw new Error(
			`${folder} holds no model in the layout of Transformers.js: ${missing.join(', ')} missing. Copy all of its files`,
		);
	}
	const pieces: string[] = [];
	for (const piece of weightPieces(weights.file)) {
		if (!isHere(piece)) break;
		pieces.push(piece);
	}
	const sums: Record<string, FileSum> = {};
	for (const file of [...REQUIRED_FILES, weights.file, ...pieces, ...optional.filter(isHere)]) {
		sums[file] = await sumOf(join(folder, file));
	}
	return { dtype: weights.dtype, sums };
}

/** @throws {Error} If `name` is not `owner/name`, or could lead elsewhere: on a hub, or on this disk. */
export function checkModelName(name: string): void {
	if (!/^\w[\w.-]*\/\w[\w.-]*$/.test(name) || /\.\.|--|\.$/.test(name)) {
		throw new Error(`Expected a model's name as owner/name, such as Xenova/multilingual-e5-small; got "${name}"`);
	}
}

/**
 * 12 hex digits: equal for equal files that are used alike.
 *
 * @param use what else changes the model's answers
 */
export function revisionOf(sums: Readonly<Record<string, FileSum>>, use: readonly (string | number)[]): string {
	const lines = Object.entries(sums).map(([file, { sha256 }]) => `${file} ${sha256}`);
	const text = [...lines.sort(), JSON.stringify(use)].join('\n');
	return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Writes a card whole or not at all. */
export async function writeCard(path: string, card: object): Promise<void> {
	await writeFile(`${path}.part`, `${JSON.stringify(card, null, '\t')}\n`);
	await rename(`${path}.part`, path);
}
