import { centralityOf, chooseCentral } from '../../answers/summary/central.js';
import { wordCount, wordsIn } from '../../answers/summary/content-words.js';
import type { Unit } from '../../answers/summary/units.js';
import { meanRouge, rougeOf, type Rouge } from './rouge.js';
import { inSeededOrder } from './seeded-order.js';
import type { KnownTalk } from './summaries-talks.js';

/** A talk, read and measured. */
export interface MeasuredTalk extends KnownTalk {
	/** Tells it from others. */
	readonly name: string;
	/** Words of each utterance's line. */
	readonly lengths: readonly number[];
	/** Words of a reference; the mean where there are several. */
	readonly budget: number;
}

/** Indices of the utterances that are the summary, in any order. */
export type Selection = readonly number[];

/** Utterances that the two simplest ways take, whatever the reference's length: as they are usually reported. */
const THREE = 3;
/** Random summaries of each talk, whose mean is reported. */
export const RANDOM_DRAWS = 5;
/** TextRank: the damping of PageRank, and steps that are enough for it to stand still. */
const DAMPING = 0.85;
const STEPS = 100;

export function measuredTalk(talk: KnownTalk, name: string): MeasuredTalk {
	const budget = talk.references.reduce((sum, text) => sum + wordCount(text), 0) / talk.references.length;
	return { ...talk, name, lengths: talk.utterances.map(({ line }) => wordCount(line)), budget };
}

/** What channels are summed up with. `units` are of the utterances' texts. */
export function ours(talk: MeasuredTalk, units: readonly Unit[]): Selection {
	const voices = talk.utterances.map(({ voice }) => voice);
	// the budget is one of whole lines: what says who speaks counts too
	return chooseCentral(units, centralityOf(units), { wordBudget: talk.budget, lengths: talk.lengths, voices });
}

export function leadThree({ utterances }: KnownTalk): Selection {
	return [...utterances.keys()].slice(0, THREE);
}

export function longestThree({ lengths }: MeasuredTalk): Selection {
	return byScore(lengths).slice(0, THREE);
}

/** From the beginning, about as many words as the reference. */
export function lead(talk: MeasuredTalk): Selection {
	return fitting(talk, [...talk.utterances.keys()]);
}

/** The same ones in every run. */
export function random(talk: MeasuredTalk, draw: number): Selection {
	return fitting(
		talk,
		inSeededOrder([...talk.utterances.keys()], (i) => `${draw} ${talk.name} ${i}`),
	);
}

/**
 * TextRank as it was published (Mihalcea & Tarau 2004): PageRank over utterances, whose edges are the words that two share, by the sum of the
 * logarithms of their lengths.
 */
export function textRank(talk: MeasuredTalk): Selection {
	const words = talk.utterances.map(({ text }) => new Set(wordsIn(text)));
	const edges = words.map((a, i) => words.map((b, j) => (i === j ? 0 : overlap(a, b))));
	const degrees = edges.map((row) => row.reduce((sum, edge) => sum + edge, 0));
	let ranks = words.map(() => 1);
	for (let step = 0; step < STEPS; step++) {
		ranks = ranks.map((_, i) =>
			ranks.reduce(
				(sum, rank, j) =>
					sum + ((degrees[j] ?? 0) > 0 ? (DAMPING * (edges[i]?.[j] ?? 0) * rank) / (degrees[j] ?? 1) : 0),
				1 - DAMPING,
			),
		);
	}
	return fitting(talk, byScore(ranks));
}

/**
 * The best that can be had of whole utterances, nearly: each in turn that raises the sum of ROUGE-1 and ROUGE-2 most, until none does
 * (Nallapati, Zhai & Zhou 2017).
 */
export function oracle(talk: MeasuredTalk): Selection {
	const chosen: number[] = [];
	const left = new Set(talk.utterances.keys());
	const value = ({ rouge1, rouge2 }: Rouge) => rouge1 + rouge2;
	let reached = 0;
	for (;;) {
		let best: number | undefined;
		for (const i of left) {
			const raised = value(rougeOfSelection(talk, [...chosen, i]));
			if (raised > reached) [best, reached] = [i, raised];
		}
		if (best === undefined) return chosen;
		chosen.push(best);
		left.delete(best);
	}
}

/** Of the utterances in the order of the talk; with several references, the mean. */
export function rougeOfSelection(talk: KnownTalk, selection: Selection): Rouge {
	const chosen = new Set(selection);
	const summary = talk.utterances.flatMap(({ line }, i) => (chosen.has(i) ? [line] : [])).join('\n');
	return meanRouge(talk.references.map((text) => rougeOf(summary, text)));
}

/** In their order, those that bring the sum of words nearer to the budget; the shortest if none does. As {@link chooseCentral} does. */
function fitting({ lengths, budget }: MeasuredTalk, order: readonly number[]): Selection {
	let room = budget;
	const chosen = order.filter((i) => {
		const length = lengths[i] ?? 0;
		if (length >= 2 * room) return false;
		room -= length;
		return true;
	});
	if (chosen.length > 0) return chosen;
	return byScore(lengths.map((length) => -length)).slice(0, 1);
}

/** Greatest first; of equal ones, the first. */
function byScore(scores: readonly number[]): number[] {
	return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const shared = [...a].filter((word) => b.has(word)).length;
	const lengths = Math.log(a.size) + Math.log(b.size);
	return lengths > 0 ? shared / lengths : 0;
}
