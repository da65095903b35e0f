import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelCard } from './model-card.js';

/** What a model's own files say about how it is used. */
export type ModelTraits = Pick<ModelCard, 'dimension' | 'maxTokens' | 'pooling' | 'prefixes'>;

/** Files that say it for some models, and stand in few repositories of ONNX files. Paths in the model's folder. */
export const OPTIONAL_TRAIT_FILES = [
	'1_Pooling/config.json',
	'sentence_bert_config.json',
	'config_sentence_transformers.json',
] as const;

/** Most tokens read of a text, whatever a model could read: passages are shorter, and attention grows with the square. */
const MOST_TOKENS = 512;

const NO_PREFIXES = { query: '', passage: '' };
const SEARCHING = 'Represent this sentence for searching relevant passages: ';
const INSTRUCTION = 'Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery: ';

/** Families whose files leave out what their authors' model pages say. The first pattern that the name matches counts. */
const FAMILIES: readonly ({ readonly pattern: RegExp } & Pick<ModelTraits, 'pooling' | 'prefixes'>)[] = [
	{ pattern: /\be5-.*instruct/i, pooling: 'mean', prefixes: { query: INSTRUCTION, passage: '' } },
	{ pattern: /\be5-/i, pooling: 'mean', prefixes: { query: 'query: ', passage: 'passage: ' } },
	{ pattern: /\barctic-embed-.*v2/i, pooling: 'cls', prefixes: { query: 'query: ', passage: '' } },
	{ pattern: /\barctic-embed-/i, pooling: 'cls', prefixes: { query: SEARCHING, passage: '' } },
	{
		pattern: /\bnomic-embed-text/i,
		pooling: 'mean',
		prefixes: { query: 'search_query: ', passage: 'search_document: ' },
	},
	{ pattern: /\bbge-/i, pooling: 'cls', prefixes: NO_PREFIXES },
	{ pattern: /\bgte-multilingual/i, pooling: 'cls', prefixes: NO_PREFIXES },
];

const positive = z.number().positive();
const config = z.object({ hidden_size: z.int().positive(), max_position_embeddings: positive.optional() });
const tokenizerConfig = z.object({ model_max_length: positive.nullish() });
const sentenceConfig = z.object({ max_seq_length: positive.nullish() });
const promptConfig = z.object({ prompts: z.record(z.string(), z.string()).default({}) });
const poolingConfig = z.object({
	pooling_mode_mean_tokens: z.boolean().default(false),
	pooling_mode_cls_token: z.boolean().default(false),
	pooling_mode_lasttoken: z.boolean().default(false),
});

/**
 * Derives the traits of the model `name` from the files in its folder, and from its family where they say nothing. A model
 * of no known family is pooled by the mean and has no prefixes.
 *
 * @throws {Error} If a file is missing or not as expected, or if the model is pooled in a way that is not known here.
 */
export async function readModelTraits(folder: string, name: string): Promise<ModelTraits> {
	const [pooling, sentence, prompts] = await Promise.all([
		readOptional(join(folder, '1_Pooling/config.json'), poolingConfig),
		readOptional(join(folder, 'sentence_bert_config.json'), sentenceConfig),
		readOptional(join(folder, 'config_sentence_transformers.json'), promptConfig),
	]);
	const { hidden_size: dimension, max_position_embeddings } = await readJson(join(folder, 'config.json'), config);
	const { model_max_length } = await readJson(join(folder, 'tokenizer_config.json'), tokenizerConfig);
	const family = FAMILIES.find(({ pattern }) => pattern.test(name));
	const limits = [sentence?.max_seq_length, model_max_length, max_position_embeddings, MOST_TOKENS];
	return {
		dimension,
		maxTokens: Math.floor(Math.min(...limits.filter((limit) => limit !== undefined && limit !== null))),
		pooling: pooling === undefined ? (family?.pooling ?? 'mean') : toPooling(pooling, name),
		prefixes: prefixesOf(prompts?.prompts ?? {}) ?? family?.prefixes ?? NO_PREFIXES,
	};
}

function toPooling(modes: z.infer<typeof poolingConfig>, name: string): ModelTraits['pooling'] {
	const chosen = (
		[
			['mean', modes.pooling_mode_mean_tokens],
			['cls', modes.pooling_mode_cls_token],
			['last', modes.pooling_mode_lasttoken],
		] as const
	).filter(([, isOn]) => isOn);
	const [only] = chosen;
	if (only === undefined || chosen.length > 1) {
		throw new Error(
			`Expected one of mean, cls and last in 1_Pooling/config.json of ${name}, got ${chosen.length} of them: choose another model`,
		);
	}
	return only[0];
}

/** Prompts are free names; these two are what retrieval models call theirs. */
function prefixesOf({
	query,
	passage,
	document,
}: Readonly<Record<string, string>>): ModelTraits['prefixes'] | undefined {
	return query === undefined ? undefined : { query, passage: passage ?? document ?? '' };
}

async function readOptional<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
	try {
		return await readJson(path, schema);
	} catch (error) {
		if (error instanceof Error && isMissing(error.cause)) return undefined;
		throw error;
	}
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (cause) {
		throw new Error(`Cannot read ${path}: expected a file of the model there. Fetch it again`, { cause });
	}
	try {
		return schema.parse(JSON.parse(text));
	} catch (cause) {
		const problem = cause instanceof z.ZodError ? z.prettifyError(cause).replace(/\s+/g, ' ') : 'it is not JSON';
		throw new Error(`${path} is not as a model's is (${problem}): fetch it again`, { cause });
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
