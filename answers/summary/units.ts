import { setImmediate as turn } from 'node:timers/promises';
import { identifyLanguage } from '../../articles/language.js';
import type { Embedding } from '../../embeddings/encoder.js';
import { zip } from '../../articles/zip.js';
import type { Models } from '../../index/question.js';
import { contentWords } from './content-words.js';

/** What a summary is chosen from: a sentence, or a message, with what it means. */
export interface Unit {
	readonly text: string;
	/** BCP 47; `und` where the text does not decide. */
	readonly language: string;
	readonly embedding: Embedding;
	/** The words that tell what it is about, folded, in order and as often as they stand in it: see {@link contentWords}. */
	readonly words: readonly string[];
}

/** Texts that go to the encoder at a time: a question that comes meanwhile waits for no more than these. */
const TEXTS_AT_A_TIME = 256;
/** Texts that are looked at before others have their turn in this thread: a few milliseconds. */
const TEXTS_IN_A_TURN = 16;

/**
 * Reads texts of any languages. Keeps order. The same text is read once, however often it stands there.
 *
 * Texts are compared with one another here, so all are encoded in the same role: in that of a question, as models that tell the two roles
 * apart are meant to be used for likeness (Wang et al. 2022, E5).
 *
 * @param languages of the texts, BCP 47, where they are known
 */
export async function encodeUnits(
	{ encoder }: Pick<Models, 'encoder'>,
	texts: readonly string[],
	languages?: readonly string[],
): Promise<Unit[]> {
	const distinct = new Map<string, string | undefined>(texts.map((text, i) => [text, languages?.[i]]));
	const units = new Map<string, Unit>();
	const all = [...distinct];
	for (let from = 0; from < all.length; from += TEXTS_AT_A_TIME) {
		const part = all.slice(from, from + TEXTS_AT_A_TIME);
		// the threads encode while this one looks at the words
		const encoding = encoder.encodeQuestions(part.map(([text]) => text));
		encoding.catch(() => {}); // thrown below
		const read: { text: string; language: string; words: string[] }[] = [];
		for (const [i, [text, stated]] of part.entries()) {
			if (i % TEXTS_IN_A_TURN === TEXTS_IN_A_TURN - 1) await turn();
			const language = stated ?? identifyLanguage(text).language;
			read.push({ text, language, words: contentWords(text, language) });
		}
		for (const [unit, { embedding }] of zip(read, await encoding)) units.set(unit.text, { ...unit, embedding });
	}
	return texts.flatMap((text) => units.get(text) ?? []);
}
