import type { Document } from '../articles/document.js';
import type { Database } from './database.js';
import { DocumentCache } from './document-cache.js';
import { toDocument, type DocumentRow } from './rows.js';

/** The documents of a store by their rows, with their texts. */
export class StoredDocuments {
	readonly #db: Database;
	readonly #row;
	readonly #named;
	readonly #cache = new DocumentCache();

	constructor(database: Database) {
		this.#db = database;
		this.#row = database.prepare<[number], DocumentRow>('select * from document where row = ?');
		this.#named = database.prepare<[number, string, string], { row: number }>(
			'select row from document where row = ? and id = ? and revision = ?',
		);
	}

	/** From memory, where it was read before and has not changed. @throws {Error} If there is no such row. */
	get(row: number): Document {
		// the row of a document that was removed may be another's by now
		const isCurrent = ({ id, revision }: Document) => this.#named.get(row, id, revision) !== undefined;
		return this.#cache.get(row, isCurrent, () => this.read(row));
	}

	/** Always from the database. @throws {Error} If there is no such row. */
	read(row: number): Document {
		const found = this.find(row);
		if (found === undefined) throw new Error(`No document in row ${row} of the store, though a passage belongs to it`);
		return found;
	}

	/** As {@link read}; `undefined` if there is no such row. */
	find(row: number): Document | undefined {
		const found = this.#row.get(row);
		return found && toDocument(found);
	}

	/** Whether the blocks of a document are told from its text alone, since an earlier version stored it. */
	isUnblocked(row: number): boolean {
		const found = this.#db.prepare<[number], { row: number }>(
			'select row from document where row = ? and blocks is null',
		);
		return found.get(row) !== undefined;
	}

	/** How many documents of a collection that are: their sources are to be read again. */
	countUnblocked(collection: number): number {
		const counted = this.#db
			.prepare<[number], { documents: number }>(
				'select count(*) as documents from document where collection = ? and blocks is null',
			)
			.get(collection);
		return counted?.documents ?? 0;
	}
}
