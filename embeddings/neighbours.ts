import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const NEIGHBOURS_FILE = 'neighbours.bin';

export interface Neighbour {
	readonly token: number;
	/** Cosine of the two tokens' vectors, in (0, 1]. */
	readonly cosine: number;
}

/** For each token of a vocabulary, its nearest tokens in every language. */
export interface Neighbours {
	/** Best first; the token itself, at cosine 1, leads. */
	of(token: number): Neighbour[];
}

const MAGIC = 'QNBR';
const HEADER_BYTES = 12;

/**
 * Reads the table in a model's folder. Format: training/export.py, write_neighbours.
 *
 * @throws {Error} If the file is missing or no such table.
 */
export async function loadNeighbours(folder: string): Promise<Neighbours> {
	const path = join(folder, NEIGHBOURS_FILE);
	const file = await readFile(path).catch((cause: unknown) => {
		throw new Error(`Cannot read the neighbour table ${path}: restore the model's files`, { cause });
	});
	if (file.length < HEADER_BYTES || file.toString('latin1', 0, 4) !== MAGIC || file.readUInt32LE(4) !== 1) {
		throw new Error(`${path} is not a neighbour table of version 1: restore the model's files`);
	}
	const tokens = file.readUInt32LE(8);
	const counts = file.subarray(HEADER_BYTES, HEADER_BYTES + tokens);
	// checked before what it says is believed: the count of a broken file may be anything
	if (counts.length < tokens) throw new Error(`${path} is truncated: restore the model's files`);
	const starts = new Uint32Array(tokens + 1);
	for (let i = 0; i < tokens; i++) starts[i + 1] = (starts[i] ?? 0) + (counts[i] ?? 0);
	const total = starts[tokens] ?? 0;
	const end = HEADER_BYTES + tokens + 3 * total;
	if (file.length !== end) {
		throw new Error(`${path} has ${file.length} bytes, expected ${end}: restore the model's files`);
	}
	// copied: the file's buffer need not put the ids on an even address
	const ids = new Uint16Array(
		Uint8Array.from(file.subarray(HEADER_BYTES + tokens, HEADER_BYTES + tokens + 2 * total)).buffer,
	);
	const cosines = file.subarray(HEADER_BYTES + tokens + 2 * total);

	return {
		of(token) {
			const found: Neighbour[] = [{ token, cosine: 1 }];
			for (let i = starts[token] ?? total; i < (starts[token + 1] ?? 0); i++) {
				found.push({ token: ids[i] ?? 0, cosine: (cosines[i] ?? 0) / 255 });
			}
			return found;
		},
	};
}
