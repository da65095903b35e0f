import type { Database } from './database.js';

/** One digest of one time for one recipient. */
export interface RunKey {
	readonly digestId: string;
	/** When it was due, not when it was made; milliseconds since 1970. */
	readonly at: number;
	/** A member's id; {@link TO_CHANNEL} for what is posted. */
	readonly recipient: string;
}

/** The recipient of what is posted to a channel. */
export const TO_CHANNEL = '';

/** How a run ended: `doubtful` where it may be that a message of it was not sent. */
export type RunOutcome = 'sent' | 'nothing' | 'refused' | 'doubtful';

/** A run that was taken on. */
export interface TakenRun {
	/** Names of the messages that were sent already. */
	readonly sent: readonly string[];
	/** The message that somebody was sending and did not say whether it was sent; since when, in milliseconds since 1970. */
	readonly pending: { readonly part: string; readonly since: number } | null;
}

interface RunRow {
	readonly holder: string;
	readonly held_until: number;
	readonly sent: string;
	readonly pending: string | null;
	readonly pending_since: number | null;
	readonly outcome: string | null;
}

type KeyColumns = [digest: string, at: number, recipient: string];

const ONE = 'digest = ? and at = ? and recipient = ?';

/**
 * What was done for which time, so that nothing is done twice: whoever makes a digest takes its run on first, and says before each message that
 * it is going to be sent. A run is held for a while, and can be taken over after that: its holder may be gone.
 */
export class DigestRuns {
	readonly #db: Database;
	readonly #select;
	readonly #insert;
	readonly #take;
	readonly #begin;
	readonly #end;
	readonly #hold;
	readonly #finish;

	constructor(database: Database) {
		this.#db = database;
		this.#select = database.prepare<KeyColumns, RunRow>(`select * from digest_run where ${ONE}`);
		// none of a digest that was removed
		this.#insert = database.prepare<[number, string, string, number, string]>(
			`insert into digest_run select id, ?, ?, ?, ?, '[]', null, null, null from digest where id = ?`,
		);
		this.#take = database.prepare<[string, number, ...KeyColumns]>(
			`update digest_run set holder = ?, held_until = ? where ${ONE}`,
		);
		this.#begin = database.prepare<[string, number, number, ...KeyColumns, string]>(
			`update digest_run set pending = ?, pending_since = coalesce(pending_since, ?), held_until = ?
			where ${ONE} and holder = ? and outcome is null`,
		);
		this.#end = database.prepare<[...KeyColumns, string]>(
			`update digest_run set sent = json_insert(sent, '$[#]', pending), pending = null, pending_since = null
			where ${ONE} and holder = ? and pending is not null`,
		);
		this.#hold = database.prepare<[number, ...KeyColumns, string]>(
			`update digest_run set held_until = ? where ${ONE} and holder = ? and outcome is null`,
		);
		this.#finish = database.prepare<[string, ...KeyColumns, string]>(
			`update digest_run set outcome = ? where ${ONE} and holder = ? and outcome is null`,
		);
	}

	/**
	 * Takes a run on until a time, if nobody holds it. It has ended, too, where its digest was removed.
	 *
	 * @param holder tells those who take runs on from one another
	 */
	take(key: RunKey, holder: string, now: number, until: number): TakenRun | 'ended' | 'held' {
		return this.#db
			.transaction((): TakenRun | 'ended' | 'held' => {
				const row = this.#select.get(...columns(key));
				if (row === undefined) {
					const { changes } = this.#insert.run(key.at, key.recipient, holder, until, key.digestId);
					return changes === 0 ? 'ended' : { sent: [], pending: null };
				}
				if (row.outcome !== null) return 'ended';
				if (row.held_until > now) return 'held';
				this.#take.run(holder, until, ...columns(key));
				const { pending, pending_since: since } = row;
				return {
					sent: JSON.parse(row.sent) as string[], // written by endPart()
					pending: pending === null || since === null ? null : { part: pending, since },
				};
			})
			.immediate();
	}

	/** To be said before a message is sent. Returns whether it may be: the run may have been taken over. */
	beginPart(key: RunKey, holder: string, part: string, now: number, until: number): boolean {
		return this.#begin.run(part, now, until, ...columns(key), holder).changes > 0;
	}

	/** The message was sent, or is given up: it will not be sent again. */
	endPart(key: RunKey, holder: string): void {
		this.#end.run(...columns(key), holder);
	}

	/** Somebody may go on with it from `until` on: later than was said, or sooner. */
	hold(key: RunKey, holder: string, until: number): void {
		this.#hold.run(until, ...columns(key), holder);
	}

	finish(key: RunKey, holder: string, outcome: RunOutcome): void {
		this.#finish.run(outcome, ...columns(key), holder);
	}

	/** The last time before `at` for which a digest was made, for whomever; `undefined` if there is none that is remembered. */
	lastBefore(digestId: string, at: number): number | undefined {
		const row = this.#db
			.prepare<[string, number], { at: number | null }>(
				`select max(at) as at from digest_run where digest = ? and at < ? and outcome <> 'refused'`,
			)
			.get(digestId, at);
		return row?.at ?? undefined;
	}

	/** How the last run that ended did so. */
	lastOutcome(digestId: string, recipient: string): { readonly at: number; readonly outcome: RunOutcome } | undefined {
		return this.#db
			.prepare<[string, string], { at: number; outcome: RunOutcome }>(
				`select at, outcome from digest_run where digest = ? and recipient = ? and outcome is not null
				order by at desc limit 1`,
			)
			.get(digestId, recipient);
	}

	/** Forgets the runs of before a time. */
	prune(before: number): void {
		this.#db.prepare<[number]>('delete from digest_run where at < ?').run(before);
	}
}

function columns({ digestId, at, recipient }: RunKey): KeyColumns {
	return [digestId, at, recipient];
}
