import { primaryLanguage } from '../articles/primary-language.js';
import { readFile, writeFile } from 'node:fs/promises';
import type { Tokens } from '../embeddings/encoder.js';
import { LexicalShard, type ShardData } from './lexical-shard.js';
import type { PassageId } from './ranking.js';
import { termOfWord, termsOfWord, type Term } from './structured-query.js';
import { WordList } from './word-list.js';
import { foldedWords } from './words.js';

/** A passage as the lexical index sees it. */
export interface LexicalPassage {
	readonly id: PassageId;
	/** BCP 47; its primary language names the shard. */
	readonly language: string;
	readonly text: string;
	readonly tokens: readonly Tokens[];
}

const MAGIC = 'QLEX';
/** Raised when the format changes, or what counts as a term (words.ts, structured-query.ts): an older file is made again. */
const VERSION = 5;
const ARRAYS = ['ids', 'lengths', 'terms', 'sizes', 'places', 'counts'] as const satisfies (keyof ShardData)[];
/** Every array starts on a multiple of the widest element, so that a file can be read in place. */
const ALIGNMENT = 8;

/** The inverted index of one collection: a shard for each language. */
export class LexicalIndex {
	readonly #shards = new Map<string, LexicalShard>();
	readonly #where = new Map<PassageId, { readonly language: string; readonly place: number }>();
	#words = new WordList();
	#hasRemoved = false;

	/** @throws {Error} If the file is not what {@link save} wrote. */
	static async load(path: string): Promise<LexicalIndex> {
		const file = await readFile(path);
		if (file.toString('latin1', 0, 4) !== MAGIC || file.readUInt32LE(4) !== VERSION)
			throw new Error('not a lexical index of this version');
		const headerBytes = file.readUInt32LE(8);
		const header = JSON.parse(file.toString('utf8', 12, 12 + headerBytes)) as Header; // written by save()
		// Node's small buffers share one block: the arrays need one that starts on a multiple of eight
		const bytes = file.byteOffset % ALIGNMENT === 0 ? file : Buffer.from(Uint8Array.from(file).buffer);
		const index = new LexicalIndex();
		let at = aligned(12 + headerBytes);
		const take = <T>(
			type: new (buffer: ArrayBuffer, offset: number, length: number) => T,
			length: number,
			width: number,
		): T => {
			const array = new type(bytes.buffer, bytes.byteOffset + at, length);
			at = aligned(at + length * width);
			return array;
		};
		for (const { language, lengths } of header.shards) {
			const shard = LexicalShard.from({
				ids: take(Float64Array, lengths.ids, 8),
				lengths: take(Uint16Array, lengths.lengths, 2),
				terms: take(Uint32Array, lengths.terms, 4),
				sizes: take(Uint32Array, lengths.sizes, 4),
				places: take(Uint32Array, lengths.places, 4),
				counts: take(Uint8Array, lengths.counts, 1),
			});
			index.#shards.set(language, shard);
			for (let place = 0; place < shard.places; place++) index.#where.set(shard.idAt(place), { language, place });
		}
		index.#words = new WordList(bytes.toString('utf8', at, at + header.wordBytes));
		return index;
	}

	get size(): number {
		return this.#where.size;
	}

	ids(): IterableIterator<PassageId> {
		return this.#where.keys();
	}

	/** The languages held, each with the index of its passages. */
	shards(): IterableIterator<[language: string, shard: LexicalShard]> {
		return this.#shards.entries();
	}

	shard(language: string): LexicalShard | undefined {
		return this.#shards.get(primaryLanguage(language));
	}

	/** The folded words of the passages; some that only removed ones had may be among them. */
	get words(): WordList {
		return this.#words;
	}

	/** Where a passage stands; `undefined` if it is not held. */
	placeOf(id: PassageId): { readonly language: string; readonly place: number } | undefined {
		return this.#where.get(id);
	}

