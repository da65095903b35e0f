import { fold, unfoldedRuns, wordsOfFolded } from '../../index/words.js';
import type { ChatMessage } from './conversation.js';
import { FILLER_PHRASES, FILLER_WORDS, LAUGHTER } from './filler-words.js';
import { inTurns } from './in-turns.js';
import type { PlainText } from './plain-text.js';

/** Words that a message must have besides fillers, to say something by itself. */
const LEAST_WORDS = 2;
/** The same in letters, where a script puts no spaces between words: a word is two signs in Chinese, some four letters in Thai and Lao. */
const LEAST_SIGNS = { east: 3, southEast: 7 };
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** From so many of one text on, it is said for its own sake; and this few words are said again and again by everybody. */
const MOST_REPEATS = 3;
/** A text repeated by somebody within this time was sent twice. */
const TWICE_MS = 10 * 60_000;
/** A wall of text: so many words, of which so few are different ones. */
const WALL = { words: 40, distinct: 0.25 };

/**
 * Which messages say nothing by themselves: empty ones, single words, emoji, greetings and thanks, laughter, spam, and what was said
 * before in the same words. Keeps order.
 *
 * @param plain of the same messages
 */
export async function noiseAmong(messages: readonly ChatMessage[], plain: readonly PlainText[]): Promise<boolean[]> {
	const repeats = new Map<string, { count: number; readonly last: Map<string, number> }>();
	const keys = plain.map(({ words, links }) => keyOf(words, links.map(({ url }) => url).join(' ')));
	for (const key of keys) {
		const repeat = repeats.get(key);
		if (repeat === undefined) repeats.set(key, { count: 1, last: new Map() });
		else repeat.count++;
	}
	const seen = new Set<string>();
	const isNoise = ({ authorId, at }: ChatMessage, i: number): boolean => {
		const { words = '', links = [] } = plain[i] ?? {};
		if (saysNothing(words)) return true;
		const key = keys[i] ?? '';
		const repeat = repeats.get(key);
		const isFirst = !seen.has(key);
		seen.add(key);
		if (repeat === undefined || repeat.count === 1) return false;
		const before = repeat.last.get(authorId);
		repeat.last.set(authorId, at);
		if (repeat.count >= MOST_REPEATS) return !isFirst || links.length > 0;
		return before !== undefined && at - before < TWICE_MS;
	};
	const noise: boolean[] = [];
	await inTurns(messages.entries(), ([i, message]) => noise.push(isNoise(message, i)));
	return noise;
}

/** Whether words, of `plainTextOf`, are fillers alone, or next to nothing, or a wall. */
export function saysNothing(words: string): boolean {
	if (!/\p{L}/u.test(words)) return true;
	const folded = wordsOfFolded(fold(words));
	const telling = folded.filter((word) => !FILLER_WORDS.has(word) && !LAUGHTER.test(word));
	if (folded.length >= WALL.words && new Set(folded).size < WALL.distinct * folded.length) return true;
	const runs = unfoldedRuns(words).join('\n');
	if (runs === '') return telling.length < LEAST_WORDS;
	const signs = runs.replace(FILLER_PHRASES, '').replace(/\s/gu, '');
	const distinct = new Set(signs).size;
	if (signs.length >= WALL.words && distinct < WALL.distinct * Math.min(signs.length, WALL.words)) return true;
	const least = EAST_ASIAN.test(runs) ? LEAST_SIGNS.east : LEAST_SIGNS.southEast;
	return signs.length < least && telling.length < LEAST_WORDS;
}

/** What makes two messages the same: their letters and addresses, not their figures, case and marks. */
function keyOf(words: string, urls: string): string {
	return `${words
		.toLowerCase()
		.replace(/[^\p{L}\p{M}]+/gu, ' ')
		.trim()} ${urls}`;
}
