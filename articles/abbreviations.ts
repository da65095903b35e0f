import { listedAbbreviations } from './abbreviation-cldr.js';
import { ENDING, LEADING, MAYBE, NUMBERED, type AbbreviationTable } from './abbreviation-lists.js';
import { isCaselessAbbreviation } from './abbreviation-scripts.js';
import { endsInOrdinal, namesCalendarDay } from './abbreviation-ordinals.js';
import { primaryLanguage } from './primary-language.js';
import { opensSentence } from './sentence-openers.js';

/** UTF-16 units before the full stop that are looked at. */
const SEEN_UNITS = 40;

/** The last word with the short abbreviations before it, which spaces may part: `z. B.`, `EE. UU.` */
const LAST_TOKEN = /(?<![\p{L}\p{M}\p{N}.])(?:\p{L}{1,2}\.\s?){0,4}[^\s([{«"'“‘„]+\.$/u;

/** `U.S.`, `J.-C.`, `e.g.` */
const DOTTED = /^(?:\p{L}\.-?){2,}$/u;
/** What a figure or a chapter may be counted by besides digits. */
const COUNTED = /^(?:\p{Lu}?\p{N}|(?:[IVXLC]{2,}|[B-H])(?![\p{L}\p{M}])|[A-Z]\.\s?\p{N})/u;
/** Scripts in which no capital shows that a sentence begins. */
const CASELESS = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const TIME = /^[ap]\.m\.$/;
const WEEKDAY = /^(?:mon|tues?|wed|thu|thurs|fri|sat|sun)\.$/;
const ZONE = /^(?:E[SD]?T|C[SDE]?S?T|M[SD]?T|P[SD]?T|GMT|UTC|BST|EES?T|IST|JST|ICT|WIB|Eastern|Pacific)\b/;

/**
 * Tests whether the full stop at the end of `left` belongs to an abbreviation, an initial or an ordinal number, so that
 * the sentence goes on with `right`. Where an abbreviation may also end a sentence, the word that follows decides.
 *
 * @param language A BCP 47 tag. Its own abbreviations count besides those that all languages share.
 */
export function endsInAbbreviation(left: string, right: string, language: string): boolean {
	const seen = left.slice(-SEEN_UNITS);
	const match = LAST_TOKEN.exec(seen);
	if (match === null) return false;
	const token = /\S+$/u.exec(match[0])?.[0] ?? '';
	const primary = primaryLanguage(language);
	if (/^(?:\p{N}{1,2}\.[–/-]?)?\p{N}{1,4}\.$/u.test(token)) return endsInOrdinal(seen, right, primary);

	const last = token.toLowerCase();
	const joined = match[0].replace(/\s/g, '').toLowerCase();
	const isAfterNumber = /\p{N}\s*$/u.test(seen.slice(0, match.index));
	if (TIME.test(joined) || WEEKDAY.test(last)) return namesCalendarDay(right, primary) || ZONE.test(right);
	if (isListed(ENDING, primary, joined, last)) return false;
	if (CASELESS.test(token)) {
		const isUnit = isAfterNumber && /^\p{Script=Arabic}/u.test(token);
		if (isNumbered(primary, last, right) || (!isUnit && isListed(LEADING, primary, last))) return true;
		return isCaselessAbbreviation(token, right, isAfterNumber);
	}
	if (/^\p{L}\.$/u.test(token)) {
		// the next letter or word of one abbreviation: `a. C.`, `v. Chr.`, `A. Smith`
		if (/^(?:\p{L}\.|Chr\.)/u.test(right)) return true;
		// after a number a single letter is a unit or, in Russian, «год»: it may end the sentence
		if (isAfterNumber && joined === last) return false;
	}
	if (isNumbered(primary, last, right) || isListed(LEADING, primary, joined, last)) return true;
	// an initial, if what it stands before can be a name
	if (/^\p{Lu}\.$/u.test(token)) return /^\p{L}/u.test(right) && !opensSentence(right, primary, { mayBeName: true });
	return mayGoOn(primary, last, joined, isAfterNumber) && !opensSentence(right, primary);
}

function isNumbered(primary: string, token: string, right: string): boolean {
	if (!COUNTED.test(right)) return false;
	if (isListed(NUMBERED, primary, token)) return true;
	// before a year a word that happens to be listed more likely ends its sentence: `9 Jahre alt. 2009 waren es …`
	return listedAbbreviations(primary).numbered.has(token) && !/^\p{N}{4}/u.test(right);
}

/** Whether the sentence may go on after this abbreviation, and may also end with it. */
function mayGoOn(primary: string, token: string, joined: string, isAfterNumber: boolean): boolean {
	if (DOTTED.test(joined) || isListed(MAYBE, primary, joined, token)) return true;
	if (primary === 'de' && token.endsWith('str.')) return true;
	// what else is listed may be a unit
	return !isAfterNumber && listedAbbreviations(primary).plain.has(token);
}

function isListed(table: AbbreviationTable, language: string, ...tokens: readonly string[]): boolean {
	return tokens.some((token) => ` ${table.common} ${table[languageOf(token, language)] ?? ''} `.includes(` ${token} `));
}

/** Where the script decides, a neighbor's list serves too: Marathi writes its titles as Hindi does. */
function languageOf(token: string, language: string): string {
	if (/^[\u0900-\u097F]/u.test(token)) return 'hi';
	if (/^\p{Script=Greek}/u.test(token)) return 'el';
	return /^\p{Script=Arabic}/u.test(token) ? 'ar' : language;
}
