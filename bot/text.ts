const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Units that are given up for not cutting a word; a longer one is cut. */
const WORD_LENGTH = 24;

/** What no script needs: the most marks on one letter are four in Vietnamese and Lao, and six in Khmer and Tibetan. */
const MARKS_ON_A_LETTER = 8;
const TOO_MANY_MARKS = new RegExp(
	`((?:[\\u200C\\u200D]?\\p{M}){${MARKS_ON_A_LETTER}})(?:[\\u200C\\u200D]*\\p{M})+`,
	'gu',
);
/** Embeddings, overrides and isolates, which would turn round what follows. Marks of direction for one place stay. */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/gu;
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\uFEFF]/gu;

/**
 * Text that stays in its place, in NFC: no control characters, nothing that turns the direction of what follows, no pile of
 * marks over other lines, no half surrogate pairs.
 */
export function tame(text: string): string {
	return text
		.replace(/\p{Surrogate}/gu, '\uFFFD')
		.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
		.replace(CONTROLS, '')
		.replace(DIRECTIONS, '')
		.normalize('NFC')
		.replace(TOO_MANY_MARKS, '$1');
}

/** {@link tame} text on one line, single spaces between its words and none around it. */
export function oneLine(text: string): string {
	return tame(text).replace(/\s+/gu, ' ').trim();
}

/**
 * Shows text as itself: nothing in it can start emphasis, code, a spoiler, a heading, a list, a quote, small print, a link, a mention,
 * a timestamp or an emoji, wherever it is put. The place before a line's first sign counts as its beginning, as all of
 * these may stand inside of a quote. An address is text too: it is broken before its `//`.
 */
export function escapeMarkdown(text: string): string {
	return tame(text)
		.replace(/[\\*_~`|<@[\]]|:(?!\s)/gu, '\\$&')
		.replace(/^(\s*)([#>+-])/gmu, '$1\\$2')
		.replace(/^(\s*\d+)\.(?=\s|$)/gmu, '$1\\.');
}

/** Shows text as itself in a block of code, with its lines and spaces: no backticks in it can end the block. */
export function escapeCode(text: string): string {
	return tame(text).replace(/`{3,}/gu, (run) => run.split('').join('\u200B'));
}

/** Shortens to at most `limit` UTF-16 units, the ellipsis included, never inside of a grapheme: no half emoji, no accent parted from its letter. */
export function truncate(text: string, limit: number): string {
	return cut(text, limit, 'end', (kept) => kept);
}

/** One line of text, escaped; where that takes more than `limit` UTF-16 units, its beginning and an ellipsis. */
export function escapeWithin(text: string, limit: number): string {
	return cut(oneLine(text), limit, 'end', escapeMarkdown);
}

/** As {@link escapeWithin}, but the end is kept, after an ellipsis. */
export function escapeEndWithin(text: string, limit: number): string {
	return cut(oneLine(text), limit, 'start', escapeMarkdown);
}

/**
 * The longest part of a text that takes at most `limit` units when it is written, with an ellipsis where it was cut: between words,
 * where that costs little. Nothing, where not even one grapheme has room.
 */
function cut(text: string, limit: number, at: 'start' | 'end', write: (text: string) => string): string {
	if (text.length <= limit) {
		const whole = write(text);
		if (whole.length <= limit) return whole;
	}
	const written = (place: number) =>
		at === 'end' ? write(`${text.slice(0, place).trimEnd()}…`) : `…${write(text.slice(place).trimStart())}`;
	const segments = graphemes.segment(text);
	const edge = (place: number) => edgeOf(segments.containing(place), place, at);
	const isNothing = (place: number) => place === (at === 'end' ? 0 : text.length);
	let best: number | undefined;
	let [low, high] = [1, Math.min(limit, text.length - 1)];
	while (low <= high) {
		const kept = (low + high) >> 1;
		const place = edge(at === 'end' ? kept : text.length - kept);
		const fits = isNothing(place) || written(place).length <= limit;
		if (fits && !isNothing(place)) best = place;
		if (fits) low = kept + 1;
		else high = kept - 1;
	}
	if (best === undefined) return '';
	const word = edgeOf(words.segment(text).containing(best), best, at);
	const isWorthIt = Math.abs(word - best) <= WORD_LENGTH && edge(word) === word && !isNothing(word);
	return written(isWorthIt ? word : best);
}

/** The edge of the segment at a place, on the side of what is kept. */
function edgeOf(segment: Intl.SegmentData | undefined, place: number, at: 'start' | 'end'): number {
	if (segment === undefined || segment.index === place) return place;
	return at === 'end' ? segment.index : segment.index + segment.segment.length;
}
