import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, toEmbedding, type Embedding } from '../../embeddings/encoder.js';
import { byScore, type PassageId } from '../../index/ranking.js';
import { VectorIndex } from '../../index/vector-index.js';
import { seededRandom } from '../support/random.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const id = (value: number) => value as PassageId;

/** Vectors around a few directions, as those of texts are: topics with their variations. */
function topicVectors(count: number, dimension: number, seed: number): Embedding[] {
	const random = seededRandom(seed);
	const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const topics = Array.from({ length: 40 }, () => Array.from({ length: dimension }, normal));
	return Array.from({ length: count }, (_, i) => {
		const topic = topics[i % topics.length] ?? [];
		return toEmbedding(Float32Array.from(topic, (value) => value + 0.7 * normal()));
	});
}

function indexOf(embeddings: readonly Embedding[]): VectorIndex {
	const index = VectorIndex.empty(embeddings[0]?.length ?? 3);
	for (const [i, embedding] of embeddings.entries()) index.add(id(i + 1), embedding);
	return index;
}

function exactTop(embeddings: ReadonlyMap<PassageId, Embedding>, query: Embedding, k: number): PassageId[] {
	return Array.from(embeddings, ([passageId, embedding]) => ({ passageId, score: cosine(query, embedding) }))
		.sort(byScore)
		.slice(0, k)
		.map(({ passageId }) => passageId);
}

function recall(
	index: VectorIndex,
	embeddings: ReadonlyMap<PassageId, Embedding>,
	queries: readonly Embedding[],
): number {
	const K = 10;
	const found = queries.map((query) => {
		const hits = new Set(index.search(query, K).map(({ passageId }) => passageId));
		return exactTop(embeddings, query, K).filter((passage) => hits.has(passage)).length;
	});
	return found.reduce((sum, count) => sum + count, 0) / (K * queries.length);
}

const EAST = toEmbedding(Float32Array.of(1, 0, 0));
const NORTH = toEmbedding(Float32Array.of(0, 1, 0));
const NORTH_EAST = toEmbedding(Float32Array.of(1, 1, 0));

