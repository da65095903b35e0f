import type { SummaryLength } from '../answers/summary/summary.js';
import type { RunKey, RunOutcome, TakenRun } from '../index/digest-runs.js';
import type { DigestPlan, StoredDigest } from '../index/digests.js';
import type { Locale } from './messages.js';
import type { Refusal } from './user-error.js';

/** A summary that is made by itself, every day or every week. */
export interface Digest extends Omit<StoredDigest, 'length' | 'problem'> {
	readonly length: SummaryLength;
	/** Why the last run did nothing; `null` where it did. It is tried again at the next time. */
	readonly problem: Refusal | null;
}

/** What a manager asks for. */
export type NewDigest = Omit<DigestPlan, 'length' | 'madeAt'> & Pick<Digest, 'length'>;

/** A digest as a member is shown it. */
export interface ShownDigest {
	readonly digest: Digest;
	/** When it is due next; milliseconds since 1970. */
	readonly next: number;
	/** How its last post to the channel ended, and when that was due; `null` before the first. */
	readonly last: { readonly at: number; readonly outcome: RunOutcome } | null;
	/** IANA name of the time zone of its hour. */
	readonly timeZone: string;
	/** Whether the member is sent it: `off` where too many direct messages did not come through. */
	readonly joined: 'yes' | 'no' | 'off';
}

/** A server's digests, at most. */
export const MOST_DIGESTS = 10;
/** Channels of a digest, at most. */
export const MOST_CHANNELS = 5;

/** What is kept of digests. */
export interface DigestKeeping {
	/** `undefined` where the server has {@link MOST_DIGESTS}. */
	addDigest(digest: NewDigest): Promise<Digest | undefined>;
	digest(id: string): Promise<Digest | undefined>;
	/** Of one server, or of all; oldest first. */
	digests(guildId: string | null): Promise<Digest[]>;
	/** Returns whether there was one. */
	removeDigest(id: string): Promise<boolean>;
	setDigestProblem(id: string, problem: Refusal | null): Promise<void>;
	/** Returns whether there is such a digest. */
	joinDigest(id: string, memberId: string, locale: Locale): Promise<boolean>;
	/** Returns whether the member had joined. */
	leaveDigest(id: string, memberId: string): Promise<boolean>;
	/** Whether a direct message came through. Returns whether the member was given up just now. */
	noteDirect(id: string, memberId: string, cameThrough: boolean): Promise<boolean>;
	/** As `DigestRuns` has them. */
	takeRun(key: RunKey, holder: string, now: number, until: number): Promise<TakenRun | 'ended' | 'held'>;
	beginRunPart(key: RunKey, holder: string, part: string, now: number, until: number): Promise<boolean>;
	endRunPart(key: RunKey, holder: string): Promise<void>;
	holdRun(key: RunKey, holder: string, until: number): Promise<void>;
	finishRun(key: RunKey, holder: string, outcome: RunOutcome): Promise<void>;
	lastRunBefore(id: string, at: number): Promise<number | undefined>;
	lastOutcome(
		id: string,
		recipient: string,
	): Promise<{ readonly at: number; readonly outcome: RunOutcome } | undefined>;
}

/** What became of a digest that was asked for at once. */
export type SentNow =
	/** To the channel, or to the member who asked, where it has none. `messages` is 0 where nothing was to be said. */
	| { readonly kind: 'sent'; readonly channelId: string | null; readonly messages: number }
	/** Discord let no direct message through to the member. */
	| { readonly kind: 'closed' };

/** Who asks for a digest at once. */
export interface Caller {
	readonly memberId: string;
	readonly callId: string;
	readonly locale: Locale;
}

/** The schedule of this program's servers. */
export interface DigestSchedule {
	/** When a digest is due next; milliseconds since 1970. */
	next(digest: Pick<Digest, 'guildId' | 'schedule'>): number;
	/**
	 * Whether a digest could be made and delivered now: where it has no channel, to this member.
	 *
	 * @throws {UserError} Where a channel cannot be read, or what is said in it must not be shown where it would go.
	 */
	expectPossible(digest: Pick<Digest, 'channelIds' | 'targetId'>, memberId: string): Promise<void>;
	/** What tells it from others of its server: when it comes, of which channels, and where to. Plain text, at most 100 characters. */
	label(digest: Digest, locale: Locale): string;
	/** Whether a member may read one of its channels at all. */
	isFor(digest: Pick<Digest, 'channelIds' | 'guildId'>, memberId: string): Promise<boolean>;
	/**
	 * Makes it of the last day or week, and sends it: to its channel, or, where it has none, to the member alone.
	 *
	 * @param caller who asks, and the call by which they do
	 * @throws {UserError} As {@link expectPossible}.
	 */
	sendNow(digest: Digest, caller: Caller): Promise<SentNow>;
	/** To be said when digests, or the time zone of a server, were changed. */
	changed(): void;
}
