import { joinVowelAm } from '../articles/vowel-am.js';
import { WORD_START, type TokenTable } from './token-table.js';

/** Pairs of tokens kept at hand: some 20 MB. */
const MOST_KEPT = 400_000;

/**
 * Where words end in scripts that put no spaces between them, by the dictionaries of ICU: which language they are asked for makes no
 * difference. Two neighbouring tokens are looked at without what stands around them, so that each pair is looked up once: a lookup
 * takes a few microseconds, and on held-out rows the whole text told no more (docs/ablations.md).
 */
export class WordBreaks {
	readonly #table: Pick<TokenTable, 'piece'>;
	readonly #dictionary = new Intl.Segmenter('und', { granularity: 'word' });
	readonly #kept = new Map<number, boolean>();

	constructor(table: Pick<TokenTable, 'piece'>) {
		this.#table = table;
	}

	/** Whether a word ends between two tokens that follow each other. */
	between(left: number, right: number): boolean {
		const key = left * 2 ** 16 + right;
		const known = this.#kept.get(key);
		if (known !== undefined) return known;
		if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
		const isBreak = this.#lookUp(this.#table.piece(left), this.#table.piece(right));
		this.#kept.set(key, isBreak);
		return isBreak;
	}

	#lookUp(left: string, right: string): boolean {
		if (right.startsWith(WORD_START)) return true;
		const before = joinVowelAm(left.replace(WORD_START, ''));
		const both = joinVowelAm(before + right);
		// the two halves of one vowel
		if (both.length < before.length + joinVowelAm(right).length) return false;
		for (const { index } of this.#dictionary.segment(both)) {
			if (index >= before.length) return index === before.length;
		}
		return false;
	}
}
