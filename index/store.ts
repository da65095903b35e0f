import type { Document, DocumentId, Passage, Span } from '../articles/document.js';
import type { Embedding, Tokens } from '../embeddings/encoder.js';
import type { Database } from './database.js';
import type { PassageId } from './ranking.js';

/** What makes the stored vectors and tokens comparable with new ones. */
export interface Space {
	/** {@link Encoder.id} of the embeddings. */
	readonly encoder: string;
	readonly dimension: number;
	/** Of the stored tokens: {@link Lexicon.vocabulary}. */
	readonly vocabulary: string;
}

/** A passage as it is stored: with what the indexes are built from. */
export interface EncodedPassage extends Passage {
	/** The tokens of each sentence, in the lexicon's vocabulary. */
	readonly tokens: readonly Tokens[];
	readonly embedding: Embedding;
}

export interface StoredPassage extends EncodedPassage {
	readonly id: PassageId;
	readonly documentRow: number;
}

export interface PassageInDocument {
	readonly passage: StoredPassage;
	readonly language: string;
	/** Of the whole document. */
	readonly text: string;
	readonly title: string;
	readonly titleTokens: Tokens;
}

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

interface DocumentRow {
	readonly row: number;
	readonly id: DocumentId;
	readonly revision: string;
	readonly source: string;
	readonly title: string;
	readonly language: string;
	readonly published_at: string | null;
	readonly text: string;
}

interface PassageRow {
	readonly id: PassageId;
	readonly document: number;
	readonly sentences: Buffer;
	readonly tokens: Buffer;
	readonly embedding: Buffer;
}

/** Documents, passages, tokens and embeddings: the one store that cannot be rebuilt. Both indexes are caches of it. */
export class Store {
	readonly #db: Database;
	readonly #find;
	readonly #insertDocument;
	readonly #insertPassage;
	readonly #passageIds;
	readonly #passage;
	readonly #embedding;
	readonly #document;

	/** @throws {Error} If the store was written with another model; names the command that changes it. */
	constructor(database: Database, space: Space) {
		this.#db = database;
		this.#expectSpace(space);
		this.#find = database.prepare<[number, string], { row: number; revision: string }>(
			'select row, revision from document where collection = ? and id = ?',
		);
		this.#insertDocument = database.prepare(
			`insert into document(collection, id, revision, source, title, title_tokens, language, published_at, text)
			values (@collection, @id, @revision, @source, @title, @titleTokens, @language, @publishedAt, @text)`,
		);
		this.#insertPassage = database.prepare<[number | bigint, Buffer, Buffer, Buffer]>(
			'insert into passage(document, sentences, tokens, embedding) values (?, ?, ?, ?)',
		);
		this.#passageIds = database.prepare<[number], { id: PassageId }>('select id from passage where document = ? order by id');
		this.#passage = database.prepare<[number], PassageRow>('select * from passage where id = ?');
		this.#embedding = database.prepare<[number], { embedding: Buffer }>('select embedding from passage where id = ?');
		this.#document = database.prepare<[number], DocumentRow>('select * from document where row = ?');
	}

	/** The number of the collection of that name, which is made where there is none. */
	collection(name: string): number {
		this.#db.prepare('insert into collection(name) values (?) on conflict do nothing').run(name);
		const row = this.#db.prepare<[string], { id: number }>('select id from collection where name = ?').get(name);
		if (row === undefined) throw new Error(`Collection ${name} vanished while it was made`);
		return row.id;
	}

	collections(): { readonly id: number; readonly name: string; readonly generation: number }[] {
		return this.#db.prepare<[], { id: number; name: string; generation: number }>('select * from collection order by name').all();
	}

	/** How many changes the collection has seen: an index of an older generation lacks some. */
	generation(collection: number): number {
		return this.#db.prepare<[number], { generation: number }>('select generation from collection where id = ?').get(collection)?.generation ?? 0;
	}

	/** The wording that is stored of a document, or `undefined` if none is. */
	revisionOf(collection: number, id: DocumentId): string | undefined {
		return this.#find.get(collection, id)?.revision;
	}

	/**
	 * Stores a document with its passages in the place of an earlier revision, all in one transaction.
	 *
	 * @param titleTokens of the title, by which each of its passages is found too
	 */
	put(collection: number, document: Document, passages: readonly EncodedPassage[], titleTokens: Tokens = new Uint32Array()): Change {
		return this.#db.transaction((): Change => {
			const earlier = this.#find.get(collection, document.id);
			const removed = earlier === undefined ? [] : this.#delete(earlier.row);
			const row = this.#insertDocument.run({ collection, ...document, titleTokens: tokensToBytes([titleTokens]) }).lastInsertRowid;
			const added = passages.map((passage) => {
				const { lastInsertRowid } = this.#insertPassage.run(row, sentencesToBytes(passage), tokensToBytes(passage.tokens), bytesOf(passage.embedding));
				return Number(lastInsertRowid) as PassageId; // this insert's row
			});
			return { added, removed, generation: this.#advance(collection) };
		}).immediate();
	}

	/** Deletes the documents whose id or source is `key`. Returns `undefined` if there is none. */
	remove(collection: number, key: string): Change | undefined {
		return this.#db.transaction((): Change | undefined => {
			const rows = this.#db
				.prepare<[number, string, string], { row: number }>('select row from document where collection = ? and (id = ? or source = ?)')
				.all(collection, key, key);
			if (rows.length === 0) return undefined;
			return { added: [], removed: rows.flatMap(({ row }) => this.#delete(row)), generation: this.#advance(collection) };
		}).immediate();
	}

	/** @throws {Error} If no such passage is stored: an id comes from an index, and an index holds only what is stored. */
	passage(id: PassageId): StoredPassage {
		return toPassage(this.#passage.get(id) ?? missing(id));
	}

	/** @throws {Error} If no such passage is stored. */
	embedding(id: PassageId): Embedding {
		return toVector((this.#embedding.get(id) ?? missing(id)).embedding);
	}

	/** @throws {Error} If there is no such row. */
	document(row: number): Document {
		const found = this.#document.get(row);
		if (found === undefined) throw new Error(`No document in row ${row} of the store, though a passage belongs to it`);
		return toDocument(found);
	}

	/** `undefined` if no such document is stored. */
	documentById(collection: number, id: DocumentId): Document | undefined {
		const row = this.#find.get(collection, id)?.row;
		return row === undefined ? undefined : this.document(row);
	}

	*documents(collection: number): Generator<Document> {
		for (const row of this.#db.prepare<[number], DocumentRow>('select * from document where collection = ? order by row').iterate(collection)) {
			yield toDocument(row);
		}
	}

	/** Every passage of a collection from `after` on, in the order of their ids, with what its document adds to it. */
	*passages(collection: number, after = 0): Generator<PassageInDocument> {
		const rows = this.#db.prepare<[number, number], PassageRow & { language: string; text: string; title: string; title_tokens: Buffer }>(
			`select passage.*, document.language, document.text, document.title, document.title_tokens from passage join document on document.row = passage.document
			where document.collection = ? and passage.id > ? order by passage.id`,
		);
		for (const row of rows.iterate(collection, after)) {
			const { language, text, title } = row;
			yield { passage: toPassage(row), language, text, title, titleTokens: toTokens(row.title_tokens) };
		}
	}

	/** The ids of a collection's passages, ascending. */
	passageIds(collection: number): PassageId[] {
		return this.#db
			.prepare<[number], { id: PassageId }>(
				'select passage.id from passage join document on document.row = passage.document where document.collection = ? order by passage.id',
			)
			.all(collection)
			.map(({ id }) => id);
	}

	counts(collection: number): CollectionCounts {
		const languages = this.#db
			.prepare<[number], { language: string; documents: number }>(
				'select language, count(*) as documents from document where collection = ? group by language order by documents desc, language',
			)
			.all(collection);
		const passages = this.#db
			.prepare<[number], { passages: number }>(
				'select count(*) as passages from passage join document on document.row = passage.document where document.collection = ?',
			)
			.get(collection);
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

	#delete(row: number): PassageId[] {
		const ids = this.#passageIds.all(row).map(({ id }) => id);
		this.#db.prepare('delete from document where row = ?').run(row);
		return ids;
	}

	#advance(collection: number): number {
		this.#db.prepare('update collection set generation = generation + 1 where id = ?').run(collection);
		return this.generation(collection);
	}

	#expectSpace({ encoder, dimension, vocabulary }: Space): void {
		const given = JSON.stringify({ encoder, dimension, vocabulary });
		this.#db.prepare(`insert into meta values ('space', ?) on conflict do nothing`).run(given);
		const stored = this.#db.prepare<[], { value: string }>(`select value from meta where key = 'space'`).get()?.value ?? given;
		if (stored === given) return;
		const { encoder: before } = JSON.parse(stored) as Space; // written above
		throw new Error(
			`The store was written with the model ${before}, and ${encoder} was asked for: their vectors do not compare. \`quoth model use ${encoder.split('@')[0] ?? encoder}\` embeds the store anew`,
		);
	}
}

