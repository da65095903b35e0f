import { cosine } from '../../embeddings/encoder.js';
import { wordCount } from './content-words.js';
import type { Unit } from './units.js';

/** What likeness of meaning counts beside words that are shared: each says what the other misses, and neither is known to be better. */
const MEANING = 0.5;

/**
 * Words that are added to a unit's length before what it says is divided by it: pivoted normalisation (Singhal, Buckley & Mitra 1996). Without
 * them a single word would say most, in proportion; with many, whatever is longest.
 */
const PIVOT_WORDS = 5;

/** What a unit of somebody who is quoted already counts, beside one of somebody else. */
const SAME_VOICE = 0.8;

/**
 * What each of `count` units counts for what all of them say, in the order in which they were said or stand: whoever opens a talk, and
 * the first sentence of an article, say what it is about. The discount of DCG, `1 / log2(place + 1)` (Järvelin & Kekäläinen 2002).
 */
export function openingWeights(count: number): Float64Array {
	return Float64Array.from({ length: count }, (_, i) => 1 / Math.log2(i + 2));
}

/**
 * How much each unit says of what all of them say together, in [0, 1]; greater is better, comparable within one call.
 *
 * It is degree centrality in the graph of all pairs (Erkan & Radev 2004, LexRank), where an edge is the mean of two likenesses: the
 * cosine of meanings, and the number of content words that both have. Both are sums over single values, so that the sum over all pairs
 * is a product with the sum over all units: of the meanings, their centre (Radev et al. 2004, MEAD), and of the words, how often each is
 * said (Nenkova & Vanderwende 2005, SumBasic). This takes O(n) steps and no graph. Letting central units count more, as PageRank does (TextRank,
 * Mihalcea & Tarau 2004), was tried and gave no better summaries.
 *
 * Works across languages as far as the encoder does; words count where they, or names and numbers, are the same.
 *
 * @param units in the order of time, or of reading
 * @param weights what each unit counts for the whole, not negative; {@link openingWeights} where they are not given
 */
export function centralityOf(
	units: readonly Unit[],
	weights: ArrayLike<number> = openingWeights(units.length),
): Float64Array {
	const centre = centreOf(units, weights);
	const said = wordWeights(units, weights);
	const meanings = units.map(({ embedding }) => Math.max(0, dot(embedding, centre)));
	const words = units.map(
		(unit) => sumOf(new Set(unit.words), (word) => said.get(word) ?? 0) / (wordCount(unit.text) + PIVOT_WORDS),
	);
	const [mostMeaning, mostWords] = [greatest(meanings), greatest(words)];
	return Float64Array.from(
		units,
		(_, i) => MEANING * ((meanings[i] ?? 0) / mostMeaning) + (1 - MEANING) * ((words[i] ?? 0) / mostWords),
	);
}

export interface Wanted {
	/** Units, at most. */
	readonly most?: number;
	/**
	 * Words of all chosen units together, about: a unit is taken if it brings the sum nearer to this. At least one is taken, the shortest if
	 * all are too long.
	 */
	readonly wordBudget?: number;
	/** How many words each unit takes of the budget; those of its text where they are not given. */
	readonly lengths?: readonly number[];
	/** Who says each unit: where it is given, others are preferred to those who are chosen already. */
	readonly voices?: readonly string[];
}

/**
 * The units that say most together, by their indices, best first. Each is the best beside those before it: its score counts as far as
 * its words were not said by them, and its meaning not either (maximal marginal relevance, Carbonell & Goldstein 1998, with the coverage of
 * Lin & Bilmes 2011 in the place of the greatest likeness alone). Takes O(n) steps for each that is chosen.
 *
 * @param scores not negative, greater is better, as {@link centralityOf} gives them
 */
