import { agree, figuresIn, type Figure } from './figures.js';

/** What two sentences are to each other. */
export type Relation =
	/** One says all that the other says, in the same words. */
	| 'same'
	/** They say the same with other figures. */
	| 'disagreeing'
	| 'different';

/**
 * How much of two sentences must be one sequence of words, from 0 to 1 (Dice's coefficient of their longest common subsequence), for
 * them to report the same; which figures they hold is left out of account. Of the sample sentences, 99 in 100 are found again
 * with a dateline, in other quotation marks, without one word or with an attribution of six; of four million pairs of different
 * sentences in six languages (XQuAD's contexts), none is so alike: 0.74 at most.
 */
const LEAST_LIKENESS = 0.75;
/** What has fewer words and figures is no report, but a unit, a byline, a heading. */
const LEAST_UNITS = 4;

/** Words that are spelled in two ways begin alike and share this much of their letters, in order: "Tuesday" and "Thursday" share 0.75. */
const LEAST_SPELLED_ALIKE = 0.85;
const SPELLING_LETTERS = 5;
/** Longer runs are no word that could be spelled otherwise, and comparing them takes time and memory by the product of their lengths. */
const MOST_SPELLING_LETTERS = 60;

/** A word in lower case, or a figure. */
type Unit = string | Figure;

/** A sentence as it is compared. */
export interface Units {
	/** In order. */
	readonly all: readonly Unit[];
	/** How often each word stands in it; the figures together under {@link FIGURE}. */
	readonly counts: ReadonlyMap<string, number>;
}

/** All figures are one: sentences are compared without them first. No word is a digit. */
const FIGURE = '0';

/** A run of letters and digits, with the marks on them. */
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Scripts that put no spaces between words: only there a dictionary is needed, which takes time. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words that turn a sentence into its opposite, in the languages of the articles that are expected most. */
const NEGATIONS = new Set(
	'not no never without cannot ne pas jamais sans aucun aucune không chưa chẳng no nunca sin nicht kein keine keinen nie ohne não sem non mai senza не нет без 不 没 没有 未 无 ไม่ ไม่มี ไม่ได้ ບໍ່ ບໍ່ມີ ບໍ່ໄດ້ មិន គ្មាន មិនមាន tidak bukan belum tanpa δεν μην nu fără لا لم لن ليس नहीं ない 않'.split(
		' ',
	),
);

const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * What of a text is compared with others. Of punctuation and capitals nothing is left.
 *
 * @param language BCP 47
 */
export function unitsOf(text: string, language: string): Units {
	const all: Unit[] = [];
	let place = 0;
	for (const figure of figuresIn(text, language)) {
		all.push(...wordsOf(text.slice(place, figure.start)), figure);
		place = figure.end;
	}
	all.push(...wordsOf(text.slice(place)));
	const counts = new Map<string, number>();
	for (const unit of all) counts.set(keyOf(unit), (counts.get(keyOf(unit)) ?? 0) + 1);
	return { all, counts };
}

function wordsOf(text: string): string[] {
	const runs = text.normalize('NFC').toLowerCase().match(RUN) ?? [];
	return runs.flatMap((run) => (UNSPACED.test(run) ? Array.from(words.segment(run), ({ segment }) => segment) : [run]));
}

/** Whether two sentences report the same, and with the same figures. */
export function relationOf(one: Units, other: Units): Relation {
	const [a, b] = [one.all, other.all];
	const units = a.length + b.length;
	if (Math.min(a.length, b.length) < LEAST_UNITS) return 'different';
	// most pairs are told apart without a look at the order of their words
	if ((2 * Math.min(a.length, b.length)) / units < LEAST_LIKENESS) return 'different';
	if ((2 * sharedCount(one, other)) / units < LEAST_LIKENESS) return 'different';
	const pairs = commonSubsequence(a.map(keyOf), b.map(keyOf));
	if ((2 * pairs.length) / units < LEAST_LIKENESS || !onlyOneSaysMore(a, b, pairs)) return 'different';
	const differing = pairs.flatMap(([i, j]) => {
		const [figure, counterpart] = [a[i], b[j]];
		if (typeof figure !== 'object' || typeof counterpart !== 'object') return [];
		return agree(figure, counterpart) ? [] : [figure];
	});
	if (differing.length === 0) return 'same';
	// the figures of another year are news, and Route 9 is another road than Route 13
	const isOfAnotherTime = differing.some(({ isTime }) => isTime) && differing.some(({ isTime }) => !isTime);
	return isOfAnotherTime || differing.some(({ isName }) => isName) ? 'different' : 'disagreeing';
}

/** Words and figures that both have, wherever they stand. */
function sharedCount({ all, counts }: Units, other: Units): number {
	const few = all.length <= other.all.length ? counts : other.counts;
	const many = few === counts ? other.counts : counts;
	let shared = 0;
	for (const [key, count] of few) shared += Math.min(count, many.get(key) ?? 0);
	return shared;
}

function keyOf(unit: Unit): string {
	return typeof unit === 'string' ? unit : FIGURE;
}

/** Positions in both, ascending. */
function commonSubsequence(first: readonly string[], second: readonly string[]): [number, number][] {
	const width = second.length + 1;
	const lengths = new Uint16Array((first.length + 1) * width);
	for (let i = first.length - 1; i >= 0; i--) {
		for (let j = second.length - 1; j >= 0; j--) {
			lengths[i * width + j] =
				first[i] === second[j]
					? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
					: Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
		}
	}
	const pairs: [number, number][] = [];
	for (let i = 0, j = 0; i < first.length && j < second.length;) {
		if (first[i] === second[j]) pairs.push([i++, j++]);
		else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
		else j++;
	}
	return pairs;
}

/**
 * Whether all words of one stand in the other, but for those that are spelled otherwise: where each has words of its own, they may report
 * different things, be it "on Monday" and "on Tuesday" alone.
 */
function onlyOneSaysMore(a: readonly Unit[], b: readonly Unit[], pairs: readonly [number, number][]): boolean {
	let [more, less] = [false, false];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...pairs, [a.length, b.length] as const]) {
		const own = a.slice(i, nextI).map(keyOf);
		const others = b.slice(j, nextJ).map(keyOf);
		if ([...own, ...others].some((word) => NEGATIONS.has(word))) return false;
		if (!isSpelledAlike(own.join(''), others.join(''))) {
			more ||= own.length > 0;
			less ||= others.length > 0;
		}
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return !(more && less);
}

/** "Kon Tum" and "Kontum", "organised" and "organized". Short words differ by one letter and mean something else. */
function isSpelledAlike(a: string, b: string): boolean {
	if (a === b) return true;
	if (a[0] !== b[0] || a.includes(FIGURE) || b.includes(FIGURE) || Math.min(a.length, b.length) < SPELLING_LETTERS)
		return false;
	if (Math.max(a.length, b.length) > MOST_SPELLING_LETTERS) return false;
	const pairs = commonSubsequence(Array.from(a), Array.from(b));
	return pairs.length / Math.max(a.length, b.length) >= LEAST_SPELLED_ALIKE;
}
