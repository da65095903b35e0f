/** Text of a line, and what colors it. */
export interface Run {
	readonly text: string;
	readonly style: (text: string) => string;
}

/**
 * White space at which a line may end: not so at a no-break space. Between backticks stands what is to be copied as it
 * is.
 */
const WORD_OR_SPACE = /[^\S\u00a0\u2007\u202f\ufeff]+|`[^`]{1,300}`|(?:[^\s`]|[\u00a0\u2007\u202f\ufeff])+|`/gu;

/**
 * An address, from behind its scheme on. Its letters need not be of ASCII, but after other letters of ASCII a sentence
 * goes on.
 */
const ADDRESS = /:\/\/[!-~]+(?:(?<=[/=_(%-])[\p{L}\p{M}\p{N}]+[!-~]*)*/gu;

/** Letters of scripts that part words by no space. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ENDS_UNSPACED = new RegExp(`${UNSPACED.source}\\p{M}*[\\p{Pe}\\p{Pf}\\p{Po}]*$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^[\\p{Ps}\\p{Pi}]*${UNSPACED.source}`, 'u');
/** What stands at the beginning of no line, and what at the end of none. */
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}\p{M}\p{Lm}]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;

/** East Asian wide characters and emoji (Unicode Standard Annex 11, by script). */
const WIDE =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** UTF-16 units that a segmenter is given at a time: the time that it takes grows with the square of them. */
const SEGMENTED_AT_A_TIME = 512;

/** What a line may not end within. */
interface Word {
	readonly runs: Run[];
	readonly isAfterSpace: boolean;
}

/**
 * Breaks text into lines of at most `width` columns: between words, by a dictionary in scripts that write no spaces.
 * What has no place to break at, such as an address, stands whole on a line of its own, however long.
 *
 * @returns no lines where there is nothing but white space
 */
export function wrap(runs: readonly Run[], width: number): string[] {
	const lines: Run[][] = [];
	let column = 0;
	for (const word of wordsOf(runs)) {
		const gap = word.isAfterSpace ? 1 : 0;
		const columns = word.runs.reduce((sum, { text }) => sum + columnsOf(text), 0);
		const line = lines.at(-1);
		if (line === undefined || column + gap + columns > width) {
			lines.push([...word.runs]);
			column = columns;
		} else {
			const last = line.at(-1);
			if (gap > 0 && last !== undefined) line[line.length - 1] = { ...last, text: `${last.text} ` };
			line.push(...word.runs);
			column += gap + columns;
		}
	}
	return lines.map(styled);
}

/** Each style begins once, however many words it runs over. */
function styled(line: readonly Run[]): string {
	const joined: Run[] = [];
	for (const run of line) {
		const last = joined.at(-1);
		if (last?.style === run.style) joined[joined.length - 1] = { ...last, text: last.text + run.text };
		else joined.push(run);
	}
	return joined.map(({ text, style }) => style(text)).join('');
}

function wordsOf(runs: readonly Run[]): Word[] {
	const found: Word[] = [];
	let before = '';
	for (const { text, style } of runs) {
		for (const [piece] of text.matchAll(WORD_OR_SPACE)) {
			if (piece.trim() === '' && !/[\u00a0\u2007\u202f\ufeff]/.test(piece)) {
				before = ' ';
				continue;
			}
			for (const part of partsOf(piece)) {
				const last = found.at(-1);
				const isAfterSpace = before === ' ';
				if (last === undefined || isAfterSpace || mayBreak(before, part))
					found.push({ runs: [{ text: part, style }], isAfterSpace: isAfterSpace && last !== undefined });
				else last.runs.push({ text: part, style });
				before = part;
			}
		}
	}
	return found;
}

/** The words of a run without spaces. */
function* partsOf(piece: string): Generator<string> {
	if (piece.startsWith('`') || !UNSPACED.test(piece)) {
		yield piece;
		return;
	}
	let at = 0;
	for (const { 0: address, index } of piece.matchAll(ADDRESS)) {
		yield* segmentsOf(words, piece.slice(at, index));
		yield address;
		at = index + address.length;
	}
	yield* segmentsOf(words, piece.slice(at));
}

function mayBreak(before: string, after: string): boolean {
	if (CLOSES.test(after) || OPENS.test(before)) return false;
	return ENDS_UNSPACED.test(before.slice(-40)) || BEGINS_UNSPACED.test(after);
}

/** The columns that a text takes in a terminal. */
export function columnsOf(text: string): number {
	if (/^[ -~]*$/.test(text)) return text.length;
	let columns = 0;
	for (const grapheme of segmentsOf(graphemes, text)) columns += WIDE.test(grapheme) ? 2 : 1;
	return columns;
}

/** The beginning of a text that takes at most so many columns, between graphemes. */
export function beginningOf(text: string, columns: number): string {
	let [end, column] = [0, 0];
	for (const grapheme of segmentsOf(graphemes, text)) {
		column += WIDE.test(grapheme) ? 2 : 1;
		if (column > columns) break;
		end += grapheme.length;
	}
	return text.slice(0, end);
}

function* segmentsOf(segmenter: Intl.Segmenter, text: string): Generator<string> {
	let size = SEGMENTED_AT_A_TIME;
	for (let at = 0; at < text.length;) {
		const found = Array.from(segmenter.segment(text.slice(at, at + size)), ({ segment }) => segment);
		const isLast = at + size >= text.length;
		if (!isLast && found.length < 2) {
			size *= 2;
			continue;
		}
		// the last one may go on
		for (const segment of isLast ? found : found.slice(0, -1)) {
			yield segment;
			at += segment.length;
		}
		size = SEGMENTED_AT_A_TIME;
	}
}
