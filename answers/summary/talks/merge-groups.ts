import { inTurns } from '../in-turns.js';
import type { Groups } from './groups.js';
import type { Pieces } from './pieces.js';

/** Groups that are compared with all others, the weightiest. */
const MOST_COMPARED = 400;
/** What it costs that nothing of one group was written beside the other: talks are seldom taken up again. */
const APART = 3;

interface Pair {
	readonly one: number;
	readonly other: number;
	/** Positive. */
	readonly worth: number;
}

/** Puts groups together as long as that is worth something, those first that gain most. */
export async function mergeGroups(groups: Groups, pieces: Pieces): Promise<void> {
	const nearness = nearnessBetween(groups, pieces);
	const compared = groups
		.live()
		.sort((a, b) => groups.weightOf(b) - groups.weightOf(a))
		.slice(0, MOST_COMPARED);
	let pairs: Pair[] = [];
	const compare = (one: number, others: readonly number[]) => {
		const beside = nearness.get(one);
		for (const other of others) {
			if (other === one || groups.sizeOf(other) === 0) continue;
			const worth = groups.worthTogether(one, other, beside?.get(other) ?? -APART);
			if (worth > 0) pairs.push({ one, other, worth });
		}
	};
	await inTurns(compared.entries(), ([i, group]) => {
		compare(group, compared.slice(0, i));
	});
	await inTurns(compared, () => {
		const [first, ...rest] = pairs;
		if (first === undefined) return;
		const { one, other } = rest.reduce((a, b) => (b.worth > a.worth ? b : a), first);
		for (const piece of groups.piecesIn(other)) {
			groups.take(piece);
			groups.put(piece, one);
		}
		joinNearness(nearness, other, one);
		pairs = pairs.filter((pair) => ![pair.one, pair.other].some((group) => group === one || group === other));
		compare(one, compared);
	});
}

type Between = Map<number, Map<number, number>>;

/** What the messages of each two groups gain by the nearness of the other's, over that of their own. */
function nearnessBetween(groups: Groups, pieces: Pieces): Between {
	const between: Between = new Map();
	for (const [place, [before]] of pieces.neighbours.entries()) {
		const group = groups.groupOfMessage(place);
		let own = 0;
		const others = new Map<number, number>();
		for (const { place: other, nearness } of before) {
			const theirs = groups.groupOfMessage(other);
			if (theirs === group) own = Math.max(own, nearness);
			else others.set(theirs, Math.max(others.get(theirs) ?? 0, nearness));
		}
		for (const [other, nearness] of others) if (nearness > own) add(between, group, other, nearness - own);
	}
	return between;
}

function add(between: Between, a: number, b: number, value: number): void {
	for (const [one, other] of [
		[a, b],
		[b, a],
	] as const) {
		const row = between.get(one) ?? new Map<number, number>();
		between.set(one, row);
		row.set(other, (row.get(other) ?? 0) + value);
	}
}

function joinNearness(between: Between, from: number, into: number): void {
	for (const [other, value] of between.get(from) ?? []) {
		between.get(other)?.delete(from);
		if (other !== into) add(between, into, other, value);
	}
	between.delete(from);
}
