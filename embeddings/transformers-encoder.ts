import { resolve } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import { toEmbedding, type Embedding, type Role, type Tokens } from './encoder.js';
import type { ModelCard } from './model-card.js';

type Tokenizer = Awaited<ReturnType<typeof AutoTokenizer.from_pretrained>>;

/** A model in this thread: calls run to their end before they return. {@link ./encoder-pool.js} puts it into threads. */
export interface TransformersEncoder {
	/** Most tokens of a text that are read, prefixes and special tokens not counted. */
	readonly maxTokens: number;
	tokenize(texts: readonly string[]): Tokens[];
	/** Keeps order. */
	encode(texts: readonly Tokens[], role: Role): Promise<Embedding[]>;
}

/**
 * Loads the model in `folder` by Transformers.js, from the disk alone. One thread: the pool gives the parallelism.
 *
 * @throws {Error} If a file is missing or broken, or if the tokenizer leaves a text no tokens within the card's limit.
 */
export async function loadTransformersEncoder(folder: string, card: ModelCard): Promise<TransformersEncoder> {
	env.allowRemoteModels = false;
	env.useFSCache = false;
	// an absolute path: a folder's bare name is taken for a model on the hub, and `owner--name` for none
	const path = resolve(folder);
	const [tokenizer, model] = await Promise.all([
		AutoTokenizer.from_pretrained(path, { local_files_only: true }),
		AutoModel.from_pretrained(path, {
			dtype: card.dtype,
			local_files_only: true,
			session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
		}),
	]);
	const frames = { query: frameOf(tokenizer, card.prefixes.query), passage: frameOf(tokenizer, card.prefixes.passage) };
	const maxTokens = card.maxTokens - Math.max(frames.query.length, frames.passage.length);
	if (maxTokens < 1) {
		throw new Error(
			`${card.name} reads ${card.maxTokens} tokens, and its prefix and special tokens leave none for a text`,
		);
	}
	// its type says number, but a vocabulary may have no such token
	const idForNothing = (tokenizer.unk_token_id as number | undefined) ?? 0;

	/** [rows.length, longest row] of ids and mask, padded at the end. */
	async function forward(rows: readonly (readonly number[])[]): Promise<Embedding[]> {
		const width = Math.max(...rows.map(({ length }) => length));
		const ids = new BigInt64Array(rows.length * width);
		const mask = new BigInt64Array(rows.length * width);
		for (const [r, row] of rows.entries()) {
			for (const [c, id] of row.entries()) {
				ids[r * width + c] = BigInt(id);
				mask[r * width + c] = 1n;
			}
		}
		const shape = [rows.length, width];
		// AutoModel's outputs are untyped; toVectors checks them
		const outputs = (await model({
			input_ids: new Tensor('int64', ids, shape),
			attention_mask: new Tensor('int64', mask, shape),
			token_type_ids: new Tensor('int64', new BigInt64Array(rows.length * width), shape),
		})) as Record<string, Tensor | undefined>;
		return toVectors(outputs, rows, card);
	}

	return {
		maxTokens,
		tokenize: (texts) => texts.map((text) => Uint32Array.from(tokenizer.encode(text, { add_special_tokens: false }))),
		async encode(texts, role) {
			const { head, tail } = frames[role];
			const rows = texts.map((tokens, place) => {
				const ids = [...head, ...tokens.subarray(0, maxTokens), ...tail];
				return { place, ids: ids.length > 0 ? ids : [idForNothing] };
			});
			// padding is work: texts of like length go together
			rows.sort((a, b) => a.ids.length - b.ids.length);
			const result = new Array<Embedding>(texts.length);
			for (let start = 0; start < rows.length; start += card.batchSize) {
				const batch = rows.slice(start, start + card.batchSize);
				const vectors = await forward(batch.map(({ ids }) => ids));
				for (const [i, { place }] of batch.entries()) result[place] = vectors[i] as Embedding; // one vector a row
			}
			return result;
		},
	};
}

/** The ids that stand before and after those of a text: special tokens and the prefix. */
function frameOf(tokenizer: Tokenizer, prefix: string): { head: number[]; tail: number[]; length: number } {
	const probe = 'a';
	const bare = tokenizer.encode(probe, { add_special_tokens: false });
	const framed = tokenizer.encode(probe);
	const at = framed.findIndex((_, i) => bare.every((id, j) => framed[i + j] === id));
	if (at < 0)
		throw new Error('Expected a tokenizer that puts its special tokens around a text, got one that changes the text');
	const prefixIds = prefix === '' ? [] : tokenizer.encode(prefix.trimEnd(), { add_special_tokens: false });
	const head = [...framed.slice(0, at), ...prefixIds];
	const tail = framed.slice(at + bare.length);
	return { head, tail, length: head.length + tail.length };
}

/** One unit vector for each row, by the card's pooling. */
function toVectors(
	outputs: Record<string, Tensor | undefined>,
	rows: readonly (readonly number[])[],
	card: ModelCard,
): Embedding[] {
	const { pooling, dimension, name } = card;
	const output =
		pooling === 'graph' ? outputs['sentence_embedding'] : (outputs['last_hidden_state'] ?? outputs['token_embeddings']);
	const values: unknown = output?.data;
	const width = Math.max(...rows.map(({ length }) => length));
	const expected = pooling === 'graph' ? [rows.length, dimension] : [rows.length, width, dimension];
	if (output?.dims.join() !== expected.join() || !(values instanceof Float32Array)) {
		const got = Object.entries(outputs).map(([key, tensor]) => `${key} [${tensor?.dims.join(', ') ?? ''}]`);
		throw new TypeError(
			`Expected float32 [${expected.join(', ')}] (pooling "${pooling}") from ${name}, got ${got.join(', ')}`,
		);
	}
	const step = pooling === 'graph' ? 1 : width;
	return rows.map(({ length }, row) => {
		const token = (place: number) => {
			const start = (row * step + place) * dimension;
			return values.subarray(start, start + dimension);
		};
		if (pooling === 'last') return toEmbedding(token(length - 1));
		if (pooling !== 'mean') return toEmbedding(token(0));
		// the sum points where the mean does
		const sum = new Float32Array(dimension);
		for (let place = 0; place < length; place++) token(place).forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
		return toEmbedding(sum);
	});
}