	/** @throws {RangeError} If the passage is held already. */
	add({ id, language, text, tokens }: LexicalPassage): void {
		if (this.#where.has(id)) throw new RangeError(`Passage ${id} is in the lexical index already`);
		const name = primaryLanguage(language);
		const shard = this.#shards.get(name) ?? new LexicalShard();
		this.#shards.set(name, shard);
		const length = tokens.reduce((sum, ids) => sum + ids.length, 0);
		const words = foldedWords(text);
		this.#words.add(words);
		this.#where.set(id, { language: name, place: shard.add(id, countTerms(tokens, words), length) });
	}

	/** Returns whether the passage was held. */
	remove(id: PassageId): boolean {
		const where = this.#where.get(id);
		if (where === undefined) return false;
		this.#shards.get(where.language)?.removeAt(where.place);
		this.#hasRemoved = true;
		return this.#where.delete(id);
	}

	async save(path: string): Promise<void> {
		for (const [language, shard] of this.#shards) if (shard.size === 0) this.#shards.delete(language);
		const shards = Array.from(this.#shards, ([language, shard]) => ({ language, data: shard.data() }));
		// compacting moved the passages
		for (const [language, shard] of this.#shards) {
			for (let place = 0; place < shard.places; place++) this.#where.set(shard.idAt(place), { language, place });
		}
		if (this.#hasRemoved) {
			const left = [...this.#shards.values()];
			this.#words.keep((word) => left.some((shard) => shard.stands(termOfWord(word))));
			this.#hasRemoved = false;
		}
		const words = Buffer.from(this.#words.toText());
		const header: Header = {
			shards: shards.map(({ language, data }) => ({ language, lengths: lengthsOf(data) })),
			wordBytes: words.length,
		};
		const json = Buffer.from(JSON.stringify(header));
		const start = Buffer.alloc(12);
		start.write(MAGIC, 'latin1');
		start.writeUInt32LE(VERSION, 4);
		start.writeUInt32LE(json.length, 8);
		const parts: Uint8Array[] = [padded(Buffer.concat([start, json]))];
		for (const { data } of shards) {
			for (const name of ARRAYS) {
				const { buffer, byteOffset, byteLength } = data[name];
				parts.push(padded(new Uint8Array(buffer, byteOffset, byteLength)));
			}
		}
		parts.push(words);
		await writeFile(path, Buffer.concat(parts));
	}
}

interface Header {
	readonly shards: readonly { readonly language: string; readonly lengths: Record<keyof ShardData, number> }[];
	/** Of the words, which stand behind the shards' arrays. */
	readonly wordBytes: number;
}

/** How often each term stands in a text. Sorting the terms first is twice as fast as counting them as they come. */
function countTerms(tokens: readonly Tokens[], words: readonly string[]): Map<Term, number> {
	const ofWords = words.flatMap(termsOfWord);
	const terms = new Uint32Array(tokens.reduce((sum, ids) => sum + ids.length, ofWords.length));
	let at = 0;
	for (const ids of tokens) {
		terms.set(ids, at);
		at += ids.length;
	}
	terms.set(ofWords, at);
	terms.sort();
	const counts = new Map<Term, number>();
	for (let from = 0; from < terms.length;) {
		const term = terms[from] ?? 0;
		let to = from + 1;
		while (terms[to] === term) to++;
		counts.set(term, to - from);
		from = to;
	}
	return counts;
}

function lengthsOf(data: ShardData): Record<keyof ShardData, number> {
	const { ids, lengths, terms, sizes, places, counts } = data;
	return {
		ids: ids.length,
		lengths: lengths.length,
		terms: terms.length,
		sizes: sizes.length,
		places: places.length,
		counts: counts.length,
	};
}

function aligned(offset: number): number {
	return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Uint8Array): Uint8Array {
	const result = new Uint8Array(aligned(bytes.length));
	result.set(bytes);
	return result;
}
