import { createWordTable, type WordTable } from './word-table.js';

/** Languages whose words for thousand, million and so on are known, by CLDR. Where one word means two numbers, the first language's goes first. */
const LANGUAGES =
	'en en-IN fr vi es de pt pt-PT it ru zh zh-TW ja ko th lo km ar hi tr el ro nl pl uk cs sk bg sv da nb fi hu id ms fil sw fa ur bn he'.split(
		' ',
	);
/** Languages whose abbreviations are no units of measure: `Mio.`, `млн`, `mld`. */
const ABBREVIATING = ['de', 'it', 'ru', 'uk', 'pl'];
const LEAST_ABBREVIATION = 3;
/** CLDR forms its abbreviations up to this power of ten. */
const GREATEST_EXPONENT = 14;

/** What people write and CLDR has not: other spellings, and words that it does not shorten with. */
const OTHERS: readonly (readonly [string, number])[] = [
	// Turkish miles
	['mil', 0],
	['hundred', 2],
	['thousands', 3],
	['millions', 6],
	['billions', 9],
	['trillions', 12],
	['mn', 6],
	['bn', 9],
	['lakhs', 5],
	['crores', 7],
	['milliers', 3],
	['ngàn', 3],
	['tỉ', 9],
	['trăm', 2],
	['十', 1],
	['百', 2],
	['千', 3],
	['百万', 6],
	['千万', 7],
	['百萬', 6],
	['千萬', 7],
	['백', 2],
	['백만', 6],
	['천만', 7],
	['ร้อย', 2],
	['ຮ້ອຍ', 2],
	['ໝື່ນ', 4],
	['ຫມື່ນ', 4],
	['ពាន់លាន', 9],
	['មុឺន', 4],
	['ម៉ឺន', 4],
	['សែន', 5],
	['ລ້ານ', 6],
	['ล้าน', 6],
	['تريليون', 12],
];
/** Words that begin as one of the above and mean something else: measures (3千克 are kilograms), species, Lan Xang. */
const NONE = ['千克', '千米', '千瓦', '千卡', '千字', '千赫', '百分', 'พันธ', 'พันธุ', 'ພັນທຸ', 'ພັນທະ', 'ล้านช้าง', 'ລ້ານຊ້າງ'];

let table: WordTable<readonly number[]> | undefined;

/**
 * The words by which a number is multiplied, as exponents of ten: several where a word means several numbers, as *billion* does, and
 * none where it is no such word though it looks like one. Made when it is first asked for.
 */
export function scaleWords(): WordTable<readonly number[]> {
	return (table ??= createWordTable(entries(), (a, b) => [...new Set([...a, ...b])]));
}

function* entries(): Iterable<readonly [string, readonly number[]]> {
	for (const language of LANGUAGES) yield* compactWords(language, 'long');
	for (const language of ABBREVIATING) {
		for (const [word, exponents] of compactWords(language, 'short')) {
			const bare = word.replace('.', '');
			if (bare.length < LEAST_ABBREVIATION || exponents.some((exponent) => exponent > 9)) continue;
			yield [word, exponents];
			yield [bare, exponents];
		}
	}
	for (const [word, exponent] of OTHERS) yield [word, [exponent]];
	for (const word of NONE) yield [word, []];
}

/** What CLDR puts behind 1, 1.5, 2, 5 and 21 of each power of ten: plural forms differ. */
function* compactWords(
	language: string,
	compactDisplay: 'long' | 'short',
): Iterable<readonly [string, readonly number[]]> {
	const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
		notation: 'compact',
		compactDisplay,
		maximumFractionDigits: 1,
		useGrouping: false,
	});
	for (let exponent = 3; exponent <= GREATEST_EXPONENT; exponent++) {
		for (const times of [1, 1.5, 2, 5, 21]) {
			const value = times * 10 ** exponent;
			const parts = format.formatToParts(value);
			const word = parts.find(({ type }) => type === 'compact')?.value;
			const valueOf = (part: string) => parts.find(({ type }) => type === part)?.value ?? '';
			const shown = Number(`${valueOf('integer')}.${valueOf('fraction')}`);
			const power = Math.round(Math.log10(value / shown));
			// some words stand alone: mille
			if (word !== undefined && shown > 0) yield [word.replace(/\s/g, ' '), [power]];
		}
	}
}
