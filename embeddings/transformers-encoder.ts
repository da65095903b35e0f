import { resolve } from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers';
import type { Embedding, Role, Tokens } from './encoder.js';
import type { ModelCard } from './model-card.js';
import { poolTokens } from './pool-tokens.js';

/** A model in this thread: calls run to their end before they return. {@link ./encoder-pool.js} puts it into threads. */
export interface TransformersEncoder {
	/** Most tokens of a text that are read, prefixes and special tokens not counted. */
	readonly maxTokens: number;
	tokenize(texts: readonly string[]): Tokens[];
	/** Keeps order. */
	encode(texts: readonly Tokens[], role: Role): Promise<Embedding[]>;
}

/** Token ids of one text, special tokens among them. */
export interface ModelRow {
	readonly ids: readonly number[];
	/** Which of two texts each id is of, 0 or 1; all 0 where there is one text. */
	readonly types?: readonly number[];
}

/** What a model gives for some rows, row-major. */
export interface ModelOutput {
	readonly dims: readonly number[];
	readonly data: unknown;
}

/** What a tokenizer writes around a text: special tokens and the prefix. */
export interface Frame {
	readonly head: readonly number[];
	readonly tail: readonly number[];
}

/** What a tokenizer writes around two texts, and what it says of which each token is of. */
export interface PairFrame extends Frame {
	readonly middle: readonly number[];
	readonly types: { readonly [part in 'head' | 'first' | 'middle' | 'second' | 'tail']: number };
}

/** A tokenizer and a model of Transformers.js. */
export interface TransformersModel {
	/** Token ids, without special tokens. */
	tokenize(text: string): number[];
	/** @throws {Error} If the tokenizer changes a text that it puts special tokens around. */
	frameOf(prefix: string): Frame;
	/** @throws {Error} If the tokenizer changes texts that it puts together. */
	pairFrame(): PairFrame;
	/** The model's outputs by name, for rows padded at their ends to the longest. */
	run(rows: readonly ModelRow[]): Promise<Readonly<Record<string, ModelOutput | undefined>>>;
}

/**
 * Loads what stands in `folder` by Transformers.js, from the disk alone. One thread: a pool gives the parallelism.
 *
 * @throws {Error} If a file is missing or broken.
 */
