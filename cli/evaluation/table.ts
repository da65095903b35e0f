import type { Matrix } from './matrix.js';

/** Columns of a terminal that reports keep to. */
const WIDTH = 100;
const LEAST_CELL = 6;

/** In three decimals; – for NaN. */
export function decimal(value: number): string {
	return Number.isNaN(value) ? '–' : value.toFixed(3);
}

/** In percent, with one decimal; – for NaN. */
export function percent(share: number): string {
	return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`;
}

/** Lines of equal columns, aligned to the right but for the first. */
export function table(rows: readonly (readonly string[])[]): string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[column] ?? 0) + 2)))
			.join('')
			.trimEnd(),
	);
}

/** A row for each language of questions, a column for each of passages; columns that do not fit stand below, with the rows again. */
export function matrixTable(languages: readonly string[], matrix: Matrix): string[] {
	const width = Math.max(LEAST_CELL, ...languages.map(({ length }) => length + 1));
	const perBlock = Math.max(1, Math.floor(WIDTH / width) - 1);
	const lines: string[] = [];
	for (let from = 0; from < languages.length; from += perBlock) {
		const block = languages.slice(from, from + perBlock);
		const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(width)).join('');
		lines.push(
			line(['', ...block]),
			...languages.map((asked) => line([asked, ...block.map((of) => decimal(matrix[asked]?.[of] ?? Number.NaN))])),
		);
	}
	return lines;
}
