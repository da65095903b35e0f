import type { Document } from '../articles/document.js';
import { cosine, type Embedding } from '../embeddings/encoder.js';
import { CacheFile, type LoadedCache } from './cache-file.js';
import { LexicalIndex, primaryLanguage } from './lexical-index.js';
import type { PassageId } from './ranking.js';
import type { EncodedPassage, Store } from './store.js';
import { VectorIndex } from './vector-index.js';

export interface CollectionOptions {
	readonly store: Store;
	readonly name: string;
	readonly dimension: number;
	/** Names encoder and vocabulary: files of another space are not read. */
	readonly space: string;
	/** Folder of the index files; `null` keeps them in memory only. */
	readonly folder: string | null;
	/** Is told, in a sentence, when an index had to be made again. */
	readonly onNotice?: (notice: string) => void;
	/** Is told how many of the passages stand in both indexes while they are made again. */
	readonly onProgress?: (done: number, total: number) => void;
}

/** Passages of one language whose vectors show what a chance cosine is. */
const SAMPLE = 64;
/** A catch-up of more passages than this is worth a word. */
const SILENT_CATCH_UP = 1000;

/** The documents that belong together, with their two indexes. Nothing outside one collection is found from within it. */
export class Collection {
	readonly id: number;
	readonly name: string;
	readonly store: Store;
	readonly vectors: VectorIndex;
	readonly lexical: LexicalIndex;
	readonly #options: CollectionOptions;
	readonly #samples = new Map<string, { readonly size: number; readonly embeddings: readonly Embedding[] }>();
	#generation: number;
	#saved: number;

	private constructor(options: CollectionOptions, id: number, vectors: VectorIndex, lexical: LexicalIndex, generation: number, saved: number) {
		this.#options = options;
		this.id = id;
		this.name = options.name;
		this.store = options.store;
		this.vectors = vectors;
		this.lexical = lexical;
		this.#generation = generation;
		this.#saved = saved;
	}

	/** Loads both indexes, and makes up for what their files lack: from the store, which alone holds the truth. */
	static async open(options: CollectionOptions): Promise<Collection> {
		const { store, name, dimension, space, folder, onNotice, onProgress } = options;
		const id = store.collection(name);
		const generation = store.generation(id);
		const stored = new Set(store.passageIds(id));
		const nothing = <T>(): LoadedCache<T> => ({ kind: 'absent' });
		const [vectorFile, lexicalFile] = folder === null ? [nothing<VectorIndex>(), nothing<LexicalIndex>()] : await Promise.all([
			vectorCache(folder, id).load(space, (path) => VectorIndex.load(path, dimension, stored)),
			lexicalCache(folder, id).load(space, (path) => LexicalIndex.load(path)),
		]);
		for (const [what, file] of [['vector', vectorFile], ['lexical', lexicalFile]] as const) {
			if (file.kind === 'unusable') onNotice?.(`The ${what} index of collection "${name}" is rebuilt from the store: ${file.why}.`);
		}
		const vectors = vectorFile.kind === 'loaded' ? vectorFile.value : VectorIndex.empty(dimension);
		const lexical = lexicalFile.kind === 'loaded' ? lexicalFile.value : new LexicalIndex();
		for (const held of [...lexical.ids()]) if (!stored.has(held)) lexical.remove(held);

		const lacking = [...stored].filter((passage) => !vectors.ids.has(passage) || lexical.placeOf(passage) === undefined);
		if (lacking.length > SILENT_CATCH_UP && vectorFile.kind !== 'unusable' && lexicalFile.kind !== 'unusable') {
			onNotice?.(`The indexes of collection "${name}" lack ${lacking.length} passages of the store: catching up.`);
		}
		const first = lacking[0];
		if (first !== undefined) {
			let done = 0;
			for (const { passage, language, text } of store.passages(id, first - 1)) {
				if (!vectors.ids.has(passage.id)) vectors.add(passage.id, passage.embedding);
				if (lexical.placeOf(passage.id) === undefined) {
					lexical.add({ id: passage.id, language, text: text.slice(passage.span.start, passage.span.end), tokens: passage.tokens });
				}
				onProgress?.(++done, lacking.length);
			}
		}
		const saved = vectorFile.kind === 'loaded' && lexicalFile.kind === 'loaded' ? Math.min(vectorFile.generation, lexicalFile.generation) : -1;
		const collection = new Collection(options, id, vectors, lexical, generation, saved);
		if (lacking.length > SILENT_CATCH_UP || vectorFile.kind === 'unusable' || lexicalFile.kind === 'unusable') await collection.save();
		return collection;
	}

