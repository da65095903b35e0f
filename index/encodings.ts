import type { Document } from '../articles/document.js';
import type { EncodedPassage, Tokens } from '../embeddings/encoder.js';
import type { Database } from './database.js';
import type { PassageId } from './ranking.js';
import { bytesOf, spansToBytes, toDocument, tokensToBytes, toTokens, type DocumentRow } from './rows.js';
import { expectWanted, stateOf } from './space.js';

/** A document without passages in a space, and where it stands. */
export interface Unencoded {
	readonly row: number;
	readonly collection: number;
	readonly document: Document;
}

/** The passages, tokens and embeddings of documents in one space, as they are written. */
export class Encodings {
	readonly #db: Database;
	readonly #space: number;
	readonly #insertEncoding;
	readonly #insertPassage;
	readonly #titleTokens;

	constructor(database: Database, space: number) {
		this.#db = database;
		this.#space = space;
		this.#insertEncoding = database.prepare('insert into encoding(document, space, title_tokens) values (?, ?, ?)');
		this.#insertPassage = database.prepare(
			'insert into passage(document, space, context, sentences, tokens, embedding) values (?, ?, ?, ?, ?, ?)',
		);
		this.#titleTokens = database.prepare<[number, number], { title_tokens: Buffer }>(
			'select title_tokens from encoding where document = ? and space = ?',
		);
	}

	/** Writes the passages of a document that has none in the space, within the caller's transaction. */
	insert(row: number, passages: readonly EncodedPassage[], titleTokens: Tokens): PassageId[] {
		this.#insertEncoding.run(row, this.#space, tokensToBytes([titleTokens]));
		return passages.map((passage) => {
			const { lastInsertRowid } = this.#insertPassage.run(
				row,
				this.#space,
				spansToBytes(passage.context, passage.contextTokens),
				spansToBytes(passage.sentences, passage.tokens),
				tokensToBytes([...passage.contextTokens, ...passage.tokens]),
				bytesOf(passage.embedding),
			);
			return Number(lastInsertRowid) as PassageId; // this insert's row
		});
	}

	/**
	 * Writes the passages of a stored document in a transaction of their own, unless the document was changed or removed since it was read,
	 * or another process was quicker. Returns whether they were written.
	 *
	 * @throws {ModelChanged} If the space was given up meanwhile.
	 */
	add({ row, collection, document }: Unencoded, passages: readonly EncodedPassage[], titleTokens: Tokens): boolean {
		return this.#db
			.transaction((): boolean => {
				expectWanted(this.#db, this.#space);
				// a row's number may be given to another document
				const isLacking = this.#db
					.prepare(
						`select 1 from document where row = ? and collection = ? and id = ? and revision = ?
						and not exists (select 1 from encoding where document = row and space = ?)`,
					)
					.get(row, collection, document.id, document.revision, this.#space);
				if (isLacking === undefined) return false;
				this.insert(row, passages, titleTokens);
				// whoever has the collection open has to show its indexes what came
				if (stateOf(this.#db, this.#space) === 'used')
					this.#db.prepare('update collection set generation = generation + 1 where id = ?').run(collection);
				return true;
			})
			.immediate();
	}

	/** Of a document's title; none if it has no passages in the space. */
	titleTokens(row: number): Tokens {
		const found = this.#titleTokens.get(row, this.#space);
		return found === undefined ? new Uint32Array() : toTokens(found.title_tokens);
	}

	/** Rows of documents without passages in the space, ascending from `after` on, at most `limit` of them. */
	lacking(after: number, limit: number): number[] {
		return this.#db
			.prepare<[number, number, number], { row: number }>(
				`select row from document
				where row > ? and not exists (select 1 from encoding where document = row and space = ?) order by row limit ?`,
			)
			.all(after, this.#space, limit)
			.map(({ row }) => row);
	}

	/** `undefined` if the document is gone, or has passages in the space. */
	unencoded(row: number): Unencoded | undefined {
		const found = this.#db
			.prepare<[number, number], DocumentRow & { collection: number }>(
				`select * from document where row = ?
				and not exists (select 1 from encoding where document = row and space = ?)`,
			)
			.get(row, this.#space);
		return found && { row, collection: found.collection, document: toDocument(found) };
	}
}

/** Documents whose passages go in one step: some milliseconds. */
const STEP = 20;
/** Pages that are given back to the disk in one step: four megabytes. */
const PAGES = 1000;

/**
 * Deletes the passages of the spaces that nobody needs any more, in small steps between which others can write, and gives their room back to
 * the disk. A file of a version before the third keeps its size, and what is free in it is used again.
 */
export async function deleteLeftSpaces(database: Database, signal?: AbortSignal): Promise<void> {
	let deleted = false;
	for (;;) {
		signal?.throwIfAborted();
		const began = performance.now();
		if (!deleteStep(database)) break;
		deleted = true;
		await rest(performance.now() - began);
	}
	if (!deleted) return;
	const free = () => database.pragma('freelist_count', { simple: true }) as number;
	for (let left = free(), before = Infinity; left > 0 && left < before; before = left, left = free()) {
		signal?.throwIfAborted();
		const began = performance.now();
		database.pragma(`incremental_vacuum(${PAGES})`);
		await rest(performance.now() - began);
	}
}

/** As long as the step before took: others have their turn. */
function rest(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Returns whether there may be more to delete. */
function deleteStep(database: Database): boolean {
	return database
		.transaction((): boolean => {
			// a space that was left may be wanted again between two steps
			const left = database
				.prepare<[], { id: number }>(`select id from space where state = 'left' order by id limit 1`)
				.get();
			if (left === undefined) return false;
			const rows = database
				.prepare<[number, number], { document: number }>('select document from encoding where space = ? limit ?')
				.all(left.id, STEP);
			const passages = database.prepare('delete from passage where document = ? and space = ?');
			const encoding = database.prepare('delete from encoding where document = ? and space = ?');
			for (const { document } of rows) {
				passages.run(document, left.id);
				encoding.run(document, left.id);
			}
			if (rows.length < STEP) database.prepare('delete from space where id = ?').run(left.id);
			return true;
		})
		.immediate();
}
