/** UTF-16 units at the end of a line that can decide how it ends. */
const ENDING_UNITS = 12;

/** UTF-16 units of the longest line that can be a heading, a question or a row. */
export const MAX_SHORT_UNITS = 2000;

/** Graphemes of the longest line that is taken for a heading: twice a long headline. */
const MAX_HEADING_GRAPHEMES = 150;

const CLOSERS = `["'”’»›)\\]）」』】]*`;
const ENDS_SENTENCE = new RegExp(`[.!?…。！？．؟।۔։።។៕]${CLOSERS}$`, 'u');
const ENDS_LIKE_TEXT = new RegExp(`(?:[.。।။።:;,،…：；，、]${CLOSERS}|[។៕])$`, 'u');
const ENDS_AS_QUESTION = new RegExp(`[?？؟]${CLOSERS}$`, 'u');
const ENDS_AS_QUESTION_OR_CALL = new RegExp(`[?!？！؟]${CLOSERS}$`, 'u');
const RULE = /^(?:[-‐-―_=*~+^#•·─═━\s]+)$/u;
const IMAGE_REMAINS =
	/^(?:!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)|\S{0,500}\.(?:jpe?g|png|gif|webp|svg|bmp|avif|tiff?)["'”»)\]]*)$/i;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Whether a line ends with a mark that ends a sentence, quotation marks and brackets after it left aside. */
export function endsSentence(line: string): boolean {
	return ENDS_SENTENCE.test(line.slice(-ENDING_UNITS));
}

/** Whether a line ends with a mark that no heading ends with: a full stop, a comma, a colon. */
export function endsLikeText(line: string): boolean {
	return ENDS_LIKE_TEXT.test(line.slice(-ENDING_UNITS));
}

export function endsAsQuestion(line: string): boolean {
	return ENDS_AS_QUESTION.test(line.slice(-ENDING_UNITS));
}

export function endsAsQuestionOrCall(line: string): boolean {
	return ENDS_AS_QUESTION_OR_CALL.test(line.slice(-ENDING_UNITS));
}

export function endsWithColon(line: string): boolean {
	return /[:：]$/.test(line.slice(-1));
}

export function beginsInLowerCase(line: string): boolean {
	return /^\p{Ll}/u.test(line.slice(0, 2));
}

/** Whether a line is short enough for a heading. */
export function isShort(line: string): boolean {
	if (line.length <= MAX_HEADING_GRAPHEMES) return true;
	if (line.length > MAX_SHORT_UNITS) return false;
	return Array.from(graphemes.segment(line)).length <= MAX_HEADING_GRAPHEMES;
}

/** Whether a line holds nothing but strokes: a rule, an underline, an empty bullet. */
export function isRule(line: string): boolean {
	return RULE.test(line);
}

/** Whether a line is all that is left of an image: `photo.jpg)`, `![A well](well.png)`. */
export function isImage(line: string): boolean {
	return line.length <= MAX_SHORT_UNITS && IMAGE_REMAINS.test(line);
}

/** The character of which an underline of a heading consists, or `null`. */
export function underlineOf(line: string): '=' | '-' | '~' | '^' | null {
	const [, stroke] = /^(=|-|~|\^)\1{2,}$/.exec(line) ?? [];
	return stroke === '=' || stroke === '-' || stroke === '~' || stroke === '^' ? stroke : null;
}
