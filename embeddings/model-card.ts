import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sumOf, type FileSum } from './file-sum.js';

/** The file in a model's folder that says what a program must know of it. */
export const MODEL_CARD_FILE = 'quoth-model.json';

const modelCard = z.object({
	/** `owner/name`, as on a model hub. */
	name: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
	revision: z.string().min(1),
	/** Length of its vectors. */
	dimension: z.int().positive(),
	/** Most tokens read of one text, prefix and special tokens counted. */
	maxTokens: z.int().positive(),
	dtype: z.enum(['fp32', 'fp16', 'q8']),
	/** How token vectors become one: by their mean, the first, the last; `graph`: the model gives one vector itself. */
	pooling: z.enum(['mean', 'cls', 'last', 'graph']),
	/** What is written before a text of each role. */
	prefixes: z.object({ query: z.string(), passage: z.string() }),
	/** Texts per forward pass, sorted by length. */
	batchSize: z.int().positive(),
	/** Of a static model: where in which file its int8 rows, one a token, and their float32 scales begin, in bytes. */
	tokenTable: z.object({ file: z.string(), rows: z.int().nonnegative(), scales: z.int().nonnegative() }).optional(),
	/** Every file of the model, by its path in the folder. */
	files: z.record(z.string(), z.object({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export type ModelCard = z.infer<typeof modelCard>;

/** The file in a folder of a model that reads a question and a text together. Such a model makes no vectors. */
export const RERANKER_CARD_FILE = 'quoth-reranker.json';

/** `maxTokens` is of question and text together. */
const rerankerCard = modelCard.pick({ name: true, revision: true, maxTokens: true, dtype: true, files: true });

export type RerankerCard = z.infer<typeof rerankerCard>;

/** Names the space of a model's vectors: what may change them is in it. */
export function spaceOf({ name, revision, dtype, pooling }: ModelCard): string {
	return `${name}@${revision}#${dtype}+${pooling}`;
}

/** Names the vocabulary of a model: equal for equal tokenizer files. */
export function vocabularyOf({ name, files }: ModelCard): string {
	const tokenizer = files['tokenizer.json'];
	if (tokenizer === undefined) throw new Error(`The card of ${name} lists no tokenizer.json: pull the model again`);
	return tokenizer.sha256.slice(0, 16);
}

/**
 * Reads the card in a model's folder.
 *
 * @throws {Error} If there is none, or if it is not a card.
 */
export async function readModelCard(folder: string): Promise<ModelCard> {
	return parseModelCard(await readCardFile(folder, MODEL_CARD_FILE), join(folder, MODEL_CARD_FILE));
}

/**
 * Reads the card in a reranker's folder.
 *
 * @throws {Error} If there is none, or if it is not a reranker's.
 */
export async function readRerankerCard(folder: string): Promise<RerankerCard> {
	return parse(rerankerCard, await readCardFile(folder, RERANKER_CARD_FILE), join(folder, RERANKER_CARD_FILE));
}

async function readCardFile(folder: string, file: string): Promise<string> {
	try {
		return await readFile(join(folder, file), 'utf8');
	} catch (cause) {
		throw new Error(`No model in ${folder}: expected ${file} there. \`quoth model list\` shows what there is`, {
			cause,
		});
	}
}

/** @throws {Error} If `text`, read from `path`, is not a card. */
export function parseModelCard(text: string, path: string): ModelCard {
	return parse(modelCard, text, path);
}

function parse<T>(schema: z.ZodType<T>, text: string, path: string): T {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new Error(`${path} is not JSON: pull the model again`, { cause });
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map(({ path: keys, message }) => `${keys.join('.')}: ${message}`);
	throw new Error(`${path} is not a model card (${problems.join('; ')}): pull the model again`);
}

/**
 * Compares every file of a model with the sums on its card, so that a truncated download or a file of another model is
 * noticed here and not in the answers.
 *
 * @throws {Error} If a file is missing, truncated or another; names the file.
 */
export async function verifyModelFiles(folder: string, card: Pick<ModelCard, 'name' | 'files'>): Promise<void> {
	const remedy = `restore it, or run \`quoth model pull ${card.name}\``;
	for (const [name, expected] of Object.entries(card.files)) {
		let found: FileSum;
		try {
			found = await sumOf(join(folder, name));
		} catch (cause) {
			throw new Error(`${name} of model ${card.name} is missing in ${folder}: ${remedy}`, { cause });
		}
		if (found.bytes !== expected.bytes) {
			throw new Error(`${name} of model ${card.name} has ${found.bytes} bytes, expected ${expected.bytes}: ${remedy}`);
		}
		if (found.sha256 !== expected.sha256) {
			throw new Error(`${name} of model ${card.name} is another file than its card says (SHA-256 differs): ${remedy}`);
		}
	}
}
