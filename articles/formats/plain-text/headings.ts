import { type Line, type Piece, pieceWithin } from './lines.js';
import { markerOf } from './markers.js';
import { beginsInLowerCase, endsAsQuestionOrCall, endsLikeText, endsSentence } from './signs.js';
import { isImage, isRule, isShort, underlineOf } from './signs.js';
import { type Found, goesOn, type Source } from './source.js';

const LEVEL_OF_UNDERLINE = { '=': 1, '-': 2, '~': 3, '^': 4 } as const;

/** The deepest level of a heading. */
const DEEPEST = 6;

const DECIMALS = /^(\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,4})([.)．、]?)\s+(?=[\p{L}“"«„(])/u;
const COUNTED = /^[IVXLCDM]{1,7}[.)]\s+(?=\p{L})|^[一二三四五六七八九十]{1,3}、/u;
const CHAPTER = named(
	'chapter part kapitel teil chapitre partie capítulo capitulo parte capitolo hoofdstuk chương phần ' +
		'глава часть раздел บทที่ ส่วนที่ หมวด ບົດທີ ພາກທີ ជំពូក',
);
const SECTION = named(
	'section article art\\. abschnitt artikel sección seccion artículo articulo seção sezione articolo mục điều статья ' +
		'§{1,2} ข้อ มาตรา ມາດຕາ ຂໍ້ មាត្រា',
);
const NUMBER = /^\s*(?:\p{Nd}{1,3}[a-z]?|(?<=\s)(?:[IVXLCDM]{1,7}|[A-Z]))(?![\p{L}\p{M}\p{Nd}])/u;
const HAN_CHAPTER = /^第\s?[\p{Nd}一二三四五六七八九十百零〇]{1,5}\s?(?:([章部編编篇])|[条條节節款])/u;

function named(words: string): RegExp {
	return new RegExp(`^(?:${words.replaceAll(' ', '|')})(?=[\\s\\p{Nd}])`, 'iu');
}

/** A line with strokes below it. In the first line of a text it is the title, of level 1. */
export function underlinedAt({ lines }: Source, at: number, isFirst: boolean): Found | null {
	const line = lines[at];
	const below = lines[at + 1];
	if (line === undefined || below === undefined || below.hasBlankBefore || line.role === 'question') return null;
	const stroke = underlineOf(below.text);
	if (stroke === null || !isShort(line.text) || isRule(line.text) || line.text.startsWith('|')) return null;
	if (isFirst) return hasTextFrom(lines, at + 2) ? heading(line, 1, at + 2) : null;
	// a rule below a paragraph is no underline
	if (stroke !== '=' && endsLikeText(line.text)) return null;
	if (markerOf(line.text)?.numbers === null) return null;
	return heading(line, LEVEL_OF_UNDERLINE[stroke], at + 2);
}

/** `# Heading`, `== Heading ==`, and headings by their number or capitals, which stand alone before other text. */
export function headingAt(source: Source, at: number): Found | null {
	const line = source.lines[at];
	if (line === undefined || line.role !== undefined || !isShort(line.text)) return null;
	const marked = markedHeading(line);
	if (marked !== null) return heading(marked.piece, marked.level, at + 1);
	if (!standsAlone(source, at) || endsLikeText(line.text) || endsSentence(line.text)) return null;
	const level = numberedLevel(source, at) ?? (isInCapitals(line.text) ? 2 : null);
	return level === null ? null : heading(line, level, at + 1);
}

/**
 * The title of a text: a short first line that does not end like a sentence. One that ends with a question or
 * exclamation mark needs a blank line after it.
 */
export function titleAt(source: Source, at: number): Found | null {
	const { lines } = source;
	const line = lines[at];
	const next = lines[at + 1];
	if (line === undefined || next === undefined || line.role !== undefined || !isShort(line.text)) return null;
	if (/^[-•*–·]\s|^\p{N}{1,3}[.)]\s/u.test(line.text) || line.text.startsWith('>')) return null;
	if (endsLikeText(line.text) || goesOn(source, at) || !hasTextFrom(lines, at + 1)) return null;
	if (!next.hasBlankBefore && endsAsQuestionOrCall(line.text)) return null;
	return heading(line, 1, at + 1);
}

function heading(piece: Piece, level: number, next: number): Found {
	const { text, start, end } = piece;
	return { drafts: [{ kind: 'heading', level: Math.min(level, DEEPEST), text, start, end }], next };
}

function hasTextFrom(lines: readonly Line[], from: number): boolean {
	for (let at = from; at < lines.length; at++) {
		const text = lines[at]?.text ?? '';
		if (!isRule(text) && !isImage(text)) return true;
	}
	return false;
}

function markedHeading(line: Line): { piece: Piece; level: number } | null {
	const hashes = /^(#{1,6})\s+(?=[^\s#])/.exec(line.text);
	if (hashes !== null) {
		const end = /\s#{1,6}$/.exec(line.text.slice(-8))?.[0].length ?? 0;
		const piece = pieceWithin(line, hashes[0].length, line.text.length - end);
		return { piece, level: hashes[1]?.length ?? 1 };
	}
	const strokes = /^={1,6}(?=[^=])/.exec(line.text)?.[0].length ?? 0;
	if (strokes === 0 || line.text.length <= 2 * strokes || !line.text.endsWith('='.repeat(strokes))) return null;
	const piece = pieceWithin(line, strokes, line.text.length - strokes);
	return piece.text === '' || piece.text.includes('=') ? null : { piece, level: strokes };
}

/** Between blank lines, or anywhere in a text without blank lines, and with text after it. */
function standsAlone(source: Source, at: number): boolean {
	const { lines, isDense } = source;
	const next = lines[at + 1];
	if (next === undefined || isRule(next.text)) return false;
	if (isDense) return !goesOn(source, at) && (at === 0 || !goesOn(source, at - 1));
	const before = lines[at - 1];
	const isBelowBlank = at === 0 || lines[at]?.hasBlankBefore === true || isRule(before?.text ?? '');
	return isBelowBlank && next.hasBlankBefore;
}

function numberedLevel({ lines }: Source, at: number): number | null {
	const text = lines[at]?.text ?? '';
	const named = namedLevel(text);
	if (named !== null) return named;
	const [whole, number = '', mark = ''] = DECIMALS.exec(text) ?? [];
	const depth = number.split('.').length;
	const isDecimal = whole !== undefined && (mark !== '' || depth > 1);
	if (!isDecimal && !COUNTED.test(text)) return null;
	if (beginsInLowerCase(text.slice(whole?.length ?? 0))) return null;
	if (depth > 1) return depth + 1;
	const isOfList = [lines[at - 1], lines[at + 1]].some((line) => line !== undefined && isNumbered(line));
	return isOfList ? null : 2;
}

/** The level of `Chapter 2` and `§ 4 Fees`; `null` for other lines. */
function namedLevel(text: string): number | null {
	const han = HAN_CHAPTER.exec(text);
	if (han !== null) return han[1] === undefined ? 3 : 2;
	const chapter = CHAPTER.exec(text);
	const name = chapter ?? SECTION.exec(text);
	if (name === null || !NUMBER.test(text.slice(name[0].length))) return null;
	return chapter === null ? 3 : 2;
}

/** Whether a line is an item of a numbered list, and no heading of several numbers such as `2.3`. */
function isNumbered({ text }: Line): boolean {
	return (markerOf(text)?.numbers ?? null) !== null;
}

/** Words in capitals, at least one of them of three letters. */
function isInCapitals(text: string): boolean {
	return /\p{Lu}\p{M}*\p{Lu}\p{M}*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && markerOf(text) === null;
}
