import { endsInAbbreviation } from '../../articles/abbreviations.js';
import type { Span } from '../../articles/document.js';
import { splitSentences } from '../../articles/sentences.js';

/** UTF-16 units of a quote: what is read at a glance. Longer sentences are parted at their clauses. */
export const MOST_QUOTED = 300;

/** Without one of these, a short message is one sentence: `splitSentences` has a cost of its own. */
const MAY_BREAK = /[.!?…。！？。｡؟।\n]/u;
/** Scripts whose sentences are parted at spaces, by `splitSentences`, from this length on. */
const SHORT = 200;
/** A mark that ends a question or a call, or a full stop, and what is behind it. `splitSentences` goes on where no capital follows; members often write none. */
const CHAT_BREAK = /(?<=[\p{L}\p{N}'’")\]] ?)([?!…]+|\.+)["'”’)»]*\s+(?=[\p{L}\p{N}¿¡"'“«(])/gu;
/** Where a sentence that is too long may be parted. */
const CLAUSE_END = /[,;:،؛]\s+|[，、：；]|\s[–—-]\s+|\s+(?=\()/gu;

/**
 * The sentences of a message, in order, as `splitSentences` finds them and as people write who use no capitals; where one has more than
 * {@link MOST_QUOTED} units, its clauses. A clause may still be longer.
 *
 * @param words of `plainTextOf`
 * @param language BCP 47
 */
export function chatSentences(words: string, language: string): Span[] {
	if (words.length < SHORT && !MAY_BREAK.test(words)) {
		const span = trimmed(words, 0, words.length);
		return span.end > span.start ? [span] : [];
	}
	return splitSentences(words, language).flatMap((sentence) =>
		partedAt(words, sentence, CHAT_BREAK, (left, right) => !endsInAbbreviation(left, right, language)).flatMap(
			(part) => (part.end - part.start <= MOST_QUOTED ? [part] : clausesOf(words, part)),
		),
	);
}

/** Runs of clauses, each as long as can be quoted. */
function clausesOf(words: string, sentence: Span): Span[] {
	const runs: Span[] = [];
	for (const clause of partedAt(words, sentence, CLAUSE_END, () => true)) {
		const last = runs.at(-1);
		if (last !== undefined && clause.end - last.start <= MOST_QUOTED)
			runs[runs.length - 1] = { start: last.start, end: clause.end };
		else runs.push(clause);
	}
	return runs;
}

function partedAt(
	words: string,
	{ start, end }: Span,
	pattern: RegExp,
	isBreak: (left: string, right: string) => boolean,
): Span[] {
	const text = words.slice(start, end);
	const parts: Span[] = [];
	let from = 0;
	const part = (to: number) => {
		const span = trimmed(words, start + from, start + to);
		if (span.end > span.start) parts.push(span);
		from = to;
	};
	for (const { 0: mark, index } of text.matchAll(pattern)) {
		const to = index + mark.length;
		if (isBreak(text.slice(from, to).trimEnd(), text.slice(to))) part(to);
	}
	part(text.length);
	return parts;
}

function trimmed(words: string, start: number, end: number): Span {
	const text = words.slice(start, end);
	const from = start + (text.length - text.trimStart().length);
	return { start: from, end: Math.max(from, end - (text.length - text.trimEnd().length)) };
}