/** The space that a database was written with, or `undefined` if nothing was written yet. */
export function storedSpace(database: Database): Space | undefined {
	const row = database.prepare<[], { value: string }>(`select value from meta where key = 'space'`).get();
	return row === undefined ? undefined : (JSON.parse(row.value) as Space); // written by Store
}

function missing(id: PassageId): never {
	throw new Error(`No passage ${id} in the store, though an index returned it: \`quoth verify\` tells which index is stale`);
}

function toDocument({ id, revision, source, title, language, published_at: publishedAt, text }: DocumentRow): Document {
	return { id, revision, source, title, language, publishedAt, text };
}

function toPassage({ id, document, sentences, tokens, embedding }: PassageRow): StoredPassage {
	const triples = new Uint32Array(Uint8Array.from(sentences).buffer);
	const ids = toTokens(tokens);
	const spans: Span[] = [];
	const cut: Tokens[] = [];
	let at = 0;
	for (let i = 0; i + 2 < triples.length; i += 3) {
		const [start, end, count] = [triples[i] ?? 0, triples[i + 1] ?? 0, triples[i + 2] ?? 0];
		spans.push({ start, end });
		cut.push(ids.subarray(at, (at += count)));
	}
	const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
	return { id, documentRow: document, span, sentences: spans, tokens: cut, embedding: toVector(embedding) };
}

function toTokens(bytes: Buffer): Tokens {
	return Uint32Array.from(new Uint16Array(Uint8Array.from(bytes).buffer));
}

function sentencesToBytes({ sentences, tokens }: EncodedPassage): Buffer {
	return bytesOf(Uint32Array.from(sentences.flatMap(({ start, end }, i) => [start, end, tokens[i]?.length ?? 0])));
}

function tokensToBytes(tokens: readonly Tokens[]): Buffer {
	return bytesOf(Uint16Array.from(tokens.flatMap((ids) => [...ids])));
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
	return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

/** SQLite's buffer need not start on a multiple of four, so its bytes are copied. They were an embedding when they were stored. */
function toVector({ buffer, byteOffset, byteLength }: Buffer): Embedding {
	return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength)) as Embedding;
}
