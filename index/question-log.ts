import { randomBytes } from 'node:crypto';
import type { DocumentId, Span } from '../articles/document.js';
import type { Database } from './database.js';
import { WriteAheadLog } from './write-ahead-log.js';

/** Where words stand. The words are not kept: they are read from the document. */
export interface KeptPlace extends Span {
	/** Name of the collection. */
	readonly collection: string;
	readonly documentId: DocumentId;
	readonly revision: string;
}

/** Where a quote stands that was cited. What may be missing is missing in older records. */
export interface SentencePlace extends KeptPlace {
	readonly passage: Span;
	readonly score: number;
	/** What was found there, best first; all of it where it is missing. */
	readonly highlights?: readonly Span[];
	/** Where else the same is said. */
	readonly alsoAt?: readonly KeptPlace[];
	/** Positions, from 1, among all sentences of the answer: the citations, then the further ones. */
	readonly disagreesWith?: readonly number[];
	/** Whether it stands for an article that answers as well, in a language of no citation. */
	readonly isAlsoIn?: true;
}

/** A question that was asked, and what came of it. */
export interface AskedQuestion {
	/** `null` where there is no server. */
	readonly guildId: string | null;
	/** `null` of a member who wants nothing kept. */
	readonly memberId: string | null;
	/** Milliseconds since 1970. */
	readonly askedAt: number;
	readonly text: string;
	/** Id of the question that it follows. */
	readonly follows: string | null;
	readonly language: string;
	readonly answered: boolean;
	readonly confidence: number;
	readonly reason: string | null;
	readonly filters: Readonly<Record<string, string>>;
	/** Best first. */
	readonly citations: readonly SentencePlace[];
	readonly further: readonly SentencePlace[];
	/** Documents. */
	readonly searched: number;
	/** Whether it may be counted and shown among the server's questions. */
	readonly forGaps: boolean;
}

export interface KeptQuestion extends AskedQuestion {
	/** 12 characters of `A–Z a–z 0–9 _ -`. */
	readonly id: string;
}

/** What members say of an answer, by member. */
export interface RatedQuestion extends KeptQuestion {
	readonly verdicts: ReadonlyMap<string, string>;
}

interface QuestionRow {
	readonly id: string;
	readonly guild: string | null;
	readonly member: string | null;
	readonly asked_at: number;
	readonly text: string;
	readonly follows: string | null;
	readonly language: string;
	readonly answered: number;
	readonly confidence: number;
	readonly reason: string | null;
	readonly filters: string;
	readonly citations: string;
	readonly further: string;
	readonly searched: number;
	readonly for_gaps: number;
}

/** 9 random bytes: 72 bits that nobody guesses. */
const ID_BYTES = 9;

/** The questions that were asked, and what members say of the answers. */
export class QuestionLog {
	readonly #db: Database;
	/** Deleted rows are overwritten in the file, but still stand there. */
	readonly #written: WriteAheadLog;
	readonly #insert;
	readonly #select;
	readonly #selectOptedOut;
	readonly #rate;

	constructor(database: Database) {
		this.#db = database;
		this.#written = new WriteAheadLog(database);
		this.#insert = database.prepare(
			`insert into question values (@id, @guild, @member, @asked_at, @text, @follows, @language, @answered, @confidence,
				@reason, @filters, @citations, @further, @searched, @for_gaps)`,
		);
		this.#select = database.prepare<[string], QuestionRow>('select * from question where id = ?');
		this.#selectOptedOut = database.prepare<[string], { member: string }>(
			'select member from opted_out where member = ?',
		);
		this.#rate = database.prepare<[string, string, string]>(
			'insert into verdict values (?, ?, ?) on conflict do update set verdict = excluded.verdict',
		);
	}

	/** Keeps a question; that of a member who opted out without the member, and for no gaps. Returns its id. */
	keep(question: AskedQuestion): string {
		const { guildId, memberId, askedAt, text, follows, language, answered, confidence, reason } = question;
		const isOptedOut = memberId !== null && this.isOptedOut(memberId);
		const row: QuestionRow = {
			id: randomBytes(ID_BYTES).toString('base64url'),
			guild: guildId,
			member: isOptedOut ? null : memberId,
			asked_at: askedAt,
			text,
			follows,
			language,
			answered: Number(answered),
			confidence,
			reason,
			filters: JSON.stringify(question.filters),
			citations: JSON.stringify(question.citations),
			further: JSON.stringify(question.further),
			searched: question.searched,
			for_gaps: Number(question.forGaps && !isOptedOut),
		};
		this.#insert.run(row);
		return row.id;
	}

	find(id: string): KeptQuestion | undefined {
		const row = this.#select.get(id);
		return row && toQuestion(row);
	}

	isOptedOut(memberId: string): boolean {
		return this.#selectOptedOut.get(memberId) !== undefined;
	}

	/** The member's last verdict on an answer counts; that of one who opted out is not kept. */
	rate(id: string, memberId: string, verdict: string): void {
		if (!this.isOptedOut(memberId)) this.#rate.run(id, memberId, verdict);
	}

	/** A server's questions from `since` on that are for gaps, oldest first. */
	forGaps(guildId: string, since: number): RatedQuestion[] {
		const rows = this.#db
			.prepare<[string, number], QuestionRow>(
				'select * from question where guild = ? and asked_at >= ? and for_gaps = 1 order by asked_at, id',
			)
			.all(guildId, since);
		const verdicts = this.#db.prepare<[string], { member: string; verdict: string }>(
			'select member, verdict from verdict where question = ? order by member',
		);
		return rows.map((row) => ({
			...toQuestion(row),
			verdicts: new Map(verdicts.all(row.id).map(({ member, verdict }) => [member, verdict])),
		}));
	}

	/**
	 * Deletes what a member asked and rated, so that it cannot be read from the files either, once nobody reads what stood there before, and
	 * opts the member out or in.
	 */
	forget(memberId: string, keepFromNowOn: boolean): { readonly questions: number; readonly verdicts: number } {
		const deleted = this.#db
			.transaction(() => {
				const verdicts = this.#db.prepare<[string]>('delete from verdict where member = ?').run(memberId).changes;
				const questions = this.#db.prepare<[string]>('delete from question where member = ?').run(memberId).changes;
				if (keepFromNowOn) this.#db.prepare<[string]>('delete from opted_out where member = ?').run(memberId);
				else this.#db.prepare<[string]>('insert into opted_out values (?) on conflict do nothing').run(memberId);
				return { questions, verdicts };
			})
			.immediate();
		this.#written.empty();
		return deleted;
	}

	/** Deletes questions asked before `beforeMs`, milliseconds since 1970. Returns how many. */
	prune(beforeMs: number): number {
		const { changes } = this.#db.prepare<[number]>('delete from question where asked_at < ?').run(beforeMs);
		this.#written.emptyAfter(changes);
		return changes;
	}
}

function toQuestion(row: QuestionRow): KeptQuestion {
	return {
		id: row.id,
		guildId: row.guild,
		memberId: row.member,
		askedAt: row.asked_at,
		text: row.text,
		follows: row.follows,
		language: row.language,
		answered: row.answered === 1,
		confidence: row.confidence,
		reason: row.reason,
		// all three written by keep()
		filters: JSON.parse(row.filters) as KeptQuestion['filters'],
		citations: JSON.parse(row.citations) as SentencePlace[],
		further: JSON.parse(row.further) as SentencePlace[],
		searched: row.searched,
		forGaps: row.for_gaps === 1,
	};
}
