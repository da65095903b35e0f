import { randomUUID } from 'node:crypto';
import type { Document, DocumentId } from '../articles/document.js';
import type { Embedding, EncodedPassage, Tokens } from '../embeddings/encoder.js';
import type { Database } from './database.js';
import { EmbeddingCache } from './embedding-cache.js';
import type { PassageId } from './ranking.js';
import { rowsHolding } from './rows-holding.js';
import { Encodings } from './encodings.js';
import { StoredDocuments } from './stored-documents.js';
import {
	documentToRow,
	toPassage,
	toVector,
	type ListedDocument,
	type PassageRow,
	type PassageInDocument,
	type StoredPassage,
} from './rows.js';
import {
	expectSpace,
	ModelChanged,
	progressOf,
	remembered,
	storedSpace,
	type Space,
	type SpaceProgress,
} from './space.js';

/** What one change did. `generation` is the collection's after it. */
export interface Change {
	readonly added: readonly PassageId[];
	readonly removed: readonly PassageId[];
	readonly generation: number;
}

export interface CollectionCounts {
	readonly documents: number;
	readonly passages: number;
	/** Documents of each language. */
	readonly languages: Readonly<Record<string, number>>;
}

/**
 * Documents, passages, tokens and embeddings: the one store that cannot be rebuilt. Both indexes are caches of it. Of the passages it shows
 * those of one space alone: vectors of two models never meet.
 */
export class Store {
	/** Names this store among all others: an index file of another one must not serve, though its numbers be the same. */
	readonly uuid: string;
	readonly space: Space;
	/** The number of the space. */
	readonly spaceId: number;
	readonly documents: StoredDocuments;
	readonly #db: Database;
	readonly #encodings: Encodings;
	readonly #state;
	readonly #find;
	readonly #insertDocument;
	readonly #passageIds;
	readonly #passage;
	readonly #embedding;
	readonly #collection;
	readonly #generation;
	readonly #embeddings = new EmbeddingCache();

