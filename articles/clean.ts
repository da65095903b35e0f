import type { Span } from './document.js';
import { TracedText } from './traced-text.js';

export interface CleanText {
	readonly text: string;
	/** Where a span of `text` stands in the raw text, in UTF-16 units. What was deleted at its edges is left out. */
	readonly sourceSpan: (span: Span) => Span;
}

/** Characters that show nothing; ZWJ and ZWNJ are not among them. Before a combining mark they stay: the mark sits on them. */
const INVISIBLE =
	/(?:(?![\n\t])[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFC])+(?![\p{M}\u1160-\u11FF])/gu;

/** ZWJ and ZWNJ shape letters and emoji between which they stand; anywhere else they are junk. */
const STRAY_JOINER =
	/(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]+(?![\p{M}\u1160-\u11FF])|[\u200C\u200D]+(?![\p{L}\p{M}\p{Extended_Pictographic}\u200C\u200D])/gu;

/** A base character with what may combine with it: normalising these one by one is normalising the text. */
const COMBINING_SEQUENCE = /[\u1100-\u115F\uAC00-\uD7A3]?[\u1160-\u11FF]+\p{M}*|\P{M}?\p{M}+|[^\0-\u02FF]/gu;

const NO_BREAK_SPACE = /[\u00A0\u2007\u202F]/;

const IMAGE_REMAINS = /^(?:!\[[^\]\n]*\]\([^)\n]*\)|\S*\.(?:jpe?g|png|gif|webp|svg|bmp|avif|tiff?)["'”»)\]]*)$/i;
const RULE_OR_EMPTY_BULLET = /^(?:[-‐-―_*=~+#|\\\s]+|[•◦▪▫●○■□·‣⁃]\s*)$/u;

/**
 * Makes text readable without rewriting it: it deletes and it normalises, nothing else.
 *
 * - NFC; line ends become a line feed; blank lines go, so that one line feed parts two paragraphs.
 * - White space at the edges of lines goes; a run of it inside becomes one character, the no-break space in it if it
 *   holds one, because French puts one before `:` and `»` and others put one in numbers.
 * - Half a surrogate pair becomes U+FFFD, as in every decoder.
 * - Characters that show nothing go, unless they join letters or emoji or carry a combining mark.
 * - Lines that are the remains of an image (`.jpg)`), a rule (`-----`) or an empty bullet go.
 * - The space in `end .` and `word ,` goes, where the mark ends the word.
 *
 * Cleaning clean text changes nothing.
 */
export function cleanText(raw: string): CleanText {
	const cleaned = TracedText.of(raw)
		.replace(/\p{Cs}/gu, () => '\uFFFD')
		.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, () => '\n')
		.replace(INVISIBLE, () => '')
		.replace(STRAY_JOINER, () => '')
		.replace(COMBINING_SEQUENCE, (sequence) => sequence.normalize('NFC'))
		.replace(/(?<![^\S\n])[^\S\n]+(?=\n|$)|(?<=\n|^)[^\S\n]+(?![\p{M}\u200C\u200D])/gu, () => '')
		.replace(/[^\S\n]{2,}|\t/g, (run) => NO_BREAK_SPACE.exec(run)?.[0] ?? ' ')
		.replace(/(?<=[\p{L}\p{M}\p{N})\]»”"'%]) (?=[.,](?:\s|["'»”’)\]]|$))(?!. ?[.,])/gu, () => '')
		.replace(/[^\n]+/g, (line) => (IMAGE_REMAINS.test(line) || RULE_OR_EMPTY_BULLET.test(line) ? '' : line))
		.replace(/^\n+|\n+$/g, () => '')
		.replace(/\n{2,}/g, () => '\n');
	return { text: cleaned.text, sourceSpan: (span) => cleaned.sourceSpan(span) };
}

/** {@link cleanText} of what stands on one line, such as a heading or the cell of a table. */
export function cleanLine(raw: string): string {
	return cleanText(raw).text.replaceAll('\n', ' ');
}

/** Characters that an editor does not show, and a compiler seldom takes. */
const INVISIBLE_IN_CODE = /(?![\n\t])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFC]/gu;

/**
 * Cleans code, which keeps its lines, its indentation and what stands between its words: line ends become line feeds, white space at
 * the ends of lines and empty lines around it go, and so do characters that show nothing.
 */
export function cleanCode(raw: string): string {
	return raw
		.replace(/\p{Cs}/gu, '\uFFFD')
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
		.replace(INVISIBLE_IN_CODE, '')
		.normalize('NFC')
		.replace(/(?<!\s)[^\S\n]+(?=\n|$)/g, '')
		.replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
}
