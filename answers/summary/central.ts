import { cosine } from '../../embeddings/encoder.js';
import type { Unit } from './units.js';

/** How much of a unit's centrality comes from words that it shares with others; the rest is likeness of meaning. */
const WORD_SHARE = 0.5;

/**
 * How much each unit says of what all of them say together; greater is better, comparable within one call.
 *
 * @param weights what each unit counts for the whole, 1 where it is not given
 */
export function centralityOf(units: readonly Unit[], weights?: readonly number[]): Float64Array {
	const mass = units.map((_, i) => weights?.[i] ?? 1);
	const total = mass.reduce((sum, value) => sum + value, 0) || 1;
	const centre = new Float64Array(units[0]?.embedding.length ?? 0);
	const counts = new Map<string, number>();
	for (const [i, { embedding, words }] of units.entries()) {
		const share = (mass[i] ?? 0) / total;
		for (let k = 0; k < centre.length; k++) centre[k] = (centre[k] ?? 0) + share * (embedding[k] ?? 0);
		for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + share);
	}
	return Float64Array.from(units, ({ embedding, words }) => {
		const likeness = embedding.reduce((sum, value, k) => sum + value * (centre[k] ?? 0), 0);
		const said = Array.from(new Set(words), (word) => counts.get(word) ?? 0).reduce((sum, value) => sum + value, 0);
		return WORD_SHARE * said + (1 - WORD_SHARE) * Math.max(0, likeness);
	});
}

export interface Wanted {
	/** Units, at most. */
	readonly most?: number;
	/** Words of all chosen units together, about. */
	readonly wordBudget?: number;
}

/** From 0, where only the score counts, to 1, where only newness does (Carbonell & Goldstein 1998, whose λ is 1 − this). */
const NEWNESS = 0.3;

/**
 * The units that say most together, by their indices, best first: each is the best beside those before it, by maximal marginal relevance
 * (Carbonell & Goldstein 1998).
 *
 * @param scores greater is better, as {@link centralityOf} gives them
 */
export function chooseCentral(
	units: readonly Unit[],
	scores: Float64Array,
	{ most = units.length, wordBudget = Infinity }: Wanted,
): number[] {
	const greatest = scores.reduce((max, score) => Math.max(max, score), 0) || 1;
	const likeness = new Float64Array(units.length);
	const left = new Set(units.keys());
	const chosen: number[] = [];
	let words = 0;
	while (chosen.length < most && left.size > 0) {
		const value = (i: number) => ((1 - NEWNESS) * (scores[i] ?? 0)) / greatest - NEWNESS * (likeness[i] ?? 0);
		const best = [...left].reduce((a, b) => (value(b) > value(a) ? b : a));
		const unit = units[best];
		if (unit === undefined) break;
		left.delete(best);
		const length = unit.text.split(/\s+/u).length;
		if (chosen.length > 0 && words + length / 2 > wordBudget) break;
		chosen.push(best);
		words += length;
		for (const i of left) {
			const other = units[i];
			if (other !== undefined) likeness[i] = Math.max(likeness[i] ?? 0, cosine(unit.embedding, other.embedding));
		}
	}
	return chosen;
}
