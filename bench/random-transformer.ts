import { OnnxGraph, type Tensor } from './onnx.js';

/** Architectures: BERT's positions begin at 0 and it is told the type of each token; XLM-R's begin after the padding's id, 1. */
export type Architecture = 'bert' | 'xlm-roberta';

export interface Size {
	readonly hidden: number;
	readonly heads: number;
	/** Of the layers between. */
	readonly wide: number;
	readonly layers: number;
}

/** A few kilobytes. */
export const SMALL: Size = { hidden: 16, heads: 2, wide: 32, layers: 2 };
export const EPSILON = 1e-5;

export interface Linear {
	/** [inputs, outputs]. */
	readonly weight: Tensor;
	readonly bias: Tensor;
}

export interface Norm {
	readonly scale: Tensor;
	readonly shift: Tensor;
}

export interface Layer {
	readonly query: Linear;
	readonly key: Linear;
	readonly value: Linear;
	readonly out: Linear;
	readonly attentionNorm: Norm;
	readonly widen: Linear;
	readonly narrow: Linear;
	readonly norm: Norm;
}

/** All weights of a transformer, with a head that says how well two texts fit where it has labels. */
export interface Weights {
	readonly architecture: Architecture;
	readonly size: Size;
	readonly tokens: Tensor;
	readonly positions: Tensor;
	readonly types: Tensor;
	readonly norm: Norm;
	readonly layers: readonly Layer[];
	readonly head: { readonly pooler: Linear; readonly classifier: Linear } | undefined;
}

export interface WeightsOptions {
	readonly architecture: Architecture;
	readonly vocabulary: number;
	/** Most tokens of a text. */
	readonly maxTokens: number;
	/** Labels that it gives; 0 where it gives a vector for each token. */
	readonly labels?: number;
	readonly size?: Size;
	readonly seed?: number;
}

/** Equal seeds give equal weights. */
export function randomWeights({
	architecture,
	vocabulary,
	maxTokens,
	labels = 0,
	size = SMALL,
	seed = 1,
}: WeightsOptions): Weights {
	const { hidden, wide, layers } = size;
	const next = randomNumbers(seed);
	const tensor = (shape: readonly number[], spread: number, around = 0): Tensor => {
		const values = new Float32Array(shape.reduce((a, b) => a * b, 1));
		for (let i = 0; i < values.length; i++) values[i] = around + spread * next();
		return { shape, values };
	};
	const linear = (from: number, to: number): Linear => ({ weight: tensor([from, to], 0.6), bias: tensor([to], 0.2) });
	const norm = (): Norm => ({ scale: tensor([hidden], 0.3, 1), shift: tensor([hidden], 0.2) });
	const layer = (): Layer => ({
		query: linear(hidden, hidden),
		key: linear(hidden, hidden),
		value: linear(hidden, hidden),
		out: linear(hidden, hidden),
		attentionNorm: norm(),
		widen: linear(hidden, wide),
		narrow: linear(wide, hidden),
		norm: norm(),
	});
	return {
		architecture,
		size,
		tokens: tensor([vocabulary, hidden], 1),
		positions: tensor([maxTokens + firstPosition(architecture), hidden], 0.5),
		types: tensor([2, hidden], 0.5),
		norm: norm(),
		layers: Array.from({ length: layers }, layer),
		head: labels > 0 ? { pooler: linear(hidden, hidden), classifier: linear(hidden, labels) } : undefined,
	};
}

/** The first position of a text: XLM-R's padding has position 1. */
export function firstPosition(architecture: Architecture): number {
	return architecture === 'bert' ? 0 : 2;
}

export interface OnnxOptions {
	/** Name of the file beside the graph's that holds its floats; they stand in the graph where there is none. */
	readonly outsideFile?: string | undefined;
	/** Whether matrices are written in a byte a number, and what they are multiplied with is rounded to bytes each time, as q8 models do. */
	readonly quantised?: boolean;
}

