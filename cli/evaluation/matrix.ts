import { meanOf } from '../../index/metrics.js';

/** A figure by question language, then by passage language. */
export type Matrix = Record<string, Record<string, number>>;

/** @param cell the figure of two languages */
export function matrixOf(languages: readonly string[], cell: (asked: string, passages: string) => number): Matrix {
	return Object.fromEntries(
		languages.map((asked) => [
			asked,
			Object.fromEntries(languages.map((passages) => [passages, cell(asked, passages)])),
		]),
	);
}

/** Mean over the languages. */
export function withinOf(matrix: Matrix): number {
	return meanOf(cellsOf(matrix).flatMap(({ asked, passages, value }) => (asked === passages ? [value] : [])));
}

/** Mean over the ordered pairs of different languages; NaN of one language. */
export function acrossOf(matrix: Matrix): number {
	return meanOf(cellsOf(matrix).flatMap(({ asked, passages, value }) => (asked === passages ? [] : [value])));
}

export interface Cell {
	/** Language of the questions. */
	readonly asked: string;
	/** Language of the passages. */
	readonly passages: string;
	readonly value: number;
}

/** Row by row. */
export function cellsOf(matrix: Matrix): Cell[] {
	return Object.entries(matrix).flatMap(([asked, row]) =>
		Object.entries(row).map(([passages, value]) => ({ asked, passages, value })),
	);
}
