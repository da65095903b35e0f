import { randomBytes } from 'node:crypto';
import type { Database } from './database.js';

/** When a digest is made, on the clock of its server's time zone. */
export interface Schedule {
	/** 0 Sunday to 6 Saturday; `null` for every day. */
	readonly weekday: number | null;
	/** 0 to 23. */
	readonly hour: number;
}

/** A sentence that says why something is not done: its key, and what is put into it. What it says is not known here. */
export type Problem = readonly [key: string, params: Readonly<Record<string, string | number>>];

/** What a manager asks for. */
export interface DigestPlan {
	readonly guildId: string;
	/** What is summed up, at least one channel. */
	readonly channelIds: readonly string[];
	readonly schedule: Schedule;
	readonly length: string;
	/** The channel that it is posted to; `null` where it goes to those who ask for it, and nowhere else. */
	readonly targetId: string | null;
	/** Whether nothing is sent where nothing was said. */
	readonly isQuiet: boolean;
	/** Milliseconds since 1970. */
	readonly madeAt: number;
}

/** A member who is sent a digest by direct message. */
export interface Subscriber {
	readonly memberId: string;
	/** Of the messages. */
	readonly locale: string;
	/** Milliseconds since 1970. */
	readonly joinedAt: number;
	/** Times, one after the other, that Discord let no direct message through. */
	readonly failures: number;
	/** Whether it was given up, after too many of these. */
	readonly isOff: boolean;
}

export interface StoredDigest extends DigestPlan {
	/** 12 characters of `A–Z a–z 0–9 _ -`. */
	readonly id: string;
	/** Why the last run did nothing; `null` where it did. */
	readonly problem: Problem | null;
	/** In the order in which they asked. */
	readonly subscribers: readonly Subscriber[];
}

interface DigestRow {
	readonly id: string;
	readonly guild: string;
	readonly channels: string;
	readonly weekday: number | null;
	readonly hour: number;
	readonly length: string;
	readonly target: string | null;
	readonly quiet: number;
	readonly made_at: number;
	readonly problem: string | null;
}

interface SubscriberRow {
	readonly member: string;
	readonly locale: string;
	readonly joined_at: number;
	readonly failures: number;
	readonly off: number;
}

/** 9 random bytes: 72 bits that nobody guesses. */
const ID_BYTES = 9;

/** The digests of all servers, and who asked for them. */
export class Digests {
	readonly #db: Database;
	readonly #insert;
	readonly #count;
	readonly #select;
	readonly #selectOf;
	readonly #selectAll;
	readonly #subscribers;
	readonly #join;

	constructor(database: Database) {
		this.#db = database;
		this.#insert = database.prepare<DigestRow>(
			`insert into digest values (@id, @guild, @channels, @weekday, @hour, @length, @target, @quiet, @made_at, @problem)`,
		);
		this.#count = database.prepare<[string], { count: number }>('select count(*) as count from digest where guild = ?');
		this.#select = database.prepare<[string], DigestRow>('select * from digest where id = ?');
		this.#selectOf = database.prepare<[string], DigestRow>('select * from digest where guild = ? order by made_at, id');
		this.#selectAll = database.prepare<[], DigestRow>('select * from digest order by made_at, id');
		this.#subscribers = database.prepare<[string], SubscriberRow>(
			'select * from digest_member where digest = ? order by joined_at, member',
		);
		this.#join = database.prepare<[string, string, string, number]>(
			`insert into digest_member values (?, ?, ?, ?, 0, 0)
			on conflict do update set locale = excluded.locale, failures = 0, off = 0,
				joined_at = case when off then excluded.joined_at else joined_at end`,
		);
	}

	/** Returns its id; `undefined` where the server has `most` of them. */
	add(plan: DigestPlan, most: number): string | undefined {
		return this.#db
			.transaction(() => {
				if ((this.#count.get(plan.guildId)?.count ?? 0) >= most) return undefined;
				const id = randomBytes(ID_BYTES).toString('base64url');
				this.#insert.run({
					id,
					guild: plan.guildId,
					channels: JSON.stringify(plan.channelIds),
					...plan.schedule,
					length: plan.length,
					target: plan.targetId,
					quiet: Number(plan.isQuiet),
					made_at: plan.madeAt,
					problem: null,
				});
				return id;
			})
			.immediate();
	}

	find(id: string): StoredDigest | undefined {
		const row = this.#select.get(id);
		return row && this.#toDigest(row);
	}

	/** Of one server, or of all; oldest first. */
	list(guildId: string | null): StoredDigest[] {
		const rows = guildId === null ? this.#selectAll.all() : this.#selectOf.all(guildId);
		return rows.map((row) => this.#toDigest(row));
	}

	/** Returns whether there was one. */
	remove(id: string): boolean {
		return this.#db.prepare<[string]>('delete from digest where id = ?').run(id).changes > 0;
	}

	setProblem(id: string, problem: Problem | null): void {
		const text = problem === null ? null : JSON.stringify(problem);
		this.#db.prepare<[string | null, string]>('update digest set problem = ? where id = ?').run(text, id);
	}

	/** Whoever was given up is taken in again. Returns whether there is such a digest. */
	join(id: string, memberId: string, locale: string, at: number): boolean {
		return this.#db
			.transaction(() => {
				if (this.#select.get(id) === undefined) return false;
				this.#join.run(id, memberId, locale, at);
				return true;
			})
			.immediate();
	}

	/** Returns whether the member had joined. */
	leave(id: string, memberId: string): boolean {
		const { changes } = this.#db
			.prepare<[string, string]>('delete from digest_member where digest = ? and member = ?')
			.run(id, memberId);
		return changes > 0;
	}

	/** Counts a direct message that did not come through, and gives up at the `most`th. Returns whether it was given up. */
	countFailure(id: string, memberId: string, most: number): boolean {
		const row = this.#db
			.prepare<[number, string, string], { off: number }>(
				`update digest_member set failures = failures + 1, off = failures + 1 >= ? where digest = ? and member = ?
				returning off`,
			)
			.get(most, id, memberId);
		return row?.off === 1;
	}

	clearFailures(id: string, memberId: string): void {
		this.#db
			.prepare<[string, string]>('update digest_member set failures = 0, off = 0 where digest = ? and member = ?')
			.run(id, memberId);
	}

	/** The member is sent nothing any more, and it is no longer known what was. Returns how many digests the member had joined. */
	forget(memberId: string): number {
		return this.#db
			.transaction(() => {
				this.#db.prepare<[string]>('delete from digest_run where recipient = ?').run(memberId);
				return this.#db.prepare<[string]>('delete from digest_member where member = ?').run(memberId).changes;
			})
			.immediate();
	}

	#toDigest(row: DigestRow): StoredDigest {
		const { id, guild, channels, weekday, hour, length, target, quiet, made_at, problem } = row;
		return {
			id,
			guildId: guild,
			channelIds: JSON.parse(channels) as string[], // written by add()
			schedule: { weekday, hour },
			length,
			targetId: target,
			isQuiet: quiet === 1,
			madeAt: made_at,
			problem: problem === null ? null : (JSON.parse(problem) as Problem), // written by setProblem()
			subscribers: this.#subscribers.all(id).map(({ member, locale, joined_at, failures, off }) => ({
				memberId: member,
				locale,
				joinedAt: joined_at,
				failures,
				isOff: off === 1,
			})),
		};
	}
}
