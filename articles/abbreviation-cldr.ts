import { createRequire } from 'node:module';
import { CYRILLIC_PROFILES, LATIN_PROFILES } from './language-profiles.js';

/** What Unicode's list of sentence-break suppressions gives for a language: lower case, with full stops. */
export interface ListedAbbreviations {
	/** What is no word, so that its full stop can hardly be that of a sentence: `sgt.`, `dipl.-ing.` */
	readonly plain: ReadonlySet<string>;
	/** What may be a word, and so counts before a number alone: `vol. 3`. */
	readonly numbered: ReadonlySet<string>;
}

/** Languages for which the package has a list that is worth its loading. */
const LISTED = new Set(['de', 'en', 'es', 'fr', 'it', 'pt', 'ru']);

const load = createRequire(import.meta.url);
const loaded = new Map<string, ListedAbbreviations>();
const NONE: ListedAbbreviations = { plain: new Set(), numbered: new Set() };

/**
 * The abbreviations that the Unicode CLDR lists for a language; none where it has no list.
 *
 * Taken whole, the list does harm. It suppresses breaks after English `Is.`, `In.`, `To.` and `Job.`, or German `am.`
 * and `So.`, which end sentences every day. So an entry counts fully only if it has a full stop inside or no vowel; any
 * other must stand before a number, and a frequent word of the language, an acronym or a single letter never counts.
 *
 * @param language A primary subtag.
 */
export function listedAbbreviations(language: string): ListedAbbreviations {
	if (!LISTED.has(language)) return NONE;
	let listed = loaded.get(language);
	if (listed === undefined) {
		listed = sorted(suppressions(language), language);
		loaded.set(language, listed);
	}
	return listed;
}

function suppressions(language: string): string[] {
	// what a package's JSON holds, no compiler knows
	const file = load(`cldr-segments-full/segments/${language}/suppressions.json`) as {
		segments: { segmentations: { SentenceBreak: { standard: { suppression: string }[] } } };
	};
	return file.segments.segmentations.SentenceBreak.standard.map(({ suppression }) => suppression);
}

function sorted(entries: readonly string[], language: string): ListedAbbreviations {
	const words = [...LATIN_PROFILES, ...CYRILLIC_PROFILES].find((profile) => profile.language === language)?.words;
	const plain = new Set<string>();
	const numbered = new Set<string>();
	for (const entry of entries) {
		const abbreviation = entry.toLowerCase();
		const letters = abbreviation.replace(/\.$/, '');
		if (letters.length === 1 || /\s/.test(entry) || /^\p{Lu}{2,}\.$/u.test(entry) || words?.has(letters)) continue;
		const isPlain = letters.includes('.') || !/[aeiouyаеёиоуыэюя]/u.test(letters.normalize('NFD'));
		(isPlain ? plain : numbered).add(abbreviation);
	}
	return { plain, numbered };
}
