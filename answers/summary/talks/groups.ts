import type { Piece, Pieces } from './pieces.js';
import { dot } from './vectors.js';

/** Pieces that are taken for one talk. */
interface Group {
	readonly sum: Float32Array;
	square: number;
	weight: number;
	readonly pieces: Set<number>;
	/** How many of its pieces hold each word. */
	readonly words: Map<string, number>;
}

/** The mean cosine of two messages of one talk. On the planted talk 0.04; chance has 0. */
const LIKENESS = 0.05;
/** What meaning counts beside nearness in time; more than 1, as talks are to be told apart that run side by side. */
const MEANING = 1.2;
/** What belonging to a talk must be worth: it is more likely that two messages have nothing to do with one another. */
const LEAST_WORTH = 3;
/** What it costs a message that no neighbour in time is of its talk. */
const ALONE = 3;
const NO_NEIGHBOUR = 0.05;
/** Messages before and after whose talks one may belong to. */
const WINDOW = 30;
/** What words in common are worth, at most: one unusual phrase is no proof. */
const MOST_FOR_WORDS = 4;

/**
 * A division of pieces into groups, and what it is worth to put a piece with one of them, in nats: greater is better.
 *
 * Messages are thought of as points around the centre of their talk, itself a point around that of all. The evidence that points have a
 * centre in common then depends only on their number and the length of their sum (as for a Gaussian whose mean has a Gaussian prior),
 * and does not grow beyond what the centre can tell.
 */
export class Groups {
	readonly #pieces: Pieces;
	/** Cosines by chance have a variance of 1 / freedom. */
	readonly #freedom: number;
	readonly #groups: Group[] = [];
	readonly #free: number[] = [];
	/** Of each piece, the place of its group; -1 while it has none. */
	readonly groupOf: Int32Array;

	/** By group: of the piece that is looked at, how near its messages stand to those of the group; -1 while nobody looks. */
	readonly #nearness: Float64Array;

	/** @param deviation of the cosine of two messages that chance puts together */
	constructor(pieces: Pieces, deviation: number) {
		this.#pieces = pieces;
		this.#freedom = 1 / deviation ** 2;
		this.groupOf = new Int32Array(pieces.all.length).fill(-1);
		this.#nearness = new Float64Array(pieces.all.length).fill(-1);
	}

