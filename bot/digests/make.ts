import type { Digest } from '../../commands/digests.js';
import type { KeptSummary, ReadMessages } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import type { DigestParts } from './parts.js';
import type { Period } from './schedule.js';

/** What a digest says. */
export interface MadeDigest {
	/** Of the channels in which something was said, in the order of the digest. */
	readonly summaries: readonly KeptSummary[];
	/** The other channels, by their ids; empty where it is not known whether the reader may read them. */
	readonly silent: readonly string[];
}

/** Messages that are read of each channel at most: the newest. */
const MOST_MESSAGES = 5000;

/**
 * Sums up each channel of a digest.
 *
 * @param shownIn the channel that it will be posted to; `null` for those who get it by direct message: then it holds what everybody may read
 * who may read the channels, and {@link digestFor} says what of it each of them may see
 * @throws {UserError} Where a channel cannot be read, or must not be shown there.
 */
export async function makeDigest(
	parts: DigestParts,
	{ guildId, channelIds, length }: Pick<Digest, 'guildId' | 'channelIds' | 'length'>,
	period: Period,
	shownIn: string | null,
): Promise<MadeDigest> {
	const { library, settings, signal } = parts;
	const request = { memberId: null, length, timeZone: settings.of(guildId).timezone };
	const summaries: KeptSummary[] = [];
	const silent: string[] = [];
	for (const channelId of channelIds) {
		const read = await readFor(parts, channelId, period, shownIn, MOST_MESSAGES);
		signal.throwIfAborted();
		const place = { guildId, channelId: shownIn ?? channelId };
		const summary = read.messages.length === 0 ? undefined : await library.summarise(place, request, read);
		if (summary !== undefined && saysSomething(summary)) summaries.push(summary);
		else silent.push(channelId);
	}
	return { summaries, silent };
}

/**
 * Whether a digest could be made now.
 *
 * @throws {UserError} As {@link makeDigest}; and where it would be posted to a channel that Quoth may not write in.
 */
export async function expectReadable(
	parts: DigestParts,
	{ channelIds, targetId }: Pick<Digest, 'channelIds' | 'targetId'>,
): Promise<void> {
	const { outbox, now } = parts;
	if (targetId !== null) await outbox.expectWritable(targetId);
	// of the time to come: rights are looked at, and nothing is read
	const nothing = { since: now(), at: now() };
	for (const id of channelIds) await readFor(parts, id, nothing, targetId, 1);
}

/** What a member may see of a digest now, in direct messages; `undefined` where it is of no channel that the member may read. */
export async function digestFor(
	{ channels, outbox }: DigestParts,
	{ channelIds }: Pick<Digest, 'channelIds'>,
	memberId: string,
	{ summaries }: MadeDigest,
): Promise<MadeDigest | undefined> {
	const shownIn = summaries.length === 0 ? '' : await outbox.directChannel(memberId);
	const seen: KeptSummary[] = [];
	for (const summary of summaries) {
		try {
			const own = await channels.forMember(summary, memberId, shownIn);
			if (saysSomething(own)) seen.push(own);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
		}
	}
	if (seen.length > 0) return { summaries: seen, silent: [] };
	for (const id of channelIds) if (await channels.mayRead(id, memberId)) return { summaries: [], silent: [] };
	return undefined;
}

/** @throws {UserError} Worded for a digest, that nobody is there to ask for in another way. */
async function readFor(
	{ channels, signal }: DigestParts,
	channelId: string,
	{ since, at: until }: Period,
	shownIn: string | null,
	most: number,
): Promise<ReadMessages> {
	const range = { channelId, since, until, fromMessageId: null, most };
	const where = shownIn ?? channelId;
	const request = { range, from: 'range', memberId: null, shownIn: where, isPrivate: false } as const;
	try {
		return await channels.read(request, { signal, report: () => undefined });
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const channel = { channel: `<#${channelId}>` };
		if (error.key === 'error.not-for-everybody') throw new UserError('error.digest.audience', channel);
		if (error.key === 'error.age-restricted') throw new UserError('error.digest.age', channel);
		if (error.key === 'error.channel-gone') throw new UserError('error.digest.channel-gone', channel);
		throw error;
	}
}

/** Whether there is a line to show. */
function saysSomething({ summary: { topics, decisions, questions, links, dates } }: KeptSummary): boolean {
	return [topics, decisions, questions, links, dates].some(({ length }) => length > 0);
}
