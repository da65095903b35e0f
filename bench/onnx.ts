/** Writes ONNX files. Field numbers are those of onnx.proto3; operators are those of opset 17. */

/** A number as protocol buffers' `float`. */
class Float {
	readonly value: number;
	constructor(value: number) {
		this.value = value;
	}
}

type Field = readonly [number: number, value: number | string | Buffer | Float];

/** A protocol buffers message: numbers as varints, floats in four bytes, all else with its length before it. */
function message(...fields: readonly Field[]): Buffer {
	return Buffer.concat(
		fields.map(([number, value]) => {
			if (typeof value === 'number') return Buffer.concat([varint(number << 3), varint(value)]);
			if (value instanceof Float) {
				return Buffer.concat([varint((number << 3) | 5), Buffer.from(Float32Array.of(value.value).buffer)]);
			}
			const bytes = Buffer.from(value);
			return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
		}),
	);
}

function varint(value: number): Buffer {
	const bytes: number[] = [];
	for (let rest = value; ; rest = Math.floor(rest / 128)) {
		if (rest < 128) return Buffer.from([...bytes, rest]);
		bytes.push((rest % 128) | 128);
	}
}

const FLOAT = 1;
const INT8 = 3;
const INT64 = 7;
/** Attribute types. */
const AS_FLOAT = 1;
const AS_INT = 2;
const AS_INTS = 7;

/** Numbers of a shape, row-major: whole ones as bigint, or in a byte each. */
export interface Tensor {
	readonly shape: readonly number[];
	readonly values: Float32Array | BigInt64Array | Int8Array;
}

/** Names stand for sizes that are known when the model runs. */
type Shape = readonly (number | string)[];

/** Whole numbers where given as bigint. */
export type Attributes = Readonly<Record<string, number | bigint | readonly number[]>>;

/** A graph under construction. Values are known by their names. */
export class OnnxGraph {
	readonly #fields: Field[] = [[2, 'graph']];
	/** Contents of the file beside the graph's, for tensors that stand there. */
	readonly #outside: Buffer[] = [];
	readonly #outsideFile: string | undefined;
	#named = 0;

	/** @param outsideFile name of the file beside the graph's that holds its floats; they stand in the graph where there is none */
	constructor(outsideFile?: string) {
		this.#outsideFile = outsideFile;
	}

	/** An input of whole numbers. */
	input(name: string, shape: Shape): string {
		this.#fields.push([11, value(name, INT64, shape)]);
		return name;
	}

	/** Makes a value an output, of floats. */
	output(name: string, from: string, shape: Shape): void {
		this.#fields.push([1, message([1, from], [2, name], [4, 'Identity'])], [12, value(name, FLOAT, shape)]);
	}

	tensor({ shape, values }: Tensor): string {
		const name = this.#name();
		const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
		const type = values instanceof Float32Array ? FLOAT : values instanceof Int8Array ? INT8 : INT64;
		const head: Field[] = [...shape.map((size): Field => [1, size]), [2, type], [8, name]];
		this.#fields.push([5, message(...head, ...this.#place(bytes, type))]);
		return name;
	}

	floats(values: readonly number[], shape: readonly number[] = [values.length]): string {
		return this.tensor({ shape, values: Float32Array.from(values) });
	}

	/** Whole numbers. */
	ints(values: readonly number[], shape: readonly number[] = [values.length]): string {
		return this.tensor({ shape, values: BigInt64Array.from(values.map(BigInt)) });
	}

	/** A step; returns the name of what it gives, the first where it gives more. */
	node(operator: string, inputs: readonly string[], attributes: Attributes = {}): string {
		return this.nodes(operator, inputs, 1, attributes)[0] ?? '';
	}

	/** A step that gives `count` values; returns their names. */
	nodes(operator: string, inputs: readonly string[], count: number, attributes: Attributes = {}): string[] {
		const names = Array.from({ length: count }, () => this.#name());
		const given = Object.entries(attributes).map(([key, set]): Field => [5, attribute(key, set)]);
		const read = inputs.map((input): Field => [1, input]);
		const written = names.map((name): Field => [2, name]);
		this.#fields.push([1, message(...read, ...written, [4, operator], ...given)]);
		return names;
	}

	/** The model's file, and the one beside it. */
	toFiles(): { model: Buffer; outside: Buffer } {
		const model = message([1, 8], [7, message(...this.#fields)], [8, message([1, ''], [2, 17])]);
		return { model, outside: Buffer.concat(this.#outside) };
	}

	#name(): string {
		this.#named++;
		return `v${this.#named}`;
	}

	#place(bytes: Buffer, type: number): Field[] {
		if (this.#outsideFile === undefined || type !== FLOAT) return [[9, bytes]];
		const offset = this.#outside.reduce((sum, { length }) => sum + length, 0);
		this.#outside.push(bytes);
		const entries = { location: this.#outsideFile, offset: String(offset), length: String(bytes.length) };
		return [
			...Object.entries(entries).map(([key, set]): Field => [13, message([1, key], [2, set])]),
			[14, 1], // data_location: EXTERNAL
		];
	}
}

function attribute(name: string, set: number | bigint | readonly number[]): Buffer {
	if (typeof set === 'number') return message([1, name], [2, new Float(set)], [20, AS_FLOAT]);
	if (typeof set === 'bigint') return message([1, name], [3, toVarint(set)], [20, AS_INT]);
	return message([1, name], ...set.map((one): Field => [8, one]), [20, AS_INTS]);
}

/** Negative numbers take ten bytes, which no model here needs. */
function toVarint(set: bigint): number {
	if (set < 0n) throw new RangeError(`Expected no negative whole number, got ${set}`);
	return Number(set);
}

function value(name: string, type: number, shape: Shape): Buffer {
	const sizes = shape.map((size): Field => [1, typeof size === 'number' ? message([1, size]) : message([2, size])]);
	return message([1, name], [2, message([1, message([1, type], [2, message(...sizes)])])]);
}
