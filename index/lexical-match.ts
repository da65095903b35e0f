import type { Tokens } from '../embeddings/encoder.js';
import type { Neighbours } from '../embeddings/neighbours.js';
import { K1, saturation } from './bm25.js';
import type { LexicalShard } from './lexical-shard.js';
import type { EncodedQuestion } from './question.js';
import { termsOfWord, tokenGroups, wordGroups, type Term, type TermGroup } from './structured-query.js';

/** What a folded word counts beside a token: as much. Of 0.25, 0.5 and 1 it ranked the passages of held-out questions best. */
const WORD_WEIGHT = 1;

/** A question held against the passages of one language. */
export interface LexicalMatch {
	/** How much of the question, and of the one that it follows, stands in each passage, in [0, 1], by place in the shard. */
	readonly byPlace: Float32Array;
	/** How much of the question stands in a text of the shard's language, in [0, 1]: as `byPlace`, without regard to its length. */
	shareIn(tokens: Tokens, words: readonly string[]): number;
}

export function matchLexically(shard: LexicalShard, question: EncodedQuestion, neighbours: Neighbours): LexicalMatch {
	const { earlier } = question;
	const stands = (term: Term) => shard.stands(term);
	const tokens = tokenGroups(question.tokens, neighbours, stands);
	const words = wordGroups(question.words);
	const match = matchGroups(shard, tokens, words);
	if (earlier === undefined) return match;

	const own = { tokens: new Set(question.tokens), words: new Set(question.words) };
	const earlierTokens = earlier.tokens.filter((token) => !own.tokens.has(token));
	const earlierWords = earlier.words.filter((word) => !own.words.has(word));
	const { byPlace } = matchGroups(
		shard,
		[...tokens, ...tokenGroups(earlierTokens, neighbours, stands, earlier.importance)],
		[...words, ...wordGroups(earlierWords, earlier.importance)],
	);
	return { ...match, byPlace };
}

function matchGroups(shard: LexicalShard, tokens: readonly TermGroup[], words: readonly TermGroup[]): LexicalMatch {
	const byTokens = shard.score(tokens);
	const byWords = shard.score(words);
	// a question in Thai may hold but one word and number: words count by what they say beside the tokens
	const information = byTokens.information + WORD_WEIGHT * byWords.information;
	const ofWords = information > 0 ? (WORD_WEIGHT * byWords.information) / information : 0;
	const both = (share: number, shareOfWords: number) => (1 - ofWords) * share + ofWords * shareOfWords;
	const byPlace = byTokens.byPlace;
	for (let place = 0; place < byPlace.length; place++)
		byPlace[place] = both(byPlace[place] ?? 0, byWords.byPlace[place] ?? 0);
	return {
		byPlace,
		shareIn: (textTokens, textWords) =>
			both(
				shareOf(tokens, byTokens.weights, countsOf(textTokens)),
				shareOf(words, byWords.weights, countsOf(textWords.flatMap(termsOfWord))),
			),
	};
}

function shareOf(groups: readonly TermGroup[], weights: readonly number[], counts: ReadonlyMap<Term, number>): number {
	let sum = 0;
	for (const [i, { terms }] of groups.entries()) {
		const frequency = terms.reduce((total, { term, weight }) => total + weight * (counts.get(term) ?? 0), 0);
		sum += ((weights[i] ?? 0) * saturation(frequency, K1)) / (K1 + 1);
	}
	return sum;
}

function countsOf(terms: Iterable<Term>): Map<Term, number> {
	const counts = new Map<Term, number>();
	for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}
