import { cosine } from '../embeddings/encoder.js';
import type { Neighbours } from '../embeddings/neighbours.js';
import type { Collection } from './collection.js';
import { primaryLanguage } from './lexical-index.js';
import { matchLexically, type LexicalMatch } from './lexical-match.js';
import type { EncodedQuestion } from './question.js';
import { byScore, type PassageId, type Scored } from './ranking.js';
import { spreadOf, standardise, type Spread } from './spread.js';

export interface RetrieveOptions {
	/** Passages to return. */
	readonly k: number;
	/** Passages to take from each index before they are scored. */
	readonly depth?: number;
	/** The only passages to return; any where it is not given. What chance gives is told by all of the collection. */
	readonly allowed?: ReadonlySet<PassageId> | undefined;
}

export interface Hit extends Scored {
	readonly language: string;
	/** Of the question's vector and the passage's. */
	readonly cosine: number;
	/** How much of the question stands in the passage, in [0, 1]. */
	readonly share: number;
}

export interface Retrieval {
	/** Best first, no passage twice. */
	readonly hits: readonly Hit[];
	/** By primary language: the question held against the passages of that language. */
	readonly matches: ReadonlyMap<string, LexicalMatch>;
}

const DEPTH = 64;
/** Of the lexical index's depth, what each language gets at least, however many there are. */
const LEAST_DEPTH_PER_LANGUAGE = 8;
/**
 * Weight of the lexical score beside the dense one, both in standard deviations: words found as they stand are better evidence
 * than words found by translation. From the model's evaluation: training/README.md.
 */
const LEXICAL_WEIGHT = { sameLanguage: 2, otherLanguage: 1 };

/**
 * What is expected of a language with too few passages to tell, and after how many of them the passages themselves tell more. Of
 * the size seen over the sample articles; narrower values for other languages let chance hits of small ones come first.
 */
const PRIOR: { readonly cosine: Spread; readonly share: Spread; readonly weight: number } = {
	cosine: { mean: 0.12, deviation: 0.1 },
	share: { mean: 0.08, deviation: 0.06 },
	weight: 16,
};

/**
 * The passages of a collection that are likeliest to answer a question, in any language. Holds no state and changes none: equal
 * calls give equal rankings.
 *
 * Both indexes propose candidates; each is then scored exactly by both. Scores are compared within a language first, as
 * deviations from what chance gives there, and so become comparable between languages.
 */
export function retrieve(
	collection: Collection,
	neighbours: Neighbours,
	question: EncodedQuestion,
	{ k, depth = DEPTH, allowed }: RetrieveOptions,
): Retrieval {
	const { lexical, store, vectors } = collection;
	const { embedding } = question.earlier ?? question;
	const near = new Map(vectors.search(embedding, depth, allowed).map(({ passageId, score }) => [passageId, score]));
	const languages = allowed && new Set(Array.from(allowed, (id) => lexical.placeOf(id)?.language));
	const matches = new Map<string, LexicalMatch>();
	const hits: Hit[] = [];

	const shards = [...lexical.shards()].filter(([language]) => languages?.has(language) !== false);
	const depthPerLanguage = Math.max(LEAST_DEPTH_PER_LANGUAGE, Math.ceil(depth / shards.length));

	for (const [language, shard] of shards) {
		if (shard.size === 0) continue;
		const match = matchLexically(shard, question, neighbours);
		matches.set(language, match);
		const isLeftOut = (place: number) => shard.isEmptyAt(place) || allowed?.has(shard.idAt(place)) === false;
		const places = topPlaces(match.byPlace, isLeftOut, depthPerLanguage);
		for (const id of near.keys()) {
			const where = lexical.placeOf(id);
			if (where?.language === language) places.add(where.place);
		}
		const cosines = spreadOf(collection.backgroundCosines(language, embedding), PRIOR.cosine, PRIOR.weight);
		const held =
			shard.size === shard.places ? match.byPlace : match.byPlace.filter((_, place) => !shard.isEmptyAt(place));
		const shares = spreadOf(held, PRIOR.share, PRIOR.weight);
		const same = language === primaryLanguage(question.language);
		const weight = same ? LEXICAL_WEIGHT.sameLanguage : LEXICAL_WEIGHT.otherLanguage;
		for (const place of places) {
			const passageId = shard.idAt(place);
			const dense = near.get(passageId) ?? cosine(embedding, store.embedding(passageId));
			const share = match.byPlace[place] ?? 0;
			const sum = standardise(dense, cosines) + weight * standardise(share, shares);
			// of unit variance whatever the weight, so that chance reaches as high in every language
			hits.push({ passageId, language, cosine: dense, share, score: sum / Math.hypot(1, weight) });
		}
	}
	return { hits: hits.sort(byScore).slice(0, k), matches };
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
