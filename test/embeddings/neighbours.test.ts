import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadNeighbours, NEIGHBOURS_FILE } from '../../embeddings/neighbours.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Three tokens: the first has 2 and 1, the second none, the third 0. */
const TABLE = Buffer.concat([
	Buffer.from('QNBR'),
	Buffer.from(Uint32Array.of(1, 3).buffer),
	Buffer.from([2, 0, 1]),
	Buffer.from(Uint16Array.of(2, 1, 0).buffer),
	Buffer.from([204, 102, 51]),
]);

async function load(bytes: Uint8Array) {
	const folder = await temporaryFolder();
	await writeFile(join(folder, NEIGHBOURS_FILE), bytes);
	return loadNeighbours(folder);
}

describe('loadNeighbours', () => {
	it('gives the token itself, then its neighbours, best first', async () => {
		const neighbours = await load(TABLE);
		expect(neighbours.of(0)).toEqual([
			{ token: 0, cosine: 1 },
			{ token: 2, cosine: 0.8 },
			{ token: 1, cosine: 0.4 },
		]);
		expect(neighbours.of(1)).toEqual([{ token: 1, cosine: 1 }]);
		expect(neighbours.of(2)).toEqual([
			{ token: 2, cosine: 1 },
			{ token: 0, cosine: 0.2 },
		]);
	});

	it.each([3, 64_000, 4_000_000_000])('gives token %i, beyond the table, no neighbours', async (token) => {
		expect((await load(TABLE)).of(token)).toEqual([{ token, cosine: 1 }]);
	});

	it('refuses a table cut at any byte, and one with more', async () => {
		for (let length = 0; length < TABLE.length; length++) {
			await expect(load(TABLE.subarray(0, length)), `${length} bytes`).rejects.toThrow(/restore the model's files/);
		}
		await expect(load(Buffer.concat([TABLE, Buffer.from([0])]))).rejects.toThrow(/restore the model's files/);
	});

	it('refuses what is no such table, or of another version', async () => {
		await expect(load(Buffer.concat([Buffer.from('QNBX'), TABLE.subarray(4)]))).rejects.toThrow(
			'not a neighbour table of version 1',
		);
		const newer = Buffer.from(TABLE);
		newer.writeUInt32LE(2, 4);
		await expect(load(newer)).rejects.toThrow('not a neighbour table of version 1');
	});

	it('reads the embedded model: cosines in (0, 1], best first, no token its own neighbour', async () => {
		const neighbours = await loadNeighbours(join(PACKAGE_ROOT, 'embeddings', 'model'));
		for (let token = 0; token < 60_000; token += 97) {
			const [self, ...others] = neighbours.of(token);
			expect(self).toEqual({ token, cosine: 1 });
			for (const [i, other] of others.entries()) {
				expect(other.token).not.toBe(token);
				expect(other.cosine).toBeGreaterThan(0);
				expect(other.cosine).toBeLessThanOrEqual(others[i - 1]?.cosine ?? 1);
			}
		}
	});
});
