import type { TalkMessage } from './message.js';
import { dot } from './vectors.js';

/** Messages that certainly belong together: answers with what they answer, the messages of a thread. */
export interface Piece {
	/** Places of its messages, ascending. */
	readonly messages: readonly number[];
	/** The sum of its messages' vectors, each by its weight. */
	readonly sum: Float32Array;
	/** `dot(sum, sum)`. */
	readonly square: number;
	/** Of its messages' weights. */
	readonly weight: number;
	/** Words that it shares with others, each once. */
	readonly words: readonly string[];
}

/** Another message near in time, and how much that speaks for one talk. */
export interface Neighbour {
	readonly place: number;
	readonly nearness: number;
}

export interface Pieces {
	readonly all: readonly Piece[];
	/** Of each message, the place of its piece. */
	readonly pieceOf: Int32Array;
	/** Of each message, those written shortly before and those shortly after it, in its thread or channel; the nearest first. */
	readonly neighbours: readonly (readonly [before: readonly Neighbour[], after: readonly Neighbour[]])[];
	/** What two messages with one word have in common, by the word; words of one message are left out. */
	readonly wordWeights: ReadonlyMap<string, number>;
}

/** Content words with which a message counts in full; one word tells little. */
const FULL_WORDS = 4;

/** What a neighbour counts; by each message between them less, and by time. As fitted on a planted talk, test/answers/summary/data/talk-harbour.txt. */
const NEAREST = 2.3;
const PER_MESSAGE = 0.95;
const NEIGHBOURS = 20;
const LEAST_NEARNESS = 0.02;
/** The time by which that falls to a third: ten minutes, or thrice the time between two messages of a slow channel. */
const FADING_MS = { least: 10 * 60_000, most: 3 * 3_600_000 };
const GAPS = 3;
/** What the message before counts besides, if the same member wrote it a moment ago. */
const GOING_ON = 1;
const GOING_ON_MS = 90_000;
/** What the last message of a member counts besides, for one that mentions them. */
const MENTIONED = 1.5;
const MENTION_MS = 3_600_000;

/** What a word counts: by how much rarer it is than one message in twenty, in nats. */
const WORD_WEIGHT = 0.9;
const COMMON = 3;

export function piecesOf(messages: readonly TalkMessage[]): Pieces {
	const wordWeights = weightsOfWords(messages);
	const { groups, pieceOf } = gathered(messages);
	const all = groups.map((places): Piece => {
		const sum = new Float32Array(messages[0]?.vector.length ?? 0);
		const words = new Set<string>();
		let weight = 0;
		for (const place of places) {
			const own = messages[place]?.words ?? [];
			const share = Math.min(1, (own.length + 0.5) / FULL_WORDS);
			weight += share;
			const vector = messages[place]?.vector;
			for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + share * (vector?.[k] ?? 0);
			for (const word of own) if (wordWeights.has(word)) words.add(word);
		}
		return { messages: places, sum, square: dot(sum, sum), weight, words: [...words] };
	});
	return { all, pieceOf, neighbours: neighboursOf(messages), wordWeights };
}

/** By replies and threads. A thread begins with the message whose id it has. */
function gathered(messages: readonly TalkMessage[]): { groups: number[][]; pieceOf: Int32Array } {
	const places = new Map(messages.map(({ message }, i) => [message.id, i]));
	const parents = Int32Array.from(messages, (_, i) => i);
	const rootOf = (place: number) => {
		let root = place;
		while (parents[root] !== root) {
			parents[root] = parents[parents[root] ?? root] ?? root;
			root = parents[root] ?? root;
		}
		return root;
	};
	const lastOfThread = new Map<string, number>();
	for (const [i, { message }] of messages.entries()) {
		const { replyTo, threadId } = message;
		const before = replyTo === null ? undefined : places.get(replyTo);
		if (before !== undefined) parents[rootOf(i)] = rootOf(before);
		if (threadId === null) continue;
		const inThread = lastOfThread.get(threadId) ?? places.get(threadId);
		if (inThread !== undefined) parents[rootOf(i)] = rootOf(inThread);
		lastOfThread.set(threadId, i);
	}
	const groups = new Map<number, number[]>();
	for (const i of messages.keys()) {
		const group = groups.get(rootOf(i));
		if (group === undefined) groups.set(rootOf(i), [i]);
		else group.push(i);
	}
	const pieceOf = new Int32Array(messages.length);
	for (const [piece, group] of [...groups.values()].entries()) for (const place of group) pieceOf[place] = piece;
	return { groups: [...groups.values()], pieceOf };
}

function neighboursOf(messages: readonly TalkMessage[]): [Neighbour[], Neighbour[]][] {
	const fading = fadingOf(messages);
	const neighbours = messages.map((): [Neighbour[], Neighbour[]] => [[], []]);
	const join = (i: number, j: number, nearness: number) => {
		neighbours[i]?.[0].push({ place: j, nearness });
		neighbours[j]?.[1].push({ place: i, nearness });
	};
	const lastOf = new Map<string, number>();
	for (const [i, { message, mentioned }] of messages.entries()) {
		let between = 0;
		for (let j = i - 1; j >= Math.max(0, i - NEIGHBOURS); j--) {
			const earlier = messages[j]?.message;
			if (earlier === undefined || earlier.threadId !== message.threadId) continue;
			const gap = Math.max(0, message.at - earlier.at);
			const goesOn = between === 0 && earlier.authorId === message.authorId && gap < GOING_ON_MS;
			const nearness = (NEAREST + (goesOn ? GOING_ON : 0)) * PER_MESSAGE ** between++ * Math.exp(-gap / fading);
			if (nearness >= LEAST_NEARNESS) join(i, j, nearness);
		}
		for (const member of mentioned) {
			const last = lastOf.get(member);
			if (last !== undefined && message.at - (messages[last]?.message.at ?? 0) < MENTION_MS)
				join(i, last, NEAREST + MENTIONED);
		}
		lastOf.set(message.authorId, i);
	}
	for (const sides of neighbours) for (const side of sides) side.sort((a, b) => b.nearness - a.nearness);
	return neighbours;
}

function fadingOf(messages: readonly TalkMessage[]): number {
	const gaps = messages
		.slice(1)
		.map(({ message }, i) => message.at - (messages[i]?.message.at ?? 0))
		.sort((a, b) => a - b);
	const median = gaps[gaps.length >> 1] ?? 0;
	return Math.min(FADING_MS.most, Math.max(FADING_MS.least, GAPS * median));
}

function weightsOfWords(messages: readonly TalkMessage[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { words } of messages) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const weights = new Map<string, number>();
	for (const [word, count] of counts) {
		const weight = WORD_WEIGHT * (Math.log(messages.length / count) - COMMON);
		if (count > 1 && weight > 0) weights.set(word, weight);
	}
	return weights;
}
