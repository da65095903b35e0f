import { inTurns } from '../in-turns.js';
import { Groups } from './groups.js';
import { mergeGroups } from './merge-groups.js';
import type { TalkMessage } from './message.js';
import { piecesOf } from './pieces.js';
import { deviationOf } from './vectors.js';

/** At the first the choice among talks is nearly free, at the last it is nearly always the best (Kirkpatrick et al. 1983). */
const TEMPERATURES = [1.2, 0.8, 0.5, 0.3, 0.15];
/** Rounds in which each piece goes where it is worth most, and whole talks are put together. */
const ROUNDS = 2;
/** The choice is drawn, and always the same one. */
const SEED = 7;

/**
 * Tells the talks of a conversation apart, also where they run side by side: an answer belongs to what it answers, and else it is
 * weighed what a message means, which unusual words it shares, and beside what it was written. Found by simulated annealing over
 * the neighbourhood of each message, so that time grows with their number; the same messages give the same talks.
 *
 * @param messages in the order of time
 * @returns the places of each talk's messages, ascending; talks of most messages first. Each message is in one of them
 */
export async function findTalks(messages: readonly TalkMessage[]): Promise<number[][]> {
	const pieces = piecesOf(messages);
	const groups = new Groups(pieces, deviationOf(messages.map(({ vector }) => vector)));
	const random = randomNumbers();
	const placeEach = (choose: (piece: number) => number | undefined) =>
		inTurns(pieces.all.keys(), (piece) => {
			groups.take(piece);
			groups.put(piece, choose(piece));
		});
	await placeEach((piece) => bestGroup(groups, piece));
	for (const temperature of TEMPERATURES) await placeEach((piece) => drawnGroup(groups, piece, temperature, random));
	for (let round = 0; round < ROUNDS; round++) {
		await mergeGroups(groups, pieces);
		await placeEach((piece) => bestGroup(groups, piece));
	}
	return groups
		.live()
		.map((group) =>
			groups
				.piecesIn(group)
				.flatMap((piece) => pieces.all[piece]?.messages ?? [])
				.sort((a, b) => a - b),
		)
		.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** Where a piece is worth most; `undefined` for a group of its own. */
function bestGroup(groups: Groups, place: number): number | undefined {
	let best: number | undefined;
	let most = 0;
	for (const { group, worth } of groups.worthsAround(place)) if (worth > most) [best, most] = [group, worth];
	return best;
}

/** One of them by chance, e times as often for each `temperature` that it is worth more. */
function drawnGroup(groups: Groups, place: number, temperature: number, random: () => number): number | undefined {
	const around = groups.worthsAround(place);
	const greatest = around.reduce((most, { worth }) => Math.max(most, worth), 0);
	const odds = around.map(({ worth }) => Math.exp((worth - greatest) / temperature));
	const own = Math.exp(-greatest / temperature);
	let left = random() * odds.reduce((sum, value) => sum + value, own);
	for (const [i, value] of odds.entries()) {
		left -= value;
		if (left < 0) return around[i]?.group;
	}
	return undefined;
}

/** Numbers in [0, 1), the same ones each time (a linear congruential generator, Numerical Recipes). */
function randomNumbers(): () => number {
	let state = SEED;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
