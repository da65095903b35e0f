import {
	EPSILON,
	firstPosition,
	type Layer,
	type Linear,
	type Norm,
	type Size,
	type Weights,
} from '../../bench/random-transformer.js';
import type { Tensor } from '../../bench/onnx.js';

/** A second implementation of the graphs of {@link ../../bench/random-transformer.js}, by loops over plain arrays, one text at a time. */

type Vector = readonly number[];

/**
 * The vector of each token.
 *
 * @param types of each token; all 0 by default
 */
export function hiddenStates(weights: Weights, ids: readonly number[], types: readonly number[] = []): number[][] {
	const { architecture, tokens, positions, norm } = weights;
	let x = ids.map((id, place) => {
		const parts = [row(tokens, id), row(positions, place + firstPosition(architecture))];
		if (architecture === 'bert') parts.push(row(weights.types, types[place] ?? 0));
		return normalize(sum(...parts), norm);
	});
	for (const layer of weights.layers) x = apply(layer, x, weights.size);
	return x;
}

/** How the head judges two texts that stand in one row. */
export function logits(weights: Weights, ids: readonly number[], types: readonly number[]): number[] {
	const { pooler, classifier } = weights.head!;
	const first = hiddenStates(weights, ids, types)[0]!;
	return times(times(first, pooler).map(Math.tanh), classifier);
}

function apply(layer: Layer, x: readonly Vector[], { hidden, heads }: Size): number[][] {
	const [queries, keys, values] = [layer.query, layer.key, layer.value].map((part) => x.map((one) => times(one, part)));
	const size = hidden / heads;
	return x.map((own, t) => {
		const mixed: number[] = [];
		for (let head = 0; head < heads; head++) {
			const of = (vector: Vector) => vector.slice(head * size, (head + 1) * size);
			const scores = keys!.map((key) => dot(of(queries![t]!), of(key)) / Math.sqrt(size));
			const most = Math.max(...scores);
			const raised = scores.map((score) => Math.exp(score - most));
			const total = raised.reduce((a, b) => a + b);
			for (let i = 0; i < size; i++) {
				mixed.push(values!.reduce((all, value, at) => all + (raised[at]! / total) * of(value)[i]!, 0));
			}
		}
		const attended = normalize(sum(own, times(mixed, layer.out)), layer.attentionNorm);
		const wide = times(attended, layer.widen).map((value) => (value / 2) * (1 + erf(value / Math.SQRT2)));
		return normalize(sum(attended, times(wide, layer.narrow)), layer.norm);
	});
}

function row({ shape: [, width = 0], values }: Tensor, at: number): number[] {
	if ((at + 1) * width > values.length) throw new RangeError(`Row ${at} is beyond the table`);
	return [...values.slice(at * width, (at + 1) * width)].map(Number);
}

function times(vector: Vector, { weight, bias }: Linear): number[] {
	const outputs = bias.values.length;
	return Array.from({ length: outputs }, (_, to) =>
		vector.reduce(
			(all, value, from) => all + value * Number(weight.values[from * outputs + to]),
			Number(bias.values[to]),
		),
	);
}

function normalize(vector: Vector, { scale, shift }: Norm): number[] {
	const mean = vector.reduce((a, b) => a + b) / vector.length;
	const variance = vector.reduce((all, value) => all + (value - mean) ** 2, 0) / vector.length;
	return vector.map(
		(value, i) => ((value - mean) / Math.sqrt(variance + EPSILON)) * Number(scale.values[i]) + Number(shift.values[i]),
	);
}

function sum(...vectors: readonly Vector[]): number[] {
	return vectors[0]!.map((_, i) => vectors.reduce((all, vector) => all + vector[i]!, 0));
}

function dot(a: Vector, b: Vector): number {
	return a.reduce((all, value, i) => all + value * b[i]!, 0);
}

/** By its series, which has no digits left beyond 4. */
function erf(x: number): number {
	if (Math.abs(x) > 4) return Math.sign(x);
	let term = x;
	let total = x;
	for (let n = 1; n < 80; n++) {
		term *= -(x * x) / n;
		total += term / (2 * n + 1);
	}
	return (2 / Math.sqrt(Math.PI)) * total;
}
