import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CONSONANTS } from '../articles/sound-odds.js';
import { romanise, soundsOf, type Sounds } from '../articles/sounds.js';

/**
 * Learns from names in English and in other scripts which consonant is heard as which, and prints articles/sound-odds.ts:
 *
 *     node dist/bench/learn-sounds.js DATA > sound-odds.ts
 *
 * DATA is the training data (training/README.md). By expectation maximisation over the best alignments (Ristad & Yianilos 1998):
 * names are aligned by the odds so far, and how often each consonant stands beside each other one gives the next odds.
 */
interface Names {
	readonly language: string;
	readonly english: Sounds;
	readonly other: Sounds;
}

const ROUNDS = 4;
/** Names of a language that are aligned: more of them change nothing. */
const MOST_OF_A_LANGUAGE = 4000;
const SCRIPTS = new Set('th lo km my el hi ta bn ar fa he ru uk bg ko ja zh'.split(' '));
/** What unknown pairs count beforehand, so that none is impossible. */
const PRIOR = 0.3;
const LEAST_BITS = -6;
/** Of a consonant without a counterpart: a loss, however often it is. */
const GREATEST_GAP = -0.3;
/** What each language's names count together. */
const NAMES_OF_A_LANGUAGE = 600;
const SIZE = CONSONANTS.length;
/** Of consonants that one speech organ makes: where the odds begin. */
const KINDS = ['kgcqjxh', 'bpfvw', 'dt', 'szxjc', 'lr', 'mn', 'yj'];

/** A name whose letters a list parts: "ب و ت و". */
const PARTED = /^\S( \S)+$/u;
const ONE_NAME = /^[A-Z][a-z]{3,}$/;

async function* linesOf(path: string): AsyncGenerator<string> {
	yield* createInterface({ input: createReadStream(path) });
}

async function readNames(folder: string): Promise<Names[]> {
	const counts = new Map<string, number>();
	const names: Names[] = [];
	const add = (kind: string, language: string, inEnglish: string, inOther: string) => {
		const [english, other] = [inEnglish, inOther].map((name) => soundsOf(romanise(name)));
		if (!english || !other || Math.min(english.length, other.length) < 2 || english.length > 10) return;
		const count = counts.get(kind + language) ?? 0;
		counts.set(kind + language, count + 1);
		if (count < MOST_OF_A_LANGUAGE) names.push({ language, english, other });
	};
	for await (const line of linesOf(join(folder, 'dictionary.tsv'))) {
		const [from, to = '', name = '', translation = ''] = line.split('\t');
		if (from === 'en' && PARTED.test(translation)) add('names', to, name, translation);
	}
	for await (const line of linesOf(join(folder, 'parallel.jsonl'))) {
		if (!line.includes('"cldr"')) continue;
		const row = JSON.parse(line) as Record<string, string>;
		const { en } = row;
		if (row.source !== 'cldr' || en === undefined || !ONE_NAME.test(en)) continue;
		for (const [language, name] of Object.entries(row)) if (SCRIPTS.has(language)) add('places', language, en, name);
	}
	return names;
}

interface Odds {
	/** In bits, by places in {@link CONSONANTS}. */
	readonly pair: (a: number, b: number) => number;
	readonly gap: (a: number) => number;
}

const FIRST_ODDS: Odds = {
	pair: (a, b) => (a === b ? 2.5 : KINDS.some((kind) => kind.includes(at(a)) && kind.includes(at(b))) ? 0.7 : -2),
	gap: () => -1,
};

type Pair = readonly [number | undefined, number | undefined];

interface Cell {
	readonly bits: number;
	/** Where it comes from, and what it puts beside what; neither at the beginning. */
	readonly before?: Cell;
	readonly pair?: Pair;
}

const START: Cell = { bits: 0 };

