import type { Database } from './database.js';

/** The write-ahead log of a database, in which rows that were deleted still stand until it is emptied. */
export class WriteAheadLog {
	readonly #db: Database;
	#isLeft = false;

	constructor(database: Database) {
		this.#db = database;
	}

	/** Empties it. Waits for nobody: while another reads what stood there before, it is left for {@link emptyAfter}. */
	empty(): void {
		const patience = this.#db.pragma('busy_timeout', { simple: true });
		this.#db.pragma('busy_timeout = 0');
		try {
			this.#isLeft = this.#db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0;
		} finally {
			this.#db.pragma(`busy_timeout = ${Number(patience)}`);
		}
	}

	/** Empties it where rows were deleted, now or when it could not be done. */
	emptyAfter(deleted: number): void {
		if (deleted > 0 || this.#isLeft) this.empty();
	}
}
