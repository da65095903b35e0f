import type { Article } from './article.js';
import { cleanText } from './clean.js';
import { splitSentences } from './sentences.js';

/** Graphemes of the longest line that is taken for a title: twice a long headline. */
const MAX_TITLE_GRAPHEMES = 150;

/** UTF-16 units of a line that are looked at: more than any title, and a bound on the time. */
const MAX_LINE_UNITS = 2000;

/** Graphemes that are left of a sentence which serves as a title: about one line. */
const SHORTENED_GRAPHEMES = 80;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

export interface TitledText {
	/** Clean, on one line; empty if there is no text to take it from. */
	readonly title: string;
	/** The raw text after the line that held the title, or all of it. */
	readonly body: string;
}

interface Line {
	readonly text: string;
	/** Position in the raw text after the line and its line feed. */
	readonly end: number;
}

/**
 * Finds the title of a raw article and parts it from the text, so that it is not said twice.
 *
 * In order: what the format states; a first line underlined with dashes or equal signs; a short first line that does not
 * end like a sentence; the beginning of the first sentence, which then stays in the text.
 */
export function splitTitle({ title: stated, text }: Pick<Article, 'title' | 'text'>): TitledText {
	const [first, second] = firstLines(text);
	const title = oneLine(stated ?? '');
	if (first === undefined) return { title, body: text };

	const isUnderlined = second !== undefined && /^\s*(?:-{3,}|={3,})\s*$/.test(second.text);
	const firstLine = oneLine(first.text);
	const rest = text.slice(isUnderlined ? second.end : first.end);
	const isOnlyLine = cleanText(rest).text === '';

	if (title !== '') return { title, body: !isOnlyLine && isSameTitle(title, firstLine) ? rest : text };
	if (!isOnlyLine && (isUnderlined || isHeading(firstLine, second))) return { title: firstLine, body: rest };
	return { title: shortened(firstSentence(firstLine.slice(0, MAX_LINE_UNITS))), body: text };
}

/** The first line that is not empty after cleaning, and the line right after it, empty or not. */
function firstLines(text: string): Line[] {
	const lines: Line[] = [];
	for (const { 0: match, 1: line = '', index } of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
		if (lines.length === 0 && (line.trim() === '' || oneLine(line) === '')) {
			if (index + match.length >= text.length) break;
			continue;
		}
		lines.push({ text: line, end: index + match.length });
		if (lines.length === 2) break;
	}
	return lines;
}

/** A heading is short and does not end like a sentence; with `?` or `!` it needs an empty line after it. */
function isHeading(line: string, next: Line | undefined): boolean {
	if (line.length > MAX_LINE_UNITS || countGraphemes(line) > MAX_TITLE_GRAPHEMES) return false;
	if (/^[-•*–·]\s|^\p{N}{1,3}[.)]\s/u.test(line)) return false;
	if (/[.。।။።:;,،…]["'”’»)\]]*$/u.test(line) || /។\s*$/u.test(line)) return false;
	const isFollowedByEmptyLine = next !== undefined && next.text.trim() === '';
	return isFollowedByEmptyLine || !/[?!？！؟]["'”’»)\]]*$/u.test(line);
}

/** Sites add their name to a title: `Rice prices fall | The Valley Post`. */
function isSameTitle(title: string, line: string): boolean {
	const a = title.toLowerCase();
	const b = line.toLowerCase();
	return a === b || [' | ', ' - ', ' – ', ' — ', ' · '].some((mark) => a.startsWith(b + mark));
}

function firstSentence(line: string): string {
	const [sentence] = splitSentences(line, 'und');
	return sentence === undefined ? line : line.slice(sentence.start, sentence.end);
}

/** Cut between words, or between graphemes where a single word is too long. */
function shortened(text: string): string {
	if (countGraphemes(text) <= SHORTENED_GRAPHEMES) return text;
	const most = Array.from(graphemes.segment(text), ({ index }) => index)[SHORTENED_GRAPHEMES - 1] ?? text.length;
	const atWord = words.segment(text).containing(most)?.index ?? most;
	const cut = atWord > 0 ? atWord : most;
	return `${text.slice(0, cut).replace(/[\s,;:–—-]+$/u, '')}…`;
}

function countGraphemes(text: string): number {
	return Array.from(graphemes.segment(text)).length;
}

function oneLine(text: string): string {
	return cleanText(text).text.replaceAll('\n', ' ');
}
