import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LexicalShard } from '../../index/lexical-shard.js';
import type { PassageId } from '../../index/ranking.js';
import type { Term, TermGroup } from '../../index/structured-query.js';

const id = (value: number) => value as PassageId;

interface Passage {
	readonly id: PassageId;
	readonly terms: ReadonlyMap<Term, number>;
	readonly length: number;
}

/**
 * Structured BM25 by its definition (Darwish & Oard 2003, with Robertson's weights), passage by passage, less the groups that say least
 * and together 3 % at most.
 */
function scoresByDefinition(passages: readonly Passage[], groups: readonly TermGroup[]): Map<PassageId, number> {
	const count = passages.length;
	const mean = passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, count) || 1;
	const idf = (frequency: number) => Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
	const documentFrequency = ({ terms }: TermGroup) =>
		terms.reduce(
			(sum, { term, weight }) => sum + weight * passages.filter((passage) => passage.terms.has(term)).length,
			0,
		);
	const weighed = groups.map((group) => ({ group, frequency: documentFrequency(group) }));
	const most = weighed.reduce((sum, { frequency }) => sum + idf(frequency), 0);
	const found = weighed
		.filter(({ frequency }) => frequency > 0)
		.map(({ group, frequency }) => ({ group, weight: idf(frequency) / most }))
		.sort((a, b) => a.weight - b.weight);
	let said = 0;
	const asked = found.filter(({ weight }) => (said += weight) > 0.03);
	return new Map(
		passages.map(({ id: passage, terms: counts, length }) => {
			const score = asked.reduce((sum, { group, weight: share }) => {
				const frequency = group.terms.reduce(
					(total, { term, weight }) => total + weight * Math.min(255, counts.get(term) ?? 0),
					0,
				);
				const norm = 1.2 * (0.25 + (0.75 * length) / Math.max(1, mean));
				return sum + (share * frequency) / (frequency + norm);
			}, 0);
			return [passage, score];
		}),
	);
}

function scoresOf(shard: LexicalShard, groups: readonly TermGroup[]): Map<PassageId, number> {
	const { byPlace } = shard.score(groups);
	const places = Array.from(byPlace, (score, place) => ({ score, place })).filter(
		({ place }) => !shard.isEmptyAt(place),
	);
	return new Map(places.map(({ score, place }) => [shard.idAt(place), score]));
}

function expectEqualScores(found: ReadonlyMap<PassageId, number>, expected: ReadonlyMap<PassageId, number>): void {
	expect([...found.keys()].sort((a, b) => a - b)).toEqual([...expected.keys()].sort((a, b) => a - b));
	for (const [passage, score] of expected) expect(found.get(passage)).toBeCloseTo(score, 5);
}

const TERMS = 12;
const term = fc.integer({ min: 1, max: TERMS });
const passage = fc.record({
	terms: fc.dictionary(term.map(String), fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(400)), { maxKeys: 6 }),
	extra: fc.oneof(fc.nat(40), fc.constant(70_000)),
});
const corpus = fc.array(passage, { maxLength: 25 }).map((drawn) =>
	drawn.map(({ terms, extra }, i): Passage => {
		const counts = new Map(Object.entries(terms).map(([key, count]) => [Number(key), count]));
		const length = [...counts.values()].reduce((sum, count) => sum + count, extra);
		return { id: id(i + 1), terms: counts, length: Math.min(65_535, length) };
	}),
);
const group = fc
	.uniqueArray(term, { minLength: 1, maxLength: 4 })
	.chain((terms) =>
		fc.tuple(
			fc.constant(terms),
			fc.array(fc.integer({ min: 1, max: 9 }), { minLength: terms.length, maxLength: terms.length }),
		),
	)
	.map(([terms, weights]): TermGroup => {
		const sum = weights.reduce((total, weight) => total + weight, 0);
		return { terms: terms.map((value, i) => ({ term: value, cosine: 1, weight: (weights[i] ?? 0) / sum })) };
	});
const groups = fc.array(group, { maxLength: 5 });

function shardOf(passages: readonly Passage[]): LexicalShard {
	const shard = new LexicalShard();
	for (const { id: passage, terms, length } of passages) shard.add(passage, terms, length);
	return shard;
}

