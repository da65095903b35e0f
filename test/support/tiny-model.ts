import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OnnxGraph } from '../../bench/onnx.js';

/** Words that the tiny model knows; a word's place is its id. */
export const TINY_VOCABULARY = ['[UNK]', '[CLS]', '[SEP]', '[PAD]', 'query', 'passage', ':', 'boat', 'river', 'noon'];

/** Vectors of the tiny model, row i for word i: small whole numbers, to be added up by hand. */
export const TINY_ROWS = TINY_VOCABULARY.map((_, i) => [i + 1, (i * i) % 7, 1]);

export interface TinyModelOptions {
	/** Rows of the vectors, all of one length. */
	readonly rows?: readonly (readonly number[])[];
	/** Added to config.json. */
	readonly config?: Readonly<Record<string, unknown>>;
}

/**
 * A model in the layout of Transformers.js, a few kilobytes small: `last_hidden_state` [batch, tokens, dimension] is one row
 * for each token, and the tokenizer writes [CLS] before and [SEP] after a text.
 *
 * @returns File contents by path.
 */
export function tinyModel({ rows = TINY_ROWS, config = {} }: TinyModelOptions = {}): Map<string, Buffer> {
	const dimension = rows[0]?.length ?? 0;
	const json = (value: unknown) => Buffer.from(JSON.stringify(value));
	return new Map([
		['config.json', json({ model_type: 'bert', hidden_size: dimension, vocab_size: rows.length, ...config })],
		['tokenizer.json', json(tokenizer())],
		[
			'tokenizer_config.json',
			json({ tokenizer_class: 'PreTrainedTokenizerFast', unk_token: '[UNK]', model_max_length: 32 }),
		],
		['onnx/model_quantized.onnx', gatherModel(rows)],
	]);
}

/** Writes files by their paths in `folder`. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
	for (const [file, bytes] of files) {
		await mkdir(dirname(join(folder, file)), { recursive: true });
		await writeFile(join(folder, file), bytes);
	}
}

function tokenizer() {
	const special = ['[UNK]', '[CLS]', '[SEP]', '[PAD]'].map((content, id) => ({
		id,
		content,
		special: true,
		single_word: false,
		lstrip: false,
		rstrip: false,
		normalized: false,
	}));
	const template = [
		{ SpecialToken: { id: '[CLS]', type_id: 0 } },
		{ Sequence: { id: 'A', type_id: 0 } },
		{ SpecialToken: { id: '[SEP]', type_id: 0 } },
	];
	return {
		version: '1.0',
		truncation: null,
		padding: null,
		added_tokens: special,
		normalizer: {
			type: 'BertNormalizer',
			clean_text: true,
			handle_chinese_chars: true,
			strip_accents: null,
			lowercase: true,
		},
		pre_tokenizer: { type: 'BertPreTokenizer' },
		post_processor: {
			type: 'TemplateProcessing',
			single: template,
			pair: template,
			special_tokens: {
				'[CLS]': { id: '[CLS]', ids: [1], tokens: ['[CLS]'] },
				'[SEP]': { id: '[SEP]', ids: [2], tokens: ['[SEP]'] },
			},
		},
		decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
		model: {
			type: 'WordPiece',
			unk_token: '[UNK]',
			continuing_subword_prefix: '##',
			max_input_chars_per_word: 100,
			vocab: Object.fromEntries(TINY_VOCABULARY.map((word, id) => [word, id])),
		},
	};
}

/** An ONNX file of one node: last_hidden_state = Gather(rows, input_ids). */
function gatherModel(rows: readonly (readonly number[])[]): Buffer {
	const dimension = rows[0]?.length ?? 0;
	const graph = new OnnxGraph();
	const gathered = graph.node('Gather', [
		graph.floats(rows.flat(), [rows.length, dimension]),
		graph.input('input_ids', ['batch', 'tokens']),
	]);
	graph.output('last_hidden_state', gathered, ['batch', 'tokens', dimension]);
	return graph.toFiles().model;
}
