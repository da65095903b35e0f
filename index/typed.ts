import { fold, unfoldedRuns, wordsOfFolded } from './words.js';

/** What somebody has typed so far, as it is looked for. */
export interface Typed {
	/** Folded words that are typed to their end, each once. */
	readonly words: readonly string[];
	/** The beginning of a folded word that may go on; `''` where none is begun. */
	readonly prefix: string;
	/** What is written in scripts without spaces: it is looked for letter by letter. */
	readonly runs: readonly string[];
	/** All of it in lower case, with accents and without: of texts that hold its words, one that holds it as it stands is nearer. */
	readonly phrase: string;
	readonly foldedPhrase: string;
}

/** The last word is taken for the beginning of one, unless something stands behind it. */
export function readTyped(text: string): Typed {
	// what is typed is looked for as it is written, for a number that is not typed to its end is no other yet
	const words = wordsOfFolded(fold(text));
	const runs = unfoldedRuns(text);
	const prefix = words.at(-1) ?? '';
	const phrase = text.normalize('NFC').toLowerCase();
	const foldedPhrase = fold(phrase);
	const isBegun = prefix !== '' && foldedPhrase.endsWith(prefix);
	return {
		words: [...new Set(isBegun ? words.slice(0, -1) : words)],
		prefix: isBegun ? prefix : '',
		runs: [...new Set(runs)],
		phrase: phrase.trim(),
		foldedPhrase: foldedPhrase.trim(),
	};
}

export function isNothing({ words, prefix, runs }: Typed): boolean {
	return words.length === 0 && prefix === '' && runs.length === 0;
}

/** A text in the forms in which it is compared with what is typed. */
export interface Looked {
	readonly text: string;
	readonly folded: string;
	readonly words: readonly string[];
}

export function lookAt(text: string): Looked {
	const folded = fold(text);
	return { text, folded, words: wordsOfFolded(folded) };
}

/** How much of what is typed stands in a text: one for each word and run, half for a word that only begins as typed. */
export function shareTyped({ words, prefix, runs }: Typed, { text, words: held }: Looked): number {
	let sum = 0;
	for (const word of words) if (held.includes(word)) sum++;
	for (const run of runs) if (text.includes(run)) sum++;
	if (prefix !== '') {
		if (held.includes(prefix)) sum++;
		else if (held.some((word) => word.startsWith(prefix))) sum += 0.5;
	}
	return sum;
}

/** Whether a share is all of what is typed. */
export function isWhole({ words, prefix, runs }: Typed, share: number): boolean {
	return share >= words.length + runs.length + (prefix === '' ? 0 : 0.5);
}

/** What lets one text that holds all of what is typed go before another: in [0, 0.4], less than half a word. */
export function nearnessTyped({ phrase, foldedPhrase }: Typed, { text, folded }: Looked): number {
	if (!folded.includes(foldedPhrase)) return 0;
	return text.toLowerCase().includes(phrase) ? 0.4 : 0.2;
}