describe('LexicalShard', () => {
	it('scores as the definition does', () => {
		fc.assert(
			fc.property(corpus, groups, (passages, question) => {
				expectEqualScores(scoresOf(shardOf(passages), question), scoresByDefinition(passages, question));
			}),
			{ numRuns: 300 },
		);
	});

	it('scores what is left as if the removed had never been there, compacted, copied or neither', () => {
		fc.assert(
			fc.property(corpus, groups, fc.infiniteStream(fc.boolean()), (passages, question, coin) => {
				const shard = shardOf(passages);
				const left = passages.filter((_, place) => {
					const isRemoved = coin.next().value as boolean;
					if (isRemoved) shard.removeAt(place);
					return !isRemoved;
				});
				const expected = scoresByDefinition(left, question);
				expect(shard.size).toBe(left.length);
				expectEqualScores(scoresOf(shard, question), expected);
				for (let value = 1; value <= TERMS; value++) {
					expect(shard.stands(value)).toBe(left.some(({ terms }) => terms.has(value)));
				}
				shard.compact();
				expect(shard.places).toBe(left.length);
				expect(scoresOf(shard, question)).toEqual(scoresOf(shardOf(left), question));
				expect(scoresOf(LexicalShard.from(shard.data()), question)).toEqual(scoresOf(shard, question));
			}),
			{ numRuns: 300 },
		);
	});

	it('takes passages after it was copied, without changing what it was copied from', () => {
		fc.assert(
			fc.property(corpus, corpus, groups, (before, after, question) => {
				const data = shardOf(before).data();
				const bytes = structuredClone(data);
				const shard = LexicalShard.from(data);
				const later = after.map((added) => ({ ...added, id: id(added.id + 1000) }));
				for (const { id: passage, terms, length } of later) shard.add(passage, terms, length);
				expectEqualScores(scoresOf(shard, question), scoresByDefinition([...before, ...later], question));
				expect(data).toEqual(bytes);
			}),
		);
	});

	it('gives shares from 0 to 1, and weights that sum to 1 where all of the question stands', () => {
		fc.assert(
			fc.property(corpus, groups, (passages, question) => {
				const { byPlace, weights } = shardOf(passages).score(question);
				for (const share of byPlace) expect(share >= 0 && share <= 1).toBe(true);
				const sum = weights.reduce((total, weight) => total + weight, 0);
				expect(sum).toBeLessThanOrEqual(1 + 1e-9);
				if (sum > 0 && weights.every((weight) => weight > 0)) expect(sum).toBeCloseTo(1, 9);
			}),
		);
	});

	it('counts what stands nowhere as a part of the question that no passage has', () => {
		const shard = shardOf([
			{ id: id(1), terms: new Map([[1, 1]]), length: 10 },
			{ id: id(2), terms: new Map(), length: 10 },
		]);
		const known = { terms: [{ term: 1, weight: 1 }] };
		const [whole] = shard.score([known]).byPlace;
		const [half] = shard.score([known, { terms: [] }]).byPlace;
		expect(half).toBeLessThan(whole! / 2);
		expect(half).toBeGreaterThan(0);
	});

	it('looks for no group that nearly all passages have, unless nothing else is asked', () => {
		const everywhere = { terms: [{ term: 1, weight: 1 }] };
		const once = { terms: [{ term: 2, weight: 1 }] };
		const shard = shardOf(
			Array.from({ length: 50 }, (_, i) => {
				return { id: id(i + 1), terms: new Map([[1, 1], ...(i === 7 ? ([[2, 1]] as const) : [])]), length: 10 };
			}),
		);
		const { byPlace, weights } = shard.score([everywhere, once]);
		expect(Array.from(byPlace.keys()).filter((place) => byPlace[place] !== 0)).toEqual([7]);
		expect(weights[0]).toBe(0);
		expect(weights[1]).toBeGreaterThan(0.97);
		expect(shard.score([everywhere]).weights).toEqual([1]);
		expect(shard.score([everywhere]).byPlace[3]).toBeGreaterThan(0.4);
	});

	it('scores nothing where it is empty', () => {
		expect(new LexicalShard().score([{ terms: [{ term: 1, weight: 1 }] }])).toMatchObject({
			byPlace: new Float32Array(0),
			weights: [0],
		});
	});

	it('removes a passage once', () => {
		const shard = shardOf([
			{ id: id(1), terms: new Map([[1, 1]]), length: 4 },
			{ id: id(2), terms: new Map([[1, 2]]), length: 6 },
		]);
		shard.removeAt(0);
		shard.removeAt(0);
		expect(shard.size).toBe(1);
		const question = [{ terms: [{ term: 1, weight: 1 }] }];
		expectEqualScores(
			scoresOf(shard, question),
			scoresByDefinition([{ id: id(2), terms: new Map([[1, 2]]), length: 6 }], question),
		);
	});
});
