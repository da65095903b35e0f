import type { Tokens } from '../embeddings/encoder.js';
import type { Lexicon } from '../embeddings/lexicon.js';
import { candidatesOf, type CandidatePassage } from './candidates.js';
import type { Collection } from './collection.js';
import { LateInteraction } from './late-interaction.js';
import { ClosestSentence } from './closest-sentence.js';
import { primaryLanguage } from '../articles/primary-language.js';
import { matchLexically, type LexicalMatch } from './lexical-match.js';
import type { EncodedQuestion } from './question.js';
import { byScore, type PassageId } from './ranking.js';
import type { StoredPassage } from './rows.js';
import { standardise, type Spread } from './spread.js';

export interface RetrieveOptions {
	/** Passages to return. */
	readonly k: number;
	/** Passages to take from each index before they are scored. */
	readonly depth?: number;
	/** The only passages to return; any where it is not given. What chance gives is told by all of the collection. */
	readonly allowed?: ReadonlySet<PassageId> | undefined;
}

export interface Hit extends CandidatePassage {
	readonly language: string;
	/** How near the passage's words come to the question's, in [0, 1]. */
	readonly nearness: number;
}

export interface Retrieval {
	/** Best first, no passage twice. */
	readonly hits: readonly Hit[];
	/** By primary language: the question held against the passages of that language. */
	readonly matches: ReadonlyMap<string, LexicalMatch>;
	/** Passages that were read to rank them, so that nobody reads them again; not all of the hits need be among them. */
	readonly read: ReadonlyMap<PassageId, StoredPassage>;
	/** The question's own words. */
	readonly own: LateInteraction;
	/** Its words and those of the question that it follows. */
	readonly late: LateInteraction;
}

/** What reading a passage tells of it. */
interface Reading {
	/** Of its words. */
	readonly nearness: number;
	/** Of its nearest sentence. */
	readonly closest: number;
}

const DEPTH = 64;
/** Of the lexical index's depth, what each language gets at least, however many there are. */
const LEAST_DEPTH_PER_LANGUAGE = 8;
/**
 * What each score counts, all in standard deviations: words found as they stand are better evidence than words found by
 * translation. From the model's evaluation: docs/ablations.md.
 */
const WEIGHTS = {
	sameLanguage: { cosine: 1, share: 2, nearness: 1, closest: 0.5 },
	otherLanguage: { cosine: 1, share: 1, nearness: 1.5, closest: 1.5 },
};
/** Passages that are read word by word and sentence by sentence, and what each language gets of them at least. */
const READ = 32;
const LEAST_READ_PER_LANGUAGE = 5;
/** Passages of a language that one is held against, and what their mean score takes from its own. */
const RIVALS = 5;
const RIVALRY = 0.7;

/** What chance gives of what is read, as seen among passages of all subjects: reading some for each question told no more. */
const CHANCE: Readonly<Record<keyof Reading, Spread>> = {
	nearness: { mean: 0.1, deviation: 0.06 },
	closest: { mean: 0.06, deviation: 0.055 },
};
const READ_BY_CHANCE: Reading = { nearness: CHANCE.nearness.mean, closest: CHANCE.closest.mean };

/**
 * The passages of a collection that are likeliest to answer a question, in any language. Holds no state and changes none: equal
 * calls give equal rankings.
 *
 * Both indexes propose candidates; each is then scored exactly by both. Scores are compared within a language first, as
 * deviations from what chance gives there, and so become comparable between languages.
 */
export function retrieve(
	collection: Collection,
	lexicon: Pick<Lexicon, 'neighbours' | 'words' | 'meanings'>,
	question: EncodedQuestion,
	{ k, depth = DEPTH, allowed }: RetrieveOptions,
): Retrieval {
	const { lexical, store, vectors } = collection;
	const { embedding } = question.earlier ?? question;
	const asked = tokensOfBoth(question);
	const own = new LateInteraction(lexicon.words, question.tokens);
	const late = question.earlier === undefined ? own : new LateInteraction(lexicon.words, asked);
	const closestSentence = new ClosestSentence(lexicon.meanings, asked);
	const near = new Map(vectors.search(embedding, depth, allowed).map(({ passageId, score }) => [passageId, score]));
	const languages = allowed && new Set(Array.from(allowed, (id) => lexical.placeOf(id)?.language));
	const matches = new Map<string, LexicalMatch>();
	const passages = new Map<PassageId, StoredPassage>();
	const readPassage = (id: PassageId): Reading => {
		const passage = store.passage(id);
		passages.set(id, passage);
		const read = [...passage.contextTokens, ...passage.tokens];
		return { nearness: late.nearness(read), closest: closestSentence.cosine(read) };
	};
	const hits: Hit[] = [];

	const shards = Array.from(lexical.shards()).filter(
		([language, { size }]) => size > 0 && languages?.has(language) !== false,
	);
	const depthPerLanguage = Math.max(LEAST_DEPTH_PER_LANGUAGE, Math.ceil(depth / shards.length));
	const depthOfReading = Math.max(LEAST_READ_PER_LANGUAGE, Math.ceil(READ / shards.length));

	for (const [language, shard] of shards) {
		const match = matchLexically(shard, question, lexicon.neighbours);
		matches.set(language, match);
		const weights = language === primaryLanguage(question.language) ? WEIGHTS.sameLanguage : WEIGHTS.otherLanguage;
		const within = { collection, language, shard, near, depth: depthPerLanguage, allowed };
		const candidates = candidatesOf(embedding, match.byPlace, within, weights);
		const scored = candidates.map((candidate, i): Hit => {
			// those so far behind that no reading would bring them to the front pass for what chance gives
			const { nearness, closest } = i < depthOfReading ? readPassage(candidate.passageId) : READ_BY_CHANCE;
			const sum =
				candidate.score +
				weights.nearness * standardise(nearness, CHANCE.nearness) +
				weights.closest * standardise(closest, CHANCE.closest);
			// of unit variance whatever the weights, so that chance reaches as high in every language
			const score = sum / Math.hypot(weights.cosine, weights.share, weights.nearness, weights.closest);
			return { ...candidate, language, nearness, score };
		});
		hits.push(...aboveRivals(scored.sort(byScore)));
	}
	return { hits: hits.sort(byScore).slice(0, k), matches, read: passages, own, late };
}

/**
 * Scores of the passages of one language as margins over the best others of it (as CSLS does, Conneau et al. 2018): a passage on the
 * question's subject shares many words with it in the question's own language, and few in another, so that only what stands out among
 * its like compares between languages. The order is kept.
 */
function aboveRivals(sorted: readonly Hit[]): Hit[] {
	const best = sorted.slice(0, RIVALS + 1).map(({ score }) => Math.max(0, score));
	const sum = best.reduce((total, score) => total + score, 0);
	return sorted.map((hit, i) => {
		const others = sum - (best[i] ?? best[RIVALS] ?? 0);
		return { ...hit, score: hit.score - (RIVALRY * others) / RIVALS };
	});
}

function tokensOfBoth({ tokens, earlier }: EncodedQuestion): Tokens {
	if (earlier === undefined) return tokens;
	return Uint32Array.from([...tokens, ...earlier.tokens]);
}
