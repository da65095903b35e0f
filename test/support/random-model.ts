import {
	SMALL,
	firstPosition,
	randomWeights,
	toOnnx,
	type Architecture,
	type Weights,
} from '../../bench/random-transformer.js';
import { smallTokenizer, type SmallTokenizer } from './small-tokenizers.js';

export interface RandomModelOptions {
	readonly architecture: Architecture;
	/** Most tokens of a text, special ones counted. */
	readonly maxTokens?: number;
	/** Labels of a reranker; 0 for an encoder. */
	readonly labels?: number;
	/** Whether the weights stand in a file beside the graph's, as those of large models do. */
	readonly outside?: boolean;
	/** Whether it multiplies by whole numbers, as q8 models do. */
	readonly quantised?: boolean;
	readonly seed?: number;
	/** Further files, by their paths, as JSON. */
	readonly also?: Readonly<Record<string, unknown>>;
}

export interface RandomModel {
	/** In the layout of Transformers.js. */
	readonly files: Map<string, Buffer>;
	readonly weights: Weights;
	readonly tokenizer: SmallTokenizer;
	readonly maxTokens: number;
}

const GRAPH = 'onnx/model_quantized.onnx';

/** A true transformer of two layers with random weights: a few kilobytes that Transformers.js loads and runs like any other. */
export function randomModel({
	architecture,
	maxTokens = 24,
	labels = 0,
	outside = false,
	quantised = false,
	seed = 1,
	also = {},
}: RandomModelOptions): RandomModel {
	const tokenizer = smallTokenizer(architecture);
	const weights = randomWeights({ architecture, vocabulary: tokenizer.vocabulary, maxTokens, labels, seed });
	const graph = toOnnx(weights, {
		quantised,
		outsideFile: outside ? 'model_quantized.onnx_data' : undefined,
	});
	const made = architecture === 'bert' ? 'Bert' : 'XLMRoberta';
	const config = {
		model_type: architecture,
		architectures: [made + (labels > 0 ? 'ForSequenceClassification' : 'Model')],
		hidden_size: SMALL.hidden,
		num_attention_heads: SMALL.heads,
		vocab_size: tokenizer.vocabulary,
		max_position_embeddings: maxTokens + firstPosition(architecture),
		type_vocab_size: architecture === 'bert' ? 2 : 1,
		pad_token_id: architecture === 'bert' ? 0 : 1,
		...(outside && { 'transformers.js_config': { use_external_data_format: { 'model_quantized.onnx': 1 } } }),
	};
	const json = (value: unknown) => Buffer.from(JSON.stringify(value));
	return {
		files: new Map([
			['config.json', json(config)],
			['tokenizer.json', json(tokenizer.json)],
			['tokenizer_config.json', json(tokenizer.config)],
			[GRAPH, graph.model],
			...(outside ? [[`${GRAPH}_data`, graph.outside] as const] : []),
			...Object.entries(also).map(([file, value]) => [file, json(value)] as const),
		]),
		weights,
		tokenizer,
		maxTokens,
	};
}
