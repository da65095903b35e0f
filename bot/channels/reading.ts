import type { APIMessage } from 'discord.js';
import type { ChatMessage } from '../../answers/summary/conversation.js';
import type { ReadingRequest, ReadMessages, SkippedMessages, Watch } from '../../commands/services.js';
import { isOfMember, toChatMessage } from './message.js';
import { compareIds, idOf, timeOf } from './snowflake.js';

/** A channel or thread that messages are read from. */
export interface Source {
	readonly channelId: string;
	/** Where it is a thread that is read with its channel. */
	readonly threadId: string | null;
	readonly isPrivate: boolean;
	/** `null` where that is not known. */
	readonly lastMessageId: string | null;
}

/** Whom a reading asks. */
export interface Asked {
	/** At most {@link PAGE} messages before an id, newest first; the newest of all where there is none. */
	readonly page: (channelId: string, before: string | null) => Promise<APIMessage[]>;
	/** Those of these members who want nothing of them kept. */
	readonly optedOut: (memberIds: readonly string[]) => Promise<readonly string[]>;
}

/** What Discord gives at once. */
export const PAGE = 100;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How far back a member's own last message is looked for, where they did not ask for it. */
const CATCH_UP_MS = 7 * DAY_MS;

/** A source, as far as it was read. */
interface Cursor {
	readonly source: Source;
	/** Of what is left of it, none is newer or as new; `null` where nothing is known of it. */
	before: string | null;
	/** Fetched and not yet taken, newest last. */
	readonly fetched: APIMessage[];
	isAtEnd: boolean;
}

/** A message that was passed over. */
interface Passed {
	readonly at: number;
	/** `null` of a bot. */
	readonly memberId: string | null;
}

/**
 * Messages of several sources as if they were one, newest first. Pages are fetched when they are needed: of a thread that was silent since
 * long ago, none. It can be stopped after each page, and gone on with.
 */
export class Reading {
	readonly #request: ReadingRequest;
	readonly #now: number;
	readonly #floor: string;
	#cursors: readonly Cursor[];
	readonly #messages: ChatMessage[] = [];
	readonly #passed: Passed[] = [];
	readonly #optedOut = new Map<string, boolean>();
	readonly #private = new Set<string>();
	#looked = 0;
	#ownAt: number | undefined;

