import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Block, Cell } from '../articles/blocks.js';

/** What a block is, in the order in which its number stands in the store: new kinds are added at the end. */
const KINDS = ['heading', 'question', 'paragraph', 'quotation', 'caption', 'item', 'row', 'code'] as const;

/**
 * A block in a row of JSON: the place in {@link KINDS}, how far its start lies behind the end of the block before, its length, how far
 * the places lie back that it refers to (0 for none), its anchor (0 for none), then what its kind adds.
 */
type StoredBlock = readonly [
	kind: number,
	gap: number,
	length: number,
	under: number,
	anchor: string | 0,
	...rest: unknown[],
];

/** Start from the start of the row, length, column, columns, and 1 for a head. */
type StoredCell = readonly [from: number, length: number, column: number, columns: number, isHead: 0 | 1];

/** Blocks in few bytes: JSON in which all places are distances, deflated. */
export function blocksToBytes(blocks: readonly Block[]): Buffer {
	let last = 0;
	const stored = blocks.map((block, place): StoredBlock => {
		const back = (other: number) => (other < 0 ? 0 : place - other);
		const { kind, start, end, under, anchor } = block;
		const head = [KINDS.indexOf(kind), start - last, end - start, back(under), anchor ?? 0] as const;
		last = end;
		switch (block.kind) {
			case 'heading':
				return [...head, block.level];
			case 'question':
				return head;
			case 'item':
				return [...head, listOf(block.list, place), block.number, block.depth, back(block.introduction)];
			case 'row':
				return [
					...head,
					listOf(block.list, place),
					block.isHead ? 1 : 0,
					place - block.table,
					block.cells.map(cellToStored(start)),
				];
			case 'code':
				return [...head, listOf(block.list, place), block.language, back(block.introduction)];
			default:
				return [...head, listOf(block.list, place)];
		}
	});
	return deflateRawSync(JSON.stringify(stored));
}

/** What {@link blocksToBytes} wrote. */
export function blocksFromBytes(bytes: Uint8Array): Block[] {
	const stored = JSON.parse(inflateRawSync(bytes).toString()) as readonly StoredBlock[]; // written by blocksToBytes()
	let last = 0;
	return stored.map(([kind, gap, length, under, anchor, ...rest], place): Block => {
		const start = last + gap;
		last = start + length;
		const forth = (back: unknown) => (back === 0 ? -1 : place - Number(back));
		const placed = { start, end: last, under: forth(under), anchor: anchor === 0 ? null : anchor };
		const name = KINDS[kind] ?? 'paragraph';
		if (name === 'heading') return { kind: name, ...placed, level: Number(rest[0]) };
		if (name === 'question') return { kind: name, ...placed };
		const listed = { ...placed, list: Number(rest[0]) < 0 ? -1 : place - Number(rest[0]) };
		switch (name) {
			case 'item':
				return {
					kind: name,
					...listed,
					number: rest[1] === null ? null : Number(rest[1]),
					depth: Number(rest[2]),
					introduction: forth(rest[3]),
				};
			case 'row': {
				const cells = (rest[3] as readonly StoredCell[]).map(cellFromStored(start));
				return { kind: name, ...listed, isHead: rest[1] === 1, table: place - Number(rest[2]), cells };
			}
			case 'code':
				return {
					kind: name,
					...listed,
					language: typeof rest[1] === 'string' ? rest[1] : null,
					introduction: forth(rest[2]),
				};
			default:
				return { kind: name, ...listed };
		}
	});
}

/** The first item of a list refers to itself, so that 0 means this and -1 none. */
function listOf(list: number, place: number): number {
	return list < 0 ? -1 : place - list;
}

function cellToStored(rowStart: number): (cell: Cell) => StoredCell {
	return ({ start, end, column, columns, isHead }) => [start - rowStart, end - start, column, columns, isHead ? 1 : 0];
}

function cellFromStored(rowStart: number): (cell: StoredCell) => Cell {
	return ([from, length, column, columns, isHead]) => ({
		start: rowStart + from,
		end: rowStart + from + length,
		column,
		columns,
		isHead: isHead === 1,
	});
}
