import type { Document } from '../articles/document.js';
import type { Embedding, Tokens } from '../embeddings/encoder.js';
import { zip } from '../articles/zip.js';
import { CacheFile, type LoadedCache } from './cache-file.js';
import { DocumentList } from './document-list.js';
import { LexicalIndex, type LexicalPassage } from './lexical-index.js';
import { primaryLanguage } from '../articles/primary-language.js';
import type { PassageId } from './ranking.js';
import type { EncodedPassage } from '../embeddings/encoder.js';
import type { PassageInDocument } from './rows.js';
import type { Store } from './store.js';
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
/** Passages that are shown to the indexes in one go: some 20 milliseconds. */
const SLICE = 32;
/** A catch-up of more passages than this is worth a word. */
const SILENT_CATCH_UP = 1000;

/** The documents that belong together, with their two indexes. Nothing outside one collection is found from within it. */
export class Collection {
	readonly id: number;
	readonly name: string;
	readonly store: Store;
	readonly vectors: VectorIndex;
	readonly lexical: LexicalIndex;
	readonly documents: DocumentList;
	readonly #options: CollectionOptions;
	readonly #samples = new Map<
		string,
		{ readonly generation: number; readonly size: number; readonly embeddings: ReadonlyMap<PassageId, Embedding> }
	>();
	#generation = -1;
	#saved: number;
	#saving: Promise<void> | undefined;
	/** Stored passages that are being shown to the indexes. */
	readonly #awaited = new Set<PassageId>();

	private constructor(
		options: CollectionOptions,
		id: number,
		vectors: VectorIndex,
		lexical: LexicalIndex,
		saved: number,
	) {
		this.#options = options;
		this.id = id;
		this.name = options.name;
		this.store = options.store;
		this.vectors = vectors;
		this.lexical = lexical;
		this.documents = new DocumentList(options.store, id);
		this.#saved = saved;
	}

