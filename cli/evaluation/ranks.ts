import { cosine, type Embedding } from '../../embeddings/encoder.js';
import type { PassageId } from '../../index/ranking.js';
import { retrieve, type RetrieveOptions } from '../../index/retriever.js';
import type { Models } from '../../index/question.js';
import type { AskedQuestion, PassagePool, PooledPassage } from './passage-pool.js';

/** How deep rankings are looked at where only their beginning counts. */
export const K = 10;

/** Of one measurement: by the whole retriever, and by the vectors alone, searched exactly. */
export interface Both<T> {
	readonly full: T;
	readonly dense: T;
}

/** What the whole retriever finds, best first. */
export function rankedIds(
	{ collection }: PassagePool,
	{ lexicon }: Models,
	{ encoded }: AskedQuestion,
	options: RetrieveOptions = { k: K },
): PassageId[] {
	return retrieve(collection, lexicon, encoded, options).hits.map(({ passageId }) => passageId);
}

/** The rank, from 1, of the first of the right passages; `Infinity` if none of them was found. */
export function firstRank(found: readonly PassageId[], right: readonly PooledPassage[]): number {
	const at = found.findIndex((id) => right.some((passage) => passage.id === id));
	return at < 0 ? Infinity : at + 1;
}

/** The cosine of each passage of the pool, by its place. */
export function cosinesOf(question: Embedding, { passages }: PassagePool): Float64Array {
	return Float64Array.from(passages, ({ embedding }) => cosine(question, embedding));
}

/**
 * The rank, from 1, of the best of the right passages among all that `isIn` lets in, by score. A tie with a wrong one counts
 * against it.
 *
 * @param scores by place
 * @param isIn whether the passage at a place takes part; all do by default. The right ones take part in any case.
 */
export function firstRankByScore(
	scores: ArrayLike<number>,
	right: readonly PooledPassage[],
	isIn: (place: number) => boolean = () => true,
): number {
	const places = new Set(right.map(({ place }) => place));
	const best = Math.max(...Array.from(places, (place) => scores[place] ?? Number.NaN));
	let rank = 1;
	for (let place = 0; place < scores.length; place++) {
		if ((scores[place] ?? Number.NaN) >= best && !places.has(place) && isIn(place)) rank++;
	}
	return rank;
}

/** The rank, from 1, of every right passage among all, by score, best first. A tie with a wrong one counts against it. */
export function allRanksByScore(scores: ArrayLike<number>, right: readonly PooledPassage[]): number[] {
	const descending = [...right].sort((a, b) => (scores[b.place] ?? Number.NaN) - (scores[a.place] ?? Number.NaN));
	const isRight = new Set(right.map(({ place }) => place));
	return descending.map(({ place: own }, before) => {
		let rank = before + 1;
		for (let place = 0; place < scores.length; place++) {
			if ((scores[place] ?? Number.NaN) >= (scores[own] ?? Number.NaN) && !isRight.has(place)) rank++;
		}
		return rank;
	});
}