	/** The places of groups that hold something. */
	live(): number[] {
		return [...this.#groups.keys()].filter((group) => this.sizeOf(group) > 0);
	}

	/** Pieces of a group. */
	sizeOf(group: number): number {
		return this.#groups[group]?.pieces.size ?? 0;
	}

	weightOf(group: number): number {
		return this.#groups[group]?.weight ?? 0;
	}

	piecesIn(group: number): number[] {
		return [...(this.#groups[group]?.pieces ?? [])];
	}

	groupOfMessage(place: number): number {
		return this.groupOf[this.#pieces.pieceOf[place] ?? -1] ?? -1;
	}

	/** Puts a piece that is in no group into one, into a new one where none is given. */
	put(place: number, into = this.#free.pop() ?? this.#groups.length): void {
		const piece = this.#pieces.all[place];
		if (piece === undefined) return;
		const group = (this.#groups[into] ??= {
			sum: new Float32Array(piece.sum.length),
			square: 0,
			weight: 0,
			pieces: new Set(),
			words: new Map(),
		});
		group.square += 2 * dot(group.sum, piece.sum) + piece.square;
		group.weight += piece.weight;
		for (let k = 0; k < piece.sum.length; k++) group.sum[k] = (group.sum[k] ?? 0) + (piece.sum[k] ?? 0);
		for (const word of piece.words) group.words.set(word, (group.words.get(word) ?? 0) + 1);
		group.pieces.add(place);
		this.groupOf[place] = into;
	}

	/** Takes a piece out of its group. */
	take(place: number): void {
		const piece = this.#pieces.all[place];
		const from = this.groupOf[place] ?? -1;
		const group = this.#groups[from];
		if (piece === undefined || group === undefined) return;
		group.square += piece.square - 2 * dot(group.sum, piece.sum);
		group.weight -= piece.weight;
		for (let k = 0; k < piece.sum.length; k++) group.sum[k] = (group.sum[k] ?? 0) - (piece.sum[k] ?? 0);
		for (const word of piece.words) {
			const count = (group.words.get(word) ?? 0) - 1;
			if (count > 0) group.words.set(word, count);
			else group.words.delete(word);
		}
		group.pieces.delete(place);
		this.groupOf[place] = -1;
		if (group.pieces.size > 0) return;
		// what rounding left
		group.sum.fill(0);
		group.square = group.weight = 0;
		this.#free.push(from);
	}

	/** The groups around a piece that is in none, and what it is worth in each; by itself it is worth 0. */
	worthsAround(place: number): { readonly group: number; readonly worth: number }[] {
		const piece = this.#pieces.all[place];
		if (piece === undefined) return [];
		const worths: { group: number; worth: number }[] = [];
		const around = this.#around(piece, place);
		for (const group of around) {
			const own = this.#groups[group];
			const near = this.#nearness[group] ?? 0;
			this.#nearness[group] = -1;
			if (own === undefined) continue;
			const words = this.#wordsInCommon(piece.words, own.words);
			worths.push({
				group,
				worth: this.#likeness(piece, own) + words + (near < NO_NEIGHBOUR ? -ALONE : near) - LEAST_WORTH,
			});
		}
		return worths;
	}

	/**
	 * What it is worth to make one of two groups.
	 *
	 * @param beside what nearness in time speaks for it; negative where it speaks against it
	 */
	worthTogether(one: number, other: number, beside: number): number {
		const [a, b] = [this.#groups[one], this.#groups[other]];
		if (a === undefined || b === undefined) return -Infinity;
		const worth = this.#likeness(a, b) + beside - LEAST_WORTH;
		// words alone would not do
		if (worth + MOST_FOR_WORDS <= 0) return worth;
		const [few, many] = a.words.size < b.words.size ? [a, b] : [b, a];
		return worth + this.#wordsInCommon(few.words.keys(), many.words);
	}

	/**
	 * The groups among which a piece's messages stand. In {@link #nearness} is left, by group, what it is worth that they were written beside
	 * its messages: for each of them, the nearest before and the nearest after it.
	 */
	#around({ messages }: Piece, place: number): number[] {
		const around: number[] = [];
		const { pieceOf, neighbours } = this.#pieces;
		for (const message of messages) {
			for (let other = Math.max(0, message - WINDOW); other <= message + WINDOW; other++) {
				const group = this.groupOfMessage(other);
				if (group < 0 || this.#nearness[group] !== -1) continue;
				this.#nearness[group] = 0;
				around.push(group);
			}
			for (const side of neighbours[message] ?? []) {
				const seen: number[] = [];
				for (const { place: other, nearness } of side) {
					const group = this.groupOfMessage(other);
					if (group < 0 || pieceOf[other] === place || seen.includes(group)) continue;
					seen.push(group);
					if (this.#nearness[group] === -1) around.push(group);
					this.#nearness[group] = Math.max(0, this.#nearness[group] ?? 0) + nearness;
				}
			}
		}
		return around;
	}

	#likeness(a: Pick<Group, 'sum' | 'square' | 'weight'>, b: Pick<Group, 'sum' | 'square' | 'weight'>): number {
		const together = this.#evidence(a.weight + b.weight, a.square + b.square + 2 * dot(a.sum, b.sum));
		return together - this.#evidence(a.weight, a.square) - this.#evidence(b.weight, b.square);
	}

	/** Log likelihood of points with a centre of their own, against points around the centre of all. */
	#evidence(weight: number, square: number): number {
		const rest = 1 - LIKENESS;
		const ratio = LIKENESS / rest;
		const cost = Math.log1p(weight * ratio);
		return (MEANING * this.#freedom * ((square * ratio) / (rest + weight * LIKENESS) - cost)) / 2;
	}

	#wordsInCommon(words: Iterable<string>, others: ReadonlyMap<string, number>): number {
		let sum = 0;
		for (const word of words) if (others.has(word)) sum += this.#pieces.wordWeights.get(word) ?? 0;
		return Math.min(MOST_FOR_WORDS, sum);
	}
}
