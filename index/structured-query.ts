import type { Neighbours } from '../embeddings/neighbours.js';

/** Names a token, or a folded word, in one index: words stand above every token of a vocabulary of 16 bits. */
export type Term = number;

const FIRST_WORD = 1 << 16;

/** A word's term: FNV-1a of its UTF-16 units, moved above the tokens. Two words may share one; at 4 billion values that is rare and harmless. */
export function termOfWord(word: string): Term {
	let hash = 0x811c9dc5;
	for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	return FIRST_WORD + ((hash >>> 0) % (2 ** 32 - FIRST_WORD));
}

/**
 * Letters by which a longer word is found in another form: as good for Turkish as its grammar (Can et al. 2008, F5), and needs to know of no
 * language.
 */
const STEM_LETTERS = 5;
/** What they count of such a word, the word as it stands for the rest. Of 0.5 and 0.8 it ranked the passages of questions in five languages best. */
const STEM_WEIGHT = 0.8;

/** The terms by which a folded word is found: its own and, of a long word, that of its first letters. No word ends in a sign. */
export function termsOfWord(word: string): Term[] {
	const isLong = word.length > STEM_LETTERS && !/\d/.test(word);
	return isLong ? [termOfWord(word), termOfWord(`${word.slice(0, STEM_LETTERS)}*`)] : [termOfWord(word)];
}

export interface WeightedTerm {
	readonly term: Term;
	/** What each occurrence counts. */
	readonly weight: number;
}

/** Terms that stand for one another. Their weights sum to 1. */
export interface TermGroup {
	readonly terms: readonly WeightedTerm[];
	/** What the group counts beside others, positive; 1 where it is not given. */
	readonly importance?: number;
}

/** Most neighbours of a token that count, softmax temperature of their cosines: as fitted with the model (docs/ablations.md). */
const EXPANSIONS = 20;
const TEMPERATURE = 0.12;

/**
 * A question as probabilistic structured query (Darwish & Oard 2003): each of its distinct tokens becomes the group of its
 * neighbours that `stands` in the passages searched, weighted by the softmax of their cosines.
 */
export function tokenGroups(
	tokens: Iterable<number>,
	neighbours: Neighbours,
	stands: (term: Term) => boolean,
	importance?: number,
): TermGroup[] {
	return Array.from(new Set(tokens), (token) => {
		const near = neighbours
			.of(token)
			.filter((neighbour) => stands(neighbour.token))
			.slice(0, EXPANSIONS);
		const best = near[0]?.cosine ?? 0;
		const weights = near.map(({ cosine }) => Math.exp((cosine - best) / TEMPERATURE));
		const sum = weights.reduce((total, weight) => total + weight, 0);
		const terms = near.map(({ token: term }, i) => ({ term, weight: (weights[i] ?? 0) / sum }));
		return { terms, ...(importance !== undefined && { importance }) };
	});
}

/** A question's distinct folded words, each a group of its own with its first letters. */
export function wordGroups(words: Iterable<string>, importance?: number): TermGroup[] {
	return Array.from(new Set(words), (word) => {
		const [term = 0, stem] = termsOfWord(word);
		const terms =
			stem === undefined
				? [{ term, weight: 1 }]
				: [
						{ term, weight: 1 - STEM_WEIGHT },
						{ term: stem, weight: STEM_WEIGHT },
					];
		return { terms, ...(importance !== undefined && { importance }) };
	});
}
