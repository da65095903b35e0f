import { randomBytes } from 'node:crypto';
import type { Database } from './database.js';
import { WriteAheadLog } from './write-ahead-log.js';

/** A message that a summary names. */
export interface NamedMessage {
	readonly messageId: string;
	readonly authorId: string;
	/** The thread, where it stands in one. */
	readonly channelId: string;
}

/** A summary of a channel. What `asked` and `content` mean is not known here: both are kept as JSON. */
export interface NewSummary {
	readonly guildId: string;
	readonly channelId: string;
	/** `null` of a member who wants nothing kept, and of a schedule. */
	readonly memberId: string | null;
	/** Milliseconds since 1970. */
	readonly madeAt: number;
	readonly asked: unknown;
	readonly content: unknown;
}

export interface StoredSummary extends NewSummary {
	/** 12 characters of `A–Z a–z 0–9 _ -`. */
	readonly id: string;
}

interface SummaryRow {
	readonly id: string;
	readonly guild: string;
	readonly channel: string;
	readonly member: string | null;
	readonly made_at: number;
	readonly asked: string;
	readonly content: string;
}

/** 9 random bytes: 72 bits that nobody guesses. */
const ID_BYTES = 9;

/** The summaries that were made, and which messages each names, so that a message can be taken out of all of them. */
export class SummaryLog {
	readonly #db: Database;
	/** Deleted rows are overwritten in the file, but still stand there. */
	readonly #written: WriteAheadLog;
	readonly #insert;
	readonly #insertMessage;
	readonly #select;
	readonly #naming;

	constructor(database: Database) {
		this.#db = database;
		this.#written = new WriteAheadLog(database);
		this.#insert = database.prepare(
			'insert into summary values (@id, @guild, @channel, @member, @made_at, @asked, @content)',
		);
		this.#insertMessage = database.prepare<[string, string, string, string]>(
			'insert into summary_message values (?, ?, ?, ?) on conflict do nothing',
		);
		this.#select = database.prepare<[string], SummaryRow>('select * from summary where id = ?');
		this.#naming = database.prepare<[string], { id: string }>(
			'select distinct summary as id from summary_message where message in (select value from json_each(?))',
		);
	}

	/** Keeps a summary with the messages that it names. Returns its id. */
	keep(summary: NewSummary, messages: readonly NamedMessage[]): string {
		const { guildId, channelId, memberId, madeAt, asked, content } = summary;
		const id = randomBytes(ID_BYTES).toString('base64url');
		const row: SummaryRow = {
			id,
			guild: guildId,
			channel: channelId,
			member: memberId,
			made_at: madeAt,
			asked: JSON.stringify(asked),
			content: JSON.stringify(content),
		};
		this.#db
			.transaction(() => {
				this.#insert.run(row);
				for (const one of messages) this.#insertMessage.run(id, one.messageId, one.authorId, one.channelId);
			})
			.immediate();
		return id;
	}

	find(id: string): StoredSummary | undefined {
		const row = this.#select.get(id);
		return row && toSummary(row);
	}

	/** Ids of the summaries that name one of these messages. */
	naming(messageIds: readonly string[]): string[] {
		return this.#naming.all(JSON.stringify(messageIds)).map(({ id }) => id);
	}

	/** Messages of an author that a summary names. */
	messagesOf(authorId: string): string[] {
		return this.#messages('author', authorId);
	}

	/** Messages of a channel or thread that a summary names. */
	messagesIn(channelId: string): string[] {
		return this.#messages('channel', channelId);
	}

	/**
	 * Gives every summary that names one of these messages the content that `without` makes of it, which must no longer say anything of them.
	 * Neither can be read from the file afterwards. Returns how many summaries that changed.
	 */
	takeOut(messageIds: readonly string[], without: (content: unknown) => unknown): number {
		const ids = this.naming(messageIds);
		if (ids.length === 0) return 0;
		const update = this.#db.prepare<[string, string]>('update summary set content = ? where id = ?');
		const forget = this.#db.prepare<[string]>(
			'delete from summary_message where message in (select value from json_each(?))',
		);
		this.#db
			.transaction(() => {
				for (const id of ids) {
					const summary = this.find(id);
					if (summary !== undefined) update.run(JSON.stringify(without(summary.content)), id);
				}
				forget.run(JSON.stringify(messageIds));
			})
			.immediate();
		this.#written.empty();
		return ids.length;
	}

	/** Deletes what a member asked for. Returns how many summaries that was. */
	forget(memberId: string): number {
		return this.#delete('member = ?', memberId);
	}

	/** Deletes the summaries of a channel. */
	forgetChannel(channelId: string): number {
		return this.#delete('channel = ?', channelId);
	}

	/** Deletes summaries made before `beforeMs`, milliseconds since 1970. Returns how many. */
	prune(beforeMs: number): number {
		return this.#delete('made_at < ?', beforeMs);
	}

	#messages(column: 'author' | 'channel', value: string): string[] {
		const rows = this.#db
			.prepare<[string], { message: string }>(`select distinct message from summary_message where ${column} = ?`)
			.all(value);
		return rows.map(({ message }) => message);
	}

	#delete(where: string, value: string | number): number {
		const { changes } = this.#db.prepare<[string | number]>(`delete from summary where ${where}`).run(value);
		this.#written.emptyAfter(changes);
		return changes;
	}
}

function toSummary({ id, guild, channel, member, made_at, asked, content }: SummaryRow): StoredSummary {
	return {
		id,
		guildId: guild,
		channelId: channel,
		memberId: member,
		madeAt: made_at,
		// both written by this file
		asked: JSON.parse(asked) as unknown,
		content: JSON.parse(content) as unknown,
	};
}
