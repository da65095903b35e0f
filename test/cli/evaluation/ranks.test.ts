import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PooledPassage } from '../../../cli/evaluation/passage-pool.js';
import { allRanksByScore, firstRank, firstRankByScore } from '../../../cli/evaluation/ranks.js';
import { toEmbedding } from '../../../embeddings/encoder.js';
import type { PassageId } from '../../../index/ranking.js';

const passageAt = (place: number): PooledPassage => ({
	id: (place + 1) as PassageId,
	place,
	language: 'en',
	embedding: toEmbedding(Float32Array.of(1)),
});

/** Scores of few values, so that ties are common, and the places of the right passages. */
const pools = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 30 })
	.map((passages) => ({
		scores: passages.map(([score]) => score),
		right: passages.flatMap(([, isRight], place) => (isRight ? [passageAt(place)] : [])),
	}))
	.filter(({ right }) => right.length > 0);

/** Best first, wrong ones before right ones of the same score. */
function ranking(scores: readonly number[], right: readonly PooledPassage[]): PassageId[] {
	const isRight = new Set(right.map(({ place }) => place));
	return scores
		.map((score, place) => ({ score, place }))
		.sort((a, b) => b.score - a.score || Number(isRight.has(a.place)) - Number(isRight.has(b.place)))
		.map(({ place }) => passageAt(place).id);
}

describe('firstRank', () => {
	it('is the place of the first right one, from 1, and Infinity where none was found', () => {
		const found = [3, 1, 2] as PassageId[];
		expect(firstRank(found, [passageAt(1), passageAt(0)])).toBe(2);
		expect(firstRank(found, [passageAt(2)])).toBe(1);
		expect(firstRank(found, [passageAt(7)])).toBe(Infinity);
	});
});

describe('firstRankByScore', () => {
	it('is the first right one of the sorted ranking, ties counted against it', () => {
		fc.assert(
			fc.property(pools, ({ scores, right }) => {
				expect(firstRankByScore(scores, right)).toBe(firstRank(ranking(scores, right), right));
			}),
		);
	});

	it('leaves out the wrong ones that are not let in', () => {
		const scores = [9, 8, 7, 7, 1];
		expect(firstRankByScore(scores, [passageAt(2)])).toBe(4);
		expect(firstRankByScore(scores, [passageAt(2)], (place) => place !== 0)).toBe(3);
		expect(firstRankByScore(scores, [passageAt(2), passageAt(4)], () => false)).toBe(1);
	});
});

describe('allRanksByScore', () => {
	it('is where the right ones stand in the sorted ranking, ties counted against them', () => {
		fc.assert(
			fc.property(pools, ({ scores, right }) => {
				const ids = new Set(right.map(({ id }) => id));
				const expected = ranking(scores, right).flatMap((id, at) => (ids.has(id) ? [at + 1] : []));
				expect(allRanksByScore(scores, right)).toEqual(expected);
			}),
		);
	});
});
