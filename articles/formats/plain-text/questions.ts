import { withLabels } from './labels.js';
import { joined, type Line } from './lines.js';
import { markerOf } from './markers.js';
import { endsAsQuestion, endsLikeText, isRule, isShort } from './signs.js';
import { type Found, goesOn, paragraphAt, type Source } from './source.js';

/** Lines of the longest question. */
const MAX_LINES = 4;

/** Questions from which a text without labels is one of questions and answers. */
const LEAST_QUESTIONS = 2;

/** Where blank lines part questions from answers, at least one paragraph in so many is a question. */
const PARAGRAPHS_A_QUESTION = 4;

/** Gives a role to the lines with which questions and their answers begin, by their labels or else by their form. */
export function withQuestions(source: Source): Source {
	const labelled = withLabels(source.lines);
	if (labelled !== null) return { ...source, lines: labelled };
	const questions = unlabelledQuestions(source);
	if (questions.size === 0) return source;
	const lines = source.lines.map((line, at): Line => (questions.has(at) ? { ...line, role: 'question' } : line));
	return { ...source, lines };
}

/** The first lines of questions: those with their answers right below, or else those that stand alone. */
function unlabelledQuestions(source: Source): Set<number> {
	const { lines } = source;
	const direct = new Set<number>();
	const apart = new Set<number>();
	let paragraphs = 0;
	for (const [at, line] of lines.entries()) {
		if (at === 0 || line.hasBlankBefore) paragraphs++;
		const next = lines[at + 1];
		if (next === undefined || !endsAsQuestion(line.text) || endsAsQuestion(next.text)) continue;
		const first = firstLineOf(source, at);
		if (first === null) continue;
		if (next.hasBlankBefore) apart.add(first);
		else direct.add(first);
	}
	if (direct.size >= LEAST_QUESTIONS) return direct;
	const areMany = apart.size >= LEAST_QUESTIONS && apart.size * PARAGRAPHS_A_QUESTION >= paragraphs;
	return areMany ? apart : new Set();
}

/** Where the question begins that ends with line `at`; `null` if it is none, or not on lines of its own. */
function firstLineOf(source: Source, at: number): number | null {
	const { lines, isDense } = source;
	let first = at;
	while (first > 0 && at - first < MAX_LINES && goesOn(source, first - 1)) first--;
	const line = lines[first];
	const before = lines[first - 1];
	if (line === undefined || !isShort(line.text) || line.text.startsWith('#')) return null;
	const isBelowTitle = first === 1 && before !== undefined && !endsLikeText(before.text);
	const isBelowRule = before !== undefined && isRule(before.text);
	const isAtStart = first === 0 || line.hasBlankBefore || isBelowTitle || isBelowRule || isDense;
	if (!isAtStart || /^["“„«»‘'>|–—-]/.test(line.text) || markerOf(line.text)?.numbers === null) return null;
	// among paragraphs without blank lines, one that only ends with a question is told by what stands before it
	if (isDense && /[.!。！]["'”’»)]*\s+\S|[。！]\S/u.test(line.text)) return null;
	return first;
}

/** The question that begins at a line with that role. */
export function questionAt(source: Source, at: number): Found | null {
	const line = source.lines[at];
	if (line?.role !== 'question') return null;
	const { pieces, next } = paragraphAt(source, at, line);
	return { drafts: [{ kind: 'question', ...joined(pieces) }], next };
}

/** Where the last answer of a text ends, which no other question ends. */
export interface LastAnswer {
	/** The line of its question; -1 where the text has no questions. */
	readonly question: number;
	/** Whether answers of this text go on over blank lines. */
	readonly isSpaced: boolean;
}

export function lastAnswerOf({ lines }: Source): LastAnswer {
	let first = -1;
	let question = -1;
	for (const [at, { role }] of lines.entries()) {
		if (role !== 'question') continue;
		if (first < 0) first = at;
		question = at;
	}
	const between = first < 0 ? [] : lines.slice(first, question);
	return { question, isSpaced: between.some((line) => line.hasBlankBefore && line.role === undefined) };
}
