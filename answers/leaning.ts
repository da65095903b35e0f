import { primaryLanguage } from '../articles/primary-language.js';
import { LEANING_WORDS } from './leaning-words.js';

/** Words up to which a sentence is too short to say of what it speaks: "Admission is free." Words as Unicode's rules part them, in any script. */
const FEW_WORDS = 4;
/** Among so many first words a demonstrative that follows its noun belongs to the subject: "The bridge over this", in another order. */
const SUBJECT_WORDS = 4;
/** What is looked at: more than the first words take. */
const BEGINNING_UNITS = 160;
/** Of the longest phrase among {@link LEANING_WORDS}. */
const PHRASE_WORDS = 5;

/** Quotation marks, brackets, dashes and bullets, which say nothing of what follows. */
const OPENING = /^[\p{P}\p{S}\s]+/u;
/** What goes on with a sentence that was parted for its length, or that a reader of marks took for two. */
const GOES_ON = /^(?:\p{Ll}|[,;:，、；：)\]}»”])/u;
/** What announces more. */
const ANNOUNCES = /[,;:，、；：،؛–—-]$/u;

/**
 * Whether a sentence is only understood with the one before it: its subject is a pronoun or a demonstrative, it begins with a
 * connective, it goes on with what was begun, or it has hardly any words.
 *
 * @param previous the sentence before it, of the same paragraph
 * @param language BCP 47; one without words of its own is judged by the signs that all languages share
 */
export function leansOnBefore(sentence: string, previous: string, language: string): boolean {
	if (GOES_ON.test(sentence.trimStart()) || ANNOUNCES.test(previous.trimEnd())) return true;
	const primary = primaryLanguage(language);
	const words = firstWords(sentence, primary);
	return words.length <= FEW_WORDS || beginsLeaning(sentence, words, primary);
}

function beginsLeaning(sentence: string, words: readonly string[], language: string): boolean {
	const rules = rulesOf(language);
	if (rules === undefined) return false;
	const { opens, prefixes, points, unless } = rules;
	const beginnings = runsFrom(words, 0);
	if (beginnings.some((run) => unless.has(run))) return false;
	if (beginnings.some((run) => opens.has(run))) return true;
	const text = sentence.replace(OPENING, '');
	if (prefixes.some((prefix) => text.startsWith(prefix))) return true;
	return words.slice(0, SUBJECT_WORDS).some((_, at) => {
		const pointer = runsFrom(words, at).find((run) => points.has(run));
		return pointer !== undefined && !unless.has(`${words[at - 1] ?? ''}${pointer}`);
	});
}

interface Rules {
	readonly opens: ReadonlySet<string>;
	readonly prefixes: readonly string[];
	readonly points: ReadonlySet<string>;
	readonly unless: ReadonlySet<string>;
}

const RULES = new Map(
	Object.entries(LEANING_WORDS).map(
		([language, { opens, prefixes = '', points = '', unless = '' }]): [string, Rules] => [
			language,
			{ opens: joined(opens), prefixes: phrases(prefixes), points: joined(points), unless: joined(unless) },
		],
	),
);

function rulesOf(language: string): Rules | undefined {
	return RULES.get(language);
}

function phrases(list: string): string[] {
	return list.split('|').filter(Boolean);
}

/** Without spaces, as {@link runsFrom} joins words: so one comparison does for scripts with spaces and without. */
function joined(list: string): Set<string> {
	return new Set(phrases(list).map((phrase) => phrase.replaceAll(' ', '')));
}

/** One word, two, three and so on from a place on, each run without spaces. */
function runsFrom(words: readonly string[], at: number): string[] {
	return words.slice(at, at + PHRASE_WORDS).map((_, i) => words.slice(at, at + i + 1).join(''));
}

/** In lower case; in scripts without spaces as ICU's dictionaries part them. One more than is looked at, to tell whether there are more. */
function firstWords(sentence: string, language: string): string[] {
	const beginning = sentence.slice(0, BEGINNING_UNITS).replace(OPENING, '').replace(/['’]/gu, ' ').toLowerCase();
	const words: string[] = [];
	for (const { segment, isWordLike } of segmenterOf(language).segment(beginning)) {
		if (isWordLike === true) words.push(segment);
		if (words.length > SUBJECT_WORDS + PHRASE_WORDS) break;
	}
	return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** One for each language with rules; the root's rules for all others, whose tags may be none. */
function segmenterOf(language: string): Intl.Segmenter {
	const known = RULES.has(language) ? language : 'und';
	const segmenter = segmenters.get(known) ?? new Intl.Segmenter(known, { granularity: 'word' });
	segmenters.set(known, segmenter);
	return segmenter;
}
