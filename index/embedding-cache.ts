import type { Embedding } from '../embeddings/encoder.js';
import type { PassageId } from './ranking.js';

/** 16 MB of the embedded model's. */
const MOST = 16_384;

/**
 * Embeddings that were read, at hand: reading one from SQLite costs more than what is done with it. The id of a passage is never used again,
 * and its embedding never changes, so that nothing here can be stale.
 */
export class EmbeddingCache {
	readonly #kept = new Map<PassageId, Embedding>();

	get(id: PassageId, read: (id: PassageId) => Embedding): Embedding {
		const kept = this.#kept.get(id);
		if (kept !== undefined) return kept;
		if (this.#kept.size >= MOST) this.#kept.clear();
		const embedding = read(id);
		this.#kept.set(id, embedding);
		return embedding;
	}

	forget(ids: readonly PassageId[]): void {
		for (const id of ids) this.#kept.delete(id);
	}
}