export async function loadTransformersModel(folder: string, dtype: ModelCard['dtype']): Promise<TransformersModel> {
	env.allowRemoteModels = false;
	env.useFSCache = false;
	// an absolute path: a folder's bare name is taken for a model on the hub, and `owner--name` for none
	const path = resolve(folder);
	const [tokenizer, model] = await Promise.all([
		AutoTokenizer.from_pretrained(path, { local_files_only: true }),
		// gives whatever the graph does, logits too, and takes models of which the library has not heard
		AutoModel.from_pretrained(path, {
			dtype,
			local_files_only: true,
			session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
		}),
	]);
	// their types say number and nothing of it, but a vocabulary may have no such token, and a config such a line
	const padding = (tokenizer.pad_token_id as number | undefined) ?? 0;
	const idForNothing = (tokenizer.unk_token_id as number | undefined) ?? 0;
	const { type_vocab_size: typesKnown } = model.config as { readonly type_vocab_size?: unknown };
	const tokenize = (text: string) => tokenizer.encode(text, { add_special_tokens: false });
	return {
		tokenize,
		frameOf(prefix) {
			const framed = tokenizer.encode(PROBE);
			const bare = tokenize(PROBE);
			const at = placeOf(bare, framed, 0);
			return {
				head: [...framed.slice(0, at), ...(prefix === '' ? [] : tokenize(prefix.trimEnd()))],
				tail: framed.slice(at + bare.length),
			};
		},
		pairFrame() {
			const bare = tokenize(PROBE);
			const options = { text_pair: PROBE, return_tensor: false, return_token_type_ids: true } as const;
			const { input_ids: ids, token_type_ids: typed = [] } = tokenizer(PROBE, options);
			const first = placeOf(bare, ids, 0);
			const second = placeOf(bare, ids, first + bare.length);
			// a model with one type has been told of no other
			const typeAt = (place: number) => (typesKnown === 0 || typesKnown === 1 ? 0 : (typed[place] ?? 0));
			const last = ids.length - 1;
			return {
				head: ids.slice(0, first),
				middle: ids.slice(first + bare.length, second),
				tail: ids.slice(second + bare.length),
				types: {
					head: typeAt(0),
					first: typeAt(first),
					middle: typeAt(first + bare.length),
					second: typeAt(second),
					tail: typeAt(last),
				},
			};
		},
		async run(rows) {
			const width = Math.max(1, ...rows.map(({ ids }) => ids.length));
			const ids = new BigInt64Array(rows.length * width).fill(BigInt(padding));
			const mask = new BigInt64Array(rows.length * width);
			const types = new BigInt64Array(rows.length * width);
			for (const [r, row] of rows.entries()) {
				const given = row.ids.length > 0 ? row.ids : [idForNothing];
				for (const [c, id] of given.entries()) {
					const place = r * width + c;
					ids[place] = BigInt(id);
					mask[place] = 1n;
					if (row.types !== undefined) types[place] = BigInt(row.types[c] ?? 0);
				}
			}
			const shape = [rows.length, width];
			const inputs = {
				input_ids: new Tensor('int64', ids, shape),
				attention_mask: new Tensor('int64', mask, shape),
				token_type_ids: new Tensor('int64', types, shape),
			};
			// AutoModel's outputs are untyped; who reads them checks them
			return (await model(inputs)) as Record<string, ModelOutput | undefined>;
		},
	};
}

/** One token in every vocabulary, and no part of another. */
const PROBE = 'a';

/** Where `part` first stands in `all`, from `from` on. */
function placeOf(part: readonly number[], all: readonly number[], from: number): number {
	const at = all.findIndex((_, i) => i >= from && part.every((id, j) => all[i + j] === id));
	if (at >= 0) return at;
	throw new Error('Expected a tokenizer that puts its special tokens around a text, got one that changes the text');
}

/**
 * Loads the model in `folder` as an encoder.
 *
 * @throws {Error} If a file is missing or broken, or if the tokenizer leaves a text no tokens within the card's limit.
 */
export async function loadTransformersEncoder(folder: string, card: ModelCard): Promise<TransformersEncoder> {
	const model = await loadTransformersModel(folder, card.dtype);
	const frames = { query: model.frameOf(card.prefixes.query), passage: model.frameOf(card.prefixes.passage) };
	const taken = Object.values(frames).map(({ head, tail }) => head.length + tail.length);
	const maxTokens = card.maxTokens - Math.max(...taken);
	if (maxTokens < 1) {
		throw new Error(
			`${card.name} reads ${card.maxTokens} tokens, and its prefix and special tokens leave none for a text`,
		);
	}
	return {
		maxTokens,
		tokenize: (texts) => texts.map((text) => Uint32Array.from(model.tokenize(text))),
		async encode(texts, role) {
			const { head, tail } = frames[role];
			const rows = texts.map((tokens, place) => ({
				place,
				ids: [...head, ...tokens.subarray(0, maxTokens), ...tail],
			}));
			// padding is work: texts of like length go together
			rows.sort((a, b) => a.ids.length - b.ids.length);
			const result = new Array<Embedding>(texts.length);
			for (let start = 0; start < rows.length; start += card.batchSize) {
				const batch = rows.slice(start, start + card.batchSize);
				const lengths = batch.map(({ ids }) => Math.max(1, ids.length));
				const vectors = poolTokens(await model.run(batch), lengths, card);
				for (const [i, { place }] of batch.entries()) result[place] = vectors[i] as Embedding; // one vector a row
			}
			return result;
		},
	};
}