/** The best alignment's bits and what stands beside what in it; `undefined` beside what has no counterpart. */
function align({ english, other }: Names, odds: Odds): { bits: number; pairs: Pair[] } {
	const step = (before: Cell, bits: number, pair: Pair): Cell => ({ bits: before.bits + bits, before, pair });
	let last = START;
	let row = [START, ...Array.from(english, (a) => (last = step(last, odds.gap(a), [a, undefined])))];
	for (const b of other) {
		const [first = START] = row;
		last = step(first, odds.gap(b), [undefined, b]);
		const next = [last];
		for (const [i, a] of english.entries()) {
			const cells = [
				step(row[i] ?? START, odds.pair(a, b), [a, b]),
				step(row[i + 1] ?? START, odds.gap(b), [undefined, b]),
				step(last, odds.gap(a), [a, undefined]),
			];
			last = cells.reduce((best, cell) => (cell.bits > best.bits ? cell : best));
			next.push(last);
		}
		row = next;
	}
	const pairs: Pair[] = [];
	for (let cell: Cell | undefined = last; cell?.pair; cell = cell.before) pairs.push(cell.pair);
	return { bits: last.bits, pairs };
}

/** Counted anew, every language alike. */
function learn(names: readonly Names[], odds: Odds): Odds {
	const aligned = names
		.map((name) => ({ language: name.language, ...align(name, odds) }))
		.filter(({ bits }) => bits > 0);
	const ofLanguage = new Map<string, number>();
	for (const { language } of aligned) ofLanguage.set(language, (ofLanguage.get(language) ?? 0) + 1);
	const pairs = new Float64Array(SIZE * SIZE);
	const gaps = new Float64Array(SIZE);
	const uses = new Float64Array(SIZE);
	const count = (values: Float64Array, place: number, weight: number) =>
		(values[place] = (values[place] ?? 0) + weight);
	for (const { language, pairs: beside } of aligned) {
		const weight = NAMES_OF_A_LANGUAGE / (ofLanguage.get(language) ?? 1);
		for (const [a, b] of beside) {
			for (const one of [a, b]) if (one !== undefined) count(uses, one, weight);
			if (a === undefined || b === undefined) count(gaps, a ?? b ?? 0, weight);
			else for (const place of [a * SIZE + b, b * SIZE + a]) count(pairs, place, weight / 2);
		}
	}
	const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
	const all = sum(pairs) + sum(gaps);
	const share = (a: number) => (uses[a] ?? 0) / sum(uses);
	const bits = (counted: number, byChance: number) => Math.log2((counted + PRIOR) / all / byChance);
	return {
		pair: (a, b) => bits(pairs[a * SIZE + b] ?? 0, share(a) * share(b)),
		gap: (a) => Math.min(GREATEST_GAP, bits(gaps[a] ?? 0, share(a))),
	};
}

function at(place: number): string {
	return CONSONANTS[place] ?? '';
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Expected the folder of the training data: learn-sounds DATA');
const names = await readNames(folder);
let odds = FIRST_ODDS;
for (let round = 0; round < ROUNDS; round++) odds = learn(names, odds);
process.stderr.write(`${names.length} names\n`);

const tenths = (bits: number) => Math.round(10 * Math.max(LEAST_BITS, bits));
const places = Array.from({ length: SIZE }, (_, place) => place);
const rows = places.map(
	(a) =>
		`\t[${places
			.slice(0, a + 1)
			.map((b) => tenths(odds.pair(a, b)))
			.join(', ')}], // ${at(a)}`,
);
process.stdout.write(`/** Consonants of romanised names. This file is printed by bench/learn-sounds.ts. */
export const CONSONANTS = '${CONSONANTS}';

/** How much oftener, in tenths of bits, two consonants stand for one another in names than by chance: of each, those up to itself. */
export const PAIRS: readonly (readonly number[])[] = [
${rows.join('\n')}
];

/** The same for each that has no counterpart. */
export const GAPS: readonly number[] = [${places.map((a) => tenths(odds.gap(a))).join(', ')}];
`);