describe('VectorIndex', () => {
	it('gives passages with their cosines, best first', () => {
		const hits = indexOf([NORTH, NORTH_EAST, EAST]).search(EAST, 3);
		expect(hits).toEqual([
			{ passageId: 3, score: expect.closeTo(1, 5) as number },
			{ passageId: 2, score: expect.closeTo(Math.SQRT1_2, 5) as number },
			{ passageId: 1, score: expect.closeTo(0, 5) as number },
		]);
	});

	it('gives equal scores in the order of ids, whatever the order of insertion', () => {
		const index = VectorIndex.empty(3);
		for (const passage of [5, 2, 9]) index.add(id(passage), EAST);
		expect(index.search(EAST, 3).map(({ passageId }) => passageId)).toEqual([2, 5, 9]);
	});

	it('gives fewer than asked where it holds fewer, and nothing where it holds nothing', () => {
		expect(VectorIndex.empty(3).search(EAST, 5)).toEqual([]);
		const index = indexOf([EAST, NORTH]);
		expect(index.search(EAST, 5)).toHaveLength(2);
		index.remove(id(1));
		index.remove(id(2));
		expect(index.search(EAST, 5)).toEqual([]);
	});

	it('finds a removed passage no longer, and says whether it was there', () => {
		const index = indexOf([EAST, NORTH]);
		expect(index.remove(id(1))).toBe(true);
		expect(index.remove(id(1))).toBe(false);
		expect(index.remove(id(77))).toBe(false);
		expect(index.search(EAST, 5).map(({ passageId }) => passageId)).toEqual([2]);
		expect([index.size, [...index.ids]]).toEqual([1, [2]]);
	});

	it('refuses another dimension and a passage that it holds', () => {
		const index = indexOf([EAST]);
		const flat = toEmbedding(Float32Array.of(1, 1));
		expect(() => {
			index.add(id(2), flat);
		}).toThrow('Expected an embedding of 3 dimensions, got 2');
		expect(() => index.search(flat, 1)).toThrow('Expected an embedding of 3 dimensions, got 2');
		expect(() => {
			index.add(id(1), NORTH);
		}).toThrow('Passage 1 is in the vector index already');
		expect(index.search(EAST, 5)).toEqual([{ passageId: 1, score: expect.closeTo(1, 5) as number }]);
	});

	it('grows beyond its first capacity, and takes removed places first', () => {
		const vectors = topicVectors(2500, 8, 3);
		const index = indexOf(vectors);
		expect(index.size).toBe(2500);
		for (let passage = 1; passage <= 500; passage++) index.remove(id(passage));
		for (let i = 0; i < 600; i++) index.add(id(3000 + i), vectors[i]!);
		expect(index.size).toBe(2600);
		const [first] = index.search(vectors[7]!, 1);
		expect(first).toEqual({ passageId: 3007, score: expect.closeTo(1, 4) as number });
	});

	it('finds at least 95 in 100 of what exact search finds, before and after half is removed and a third replaced', () => {
		const vectors = topicVectors(3000, 48, 11);
		const queries = topicVectors(60, 48, 11).map((vector, i) =>
			toEmbedding(vector.map((value, at) => value + 0.3 * (vectors[i * 7]?.[at] ?? 0))),
		);
		const index = indexOf(vectors);
		const held = new Map(vectors.map((vector, i) => [id(i + 1), vector]));
		expect(recall(index, held, queries)).toBeGreaterThanOrEqual(0.95);

		for (let passage = 1; passage <= 3000; passage += 2) {
			index.remove(id(passage));
			held.delete(id(passage));
		}
		expect(recall(index, held, queries)).toBeGreaterThanOrEqual(0.95);

		for (const [i, vector] of topicVectors(1000, 48, 12).entries()) {
			index.add(id(5000 + i), vector);
			held.set(id(5000 + i), vector);
		}
		expect(index.size).toBe(held.size);
		expect(recall(index, held, queries)).toBeGreaterThanOrEqual(0.95);
	});

	it.each([1, 40, 1999, 2500, 3600])('finds the nearest of %i that are allowed, and no others', (count) => {
		const vectors = topicVectors(4000, 32, 5);
		const embeddings = new Map(vectors.map((embedding, i) => [id(i + 1), embedding]));
		const index = indexOf(vectors);
		for (let removed = 1; removed <= 4000; removed += 10) {
			index.remove(id(removed));
			embeddings.delete(id(removed));
		}
		// those that lie farthest from the first query go first
		const [query, ...others] = topicVectors(30, 32, 6);
		const byDistance = exactTop(embeddings, query!, 4000).toReversed();
		const allowed = new Set([...byDistance.slice(0, count), id(1)]);
		const among = new Map([...embeddings].filter(([passage]) => allowed.has(passage)));
		let found = 0;
		let wanted = 0;
		for (const asked of [query!, ...others]) {
			const hits = index.search(asked, 10, allowed);
			const best = exactTop(among, asked, 10);
			expect(hits).toHaveLength(best.length);
			for (const { passageId, score } of hits) {
				expect(among.has(passageId)).toBe(true);
				expect(score).toBeCloseTo(cosine(asked, embeddings.get(passageId)!), 4);
			}
			found += best.filter((passage) => hits.some((hit) => hit.passageId === passage)).length;
			wanted += best.length;
		}
		expect(found / wanted).toBeGreaterThanOrEqual(0.95);
	});

	it('builds an equal index from equal input', () => {
		const vectors = topicVectors(800, 16, 5);
		const [query] = topicVectors(1, 16, 6);
		expect(indexOf(vectors).search(query!, 50)).toEqual(indexOf(vectors).search(query!, 50));
	});

	it('holds exactly what was added and not removed, in whatever order that is done, passages added again among them', () => {
		const vectors = topicVectors(24, 6, 9);
		const step = fc.record({ add: fc.boolean(), passage: fc.integer({ min: 1, max: 6 }) });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
				const index = VectorIndex.empty(6);
				const held = new Set<PassageId>();
				for (const { add, passage } of steps) {
					if (!add) expect(index.remove(id(passage))).toBe(held.delete(id(passage)));
					else if (!held.has(id(passage))) {
						index.add(id(passage), vectors[passage - 1]!);
						held.add(id(passage));
					}
				}
				expect(new Set(index.search(vectors[0]!, 24).map(({ passageId }) => passageId))).toEqual(held);
				expect(new Set(index.ids)).toEqual(held);
				for (const passage of held) {
					expect(index.search(vectors[passage - 1]!, 1)).toEqual([
						{ passageId: passage, score: expect.closeTo(1, 4) as number },
					]);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

describe('VectorIndex.load', () => {
	const vectors = topicVectors(300, 16, 21);
	const [query] = topicVectors(1, 16, 22);

	it('reads what was written, removed and added passages among it', async () => {
		const path = join(await temporaryFolder(), 'vectors');
		const index = indexOf(vectors);
		for (const passage of [3, 4, 5, 200]) index.remove(id(passage));
		for (const passage of [1001, 1002]) index.add(id(passage), vectors[passage - 1000]!);
		await index.save(path);
		const loaded = await VectorIndex.load(path, 16, index.ids);
		expect(loaded.search(query!, 40)).toEqual(index.search(query!, 40));
		expect(new Set(loaded.ids)).toEqual(new Set(index.ids));

		loaded.add(id(2000), query!);
		loaded.remove(id(7));
		expect(loaded.search(query!, 1)).toEqual([{ passageId: 2000, score: expect.closeTo(1, 4) as number }]);
		expect(loaded.search(vectors[6]!, 300).some(({ passageId }) => passageId === 7)).toBe(false);
		expect(loaded.size).toBe(298);
	});

	it('leaves out what is not wanted', async () => {
		const path = join(await temporaryFolder(), 'vectors');
		await indexOf(vectors).save(path);
		const wanted = new Set([id(10), id(20), id(999)]);
		const loaded = await VectorIndex.load(path, 16, wanted);
		expect(
			loaded
				.search(query!, 300)
				.map(({ passageId }) => passageId)
				.sort((a, b) => a - b),
		).toEqual([10, 20]);
		expect(new Set(loaded.ids)).toEqual(new Set([10, 20]));
	});

	it('writes and reads an index of nothing', async () => {
		const path = join(await temporaryFolder(), 'vectors');
		await VectorIndex.empty(16).save(path);
		const loaded = await VectorIndex.load(path, 16, new Set());
		expect(loaded.search(query!, 3)).toEqual([]);
		loaded.add(id(1), query!);
		expect(loaded.search(query!, 3)).toHaveLength(1);
	});

	it('refuses a truncated file, wherever it ends', async () => {
		const path = join(await temporaryFolder(), 'vectors');
		await indexOf(vectors).save(path);
		const whole = await readFile(path);
		const { size } = await stat(path);
		for (const share of [0, 0.001, 0.3, 0.9, 0.999]) {
			await writeFile(path, whole);
			await truncate(path, Math.floor(size * share));
			await expect(VectorIndex.load(path, 16, new Set())).rejects.toThrow();
		}
	});

	it('refuses what is no such file', async () => {
		const path = join(await temporaryFolder(), 'vectors');
		await expect(VectorIndex.load(path, 16, new Set())).rejects.toThrow();
		await writeFile(path, 'Dear diary, '.repeat(1000));
		await expect(VectorIndex.load(path, 16, new Set())).rejects.toThrow();
	});
});

describe('VectorIndex.save', () => {
	it('refuses additions while it writes, and takes them after', async () => {
		const path = join(await temporaryFolder(), 'vectors');
		const index = indexOf(topicVectors(300, 16, 21));
		const saved = index.save(path);
		expect(() => {
			index.add(id(999), topicVectors(1, 16, 1)[0]!);
		}).toThrow('is being written');
		await saved;
		index.add(id(999), topicVectors(1, 16, 1)[0]!);
		expect(index.size).toBe(301);
	});
});