	/** Loads both indexes, and makes up for what their files lack: from the store, which alone holds the truth. */
	static async open(options: CollectionOptions): Promise<Collection> {
		const { store, name, dimension, space, folder, onNotice, onProgress } = options;
		const id = store.collection(name);
		const stored = new Set(store.passageIds(id));
		const nothing = <T>(): LoadedCache<T> => ({ kind: 'absent' });
		const files =
			folder === null
				? ([nothing<VectorIndex>(), nothing<LexicalIndex>()] as const)
				: await Promise.all([
						vectorCache(folder, id).load(space, (path) => VectorIndex.load(path, dimension, stored)),
						lexicalCache(folder, id).load(space, (path) => LexicalIndex.load(path)),
					]);
		// a store that was put back to an earlier state gives the ids of that time anew: later files lead to other passages
		const newest = store.generation(id);
		const usable = <T>(file: LoadedCache<T>): LoadedCache<T> =>
			file.kind === 'loaded' && file.generation > newest
				? { kind: 'unusable', why: 'it is newer than the store' }
				: file;
		const [vectorFile, lexicalFile] = [usable(files[0]), usable(files[1])];
		for (const [what, file] of [
			['vector', vectorFile],
			['lexical', lexicalFile],
		] as const) {
			if (file.kind === 'unusable')
				onNotice?.(`The ${what} index of collection "${name}" is rebuilt from the store: ${file.why}.`);
		}
		const vectors = vectorFile.kind === 'loaded' ? vectorFile.value : VectorIndex.empty(dimension);
		const lexical = lexicalFile.kind === 'loaded' ? lexicalFile.value : new LexicalIndex();
		const saved =
			vectorFile.kind === 'loaded' && lexicalFile.kind === 'loaded'
				? Math.min(vectorFile.generation, lexicalFile.generation)
				: -1;
		const collection = new Collection(options, id, vectors, lexical, saved);
		const isRebuilt = vectorFile.kind === 'unusable' || lexicalFile.kind === 'unusable';
		const added = collection.#catchUp((lacking) => {
			if (lacking > SILENT_CATCH_UP && !isRebuilt)
				onNotice?.(`The indexes of collection "${name}" lack ${lacking} passages of the store: catching up.`);
		}, onProgress);
		if (added > SILENT_CATCH_UP || isRebuilt) await collection.save();
		return collection;
	}

	/** Of the store, as far as the indexes hold it. */
	get generation(): number {
		return this.#generation;
	}

	/** Those of its passages, by primary subtag. */
	get languages(): string[] {
		return Array.from(this.lexical.shards()).flatMap(([language, { size }]) => (size > 0 ? [language] : []));
	}

	/** Shows both indexes what another process has stored and removed since. Costs one look at the store where that is nothing. */
	catchUp(): void {
		// what is being written must stay as it is; the next call makes up for it
		if (this.#saving === undefined && this.store.generation(this.id) !== this.#generation) this.#catchUp();
	}

	/**
	 * Stores a document in the place of an earlier revision, then shows it to both indexes, a large one bit by bit so that others get a
	 * turn. Returns its number of passages when all of them can be found.
	 */
	async put(
		document: Document,
		passages: readonly EncodedPassage[],
		titleTokens: Tokens = new Uint32Array(),
	): Promise<number> {
		const { added, removed, generation } = this.store.put(this.id, document, passages, titleTokens);
		this.#forget(removed);
		if (this.#saving !== undefined) return added.length;
		this.#advance(generation);
		for (const id of added) this.#awaited.add(id);
		try {
			for (const [at, [id, passage]] of zip(added, passages).entries()) {
				if (at > 0 && at % SLICE === 0) await this.#giveWay();
				// removed since, or added by a catch-up
				if (!this.#awaited.delete(id) || this.vectors.ids.has(id)) continue;
				this.vectors.add(id, passage.embedding);
				this.lexical.add(toLexical(id, { ...document, titleTokens }, passage));
			}
		} finally {
			for (const id of added) this.#awaited.delete(id);
		}
		return added.length;
	}

	/** Removes the documents whose id or source is `key`. Returns the number of passages, or `undefined` if there is no such document. */
	remove(key: string): number | undefined {
		const change = this.store.remove(this.id, key);
		if (change === undefined) return undefined;
		this.#forget(change.removed);
		this.#advance(change.generation);
		return change.removed.length;
	}

	/** The embeddings of some passages of a language, spread over all of them: how near they come to a question is what chance gives. */
	sampleOf(language: string): ReadonlyMap<PassageId, Embedding> {
		const shard = this.lexical.shard(language);
		if (shard === undefined) return new Map();
		const kept = this.#samples.get(primaryLanguage(language));
		// all of a small language; of a large one, drawn anew when it has grown or shrunk by a quarter
		const isNear = kept !== undefined && kept.size > SAMPLE && Math.abs(kept.size - shard.size) * 4 <= kept.size;
		if (kept !== undefined && (isNear || kept.generation === this.#generation)) return kept.embeddings;
		const step = Math.max(1, shard.places / SAMPLE);
		const embeddings = new Map<PassageId, Embedding>();
		for (let at = 0; at < shard.places; at += step) {
			const place = Math.floor(at);
			if (shard.isEmptyAt(place)) continue;
			const id = shard.idAt(place);
			embeddings.set(id, this.store.embedding(id));
		}
		this.#samples.set(primaryLanguage(language), { generation: this.#generation, size: shard.size, embeddings });
		return embeddings;
	}

	/** Writes both index files, if they lack something. */
	async save(): Promise<void> {
		while (this.#saving !== undefined || this.#awaited.size > 0) await this.#giveWay();
		const { folder } = this.#options;
		if (folder === null) return;
		this.catchUp();
		if (this.#saved === this.#generation) return;
		this.#saving = this.#write(folder).finally(() => {
			this.#saving = undefined;
		});
		await this.#saving;
	}

	async #write(folder: string): Promise<void> {
		const origin = { generation: this.#generation, space: this.#options.space };
		await vectorCache(folder, this.id).save(origin, (path) => this.vectors.save(path));
		await lexicalCache(folder, this.id).save(origin, (path) => this.lexical.save(path));
		this.#saved = origin.generation;
	}

	/** Returns how many passages one of the indexes lacked. */
	#catchUp(onLacking?: (passages: number) => void, onProgress?: CollectionOptions['onProgress']): number {
		const { store, id, vectors, lexical } = this;
		const generation = store.generation(id);
		const stored = new Set(store.passageIds(id));
		this.#forget([...vectors.ids, ...lexical.ids()].filter((held) => !stored.has(held)));
		const lacking = [...stored].filter(
			(passage) => !vectors.ids.has(passage) || lexical.placeOf(passage) === undefined,
		);
		onLacking?.(lacking.length);
		const first = lacking[0];
		if (first !== undefined) {
			let done = 0;
			for (const { passage, ...document } of store.passages(id, first - 1)) {
				if (!vectors.ids.has(passage.id)) vectors.add(passage.id, passage.embedding);
				if (lexical.placeOf(passage.id) === undefined) {
					lexical.add(toLexical(passage.id, document, passage));
				}
				onProgress?.(++done, lacking.length);
			}
		}
		this.#generation = generation;
		if (lacking.length > 0) this.#saved = -1;
		return lacking.length;
	}

	/** After a change of ours. Where another process came between, the indexes lack its change: {@link catchUp} makes up for it. */
	#advance(generation: number): void {
		if (generation === this.#generation + 1) this.#generation = generation;
	}

	/** Lets others have a turn, and goes on when the indexes may be changed. */
	async #giveWay(): Promise<void> {
		await new Promise(setImmediate);
		while (this.#saving !== undefined) await this.#saving;
	}

	#forget(passages: readonly PassageId[]): void {
		for (const id of passages) {
			this.#awaited.delete(id);
			this.vectors.remove(id);
			this.lexical.remove(id);
		}
	}
}

/** A passage is found by its own words, by those of its document's title, which stands in no passage, and by those of its context. */
function toLexical(
	id: PassageId,
	document: Omit<PassageInDocument, 'passage'>,
	{ span, context, contextTokens, tokens }: EncodedPassage,
): LexicalPassage {
	const { language, text, title, titleTokens } = document;
	const read = [title, ...[...context, span].map(({ start, end }) => text.slice(start, end))];
	return { id, language, text: read.join('\n'), tokens: [titleTokens, ...contextTokens, ...tokens] };
}

/** The generations at which the two files of a collection were written; `undefined` where there is none. */
export async function savedGenerations(
	folder: string,
	id: number,
): Promise<{ vectors: number | undefined; lexical: number | undefined }> {
	const [vectors, lexical] = await Promise.all([
		vectorCache(folder, id).generation(),
		lexicalCache(folder, id).generation(),
	]);
	return { vectors, lexical };
}

function vectorCache(folder: string, id: number): CacheFile {
	return new CacheFile(folder, `${id}.hnsw`);
}

function lexicalCache(folder: string, id: number): CacheFile {
	return new CacheFile(folder, `${id}.lexical`);
}