export function chooseCentral(
	units: readonly Unit[],
	scores: ArrayLike<number>,
	{ most = units.length, wordBudget, lengths: given, voices }: Wanted = {},
): number[] {
	const novelty = new Novelty(units);
	const lengths = wordBudget === undefined ? undefined : (given ?? units.map(({ text }) => wordCount(text)));
	const left = new Set(units.keys());
	const heard = new Set<string>();
	const chosen: number[] = [];
	let room = wordBudget ?? Infinity;
	while (chosen.length < most) {
		let best: number | undefined;
		let bestValue = -Infinity;
		for (const i of left) {
			// it would lead further away from the budget than it is now
			if (lengths !== undefined && (lengths[i] ?? 0) >= 2 * room) continue;
			const voice = voices?.[i];
			const value = (scores[i] ?? 0) * novelty.of(i) * (voice !== undefined && heard.has(voice) ? SAME_VOICE : 1);
			if (value > bestValue) [best, bestValue] = [i, value];
		}
		if (best === undefined) break;
		chosen.push(best);
		left.delete(best);
		novelty.say(best, left);
		room -= lengths?.[best] ?? 0;
		const voice = voices?.[best];
		if (voice !== undefined) heard.add(voice);
	}
	const [first] = left;
	if (chosen.length > 0 || first === undefined || most < 1) return chosen;
	return [[...left].reduce((a, b) => ((lengths?.[b] ?? 0) < (lengths?.[a] ?? 0) ? b : a), first)];
}

/** How much of what each unit says was not said before. */
class Novelty {
	readonly #units: readonly Unit[];
	/** In how many units each word stands. */
	readonly #counts: ReadonlyMap<string, number>;
	/** Which units hold each word that was not said yet. */
	readonly #unsaid = new Map<string, number[]>();
	/** Of each unit, the counts of its words, and of those among them that were said. */
	readonly #all: Float64Array;
	readonly #said: Float64Array;
	/** The greatest cosine to what was said. */
	readonly #likeness: Float64Array;

	constructor(units: readonly Unit[]) {
		this.#units = units;
		this.#counts = wordWeights(units, new Float64Array(units.length).fill(1));
		this.#all = Float64Array.from(units, ({ words }) => sumOf(new Set(words), (word) => this.#counts.get(word) ?? 0));
		this.#said = new Float64Array(units.length);
		this.#likeness = new Float64Array(units.length);
		for (const [i, { words }] of units.entries()) {
			for (const word of new Set(words)) {
				const holders = this.#unsaid.get(word);
				if (holders === undefined) this.#unsaid.set(word, [i]);
				else holders.push(i);
			}
		}
	}

	/** In [0, 1]. */
	of(i: number): number {
		const all = this.#all[i] ?? 0;
		const words = all === 0 ? 1 : 1 - (this.#said[i] ?? 0) / all;
		return MEANING * (1 - (this.#likeness[i] ?? 0)) + (1 - MEANING) * words;
	}

	/** @param left those of which {@link of} will be asked */
	say(chosen: number, left: Iterable<number>): void {
		const unit = this.#units[chosen];
		if (unit === undefined) return;
		for (const word of new Set(unit.words)) {
			const count = this.#counts.get(word) ?? 0;
			for (const i of this.#unsaid.get(word) ?? []) this.#said[i] = (this.#said[i] ?? 0) + count;
			this.#unsaid.delete(word);
		}
		for (const i of left) {
			const other = this.#units[i];
			if (other === undefined) continue;
			this.#likeness[i] = Math.max(this.#likeness[i] ?? 0, Math.min(1, cosine(unit.embedding, other.embedding)));
		}
	}
}

/** The direction of the sum of all meanings. */
function centreOf(units: readonly Unit[], weights: ArrayLike<number>): Float64Array {
	const centre = new Float64Array(units[0]?.embedding.length ?? 0);
	for (const [i, { embedding }] of units.entries()) {
		const weight = weights[i] ?? 0;
		for (let k = 0; k < centre.length; k++) centre[k] = (centre[k] ?? 0) + weight * (embedding[k] ?? 0);
	}
	return centre;
}

/** What the units that hold each word count together. */
function wordWeights(units: readonly Unit[], weights: ArrayLike<number>): Map<string, number> {
	const said = new Map<string, number>();
	for (const [i, { words }] of units.entries()) {
		const weight = weights[i] ?? 0;
		for (const word of new Set(words)) said.set(word, (said.get(word) ?? 0) + weight);
	}
	return said;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
	return sum;
}

function sumOf<T>(values: Iterable<T>, valueOf: (value: T) => number): number {
	let sum = 0;
	for (const value of values) sum += valueOf(value);
	return sum;
}

/** 1 where all are 0. */
function greatest(values: readonly number[]): number {
	return values.reduce((most, value) => Math.max(most, value), 0) || 1;
}
