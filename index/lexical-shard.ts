import { inverseDocumentFrequency, K1, lengthNorm, saturation } from './bm25.js';
import type { PassageId } from './ranking.js';
import type { Term, TermGroup } from './structured-query.js';

/** Where a term stands: in the passages at `places[0 … size)`, ascending, as often as `counts` says (255 at most). */
interface Postings {
	places: Uint32Array;
	counts: Uint8Array;
	size: number;
}

const NOWHERE: Postings = { places: new Uint32Array(), counts: new Uint8Array(), size: 0 };

/** Of a question, how much the groups that say least may make up together and not be looked for. */
const LEAST_SAID = 0.03;
/** Places that a new term has room for. */
const FIRST_CAPACITY = 4;

/** Postings as they are written to a file: all lists end to end. */
export interface ShardData {
	readonly ids: Float64Array;
	/** Tokens of each passage. */
	readonly lengths: Uint16Array;
	readonly terms: Uint32Array;
	readonly sizes: Uint32Array;
	readonly places: Uint32Array;
	readonly counts: Uint8Array;
}

/** A question's BM25 over the passages of one shard. */
export interface ShardScores {
	/** Share of the question found, in [0, 1], by place. */
	readonly byPlace: Float32Array;
	/** Weight of each group: how much of the question it is; 0 if it stands nowhere in the shard or says next to nothing. They sum to 1 at most. */
	readonly weights: readonly number[];
	/** How much the question says here: the inverse document frequencies of its groups, summed. */
	readonly information: number;
}

/**
 * The inverted index of the passages of one language in one collection, so that document frequencies and lengths are those of
 * the language. Passages keep the place at which they were added; a removed one leaves its place empty until {@link compact}.
 */
export class LexicalShard {
	readonly #ids: PassageId[] = [];
	readonly #lengths: number[] = [];
	readonly #postings = new Map<Term, Postings>();
	readonly #removed = new Set<number>();
	#tokens = 0;
	#norms: Float32Array | undefined;

