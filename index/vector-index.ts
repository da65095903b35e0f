import hnswlib from 'hnswlib-node';
import type { Embedding } from '../embeddings/encoder.js';
import { byScore, type PassageId, type Scored } from './ranking.js';

/** Links per node and candidates while building, named as in the HNSW paper (Malkov & Yashunin 2018); measured: docs/decisions. */
const M = 16;
const EF_CONSTRUCTION = 100;
/** Fixes the draw of levels, so that equal input builds an equal graph. */
const SEED = 100;
const FIRST_CAPACITY = 1024;
const LEAST_EF = 64;
/** So many passages are compared in a few milliseconds. */
const FEW = 2000;

/** Approximate nearest neighbours by cosine. The only file that knows hnswlib, which checks little of what it is given. */
export class VectorIndex {
	readonly dimension: number;
	readonly #graph: InstanceType<typeof hnswlib.HierarchicalNSW>;
	readonly #ids = new Set<PassageId>();
	#saving = false;

	constructor(dimension: number) {
		this.dimension = dimension;
		// inner product of unit vectors: distance = 1 - cosine
		this.#graph = new hnswlib.HierarchicalNSW('ip', dimension);
	}

	static empty(dimension: number): VectorIndex {
		const index = new VectorIndex(dimension);
		index.#graph.initIndex({
			maxElements: FIRST_CAPACITY,
			m: M,
			efConstruction: EF_CONSTRUCTION,
			randomSeed: SEED,
			allowReplaceDeleted: true,
		});
		return index;
	}

	/**
	 * Reads what {@link save} wrote, less the passages that are not `wanted`: hnswlib's file does not say which of its
	 * points are deleted, nor their dimension.
	 *
	 * @throws {Error} If the file is truncated.
	 */
	static async load(path: string, dimension: number, wanted: ReadonlySet<PassageId>): Promise<VectorIndex> {
		const index = new VectorIndex(dimension);
		await index.#graph.readIndex(path, true);
		for (const label of index.#graph.getIdsList()) {
			const id = label as PassageId; // labels are ids
			if (wanted.has(id)) index.#ids.add(id);
			else index.#deleteUnlessDeleted(id);
		}
		return index;
	}

	/** Passages held, deleted ones not counted. */
	get size(): number {
		return this.#ids.size;
	}

	get ids(): ReadonlySet<PassageId> {
		return this.#ids;
	}

	/** @throws {RangeError} If the embedding is of another dimension or the passage is held already. */
	add(id: PassageId, embedding: Embedding): void {
		this.#expectDimension(embedding);
		if (this.#saving) throw new Error('The vector index is being written: adding now would corrupt the file');
		if (this.#ids.has(id)) throw new RangeError(`Passage ${id} is in the vector index already`);
		const capacity = this.#graph.getMaxElements();
		// getCurrentCount() counts deleted points too: their places are taken first
		const full = this.#graph.getCurrentCount() >= capacity;
		const hasDeleted = this.#graph.getCurrentCount() > this.#ids.size;
		if (full && !hasDeleted) this.#graph.resizeIndex(Math.max(FIRST_CAPACITY, capacity * 2));
		// put into another's place, a label that has one of its own would be lost later
		const hasPlace = hasDeleted && this.#undelete(id);
		this.#graph.addPoint(Array.from(embedding), id, hasDeleted && !hasPlace);
		this.#ids.add(id);
	}

	/** Returns whether the passage was held. */
	remove(id: PassageId): boolean {
		if (!this.#ids.delete(id)) return false;
		this.#graph.markDelete(id);
		return true;
	}

	/**
	 * Up to `k` passages, best first; fewer when the index holds fewer. Scores are cosines.
	 *
	 * @param allowed passages to choose from; all where it is not given
	 */
	search(query: Embedding, k: number, allowed?: ReadonlySet<PassageId>): Scored[] {
		this.#expectDimension(query);
		if (this.#ids.size === 0) return [];
		// the graph is walked past what is not allowed: few passages are looked at faster one by one
		if (allowed !== undefined && allowed.size <= FEW) return this.#searchAmong(query, allowed).slice(0, k);
		this.#graph.setEf(Math.max(k, LEAST_EF));
		const { neighbors, distances } = this.#graph.searchKnn(
			Array.from(query),
			Math.min(k, this.#ids.size),
			allowed && ((label) => allowed.has(label as PassageId)), // labels are ids
		);
		return neighbors
			.map((label, i) => ({ passageId: label as PassageId, score: 1 - (distances[i] ?? Number.NaN) })) // labels are ids
			.sort(byScore);
	}

	/**
	 * Writes the graph. Nothing may be added meanwhile.
	 *
	 * @throws {Error} If what was written is not whole.
	 */
	async save(path: string): Promise<void> {
		this.#saving = true;
		try {
			await this.#graph.writeIndex(path);
			// a full disk raises nothing, but what it left does not load
			const written = new hnswlib.HierarchicalNSW('ip', this.dimension);
			await written.readIndex(path);
			// looked at after it is read, it cannot be collected while a thread of hnswlib's reads into it, which would end the process
			const [count, expected] = [written.getCurrentCount(), this.#graph.getCurrentCount()];
			if (count !== expected) throw new Error(`Expected ${expected} passages in ${path}, found ${count}`);
		} finally {
			this.#saving = false;
		}
	}

	#searchAmong(query: Embedding, allowed: ReadonlySet<PassageId>): Scored[] {
		const held = [...allowed].filter((id) => this.#ids.has(id));
		return held
			.map((passageId) => {
				const point = this.#graph.getPoint(passageId);
				return { passageId, score: point.reduce((sum, value, i) => sum + value * (query[i] ?? Number.NaN), 0) };
			})
			.sort(byScore);
	}

	#deleteUnlessDeleted(id: PassageId): void {
		try {
			this.#graph.markDelete(id);
		} catch (error) {
			if (!(error instanceof Error && error.message.includes('already deleted'))) throw error;
		}
	}

	/** Returns whether the graph held the passage as deleted. */
	#undelete(id: PassageId): boolean {
		try {
			this.#graph.unmarkDelete(id);
			return true;
		} catch (error) {
			if (error instanceof Error && error.message.includes('Label not found')) return false;
			throw error;
		}
	}

	#expectDimension(embedding: Embedding): void {
		if (embedding.length !== this.dimension) {
			throw new RangeError(`Expected an embedding of ${this.dimension} dimensions, got ${embedding.length}`);
		}
	}
}
