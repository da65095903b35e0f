import { CONSONANTS, GAPS, PAIRS } from './sound-odds.js';
import type { Sounds } from './sounds.js';

const SIZE = CONSONANTS.length;
/** Bits for one consonant being heard as another, [SIZE, SIZE], and for one having no counterpart. */
const ODDS = new Float32Array(SIZE * SIZE);
const GAP = Float32Array.from(GAPS, (tenths) => tenths / 10);
for (const [a, row] of PAIRS.entries())
	for (const [b, tenths] of row.entries()) ODDS[a * SIZE + b] = ODDS[b * SIZE + a] = tenths / 10;

const LONGEST = 63;
const IMPOSSIBLE = -1e6;
/** What it takes from a name that it ends within a token. */
const WITHIN_A_TOKEN = 1;

/** The bits of the best alignment that ends in each letter of the first, and where it begins in the second; kept to spare allocations. */
const score = new Float32Array(LONGEST + 1);
const origin = new Int32Array(LONGEST + 1);

/** The consonants of a text whose script puts no spaces between words, end to end. */
export interface SoundRun {
	readonly sounds: Sounds;
	/** Of each of them, the number of the token that it is of, ascending. */
	readonly token: Uint16Array;
}

/** Where a name is heard in a run. */
export interface HeardAt {
	/** Above 0. */
	readonly bits: number;
	/** Numbers of the first and the last token of it. */
	readonly from: number;
	readonly to: number;
}

/** The bits of a name's alignment with itself: the most that any other can have with it, nearly. */
export function informationOf(sounds: Sounds): number {
	return sounds.reduce((sum, consonant) => sum + (ODDS[consonant * (SIZE + 1)] ?? 0), 0);
}

/** The most that each consonant of another name can bring to an alignment with a name, by its place in {@link CONSONANTS}. */
export function mostBitsWith(name: Sounds): Float32Array {
	return GAP.map((gap, consonant) =>
		name.reduce((most, own) => Math.max(most, ODDS[own * SIZE + consonant] ?? 0), gap),
	);
}

/**
 * How much likelier it is, in bits, that two names are one and the same than that chance makes them alike: the score of the best
 * alignment of all of both (Needleman & Wunsch 1970), by log odds as of Henikoff & Henikoff 1992. Below 0 for most.
 */
export function alignSounds(one: Sounds, other: Sounds): number {
	const length = Math.min(one.length, LONGEST);
	let leftOut = 0;
	score[0] = leftOut;
	for (let i = 1; i <= length; i++) score[i] = (score[i - 1] ?? 0) + (GAP[one[i - 1] ?? 0] ?? 0);
	for (const consonant of other) {
		const gap = GAP[consonant] ?? 0;
		let diagonal = leftOut;
		leftOut += gap;
		let left = (score[0] = leftOut);
		for (let i = 1; i <= length; i++) {
			const letter = one[i - 1] ?? 0;
			const above = score[i] ?? 0;
			left = Math.max(diagonal + (ODDS[letter * SIZE + consonant] ?? 0), above + gap, left + (GAP[letter] ?? 0));
			score[i] = left;
			diagonal = above;
		}
	}
	return score[length] ?? 0;
}

/** Lets an alignment begin at a place of a run, if need be without the first letters of the name. */
function beginAt(place: number, name: Sounds, length: number): void {
	let leftOut = 0;
	for (let i = 0; i <= length; i++) {
		if (leftOut > (score[i] ?? 0)) {
			score[i] = leftOut;
			origin[i] = place;
		}
		leftOut += GAP[name[i] ?? 0] ?? 0;
	}
}

/**
 * Where a name is heard best in a run, if anywhere: as {@link alignSounds}, with a part of the run that begins where a token does
 * (approximate matching of a whole pattern, Sellers 1980).
 */
export function findSounds(name: Sounds, { sounds, token }: SoundRun): HeardAt | undefined {
	const length = Math.min(name.length, LONGEST);
	score.fill(IMPOSSIBLE, 0, length + 1);
	let best = 0;
	let from = 0;
	let to = -1;
	for (let j = 0; j < sounds.length; j++) {
		const consonant = sounds[j] ?? 0;
		const gap = GAP[consonant] ?? 0;
		if (token[j] !== token[j - 1]) beginAt(j, name, length);
		let diagonal = score[0] ?? 0;
		let diagonalOrigin = origin[0] ?? 0;
		let left = (score[0] = diagonal + gap);
		let leftOrigin = diagonalOrigin;
		for (let i = 1; i <= length; i++) {
			const letter = name[i - 1] ?? 0;
			const above = score[i] ?? 0;
			const aboveOrigin = origin[i] ?? 0;
			left += GAP[letter] ?? 0;
			if (above + gap > left) {
				left = above + gap;
				leftOrigin = aboveOrigin;
			}
			const matched = diagonal + (ODDS[letter * SIZE + consonant] ?? 0);
			if (matched > left) {
				left = matched;
				leftOrigin = diagonalOrigin;
			}
			diagonal = above;
			diagonalOrigin = aboveOrigin;
			score[i] = left;
			origin[i] = leftOrigin;
		}
		const bits = (score[length] ?? 0) - (token[j] === token[j + 1] ? WITHIN_A_TOKEN : 0);
		if (bits > best) {
			best = bits;
			from = leftOrigin;
			to = j;
		}
	}
	return to < 0 ? undefined : { bits: best, from: token[from] ?? 0, to: token[to] ?? 0 };
}
