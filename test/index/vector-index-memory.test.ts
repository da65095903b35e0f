import { pbkdf2 } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toEmbedding } from '../../embeddings/encoder.js';
import type { PassageId } from '../../index/ranking.js';
import { VectorIndex } from '../../index/vector-index.js';
import { seededRandom } from '../support/random.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const derive = promisify(pbkdf2);
/** Of libuv's, on which hnswlib reads and writes. */
const THREADS = 4;

describe('VectorIndex.save', () => {
	// where it does not, the process ends, and this test with it
	it('survives memory being collected while its reading of what it wrote waits for a thread', async () => {
		setFlagsFromString('--expose-gc');
		const collectMemory = runInNewContext('gc') as () => void;
		const random = seededRandom(5);
		const index = VectorIndex.empty(16);
		for (let id = 1; id <= 300; id++) index.add(id as PassageId, toEmbedding(new Float32Array(16).map(random)));
		const path = join(await temporaryFolder(), 'vectors');
		const state = { isSaving: true };
		const save = async () => {
			for (let times = 0; times < 10; times++) await index.save(path);
		};
		const keepAThreadBusy = async () => {
			while (state.isSaving) await derive('', '', 20_000, 64, 'sha512');
		};
		const saved = save().finally(() => (state.isSaving = false));
		const done = Promise.all([saved, ...Array.from({ length: 3 * THREADS }, keepAThreadBusy)]);
		while (state.isSaving) {
			collectMemory();
			await new Promise(setImmediate);
		}
		await done;
		expect((await VectorIndex.load(path, 16, index.ids)).size).toBe(300);
	});
});
