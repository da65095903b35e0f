import { centralLines, type Line } from './lines.js';
import type { Heard } from './heard.js';
import { inTurns } from './in-turns.js';
import { MOST_LINES, type SummaryLength } from './summary.js';

/** A talk that is worth a place in the summary. */
export interface TopicFound {
	readonly talk: readonly Heard[];
	/** In the order of time; at least one. */
	readonly lines: readonly Line[];
	/** Most central first. */
	readonly further: readonly Line[];
}

/** Talks that are told of, at most: with fewer lines than talks, each would have next to nothing. */
const MOST_TOPICS = { short: 4, medium: 7, long: 12 } as const satisfies Record<SummaryLength, number>;
const FURTHER = 12;

/** Content words that a talk needs: small talk of eight messages has some thirty. Of a short conversation, a share of all. */
const LEAST_WORDS = 45;
const LEAST_SHARE = 0.15;
/** Words of one message that count: a long one is no talk. */
const MOST_OF_ONE = 12;
/** What a line must add, for a talk to deserve it: of what its first line says, weighed by how long the talk is. */
const LEAST_GAIN = 0.3;

/**
 * The talks that have enough substance, and what says most of each: as many lines as they deserve, and at most as many as are wanted of all together,
 * which go where they say most. In the order of time.
 *
 * @param talks those of most messages first
 * @param taken keys of sentences that are shown elsewhere
 */
export async function chooseTopics(
	talks: readonly (readonly Heard[])[],
	taken: ReadonlySet<string>,
	length: SummaryLength,
): Promise<TopicFound[]> {
	const replies = new Map<string, number>();
	for (const { message } of talks.flat())
		if (message.replyTo !== null) replies.set(message.replyTo, (replies.get(message.replyTo) ?? 0) + 1);
	const substances = talks.map(substanceOf);
	const all = substances.reduce((sum, value) => sum + value, 0);
	const least = Math.min(LEAST_WORDS, LEAST_SHARE * all);
	const ranked = talks
		.map((talk, i) => ({ talk, substance: substances[i] ?? 0 }))
		.filter(({ substance }) => substance > 0 && substance >= least)
		.sort((a, b) => b.substance - a.substance || (a.talk[0]?.place ?? 0) - (b.talk[0]?.place ?? 0));
	const told: { talk: readonly Heard[]; substance: number; lines: Line[] }[] = [];
	await inTurns(ranked, ({ talk, substance }) => {
		if (told.length === MOST_TOPICS[length]) return;
		const lines = centralLines(talk, taken, replies, MOST_LINES[length] + FURTHER);
		if (lines.length > 0) told.push({ talk, substance, lines });
	});
	const counts = shared(told, MOST_LINES[length]);
	return told
		.map(({ talk, lines }, i): TopicFound => {
			const count = counts[i] ?? 1;
			const chosen = lines.slice(0, count).sort((a, b) => a.heard.place - b.heard.place || a.sentence - b.sentence);
			return { talk, lines: chosen, further: lines.slice(count, count + FURTHER) };
		})
		.sort((a, b) => (a.talk[0]?.place ?? 0) - (b.talk[0]?.place ?? 0));
}

function substanceOf(talk: readonly Heard[]): number {
	return talk.reduce((sum, { words }) => sum + Math.min(MOST_OF_ONE, words.length), 0);
}

/** How many lines each talk gets: one, and as long as there are some left, the next line that adds most, long talks before short ones. */
function shared(
	told: readonly { readonly substance: number; readonly lines: readonly Line[] }[],
	most: number,
): number[] {
	const counts = told.map(() => 1);
	const greatest = told.reduce((max, { substance }) => Math.max(max, substance), 1);
	for (let left = most - told.length; left > 0; left--) {
		let best = -1;
		let bestGain = LEAST_GAIN;
		for (const [i, { substance, lines }] of told.entries()) {
			const count = counts[i] ?? 1;
			const line = lines[count];
			if (line === undefined) continue;
			// each further line says less than the one before it, unless there is much to say
			const gain = (line.gain * Math.sqrt(substance / greatest) * 2) / Math.sqrt(count + 1);
			if (gain > bestGain) [best, bestGain] = [i, gain];
		}
		if (best < 0) break;
		counts[best] = (counts[best] ?? 1) + 1;
	}
	return counts;
}
