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

/** Where it will be read. */
export interface Where {
	/** A channel of the server, or one of direct messages. */
	readonly channelId: string;
	/** Whether it goes to members by direct message: what may not leave its channel does not. */
	readonly isDirect: boolean;
}

/** Messages that are read of each channel at most: the newest. */
const MOST_MESSAGES = 5000;

/**
 * Sums up each channel of a digest: what everybody may read who may read the channel. Of what goes to members by direct message,
 * {@link digestFor} says what each of them may see.
 *
 * @throws {UserError} Where a channel cannot be read, must not be shown there, or Quoth may not write there.
 */
export async function makeDigest(
	parts: DigestParts,
	{ guildId, channelIds, length }: Pick<Digest, 'guildId' | 'channelIds' | 'length'>,
	period: Period,
	where: Where,
): Promise<MadeDigest> {
	const { library, settings, outbox, signal } = parts;
	if (!where.isDirect) await outbox.expectWritable(where.channelId);
	const request = { memberId: null, length, timeZone: settings.of(guildId).timezone };
	const summaries: KeptSummary[] = [];
	const silent: string[] = [];
	for (const channelId of channelIds) {
		const read = await readFor(parts, channelId, period, where, MOST_MESSAGES);
		signal.throwIfAborted();
		const place = { guildId, channelId: where.isDirect ? channelId : where.channelId };
		const summary = read.messages.length === 0 ? undefined : await library.summarise(place, request, read);
		if (summary !== undefined && saysSomething(summary)) summaries.push(summary);
		else silent.push(channelId);
	}
	return { summaries, silent };
}

/** Whether a digest could be made now. @throws {UserError} As {@link makeDigest}. */
export async function expectPossible(
	parts: DigestParts,
	{ channelIds }: Pick<Digest, 'channelIds'>,
	where: Where,
): Promise<void> {
	const { outbox, now } = parts;
	if (!where.isDirect) await outbox.expectWritable(where.channelId);
	// of the time to come: rights are looked at, and nothing is read
	const nothing = { since: now(), at: now() };
	for (const id of channelIds) await readFor(parts, id, nothing, where, 1);
}

/** What a member may see of a digest now, in direct messages; `undefined` where it is of nothing that the member may read there. */
export async function digestFor(
	{ channels, outbox }: DigestParts,
	memberId: string,
	{ summaries, silent }: MadeDigest,
): Promise<MadeDigest | undefined> {
	const shownIn = await outbox.directChannel(memberId);
	if (shownIn === null) return undefined;
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
	for (const id of silent) if (await channels.mayRead(id, memberId)) return { summaries: [], silent: [] };
	return undefined;
}

/** @throws {UserError} Worded for a digest: nobody is there who could ask in another way. */
async function readFor(
	{ channels, signal }: DigestParts,
	channelId: string,
	{ since, at: until }: Period,
	{ channelId: shownIn, isDirect: isPrivate }: Where,
	most: number,
): Promise<ReadMessages> {
	const range = { channelId, since, until, fromMessageId: null, most };
	try {
		return await channels.read(
			{ range, from: 'range', memberId: null, shownIn, isPrivate },
			{ signal, report: () => undefined },
		);
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
