import { asciiDigits } from '../../quantities/digits.js';
import { isRule } from './signs.js';

/** In what an ordered list counts. */
export type Count = 'digits' | 'letters' | 'roman' | 'han';

/** What marks a line as an item of a list. */
export interface Marker {
	/** Equal for items of one list: the bullet, or the marks around a number. */
	readonly style: string;
	/** UTF-16 units of the line up to the text of the item. */
	readonly units: number;
	/** What its number may be, by the way of counting (`i.` is 1 or 9); `null` for a bullet. */
	readonly numbers: Readonly<Partial<Record<Count, number>>> | null;
}

const BULLET = /^([-*•–—·‣◦+▪▫●○■□⁃∙➢➤►✓✔☐☑])\s+(?=\S)/u;
const SIGN = '\\p{Nd}{1,3}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|[a-zA-Zа-яА-Яก-ฮກ-ຮក-អ]|[一二三四五六七八九十]{1,3}';
const NUMBERED = new RegExp(`^([(（]?)(${SIGN})([.)）、．])(?:\\s+(?=\\S)|(?=[\\p{Lo}“「《]))`, 'u');
const CIRCLED = /^([\u2460-\u2473\u2776-\u277F])\s*(?=\S)/u;

/** The first letters of alphabets that lists are counted in. */
const FIRST_LETTERS = ['a', 'а', 'ก', 'ກ', 'ក'] as const;

const HAN_DIGITS = '一二三四五六七八九';
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The marker that a line begins with; `null` if it has none, or is a rule. */
export function markerOf(line: string): Marker | null {
	const bullet = BULLET.exec(line);
	if (bullet !== null) {
		return isRule(line) ? null : { style: bullet[1] ?? '', units: bullet[0].length, numbers: null };
	}
	const circled = CIRCLED.exec(line);
	if (circled !== null) {
		const code = line.charCodeAt(0);
		const digits = code - (code < 0x2776 ? 0x245f : 0x2775);
		return { style: '○', units: circled[0].length, numbers: { digits } };
	}
	const numbered = NUMBERED.exec(line);
	if (numbered === null) return null;
	const [whole, open = '', sign = '', close = ''] = numbered;
	// a bracket that is opened must be closed
	if (open !== '' && !/[)）]/.test(close)) return null;
	const isUpper = sign !== sign.toLowerCase();
	return { style: `${open}${isUpper ? 'A' : ''}${close}`, units: whole.length, numbers: numbersOf(sign.toLowerCase()) };
}

function numbersOf(sign: string): Partial<Record<Count, number>> {
	if (/^\p{Nd}/u.test(sign)) return { digits: Number(asciiDigits(sign)) };
	if (/^[一二三四五六七八九十]/.test(sign)) return { han: hanNumber(sign) };
	const roman = /^[ivxlcdm]+$/.test(sign) ? { roman: romanNumber(sign) } : {};
	if (sign.length > 1) return roman;
	const code = sign.charCodeAt(0);
	const first = FIRST_LETTERS.map((letter) => letter.charCodeAt(0)).filter((start) => start <= code);
	return { ...roman, letters: code - Math.max(...first) + 1 };
}

function hanNumber(sign: string): number {
	const [tens = '', units = ''] = sign.includes('十') ? sign.split('十') : ['', sign];
	const ten = sign.includes('十') ? (tens === '' ? 1 : HAN_DIGITS.indexOf(tens) + 1) : 0;
	return ten * 10 + (units === '' ? 0 : HAN_DIGITS.indexOf(units) + 1);
}

function romanNumber(sign: string): number {
	const values = Array.from(sign, (letter) => ROMAN[letter] ?? 0);
	return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** In what a list counts that begins with these numbers. */
export function countOf(numbers: NonNullable<Marker['numbers']>): Count {
	if (numbers.digits !== undefined) return 'digits';
	if (numbers.han !== undefined) return 'han';
	if (numbers.letters === undefined) return 'roman';
	// `i.` begins a list of Roman numerals; a list by letters would come to it after `h.`
	return numbers.roman === 1 ? 'roman' : 'letters';
}