	/** Of the store, as far as the indexes hold it. */
	get generation(): number {
		return this.#generation;
	}

	/** Stores a document in the place of an earlier revision, then shows it to both indexes. Returns its number of passages. */
	put(document: Document, passages: readonly EncodedPassage[]): number {
		const { added, removed, generation } = this.store.put(this.id, document, passages);
		this.#forget(removed);
		for (const [i, id] of added.entries()) {
			const passage = passages[i];
			if (passage === undefined) throw new Error('The store returned more ids than passages');
			this.vectors.add(id, passage.embedding);
			this.lexical.add({ id, language: document.language, text: document.text.slice(passage.span.start, passage.span.end), tokens: passage.tokens });
		}
		this.#generation = generation;
		return added.length;
	}

	/** Removes the documents whose id or source is `key`. Returns the number of passages, or `undefined` if there is no such document. */
	remove(key: string): number | undefined {
		const change = this.store.remove(this.id, key);
		if (change === undefined) return undefined;
		this.#forget(change.removed);
		this.#generation = change.generation;
		return change.removed.length;
	}

	/** Cosines of a query with some passages of a language, spread over all of them: what chance gives. */
	backgroundCosines(language: string, query: Embedding): number[] {
		return this.#sampleOf(language).map((embedding) => cosine(query, embedding));
	}

	/** Writes both index files, if they lack something. */
	async save(): Promise<void> {
		const { folder, space } = this.#options;
		if (folder === null || this.#saved === this.#generation) return;
		const origin = { generation: this.#generation, space };
		await vectorCache(folder, this.id).save(origin, (path) => this.vectors.save(path));
		await lexicalCache(folder, this.id).save(origin, (path) => this.lexical.save(path));
		this.#saved = this.#generation;
	}

	#forget(passages: readonly PassageId[]): void {
		for (const id of passages) {
			this.vectors.remove(id);
			this.lexical.remove(id);
		}
	}

	#sampleOf(language: string): readonly Embedding[] {
		const shard = this.lexical.shard(language);
		if (shard === undefined) return [];
		const kept = this.#samples.get(primaryLanguage(language));
		// drawn anew when the language has grown or shrunk by a quarter
		if (kept !== undefined && Math.abs(kept.size - shard.size) * 4 <= kept.size) return kept.embeddings;
		const step = Math.max(1, shard.places / SAMPLE);
		const embeddings: Embedding[] = [];
		for (let at = 0; at < shard.places; at += step) {
			const place = Math.floor(at);
			if (!shard.isEmptyAt(place)) embeddings.push(this.store.embedding(shard.idAt(place)));
		}
		this.#samples.set(primaryLanguage(language), { size: shard.size, embeddings });
		return embeddings;
	}
}

/** The generations at which the two files of a collection were written; `undefined` where there is none. */
export async function savedGenerations(folder: string, id: number): Promise<{ vectors: number | undefined; lexical: number | undefined }> {
	const [vectors, lexical] = await Promise.all([vectorCache(folder, id).generation(), lexicalCache(folder, id).generation()]);
	return { vectors, lexical };
}

function vectorCache(folder: string, id: number): CacheFile {
	return new CacheFile(folder, `${id}.hnsw`);
}

function lexicalCache(folder: string, id: number): CacheFile {
	return new CacheFile(folder, `${id}.lexical`);
}
