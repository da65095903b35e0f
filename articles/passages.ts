import type { Block } from './blocks.js';
import type { Document, Passage, Span } from './document.js';
import { headingPath, headRows, introductionsOf, isHeading } from './structure.js';
import { unitsOfBlock, type Unit } from './units.js';

export interface PassageOptions {
	/** Most tokens in one passage: the sum of its units' counts and of its context's, special tokens not counted. At least 1. */
	readonly maxTokens: number;
	/** How many tokens a stretch of the text has that is no unit, by the encoder's own tokenizer. */
	readonly countTokens: (span: Span) => number;
}

/** Positions `[first, end)` in the list of units. */
interface Run {
	readonly first: number;
	readonly end: number;
}

/** Of the limit, at most so much is left to what a passage is read behind. */
const MOST_CONTEXT = 0.5;

/**
 * Gathers the units of a document into passages of at most `maxTokens` tokens, context counted.
 *
 * Every unit is in a passage, passages are in reading order, and none crosses a heading. A list stays with the line that introduces it,
 * and code with its own, where both have room; a passage that begins within a list, or holds rows of a table, has what introduces or
 * names them for context. Neighbors share the last sentence where that is prose and leaves room for a new one. A unit over the
 * limit is a passage of its own, and the encoder truncates it. The last two passages of a section are evened out, so that it does not
 * end in a passage of a few words.
 *
 * @param tokenCounts One count per unit, by the encoder's own tokenizer.
 * @throws {RangeError} If the lists differ in length, or `maxTokens` is below 1.
 */
export function splitPassages(
	document: Pick<Document, 'text' | 'language' | 'blocks'>,
	units: readonly Unit[],
	tokenCounts: readonly number[],
	{ maxTokens, countTokens }: PassageOptions,
): Passage[] {
	if (units.length !== tokenCounts.length) {
		throw new RangeError(`Expected one token count per unit, got ${tokenCounts.length} for ${units.length}`);
	}
	if (!(maxTokens >= 1)) throw new RangeError(`Expected maxTokens of at least 1, got ${maxTokens}`);
	const contexts = new Contexts(document);
	const passages: Passage[] = [];
	for (const { first, end } of sectionsOf(document.blocks, units)) {
		const own = units.slice(first, end);
		const context = contexts.of(own);
		const room = maxTokens - Math.min(sum(context.map(countTokens)), Math.floor(MOST_CONTEXT * maxTokens));
		const runs = new Gathering(document.blocks, own, tokenCounts.slice(first, end), room).runs();
		for (const run of runs) {
			const taken = own.slice(run.first, run.end);
			const fitting = fit(contexts.of(taken), Math.floor(MOST_CONTEXT * maxTokens), countTokens);
			passages.push(passageOf(taken, fitting));
		}
	}
	return passages;
}

/** Runs of units that stand under one heading. */
function* sectionsOf(blocks: readonly Block[], units: readonly Unit[]): Generator<Run> {
	const placeOf = (i: number) => units[i]?.block ?? -1;
	const isParted = (i: number) =>
		blocks[placeOf(i)]?.under !== blocks[placeOf(i - 1)]?.under ||
		blocks.slice(placeOf(i - 1) + 1, placeOf(i)).some(isHeading);
	for (let first = 0, end = 1; first < units.length; first = end++) {
		while (end < units.length && !isParted(end)) end += 1;
		yield { first, end };
	}
}

/** What units are read behind. */
class Contexts {
	readonly #document: Pick<Document, 'text' | 'language' | 'blocks'>;

	constructor(document: Pick<Document, 'text' | 'language' | 'blocks'>) {
		this.#document = document;
	}

	/** Headings, the outermost first; what introduces the first unit and is not among them; heads of tables. In reading order. */
	of(units: readonly Unit[]): Span[] {
		const { text, language, blocks } = this.#document;
		const [first] = units;
		const block = blocks[first?.block ?? -1];
		if (first === undefined || block === undefined) return [];
		const tables = new Map<number, readonly Span[]>();
		for (const { block: place } of units) {
			const row = blocks[place];
			if (row?.kind === 'row' && !tables.has(row.table)) tables.set(row.table, headRows(blocks, row));
		}
		const introductions = introductionsOf(blocks, block).flatMap((before) =>
			unitsOfBlock(text, language, before).slice(-1),
		);
		return [...headingPath(blocks, block), ...introductions, ...[...tables.values()].flat()].map(({ start, end }) => ({
			start,
			end,
		}));
	}
}

/** The last of the spans that have room: what is nearest says most. */
function fit(spans: readonly Span[], room: number, countTokens: (span: Span) => number): Span[] {
	const kept: Span[] = [];
	let left = room;
	for (const span of spans.toReversed()) {
		left -= countTokens(span);
		if (left < 0) break;
		kept.unshift(span);
	}
	return kept;
}