/** The weights as an ONNX graph: `last_hidden_state`, or `logits` where there is a head. */
export function toOnnx(
	weights: Weights,
	{ outsideFile, quantised = false }: OnnxOptions = {},
): { model: Buffer; outside: Buffer } {
	const { architecture, layers, head } = weights;
	const { hidden, heads } = weights.size;
	const graph = new OnnxGraph(outsideFile);
	const ids = graph.input('input_ids', ['batch', 'tokens']);
	const mask = graph.input('attention_mask', ['batch', 'tokens']);
	const add = (a: string, b: string) => graph.node('Add', [a, b]);
	const linear = (x: string, { weight, bias }: Linear) =>
		add(quantised ? byBytes(graph, x, weight) : graph.node('MatMul', [x, graph.tensor(weight)]), graph.tensor(bias));
	const normalize = (x: string, { scale, shift }: Norm) =>
		graph.node('LayerNormalization', [x, graph.tensor(scale), graph.tensor(shift)], { axis: 2n, epsilon: EPSILON });
	const gather = (table: Tensor, at: string) => graph.node('Gather', [graph.tensor(table), at]);

	let x = add(gather(weights.tokens, ids), gather(weights.positions, positionsOf(graph, architecture, ids)));
	if (architecture === 'bert') x = add(x, gather(weights.types, graph.input('token_type_ids', ['batch', 'tokens'])));
	x = normalize(x, weights.norm);

	const absent = graph.node('Sub', [graph.floats([1]), graph.node('Cast', [mask], { to: 1n })]);
	const hide = graph.node('Mul', [graph.node('Unsqueeze', [absent, graph.ints([1, 2])]), graph.floats([-1e9])]);
	const size = hidden / heads;
	const split = (from: string, order: readonly number[]) =>
		graph.node('Transpose', [graph.node('Reshape', [from, graph.ints([0, 0, heads, size])])], { perm: order });
	for (const layer of layers) {
		const query = split(linear(x, layer.query), [0, 2, 1, 3]);
		const key = split(linear(x, layer.key), [0, 2, 3, 1]);
		const value = split(linear(x, layer.value), [0, 2, 1, 3]);
		const scaled = graph.node('Mul', [graph.node('MatMul', [query, key]), graph.floats([1 / Math.sqrt(size)])]);
		const attention = graph.node('Softmax', [add(scaled, hide)], { axis: 3n });
		const mixed = graph.node('Transpose', [graph.node('MatMul', [attention, value])], { perm: [0, 2, 1, 3] });
		const joined = graph.node('Reshape', [mixed, graph.ints([0, 0, hidden])]);
		x = normalize(add(x, linear(joined, layer.out)), layer.attentionNorm);
		x = normalize(add(x, linear(gelu(graph, linear(x, layer.widen)), layer.narrow)), layer.norm);
	}
	if (head === undefined) graph.output('last_hidden_state', x, ['batch', 'tokens', hidden]);
	else {
		const first = graph.node('Gather', [x, graph.ints([0], [])], { axis: 1n });
		const pooled = graph.node('Tanh', [linear(first, head.pooler)]);
		graph.output('logits', linear(pooled, head.classifier), ['batch', head.classifier.bias.values.length]);
	}
	return graph.toFiles();
}

/**
 * Weights take 7 bits (`reduce_range` of ONNX Runtime): where a processor lacks the instructions of VNNI, it adds two products of 8 bits in 16,
 * which overflow.
 */
const MOST_BYTE = 63;

/** A product by whole numbers (ONNX Runtime's dynamic quantization). */
function byBytes(graph: OnnxGraph, x: string, { shape, values }: Tensor): string {
	const floats = Float32Array.from(values as Float32Array);
	const scale = floats.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12) / MOST_BYTE;
	const bytes = Int8Array.from(floats, (value) => Math.round(value / scale));
	const [rounded = '', step = '', zero = ''] = graph.nodes('DynamicQuantizeLinear', [x], 3);
	const product = graph.node('MatMulInteger', [rounded, graph.tensor({ shape, values: bytes }), zero]);
	return graph.node('Mul', [
		graph.node('Cast', [product], { to: 1n }),
		graph.node('Mul', [step, graph.floats([scale])]),
	]);
}

function positionsOf(graph: OnnxGraph, architecture: Architecture, ids: string): string {
	if (architecture === 'bert') {
		const width = graph.node('Gather', [graph.node('Shape', [ids]), graph.ints([1], [])]);
		return graph.node('Range', [graph.ints([0], []), width, graph.ints([1], [])]);
	}
	const present = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, graph.ints([1])])])], { to: 7n });
	const counted = graph.node('CumSum', [present, graph.ints([1], [])]);
	return graph.node('Add', [graph.node('Mul', [counted, present]), graph.ints([1])]);
}

function gelu(graph: OnnxGraph, x: string): string {
	const erf = graph.node('Erf', [graph.node('Mul', [x, graph.floats([Math.SQRT1_2])])]);
	const half = graph.node('Mul', [x, graph.floats([0.5])]);
	return graph.node('Mul', [half, graph.node('Add', [erf, graph.floats([1])])]);
}

/** Numbers in [-1, 1): mulberry32. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
	};
}
