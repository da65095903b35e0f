import type { Passage, Span } from './document.js';

export interface PassageOptions {
	/** Most tokens in one passage: the sum of its sentences' counts, special tokens not counted. At least 1. */
	readonly maxTokens: number;
	/** Sentences that neighbouring passages share, so that what spans two sentences stands in one passage. Defaults to 1. */
	readonly overlap?: 0 | 1;
}

/** Positions `[first, end)` in the list of sentences. */
interface Run {
	readonly first: number;
	readonly end: number;
}

/**
 * Gathers the sentences of a document into passages of at most `maxTokens` tokens.
 *
 * Every sentence is in a passage, passages are in reading order, and neighbours share exactly `overlap` sentences. They
 * share none where a shared sentence would leave no room for a new one, or where one of the two is a single sentence that
 * fills a passage alone. A sentence over the limit is a passage of its own, and the encoder truncates it. The last two
 * passages are evened out, so that a document does not end in a passage of a few words.
 *
 * @param tokenCounts One count per sentence, by the encoder's own tokenizer.
 * @throws {RangeError} If the lists differ in length, or `maxTokens` is below 1.
 */
export function splitPassages(
	sentences: readonly Span[],
	tokenCounts: readonly number[],
	{ maxTokens, overlap = 1 }: PassageOptions,
): Passage[] {
	if (sentences.length !== tokenCounts.length) {
		throw new RangeError(`Expected one token count per sentence, got ${tokenCounts.length} for ${sentences.length}`);
	}
	if (!(maxTokens >= 1)) throw new RangeError(`Expected maxTokens of at least 1, got ${maxTokens}`);

	const runs = evenLastTwo(greedyRuns(tokenCounts, maxTokens, overlap), tokenCounts, maxTokens);
	return runs.map(({ first, end }) => passageOf(sentences.slice(first, end)));
}

/** Takes sentences while they fit, then goes on from the last one taken. */
function greedyRuns(tokenCounts: readonly number[], maxTokens: number, overlap: 0 | 1): Run[] {
	const runs: Run[] = [];
	let first = 0;
	while (first < tokenCounts.length) {
		let end = first + 1;
		let tokens = tokenCounts[first] ?? 0;
		while (end < tokenCounts.length && tokens + (tokenCounts[end] ?? 0) <= maxTokens) {
			tokens += tokenCounts[end] ?? 0;
			end += 1;
		}
		runs.push({ first, end });
		// a run of one sentence is never gone back to: had the next one fitted beside it, it would have been taken
		const shared = end - overlap;
		const fits = sum(tokenCounts, { first: shared, end: end + 1 }) <= maxTokens;
		first = end < tokenCounts.length && fits ? shared : end;
	}
	return runs;
}

/** Moves the border between the last two runs to where they differ least in tokens; what they share stays as much. */
function evenLastTwo(runs: readonly Run[], tokenCounts: readonly number[], maxTokens: number): Run[] {
	const last = runs.at(-1);
	const previous = runs.at(-2);
	if (last === undefined || previous === undefined) return [...runs];
	const shared = previous.end - last.first;

	let best = { previous, last };
	let bestDifference = difference(tokenCounts, best);
	for (let first = last.first - 1; first > previous.first; first--) {
		const moved = { previous: { first: previous.first, end: first + shared }, last: { first, end: last.end } };
		if (sum(tokenCounts, moved.last) > maxTokens) break;
		const movedDifference = difference(tokenCounts, moved);
		if (movedDifference >= bestDifference) break;
		best = moved;
		bestDifference = movedDifference;
	}
	return [...runs.slice(0, -2), best.previous, best.last];
}

function difference(tokenCounts: readonly number[], { previous, last }: { previous: Run; last: Run }): number {
	return Math.abs(sum(tokenCounts, previous) - sum(tokenCounts, last));
}

function sum(tokenCounts: readonly number[], { first, end }: Run): number {
	return tokenCounts.slice(first, end).reduce((total, tokens) => total + tokens, 0);
}

function passageOf(sentences: readonly Span[]): Passage {
	const start = sentences[0]?.start ?? 0;
	return { span: { start, end: sentences.at(-1)?.end ?? start }, sentences };
}