/** Gathers the units of one section. */
class Gathering {
	readonly #blocks: readonly Block[];
	readonly #units: readonly Unit[];
	readonly #counts: readonly number[];
	readonly #room: number;
	/** By unit: where the list, table or code ends that it introduces; 0 where it introduces none. */
	readonly #clusterEnds: readonly number[];

	constructor(blocks: readonly Block[], units: readonly Unit[], tokenCounts: readonly number[], room: number) {
		this.#blocks = blocks;
		this.#units = units;
		this.#counts = tokenCounts;
		this.#room = room;
		this.#clusterEnds = clusterEnds(blocks, units);
	}

	runs(): Run[] {
		return this.#evenLastTwo(this.#greedyRuns());
	}

	/** Takes units while they fit, then goes on from the last one taken. */
	#greedyRuns(): Run[] {
		const runs: Run[] = [];
		let first = 0;
		while (first < this.#counts.length) {
			let end = first + 1;
			let tokens = this.#counts[first] ?? 0;
			while (end < this.#counts.length && tokens + this.#leastNext(end) <= this.#room) {
				tokens += this.#counts[end] ?? 0;
				end += 1;
			}
			runs.push({ first, end });
			// a run of one unit is never gone back to: had the next one fitted beside it, it would have been taken
			const shared = end - 1;
			const fits = sum(this.#counts.slice(shared, end + 1)) <= this.#room;
			first = end < this.#counts.length && shared > first && fits && this.#isProse(shared) ? shared : end;
		}
		return runs;
	}

	/** Tokens that must have room for a unit to be taken: of one that introduces others, theirs too, if a passage has room for them. */
	#leastNext(at: number): number {
		const own = this.#counts[at] ?? 0;
		const clusterEnd = this.#clusterEnds[at] ?? 0;
		const whole = clusterEnd === 0 ? own : sum(this.#counts.slice(at, clusterEnd));
		return whole <= this.#room ? whole : own;
	}

	/** Only of prose one sentence may be taken twice, and none that introduces what comes. */
	#isProse(at: number): boolean {
		const kind = this.#blocks[this.#units[at]?.block ?? -1]?.kind;
		return kind === 'paragraph' && this.#clusterEnds[at] === 0;
	}

	/** Moves the border between the last two runs to where they differ least in tokens; what they share stays as much. */
	#evenLastTwo(runs: readonly Run[]): Run[] {
		const last = runs.at(-1);
		const previous = runs.at(-2);
		if (last === undefined || previous === undefined) return [...runs];
		const shared = previous.end - last.first;
		let best = { previous, last };
		let bestDifference = this.#difference(best);
		for (let first = last.first - 1; first > previous.first; first--) {
			// what introduces a list stays with it
			if (shared === 1 ? !this.#isProse(first) : (this.#clusterEnds[first - 1] ?? 0) > 0) break;
			const moved = { previous: { first: previous.first, end: first + shared }, last: { first, end: last.end } };
			if (this.#sum(moved.last) > this.#room) break;
			const movedDifference = this.#difference(moved);
			if (movedDifference >= bestDifference) break;
			best = moved;
			bestDifference = movedDifference;
		}
		return [...runs.slice(0, -2), best.previous, best.last];
	}

	#difference({ previous, last }: { previous: Run; last: Run }): number {
		return Math.abs(this.#sum(previous) - this.#sum(last));
	}

	#sum({ first, end }: Run): number {
		return sum(this.#counts.slice(first, end));
	}
}

/** The last sentence before a list or a block of code introduces it. */
function clusterEnds(blocks: readonly Block[], units: readonly Unit[]): number[] {
	const ends = units.map(() => 0);
	for (let at = 0; at < units.length; at++) {
		const place = units[at]?.block ?? -1;
		const next = blocks[units[at + 1]?.block ?? -1];
		const isIntroduced = (next?.kind === 'item' || next?.kind === 'code') && next.introduction === place;
		if (!isIntroduced || (blocks[place]?.kind === 'item' && next.kind === 'item')) continue;
		const list = next.kind === 'item' ? next.list : -1;
		let end = at + 2;
		const isInside = (i: number) => {
			const block = blocks[units[i]?.block ?? -1];
			return block !== undefined && 'list' in block && block.list === list;
		};
		while (list >= 0 && end < units.length && isInside(end)) end += 1;
		ends[at] = end;
	}
	return ends;
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, tokens) => total + tokens, 0);
}

function passageOf(units: readonly Unit[], context: readonly Span[]): Passage {
	const sentences = units.map(({ start, end }): Span => ({ start, end }));
	const start = sentences[0]?.start ?? 0;
	return { span: { start, end: sentences.at(-1)?.end ?? start }, sentences, context };
}
