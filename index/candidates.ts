import { cosine, type Embedding } from '../embeddings/encoder.js';
import type { Collection } from './collection.js';
import type { LexicalShard } from './lexical-shard.js';
import { byScore, type PassageId, type Scored } from './ranking.js';
import { Chance, standardise, type Spread } from './spread.js';

/** A passage that one of the indexes proposes, scored by both. */
export interface CandidatePassage extends Scored {
	/** Of the question's vector and the passage's. */
	readonly cosine: number;
	/** How much of the question stands in the passage, in [0, 1]. */
	readonly share: number;
}

/** Where to look for candidates: among the passages of one language of a collection. */
export interface Within {
	readonly collection: Pick<Collection, 'lexical' | 'store' | 'sampleOf'>;
	readonly language: string;
	readonly shard: LexicalShard;
	/** What the vector index found, in any language, with the cosines. */
	readonly near: ReadonlyMap<PassageId, number>;
	/** Passages to take from the lexical index. */
	readonly depth: number;
	/** The only passages to propose; any where it is not given. What chance gives is told by all. */
	readonly allowed: ReadonlySet<PassageId> | undefined;
}

/**
 * What chance gives, which the passages of a language tell themselves where there are enough. As seen over the sample articles, whose
 * passages are all of a few subjects: narrower values let chance hits of small languages come first.
 */
const CHANCE: Readonly<Record<'cosine' | 'share', Spread>> = {
	cosine: { mean: 0.12, deviation: 0.1 },
	share: { mean: 0.08, deviation: 0.06 },
};
/** After how many passages of a language they tell more of it than what is expected. */
const PASSAGES_EXPECTED = 16;

/**
 * The passages of one language that either index proposes, best first: by their deviations from what chance gives in that language,
 * times their weights.
 *
 * @param shares how much of the question stands in each passage, by place in the shard
 */
export function candidatesOf(
	question: Embedding,
	shares: Float32Array,
	{ collection, language, shard, near, depth, allowed }: Within,
	weights: Readonly<Record<'cosine' | 'share', number>>,
): CandidatePassage[] {
	const isLeftOut = (place: number) => shard.isEmptyAt(place) || allowed?.has(shard.idAt(place)) === false;
	const places = topPlaces(shares, isLeftOut, depth);
	for (const id of near.keys()) {
		const where = collection.lexical.placeOf(id);
		if (where?.language === language) places.add(where.place);
	}
	const sample = collection.sampleOf(language);
	const cosines = new Chance(CHANCE.cosine, PASSAGES_EXPECTED);
	for (const passage of sample.values()) cosines.see(cosine(question, passage));
	const chance = new Chance(CHANCE.share, PASSAGES_EXPECTED);
	for (let place = 0; place < shard.places; place++) {
		if (!shard.isEmptyAt(place)) chance.see(shares[place] ?? 0);
	}
	const candidates = Array.from(places, (place): CandidatePassage => {
		const passageId = shard.idAt(place);
		const dense = near.get(passageId) ?? cosine(question, collection.store.embedding(passageId));
		const share = shares[place] ?? 0;
		const cosineByChance = cosines.spread(sample.has(passageId) ? dense : undefined);
		const score =
			weights.cosine * standardise(dense, cosineByChance) + weights.share * standardise(share, chance.spread(share));
		return { passageId, cosine: dense, share, score };
	});
	return candidates.sort(byScore);
}

/** The places of the greatest positive values, at most `count` of them, equal ones by place. */
function topPlaces(values: Float32Array, isLeftOut: (place: number) => boolean, count: number): Set<number> {
	let kept: number[] = [];
	let floor = 0;
	const cut = () => {
		kept = kept.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, count);
		if (kept.length === count) floor = values[kept.at(-1) ?? 0] ?? 0;
	};
	for (let place = 0; place < values.length; place++) {
		if ((values[place] ?? 0) <= floor || isLeftOut(place)) continue;
		kept.push(place);
		if (kept.length === 8 * count) cut();
	}
	cut();
	return new Set(kept);
}
