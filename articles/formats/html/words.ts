import type { LeftOut } from '../../draft.js';

/** UTF-16 units that a sample shows at most. */
const SAMPLE_UNITS = 80;

/** Letters of scripts that part words by no space. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** How many words a text has, in any script. Time is linear in the text. */
export function countWords(text: string): number {
	let words = 0;
	for (const [run] of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) {
		if (!UNSPACED.test(run)) words += 1;
		else for (const { isWordLike } of segmenter.segment(run)) words += isWordLike === true ? 1 : 0;
	}
	return words;
}

/** What a reader leaves out, from its text on one line; that text may be empty. */
export function leftOutText(what: string, line: string): LeftOut {
	const words = countWords(line);
	if (words === 0) return { what, words, sample: '' };
	const sample =
		line.length <= SAMPLE_UNITS ? line : `${line.slice(0, SAMPLE_UNITS - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
	return { what, words, sample };
}

/** One entry for each name, in the order of the first of each: words are summed, the first sample with words stays. */
export function joinLeftOut(entries: readonly LeftOut[]): LeftOut[] {
	const byName = new Map<string, LeftOut>();
	for (const entry of entries) {
		const known = byName.get(entry.what);
		byName.set(
			entry.what,
			known === undefined
				? entry
				: {
						what: entry.what,
						words: known.words + entry.words,
						sample: known.sample || entry.sample,
					},
		);
	}
	return [...byName.values()];
}

/** Whether a line asks, in any script: it ends in a question mark, perhaps before a closing quote or bracket. */
export function isQuestion(line: string): boolean {
	// Greek asks with a semicolon
	return /(?:[?？؟\u037E՞፧⁇⁈︖﹖]|(?<=\p{Script=Greek});)[\s"'”’»)\]）」』]*$/u.test(line.slice(-20));
}
