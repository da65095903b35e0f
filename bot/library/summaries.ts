import { summarizeConversation } from '../../answers/summary/summarize.js';
import type { Summary } from '../../answers/summary/summary.js';
import { withoutLines } from '../../answers/summary/without-lines.js';
import type {
	BegunReading,
	KeptSummary,
	Library,
	Place,
	ReadMessages,
	SummaryPlan,
	SummaryRequest,
} from '../../commands/services.js';
import type { Database } from '../../index/database.js';
import type { QuestionLog } from '../../index/question-log.js';
import { ReadingLog, type StoredReading } from '../../index/reading-log.js';
import { SummaryLog, type NamedMessage, type StoredSummary } from '../../index/summary-log.js';
import type { ModelParts } from '../current-model.js';
import { RecentlyGone } from './recently-gone.js';

/** What an app keeps of summaries. */
export interface SummaryTables {
	readonly summaries: SummaryLog;
	readonly readings: ReadingLog;
}

export function openSummaryTables(database: Database): SummaryTables {
	return { summaries: new SummaryLog(database), readings: new ReadingLog(database) };
}

type SummaryMethod =
	| 'summarise'
	| 'summary'
	| 'forgetMessages'
	| 'forgetChannel'
	| 'optedOut'
	| 'keepReading'
	| 'reading'
	| 'openReadings'
	| 'endReading';

/** Summaries as commands ask for them, and what else the library does with them. */
export interface Summaries extends Pick<Library, SummaryMethod> {
	/** Deletes what a member asked for, and takes what the member wrote out of all others. Returns how many were deleted. */
	readonly forgetMember: (memberId: string) => number;
	/** Deletes what was made before that moment, and readings that nobody goes on with; milliseconds since 1970. */
	readonly prune: (beforeMs: number) => void;
}

/** What Discord gives a reply to a call. */
const TOKEN_MS = 15 * 60 * 1000;
/** For as long, somebody may come back to a reading that they stopped. */
const STOPPED_MS = 24 * 60 * 60 * 1000;

/** What is kept of a summary as JSON: all but what has a column. */
type Asked = Pick<
	KeptSummary,
	'range' | 'begins' | 'isCut' | 'privateThreads' | 'length' | 'timeZone' | 'skipped' | 'isComplete'
>;
type Content = Pick<KeptSummary, 'summary' | 'gone'>;

/** Of an app. */
interface Parts extends SummaryTables {
	readonly questions: QuestionLog;
	read<T>(work: (parts: ModelParts) => Promise<T>): Promise<T>;
}

export function keepSummaries(app: Parts, now: () => number): Summaries {
	const { summaries, readings, questions } = app;
	const recentlyGone = new RecentlyGone(now);
	const takeOut = (messageIds: readonly string[]) => {
		const gone = new Set(messageIds);
		// written by summarise()
		summaries.takeOut(messageIds, (content) => without(content as Content, gone));
	};
	return {
		async summarise(place, request, messages) {
			const { guildId } = place;
			if (guildId === null)
				throw new RangeError('Expected a server whose channel is summed up, got a place without one');
			const before = recentlyGone.since(messages.begunAt);
			const made = await app.read(({ models }) => {
				const left = messages.messages.filter(({ id }) => !before.has(id));
				return summarizeConversation(left, models, { length: request.length, timeZone: request.timeZone });
			});
			// more may have been deleted while it was made, or somebody have asked to be forgotten
			const gone = recentlyGone.since(messages.begunAt);
			for (const id of messagesOf(messages, (authorId) => questions.isOptedOut(authorId))) gone.add(id);
			const { summary } = withoutLines(made, ({ messageId }) => gone.has(messageId));
			const { memberId } = request;
			const id = summaries.keep(
				{
					guildId,
					channelId: messages.range.channelId,
					memberId: memberId !== null && questions.isOptedOut(memberId) ? null : memberId,
					madeAt: now(),
					asked: askedOf(request, messages),
					content: { summary, gone: 0 } satisfies Content,
				},
				namedBy(summary, messages),
			);
			const kept = summaries.find(id);
			if (kept === undefined) throw new Error(`Summary ${id} vanished while it was kept`);
			return toKept(kept);
		},
		async summary({ guildId }: Place, id) {
			const kept = summaries.find(id);
			return kept?.guildId === guildId ? toKept(kept) : undefined;
		},
		async forgetMessages(messageIds) {
			recentlyGone.add(messageIds);
			takeOut(messageIds);
		},
		async forgetChannel(channelId) {
			const messageIds = summaries.messagesIn(channelId);
			summaries.forgetChannel(channelId);
			takeOut(messageIds);
		},
		async optedOut(memberIds) {
			return memberIds.filter((id) => questions.isOptedOut(id));
		},
		async keepReading(reading: BegunReading) {
			readings.keep(reading);
		},
		async reading(callId) {
			const begun = readings.find(callId);
			return begun && begun.begunAt >= now() - STOPPED_MS ? toBegun(begun) : undefined;
		},
		async openReadings() {
			return readings
				.open()
				.filter(({ begunAt }) => begunAt >= now() - TOKEN_MS)
				.map(toBegun);
		},
		async endReading(callId) {
			readings.end(callId);
		},
		forgetMember(memberId) {
			const deleted = summaries.forget(memberId);
			takeOut(summaries.messagesOf(memberId));
			return deleted;
		},
		prune(beforeMs) {
			summaries.prune(beforeMs);
			readings.prune(now() - TOKEN_MS, now() - STOPPED_MS);
		},
	};
}

/** Ids of the messages whose authors are such. */
function messagesOf({ messages }: ReadMessages, isWanted: (authorId: string) => boolean): string[] {
	const authors = new Set([...new Set(messages.map(({ authorId }) => authorId))].filter(isWanted));
	return messages.filter(({ authorId }) => authors.has(authorId)).map(({ id }) => id);
}

function askedOf({ length, timeZone }: SummaryRequest, read: ReadMessages): Asked {
	const { range, begins, isCut, privateThreads, skipped, isComplete } = read;
	return { range, begins, isCut, privateThreads, length, timeZone, skipped, isComplete };
}

function without({ summary, gone }: Content, messageIds: ReadonlySet<string>): Content {
	const left = withoutLines(summary, ({ messageId }) => messageIds.has(messageId));
	return { summary: left.summary, gone: gone + left.gone };
}

/** Every message that a summary names, each once. */
function namedBy({ topics, decisions, questions, links, dates }: Summary, read: ReadMessages): NamedMessage[] {
	const lines = [
		...topics.flatMap(({ lines, further }) => [...lines, ...further]),
		...decisions,
		...questions,
		...links.map(({ line }) => line),
		...dates.map(({ line }) => line),
	];
	const ids = new Set([
		...lines.map(({ messageId }) => messageId),
		...questions.flatMap(({ alsoAskedIn }) => alsoAskedIn),
	]);
	return read.messages
		.filter(({ id }) => ids.has(id))
		.map(({ id, authorId, threadId }) => ({
			messageId: id,
			authorId,
			channelId: threadId ?? read.range.channelId,
		}));
}

function toKept({ id, guildId, memberId, madeAt, asked, content }: StoredSummary): KeptSummary {
	// both written by summarise()
	return { id, guildId, memberId, madeAt, ...(asked as Asked), ...(content as Content) };
}

function toBegun({ plan, ...reading }: StoredReading): BegunReading {
	return { ...reading, plan: plan as SummaryPlan }; // written by keepReading()
}
