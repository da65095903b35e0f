import type { Span } from './document.js';

/** UTF-16 units that a sentence may have before it is parted: what a reader still takes for one quote, some hundred words. */
export const MAX_SENTENCE_UNITS = 600;

/**
 * The same for scripts without a full stop. A Thai paragraph is one run of clauses parted by spaces; 240 units are one
 * or two lines, some 170 letters with their marks.
 */
export const MAX_CLAUSE_RUN_UNITS = 240;

/** Thai, Lao, Burmese and Khmer: no space between words. */
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/gu;
const WITHOUT_WORD_SPACES =
	/[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Best first. Each match ends where the next part may begin. */
const CUTS: readonly RegExp[] = [/[;؛]\s+|[；]/gu, /[,:،]\s+|[，、：]/gu, / (?:[–—-] )?/gu];
const CLAUSE_SPACE =
	/(?<=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]) +(?=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF])(?![ๆฯໆ])/gu;

/**
 * Parts a sentence that is too long, into parts of about one length: at semicolons, else commas, else spaces, else, in
 * scripts that put no spaces, between words. A run that offers none of these stays whole.
 */
export function splitLong(line: string, sentence: Span, language: string): Span[] {
	const length = sentence.end - sentence.start;
	if (length <= MAX_CLAUSE_RUN_UNITS) return [sentence];
	const text = line.slice(sentence.start, sentence.end);
	const isUnspaced = (text.match(UNSPACED)?.length ?? 0) > length / 2;
	const limit = isUnspaced ? MAX_CLAUSE_RUN_UNITS : MAX_SENTENCE_UNITS;
	if (length <= limit) return [sentence];

	const classes = [
		...(isUnspaced ? [CLAUSE_SPACE] : CUTS).map((pattern) => cutsBy(pattern, text)),
		wordCuts(text, language),
	];
	const parts: Span[] = [];
	let start = 0;
	while (length - start > limit) {
		const remaining = length - start;
		const target = start + remaining / Math.ceil(remaining / limit);
		const cut = nearestCut(classes, start + limit / 4, target, start + limit);
		if (cut === undefined) break;
		parts.push({ start: sentence.start + start, end: sentence.start + cut });
		start = cut;
	}
	return [...parts, { start: sentence.start + start, end: sentence.end }];
}

function cutsBy(pattern: RegExp, text: string): number[] {
	return Array.from(text.matchAll(pattern), ({ 0: match, index }) => index + match.length);
}

/** Word boundaries where the script has no spaces that could show them. */
function wordCuts(text: string, language: string): number[] {
	if (!WITHOUT_WORD_SPACES.test(text)) return [];
	const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
	return Array.from(segmenter.segment(text))
		.filter(
			({ segment, index }) => WITHOUT_WORD_SPACES.test(segment) && WITHOUT_WORD_SPACES.test(text[index - 1] ?? ''),
		)
		.map(({ index }) => index);
}

/** The cut of the best class that lies in `[least, most]`, nearest to `target`; failing that, the first one after. */
function nearestCut(
	classes: readonly (readonly number[])[],
	least: number,
	target: number,
	most: number,
): number | undefined {
	for (const cuts of classes) {
		const inside = cuts.filter((cut) => cut >= least && cut <= most);
		if (inside.length > 0) return inside.reduce((a, b) => (Math.abs(b - target) < Math.abs(a - target) ? b : a));
	}
	const later = classes.flat().filter((cut) => cut > most);
	return later.length === 0 ? undefined : Math.min(...later);
}
