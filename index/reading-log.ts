import type { Database } from './database.js';

/** A summary that was begun and not ended. What its plan means is not known here. */
export interface StoredReading {
	/** Of the call that asked for it. */
	readonly callId: string;
	/** Kept as JSON. */
	readonly plan: unknown;
	/** What its reply is sent by; `null` once it was stopped. */
	readonly token: string | null;
	/** Milliseconds since 1970. */
	readonly begunAt: number;
	/** Messages that had been looked at. */
	readonly read: number;
}

interface ReadingRow {
	readonly call: string;
	readonly plan: string;
	readonly token: string | null;
	readonly begun_at: number;
	readonly read: number;
}

/** The summaries that are being made, so that a program that is started again takes them up. */
export class ReadingLog {
	readonly #db: Database;

	constructor(database: Database) {
		this.#db = database;
	}

	/** Takes the place of what is kept of the same call. */
	keep({ callId, plan, token, begunAt, read }: StoredReading): void {
		const row: ReadingRow = { call: callId, plan: JSON.stringify(plan), token, begun_at: begunAt, read };
		this.#db.prepare('insert or replace into reading values (@call, @plan, @token, @begun_at, @read)').run(row);
	}

	find(callId: string): StoredReading | undefined {
		const row = this.#db.prepare<[string], ReadingRow>('select * from reading where call = ?').get(callId);
		return row && toReading(row);
	}

	/** Those that nobody has stopped, the oldest first. */
	open(): StoredReading[] {
		const rows = this.#db
			.prepare<[], ReadingRow>('select * from reading where token is not null order by begun_at, call')
			.all();
		return rows.map(toReading);
	}

	end(callId: string): void {
		this.#db.prepare<[string]>('delete from reading where call = ?').run(callId);
	}

	/** Deletes those that were begun before `openMs` and were not stopped, and all that were begun before `stoppedMs`; milliseconds since 1970. */
	prune(openMs: number, stoppedMs: number): void {
		this.#db
			.prepare<[number, number]>('delete from reading where (token is not null and begun_at < ?) or begun_at < ?')
			.run(openMs, stoppedMs);
	}
}

function toReading({ call, plan, token, begun_at, read }: ReadingRow): StoredReading {
	// written by keep()
	return { callId: call, plan: JSON.parse(plan) as unknown, token, begunAt: begun_at, read };
}