	static from({ ids, lengths, terms, sizes, places, counts }: ShardData): LexicalShard {
		const shard = new LexicalShard();
		ids.forEach((id, place) => {
			shard.#ids.push(id as PassageId); // written by data()
			shard.#lengths.push(lengths[place] ?? 0);
			shard.#tokens += lengths[place] ?? 0;
		});
		let at = 0;
		terms.forEach((term, i) => {
			const size = sizes[i] ?? 0;
			shard.#postings.set(term, {
				places: places.subarray(at, at + size),
				counts: counts.subarray(at, at + size),
				size,
			});
			at += size;
		});
		return shard;
	}

	/** Passages held, removed ones not counted. */
	get size(): number {
		return this.#ids.length - this.#removed.size;
	}

	/** Places, empty ones among them. */
	get places(): number {
		return this.#ids.length;
	}

	idAt(place: number): PassageId {
		return this.#ids[place] ?? (Number.NaN as PassageId);
	}

	isEmptyAt(place: number): boolean {
		return this.#removed.has(place);
	}

	/** Whether a passage that is held has the term. */
	stands(term: Term): boolean {
		const postings = this.#postings.get(term);
		if (postings === undefined || this.#removed.size === 0) return postings !== undefined;
		return postings.places.subarray(0, postings.size).some((place) => !this.#removed.has(place));
	}

	/** The places where the term stands, ascending; empty ones may be among them. */
	placesOf(term: Term): Uint32Array {
		const postings = this.#postings.get(term);
		return postings === undefined ? new Uint32Array() : postings.places.subarray(0, postings.size);
	}

	/** Returns the place. */
	add(id: PassageId, terms: ReadonlyMap<Term, number>, length: number): number {
		const place = this.#ids.length;
		const written = Math.min(length, 65_535);
		this.#ids.push(id);
		this.#lengths.push(written);
		this.#tokens += written;
		this.#norms = undefined;
		for (const [term, count] of terms) this.#append(term, place, Math.min(count, 255));
		return place;
	}

	removeAt(place: number): void {
		if (this.#removed.has(place)) return;
		this.#removed.add(place);
		this.#tokens -= this.#lengths[place] ?? 0;
		this.#norms = undefined;
	}

	/**
	 * BM25 of a question's groups, as a share of what a passage could reach at most: term and document frequencies are summed
	 * over a group's terms with their weights. The groups that say next to nothing are left out: they stand in most passages, and
	 * to walk through their postings would take the longest.
	 */
	score(groups: readonly TermGroup[]): ShardScores {
		const { weights, information } = this.#weigh(groups);
		const byPlace = new Float32Array(this.#ids.length);
		const frequencies = new Float32Array(this.#ids.length);
		const touched = new Uint32Array(this.#ids.length);
		const norms = (this.#norms ??= this.#lengthNorms());
		for (const [group, { terms }] of groups.entries()) {
			const share = (weights[group] ?? 0) / (K1 + 1);
			if (share === 0) continue;
			let count = 0;
			for (const { term, weight } of terms) {
				const postings = this.#postings.get(term);
				if (postings === undefined) continue;
				const { places, counts, size } = postings;
				for (let i = 0; i < size; i++) {
					const place = places[i] ?? 0;
					const before = frequencies[place] ?? 0;
					if (before === 0) touched[count++] = place;
					frequencies[place] = before + weight * (counts[i] ?? 0);
				}
			}
			for (let i = 0; i < count; i++) {
				const place = touched[i] ?? 0;
				byPlace[place] = (byPlace[place] ?? 0) + share * saturation(frequencies[place] ?? 0, norms[place] ?? 0);
				frequencies[place] = 0;
			}
		}
		return { byPlace, weights, information };
	}

	/** How much of the question each group is in this shard. */
	#weigh(groups: readonly TermGroup[]): Omit<ShardScores, 'byPlace'> {
		// what is not in the shard at all is a part of the question too, and one that no passage has
		const unseen = inverseDocumentFrequency(this.size, 0);
		const weights: number[] = [];
		let information = 0;
		for (const { terms, importance = 1 } of groups) {
			const documents = terms.reduce((sum, { term, weight }) => sum + weight * this.#frequency(term), 0);
			const weight = importance * inverseDocumentFrequency(this.size, documents);
			weights.push(documents > 0 ? weight : 0);
			information += documents > 0 ? weight : importance * unseen;
		}
		let left = LEAST_SAID * information;
		const byWeight = Array.from(weights.keys()).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
		for (const i of byWeight) {
			left -= weights[i] ?? 0;
			if (left < 0) break;
			weights[i] = 0;
		}
		return { weights: weights.map((weight) => (information > 0 ? weight / information : 0)), information };
	}

	/** Forgets the removed passages' places and postings. */
	compact(): void {
		if (this.#removed.size === 0) return;
		this.#norms = undefined;
		const moved = new Int32Array(this.#ids.length).fill(-1);
		let next = 0;
		for (let place = 0; place < this.#ids.length; place++) {
			if (this.#removed.has(place)) continue;
			this.#ids[next] = this.idAt(place);
			this.#lengths[next] = this.#lengths[place] ?? 0;
			moved[place] = next++;
		}
		this.#ids.length = this.#lengths.length = next;
		this.#removed.clear();
		for (const [term, postings] of this.#postings) {
			const kept = Array.from(postings.places.subarray(0, postings.size), (place, i) => ({
				place: moved[place] ?? -1,
				count: postings.counts[i] ?? 0,
			})).filter(({ place }) => place >= 0);
			if (kept.length === 0) this.#postings.delete(term);
			else
				this.#postings.set(term, {
					places: Uint32Array.from(kept, ({ place }) => place),
					counts: Uint8Array.from(kept, ({ count }) => count),
					size: kept.length,
				});
		}
	}

	/** What {@link from} reads. Compacts first. */
	data(): ShardData {
		this.compact();
		const terms = [...this.#postings.keys()].sort((a, b) => a - b);
		const lists = terms.map((term) => this.#postings.get(term) as Postings); // a key just listed
		const total = lists.reduce((sum, { size }) => sum + size, 0);
		const places = new Uint32Array(total);
		const counts = new Uint8Array(total);
		let at = 0;
		for (const list of lists) {
			places.set(list.places.subarray(0, list.size), at);
			counts.set(list.counts.subarray(0, list.size), at);
			at += list.size;
		}
		return {
			ids: Float64Array.from(this.#ids),
			lengths: Uint16Array.from(this.#lengths),
			terms: Uint32Array.from(terms),
			sizes: Uint32Array.from(lists, ({ size }) => size),
			places,
			counts,
		};
	}

	#append(term: Term, place: number, count: number): void {
		let postings = this.#postings.get(term);
		if (postings === undefined) {
			postings = { places: new Uint32Array(FIRST_CAPACITY), counts: new Uint8Array(FIRST_CAPACITY), size: 0 };
			this.#postings.set(term, postings);
		} else if (postings.size === postings.places.length) {
			postings.places = grown(postings.places, new Uint32Array(postings.size * 2));
			postings.counts = grown(postings.counts, new Uint8Array(postings.size * 2));
		}
		postings.places[postings.size] = place;
		postings.counts[postings.size] = count;
		postings.size++;
	}

	/** Passages that have the term. */
	#frequency(term: Term): number {
		const { places, size } = this.#postings.get(term) ?? NOWHERE;
		if (this.#removed.size === 0) return size;
		let alive = 0;
		for (let i = 0; i < size; i++) if (!this.#removed.has(places[i] ?? 0)) alive++;
		return alive;
	}

	#lengthNorms(): Float32Array {
		const mean = Math.max(1, this.#tokens / Math.max(1, this.size));
		return Float32Array.from(this.#lengths, (length) => lengthNorm(length, mean));
	}
}

function grown<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