	/** @param now milliseconds since 1970 */
	constructor(request: ReadingRequest, sources: readonly Source[], now: number) {
		const { until } = request.range;
		this.#request = request;
		this.#now = now;
		this.#floor = floorOf(request, now);
		this.#cursors = sources.map((source) => ({
			source,
			before: until === null ? null : idOf(until),
			fetched: [],
			isAtEnd: source.lastMessageId !== null && compareIds(source.lastMessageId, this.#floor) < 0,
		}));
	}

	/** Leaves out whatever is of none of these sources any more. */
	narrow(sources: readonly Source[]): void {
		const threads = new Set(sources.map(({ threadId }) => threadId));
		const isLeft = ({ threadId }: { readonly threadId: string | null }) => threads.has(threadId);
		this.#cursors = this.#cursors.filter(({ source }) => isLeft(source));
		this.#messages.splice(0, this.#messages.length, ...this.#messages.filter(isLeft));
		for (const id of this.#private) if (!isLeft({ threadId: id })) this.#private.delete(id);
	}

	/** Reads until it has `most` messages, there are no more, or it is stopped; whatever Discord refuses is thrown. */
	async run(most: number, asked: Asked, watch: Watch): Promise<ReadMessages> {
		let isComplete = true;
		while (this.#looked < most && this.#ownAt === undefined) {
			if (watch.signal.aborted) {
				isComplete = false;
				break;
			}
			const cursor = this.#newest();
			if (cursor === undefined) break;
			const message = cursor.fetched.pop();
			if (message !== undefined) this.#take(message, cursor.source);
			else if (await this.#fetch(cursor, asked, watch.signal))
				watch.report({ read: Math.min(most, this.#looked + cursor.fetched.length), most });
		}
		return this.#read(isComplete);
	}

	/** The one that has the newest message, as far as is known: it must be fetched from before any other is taken from. */
	#newest(): Cursor | undefined {
		let newest: Cursor | undefined;
		for (const cursor of this.#cursors) {
			if (cursor.isAtEnd && cursor.fetched.length === 0) continue;
			if (newest === undefined || comparePlaces(placeOf(cursor), placeOf(newest)) > 0) newest = cursor;
		}
		return newest;
	}

	#take(message: APIMessage, source: Source): void {
		if (compareIds(message.id, this.#floor) < 0) {
			// all that is left is older than this one
			this.#cursors = [];
			return;
		}
		const { memberId, from } = this.#request;
		if (from !== 'range' && message.author.id === memberId) {
			this.#ownAt = timeOf(message.id);
			return;
		}
		this.#looked++;
		if (source.isPrivate && source.threadId !== null) this.#private.add(source.threadId);
		const isPassed = this.#optedOut.get(message.author.id) ?? false;
		if (!isOfMember(message)) this.#passed.push({ at: timeOf(message.id), memberId: null });
		else if (isPassed) this.#passed.push({ at: timeOf(message.id), memberId: message.author.id });
		else this.#messages.push(toChatMessage(message, source.threadId));
	}

	/** Returns whether there was time for it. */
	async #fetch(cursor: Cursor, asked: Asked, signal: AbortSignal): Promise<boolean> {
		const page = await unlessAborted(asked.page(cursor.source.channelId, cursor.before), signal);
		if (page === undefined) return false;
		const authors = new Set(page.filter(isOfMember).map(({ author }) => author.id));
		const unknown = [...authors].filter((id) => !this.#optedOut.has(id));
		if (unknown.length > 0) {
			const out = new Set(await asked.optedOut(unknown));
			for (const id of unknown) this.#optedOut.set(id, out.has(id));
		}
		cursor.isAtEnd = page.length < PAGE;
		cursor.before = page.at(-1)?.id ?? cursor.before;
		cursor.fetched.push(...page.reverse());
		return true;
	}

	/** Whether there may be more that was wanted. */
	#hasOlder(): boolean {
		const next = this.#newest();
		if (next === undefined) return false;
		const place = placeOf(next);
		return place === null || compareIds(place, this.#floor) >= 0;
	}

	#read(isComplete: boolean): ReadMessages {
		const { range, from } = this.#request;
		const own = this.#ownAt;
		const isCatchUp = from === 'catch-up' && own === undefined;
		const dayAgo = this.#now - DAY_MS;
		const isOfDay = isCatchUp && [...this.#messages, ...this.#passed].some(({ at }) => at >= dayAgo);
		const since = own !== undefined ? own + 1 : isCatchUp ? (isOfDay ? dayAgo : this.#now - CATCH_UP_MS) : range.since;
		const isWanted = ({ at }: { readonly at: number }) => since === null || at >= since;
		const messages = this.#messages.filter(isWanted).reverse();
		const passed = this.#passed.filter(isWanted);
		return {
			messages,
			skipped: countSkipped(passed),
			isComplete,
			range: { ...range, since },
			isCut: isComplete && own === undefined && this.#hasOlder(),
			begins: own !== undefined ? 'last-message' : isCatchUp ? (isOfDay ? 'last-day' : 'last-week') : 'asked',
			begunAt: this.#now,
			looked: this.#looked,
			privateThreads: this.#private.size,
		};
	}
}

/** The least id that may be wanted. @param now milliseconds since 1970 */
export function floorOf({ range: { since, fromMessageId }, from }: ReadingRequest, now: number): string {
	const earliest = from === 'catch-up' ? now - CATCH_UP_MS : since;
	const ofTime = earliest === null ? '0' : idOf(earliest);
	return fromMessageId !== null && compareIds(fromMessageId, ofTime) > 0 ? fromMessageId : ofTime;
}

/** Of a cursor's next message, or where it must be: none is newer than an end that is not known. */
function placeOf({ fetched, before, source }: Cursor): string | null {
	const next = fetched.at(-1)?.id;
	if (next !== undefined) return next;
	const last = source.lastMessageId;
	return last !== null && (before === null || compareIds(last, before) < 0) ? last : before;
}

function comparePlaces(a: string | null, b: string | null): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return compareIds(a, b);
}

function countSkipped(passed: readonly Passed[]): SkippedMessages {
	const ofMembers = passed.flatMap(({ memberId }) => memberId ?? []);
	return {
		bots: passed.length - ofMembers.length,
		optedOut: ofMembers.length,
		optedOutPeople: new Set(ofMembers).size,
	};
}

/** `undefined` where it is not waited for any longer: what was asked of Discord comes all the same, and is not looked at. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
	let stop: (() => void) | undefined;
	const aborted = new Promise<undefined>((resolve) => {
		stop = () => {
			resolve(undefined);
		};
		signal.addEventListener('abort', stop, { once: true });
	});
	try {
		return await Promise.race([work, aborted]);
	} catch (error) {
		if (signal.aborted) return undefined;
		throw error;
	} finally {
		if (stop !== undefined) signal.removeEventListener('abort', stop);
		if (signal.aborted) work.catch(() => undefined);
	}
}
