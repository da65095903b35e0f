import type { Tokens } from './encoder.js';

/** Rows of unequal length, end to end. */
export interface Ragged {
	readonly values: Uint32Array<ArrayBuffer>;
	readonly lengths: Uint32Array<ArrayBuffer>;
}

export function toRagged(rows: readonly Tokens[]): Ragged {
	const lengths = Uint32Array.from(rows, ({ length }) => length);
	const values = new Uint32Array(lengths.reduce((sum, length) => sum + length, 0));
	let at = 0;
	for (const row of rows) {
		values.set(row, at);
		at += row.length;
	}
	return { values, lengths };
}

export function fromRagged({ values, lengths }: Ragged): Tokens[] {
	let at = 0;
	return Array.from(lengths, (length) => values.subarray(at, (at += length)));
}
