import { opensSentence } from './sentence-openers.js';

/** Languages that write ordinal numbers with a full stop: `21. Juni`. */
const ORDINAL_STOP = new Set('cs da de et fi fo hr hu is lb lv nb nn no sk sl sr tr'.split(' '));

/**
 * German words before an ordinal number and the noun that it counts: `am 3. Tag`. A noun before it counts itself:
 * `Platz 3.`
 */
const BEFORE_ORDINAL = new RegExp(
	'(?:^|[^\\p{L}\\p{M}])(?:de[rmns]|die|das|am|im|ans|ins|beim|[vz]om|zu[mr]|eine?[rmns]?|kein\\p{L}*|jede\\p{L}?|' +
		'diese\\p{L}?|[msd]ein\\p{L}{0,2}|ihre?\\p{L}?|unser\\p{L}{0,2}|und|oder|,|:)\\s+$|\\(\\s*$',
	'iu',
);

/** Between such a word and the number: `im frühen 18. Jahrhundert` */
const ADJECTIVE = /(?<=\s)\p{Ll}+e[nrms]?\s+$/u;

/**
 * Tests whether the number at the end of `left` is an ordinal, or part of a date, that `right` goes on with. A number
 * that ends a sentence is followed by a word that begins one, or stands where no ordinal can.
 *
 * @param left Ends in a number and a full stop.
 * @param language A primary subtag.
 */
export function endsInOrdinal(left: string, right: string, language: string): boolean {
	// 21. 6. 2024, 2024. 6. 21.
	if (/(?:^|[^\p{N}.,])(?:\p{N}{4}|\p{N}{1,2})\.$/u.test(left) && /^\p{N}{1,2}\./u.test(right)) return true;
	if (/(?:^|[^\p{N}.,])\p{N}{1,2}\.\s?\p{N}{1,2}\.$/u.test(left) && /^\p{N}{4}(?!\p{N})/u.test(right)) return true;
	if (/\p{N}{4}\.\s?\p{N}{1,2}\.\s?\p{N}{1,2}\.$/u.test(left)) return language === 'ko' && /^\p{L}/u.test(right);
	// a day of the Korean calendar: 3. 1 운동
	if (language === 'ko' && /^\p{N}{1,2}\s\p{L}/u.test(right)) return true;

	if (!ORDINAL_STOP.has(language) || !/(?:^|[^\p{N}.,]|\.[–/-])\p{N}{1,2}\.$/u.test(left)) return false;
	if (calendarNames(language, 'month').has(firstWord(right))) return true;
	if (!/^\p{Lu}\p{Ll}/u.test(right) || opensSentence(right, language)) return false;
	// a Turkish sentence ends in its verb; the others write nouns small
	if (language === 'tr') return true;
	if (language !== 'de') return false;
	const before = left.replace(/[\p{N}.–/-]+$/u, '');
	return BEFORE_ORDINAL.test(before) || BEFORE_ORDINAL.test(before.replace(ADJECTIVE, ''));
}

/** Tests whether a text begins with the name of a weekday or a month, in the language or in English. */
export function namesCalendarDay(text: string, language: string): boolean {
	const word = firstWord(text);
	if (word === '' || word === 'may') return false;
	return [language, 'en'].some((tag) => {
		const isNamed = (name: string) => calendarNames(tag, 'weekday').has(name) || calendarNames(tag, 'month').has(name);
		return isNamed(word) || (tag === 'en' && isNamed(word.replace(/s$/, '')));
	});
}

function firstWord(text: string): string {
	return /^[\p{L}\p{M}]+/u.exec(text.slice(0, 30))?.[0].toLowerCase() ?? '';
}

/** Asking the platform takes longer than reading a page, so each list is made once. */
const known = new Map<string, ReadonlySet<string>>();

/** Long and short, lower case, without full stops. */
function calendarNames(language: string, what: 'month' | 'weekday'): ReadonlySet<string> {
	const key = `${language} ${what}`;
	let names = known.get(key);
	if (names === undefined) {
		names = new Set(namesOf(language, what));
		known.set(key, names);
	}
	return names;
}

function namesOf(language: string, what: 'month' | 'weekday'): string[] {
	return (['long', 'short'] as const).flatMap((style) => {
		const day = what === 'month' ? { day: 'numeric' as const } : {};
		const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...day, [what]: style, timeZone: 'UTC' });
		return Array.from({ length: 12 }, (_, i) => {
			const date = what === 'month' ? Date.UTC(2024, i, 15) : Date.UTC(2024, 0, i + 1);
			const name = format.formatToParts(date).find(({ type }) => type === what)?.value ?? '';
			return name.toLowerCase().replace(/\.$/, '');
		}).filter((name) => name !== '');
	});
}