	/**
	 * @param spaceId of a space that is not searched yet; by default of the one that is, which `space` must be
	 * @throws {Error} If the store was written with another model; names the command that changes it.
	 */
	constructor(database: Database, space: Space, spaceId: number = expectSpace(database, space)) {
		this.#db = database;
		this.space = space;
		this.spaceId = spaceId;
		this.uuid = remembered(database, 'store', randomUUID());
		this.documents = new StoredDocuments(database);
		this.#encodings = new Encodings(database, spaceId);
		this.#state = database.prepare<[number], { state: string; complete: number }>(
			'select state, complete from space where id = ?',
		);
		this.#find = database.prepare<[number, string], { row: number; revision: string }>(
			'select row, revision from document where collection = ? and id = ?',
		);
		this.#insertDocument = database.prepare(
			`insert into document(collection, id, revision, source, title, language, published_at, text, blocks, left_out)
			values (@collection, @id, @revision, @source, @title, @language, @publishedAt, @text, @blocks, @leftOut)`,
		);
		this.#passageIds = database.prepare<[number, number], { id: PassageId }>(
			'select id from passage where document = ? and space = ? order by id',
		);
		this.#passage = database.prepare<[number], PassageRow>('select * from passage where id = ?');
		this.#embedding = database.prepare<[number], { embedding: Buffer }>('select embedding from passage where id = ?');
		this.#collection = database.prepare<[string], { id: number }>('select id from collection where name = ?');
		this.#generation = database.prepare<[number], { generation: number }>(
			'select generation from collection where id = ?',
		);
	}

	/** Whether this store's space is the one that is searched: not so any more when another process has changed the model. */
	isCurrent(): boolean {
		return this.#state.get(this.spaceId)?.state === 'used';
	}

	/** How far the documents have passages in this space; `undefined` where all of them do, and will. */
	missing(): SpaceProgress | undefined {
		return this.#state.get(this.spaceId)?.complete === 1 ? undefined : progressOf(this.#db, this.spaceId);
	}

	/** The number of the collection of that name, which is made where there is none. */
	collection(name: string): number {
		this.#db.prepare('insert into collection(name) values (?) on conflict do nothing').run(name);
		const id = this.existingCollection(name);
		if (id === undefined) throw new Error(`Collection ${name} vanished while it was made`);
		return id;
	}

	/** `undefined` where there is none of that name: {@link collection} makes it. */
	existingCollection(name: string): number | undefined {
		return this.#collection.get(name)?.id;
	}

	collections(): { readonly id: number; readonly name: string; readonly generation: number }[] {
		return this.#db
			.prepare<[], { id: number; name: string; generation: number }>('select * from collection order by name')
			.all();
	}

	/** How many changes the collection has seen: an index of an older generation lacks some. */
	generation(collection: number): number {
		return this.#generation.get(collection)?.generation ?? 0;
	}

	/** The wording that is stored of a document, or `undefined` if none is. */
	revisionOf(collection: number, id: DocumentId): string | undefined {
		return this.#find.get(collection, id)?.revision;
	}

	/**
	 * Stores a document with its passages in the place of an earlier revision, all in one transaction.
	 *
	 * @param titleTokens of the title, by which each of its passages is found too
	 * @throws {ModelChanged} If another process has changed the model.
	 */
	put(
		collection: number,
		document: Document,
		passages: readonly EncodedPassage[],
		titleTokens: Tokens = new Uint32Array(),
	): Change {
		return this.#db
			.transaction((): Change => {
				this.#expectCurrent();
				const earlier = this.#find.get(collection, document.id);
				const removed = earlier === undefined ? [] : this.#delete(earlier.row);
				const row = Number(this.#insertDocument.run({ collection, ...documentToRow(document) }).lastInsertRowid);
				const added = this.#encodings.insert(row, passages, titleTokens);
				return { added, removed, generation: this.#advance(collection) };
			})
			.immediate();
	}

	/** Deletes the documents whose id or source is `key`. Returns `undefined` if there is none. */
	remove(collection: number, key: string): Change | undefined {
		return this.#db
			.transaction((): Change | undefined => {
				const rows = this.#db
					.prepare<[number, string, string], { row: number }>(
						'select row from document where collection = ? and (id = ? or source = ?)',
					)
					.all(collection, key, key);
				if (rows.length === 0) return undefined;
				return {
					added: [],
					removed: rows.flatMap(({ row }) => this.#delete(row)),
					generation: this.#advance(collection),
				};
			})
			.immediate();
	}

	/** @throws {Error} If no such passage is stored: an id comes from an index, and an index holds only what is stored. */
	passage(id: PassageId): StoredPassage {
		return toPassage(this.#passage.get(id) ?? missing(id));
	}

	/** @throws {Error} If no such passage is stored. */
	embedding(id: PassageId): Embedding {
		return this.#embeddings.get(id, () => toVector((this.#embedding.get(id) ?? missing(id)).embedding));
	}

	/** @throws {Error} If there is no such row. */
	document(row: number): Document {
		return this.documents.get(row);
	}

	/** `undefined` if no such document is stored. */
	rowOf(collection: number, id: DocumentId): number | undefined {
		return this.#find.get(collection, id)?.row;
	}

	/** `undefined` if no such document is stored. */
	documentById(collection: number, id: DocumentId): Document | undefined {
		const row = this.rowOf(collection, id);
		return row === undefined ? undefined : this.document(row);
	}

	/** The ids of a collection's documents, in the order in which they were stored. */
	documentKeys(collection: number): DocumentId[] {
		return this.#db
			.prepare<[number], { id: DocumentId }>('select id from document where collection = ? order by row')
			.all(collection)
			.map(({ id }) => id);
	}

	/** Every passage of a collection from `after` on, in the order of their ids, with what its document adds to it. */
	*passages(collection: number, after = 0): Generator<PassageInDocument> {
		let latest: Omit<PassageInDocument, 'passage'> & { readonly row: number } = NO_DOCUMENT;
		// one by one: sorted by SQLite, every passage would carry its document's text
		for (const id of this.passageIds(collection)) {
			if (id <= after) continue;
			const row = this.#passage.get(id);
			const document = row && (row.document === latest.row ? latest : this.documents.find(row.document));
			if (row === undefined || document === undefined) continue; // removed since by another process
			if (document !== latest) {
				const { language, text, title } = document;
				latest = { row: row.document, language, text, title, titleTokens: this.#encodings.titleTokens(row.document) };
			}
			const { language, text, title, titleTokens } = latest;
			yield { passage: toPassage(row), language, text, title, titleTokens };
		}
	}

	/** The documents of a collection without their texts, in the order in which they were stored. */
	listDocuments(collection: number): ListedDocument[] {
		return this.#db
			.prepare<[number, number], ListedDocument>(
				`select row, id, revision, title, source, language, published_at as publishedAt,
					(select count(*) from passage where passage.document = document.row and passage.space = ?) as passages
				from document where collection = ? order by row`,
			)
			.all(this.spaceId, collection);
	}

	/**
	 * Rows of a collection's documents whose text holds all of `runs`, which are letters, newest first. After every `step` documents that were
	 * read it gives `undefined`, so that whoever waits can stop.
	 */
	rowsHolding(collection: number, runs: readonly string[], step: number): Generator<number | undefined> {
		return rowsHolding(this.#db, collection, runs, step);
	}

	/** The ids of a document's passages, ascending; none if there is no such row. */
	passageIdsOf(row: number): PassageId[] {
		return this.#passageIds.all(row, this.spaceId).map(({ id }) => id);
	}

	/** The ids of a collection's passages, ascending. */
	passageIds(collection: number): PassageId[] {
		return this.#db
			.prepare<[number, number], { id: PassageId }>(
				`select passage.id from passage join document on document.row = passage.document
				where document.collection = ? and passage.space = ? order by passage.id`,
			)
			.all(collection, this.spaceId)
			.map(({ id }) => id);
	}

	counts(collection: number): CollectionCounts {
		const languages = this.#db
			.prepare<[number], { language: string; documents: number }>(
				'select language, count(*) as documents from document where collection = ? group by language order by documents desc, language',
			)
			.all(collection);
		const passages = this.#db
			.prepare<[number, number], { passages: number }>(
				`select count(*) as passages from passage join document on document.row = passage.document
				where document.collection = ? and passage.space = ?`,
			)
			.get(collection, this.spaceId);
		return {
			documents: languages.reduce((sum, { documents }) => sum + documents, 0),
			passages: passages?.passages ?? 0,
			languages: Object.fromEntries(languages.map(({ language, documents }) => [language, documents])),
		};
	}

	/** Faults that SQLite itself finds in the file; none if it is sound. */
	faults(): string[] {
		const rows = this.#db.pragma('integrity_check') as { integrity_check: string }[];
		return rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
	}

	close(): void {
		this.#db.close();
	}

	#expectCurrent(): void {
		if (this.isCurrent()) return;
		throw new ModelChanged(
			`Another process has made ${storedSpace(this.#db)?.encoder ?? 'another model'} the model of the store, which this one opened with ${this.space.encoder}: start it again`,
		);
	}

	/** With the passages of all spaces; gives those of this one. */
	#delete(row: number): PassageId[] {
		const ids = this.passageIdsOf(row);
		this.#db.prepare('delete from document where row = ?').run(row);
		return ids;
	}

	#advance(collection: number): number {
		this.#db.prepare('update collection set generation = generation + 1 where id = ?').run(collection);
		return this.generation(collection);
	}
}

const NO_DOCUMENT = { row: -1, language: '', text: '', title: '', titleTokens: new Uint32Array() };

function missing(id: PassageId): never {
	throw new Error(
		`No passage ${id} in the store, though an index returned it: \`quoth verify\` tells which index is stale`,
	);
}
