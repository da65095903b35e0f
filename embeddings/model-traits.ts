import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelCard } from './model-card.js';
import { familyOf } from './model-families.js';

/** What a model's own files say about how it is used. */
export type ModelTraits = Pick<ModelCard, 'dimension' | 'maxTokens' | 'pooling' | 'prefixes'>;

/** Files that say it for some models, and stand in few repositories of ONNX files. Paths in the model's folder. */
export const OPTIONAL_TRAIT_FILES = [
	'1_Pooling/config.json',
	'sentence_bert_config.json',
	'config_sentence_transformers.json',
	'modules.json',
] as const;

/** Most tokens read of a text, whatever a model could read: passages are shorter, and attention grows with the square. */
const MOST_TOKENS = 512;

const NO_PREFIXES = { query: '', passage: '' };

const positive = z.number().positive();
const dimension = z.int().positive().optional();
const config = z
	.object({
		hidden_size: dimension,
		/** What DistilBERT calls it. */
		dim: dimension,
		/** What GPT-2 calls it, and Nomic's BERT. */
		n_embd: dimension,
	})
	.refine(({ hidden_size, dim, n_embd }) => (hidden_size ?? dim ?? n_embd) !== undefined, {
		path: ['hidden_size'],
		message: 'expected a number',
	});
const limits = z.object({
	max_position_embeddings: positive.optional(),
	model_type: z.string().default(''),
	pad_token_id: z.int().nonnegative().nullish(),
});
const architecture = z.object({ architectures: z.array(z.string()).nullish() });
const tokenizerConfig = z.object({ model_max_length: positive.nullish() });
const sentenceConfig = z.object({ max_seq_length: positive.nullish() });
const promptConfig = z.object({ prompts: z.record(z.string(), z.string()).default({}) });
const moduleList = z.array(z.object({ type: z.string() }));
const poolingConfig = z.object({
	pooling_mode_mean_tokens: z.boolean().default(false),
	pooling_mode_cls_token: z.boolean().default(false),
	pooling_mode_lasttoken: z.boolean().default(false),
	/** In place of the three, in files that newer tools write. */
	pooling_mode: z.string().optional(),
	include_prompt: z.boolean().default(true),
});

/** Models whose positions begin after that of the padding, so that as many fewer tokens are read. */
const POSITIONS_AFTER_PADDING = /^(xlm-)?roberta|^camembert|^mpnet|^longformer/;

/**
 * Derives the traits of the model `name` from the files in its folder, and from its family where they say nothing. A model
 * of no known family is pooled by the mean and has no prefixes.
 *
 * @throws {Error} If a file is missing or not as expected, if the model is pooled in a way that is not known here, or if what
 * comes after the pooling is not in its ONNX file.
 */
export async function readModelTraits(folder: string, name: string): Promise<ModelTraits> {
	const [stated, prompts, modules] = await Promise.all([
		readOptional(join(folder, '1_Pooling/config.json'), poolingConfig),
		readOptional(join(folder, 'config_sentence_transformers.json'), promptConfig),
		readOptional(join(folder, 'modules.json'), moduleList),
	]);
	const { hidden_size, dim, n_embd } = await readJson(join(folder, 'config.json'), config);
	const family = familyOf(name);
	// what is in the graph is done already, whatever the files say that the graph was made of
	const isInGraph = family?.pooling === 'graph';
	const missing = modules?.some(({ type }) => /\bDense$/.test(type)) === true && !isInGraph;
	const unusable = missing ? 'a dense layer stands behind its pooling, as modules.json says' : family?.unusable;
	if (unusable !== undefined) throw new Error(`${name} cannot be used: ${unusable}. Choose another model`);
	const prefixes = prefixesOf(prompts?.prompts ?? {}) ?? family?.prefixes ?? NO_PREFIXES;
	if (stated?.include_prompt === false && (prefixes.query !== '' || prefixes.passage !== '')) {
		throw new Error(`${name} cannot be used: it is pooled without its prompts. Choose another model`);
	}
	return {
		dimension: hidden_size ?? dim ?? n_embd ?? 0,
		maxTokens: await readMaxTokens(folder),
		pooling:
			isInGraph || stated === undefined
				? (family?.pooling ?? 'mean')
				: toPooling(stated, `1_Pooling/config.json of ${name}`),
		prefixes,
	};
}

/**
 * The most tokens that the model in `folder` reads, special tokens counted: the least that its files say, and 512 at most.
 *
 * @throws {Error} If a file is missing or not as expected.
 */
export async function readMaxTokens(folder: string): Promise<number> {
	const { max_position_embeddings, model_type, pad_token_id } = await readJson(join(folder, 'config.json'), limits);
	const { model_max_length } = await readJson(join(folder, 'tokenizer_config.json'), tokenizerConfig);
	const sentence = await readOptional(join(folder, 'sentence_bert_config.json'), sentenceConfig);
	const unread = POSITIONS_AFTER_PADDING.test(model_type) ? (pad_token_id ?? 1) + 1 : 0;
	const positions = max_position_embeddings === undefined ? undefined : max_position_embeddings - unread;
	const all = [sentence?.max_seq_length, model_max_length, positions, MOST_TOKENS];
	return Math.floor(Math.min(...all.filter((limit) => limit !== undefined && limit !== null)));
}

/**
 * Whether the model in `folder` was made to say how well two texts fit, as its architecture is called.
 *
 * @throws {Error} If config.json is missing or not as expected.
 */
export async function isReranker(folder: string): Promise<boolean> {
	const { architectures } = await readJson(join(folder, 'config.json'), architecture);
	return architectures?.some((made) => made.endsWith('ForSequenceClassification')) === true;
}

function toPooling(modes: z.infer<typeof poolingConfig>, file: string): ModelTraits['pooling'] {
	const chosen = (
		[
			['mean', modes.pooling_mode_mean_tokens || modes.pooling_mode === 'mean'],
			['cls', modes.pooling_mode_cls_token || modes.pooling_mode === 'cls'],
			['last', modes.pooling_mode_lasttoken || modes.pooling_mode === 'lasttoken'],
		] as const
	).filter(([, isOn]) => isOn);
	const [only] = chosen;
	if (only === undefined || chosen.length > 1) {
		throw new Error(
			`Expected one of mean, cls and last in ${file}, got ${chosen.length} of them: choose another model`,
		);
	}
	return only[0];
}

/**
 * Prompts are free names; these are what retrieval models call theirs. Newer tools write empty ones into the files of every model,
 * which say nothing.
 */
function prefixesOf({
	query,
	passage,
	document,
}: Readonly<Record<string, string>>): ModelTraits['prefixes'] | undefined {
	const told = { query: query ?? '', passage: passage ?? document ?? '' };
	return told.query === '' && told.passage === '' ? undefined : told;
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
