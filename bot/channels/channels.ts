import { ChannelType, Routes, type APIMessage, type Client } from 'discord.js';
import { withoutLines } from '../../answers/summary/without-lines.js';
import type { Channels, KeptSummary, Library, ReadingRequest } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import { persistently } from '../transport.js';
import { expectMessageContent } from './content.js';
import { commonStandingOf, findChannel, findPlace, standingOf, type FoundChannel } from './directory.js';
import { HeldReadings } from './held-readings.js';
import { floorOf, PAGE, Reading, type Source } from './reading.js';
import { hasMessages, isRightAge, mayBeShown, mayRead, missingPermission } from './rights.js';
import { changedLines } from './changed-lines.js';
import { sourcesOf } from './sources.js';
import { Turns } from './turns.js';

/** Readings under way: each holds as many messages as one may ask for, and Discord limits how many pages it gives at once. */
const MOST_AT_ONCE = 6;

/** The channels of a client's servers. Messages that were read are held in memory alone, and only while they are worked on. */
export function createChannels(
	client: Client<true>,
	library: Pick<Library, 'optedOut' | 'forgetMessages'>,
	now: () => number = Date.now,
): Channels {
	const held = new HeldReadings();
	const turns = new Turns(MOST_AT_ONCE);
	const asked = {
		page: (channelId: string, before: string | null) =>
			persistently(async () => {
				const query = new URLSearchParams({ limit: String(PAGE), ...(before !== null && { before }) });
				// Discord's documentation of this route
				return (await client.rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
			}),
		optedOut: (memberIds: readonly string[]) => library.optedOut(memberIds),
	};

	/** @throws {UserError} Where the member, or Quoth, may not read the channel. */
	const expectReader = async (channel: FoundChannel, memberId: string | null): Promise<void> => {
		const { facts } = channel;
		const name = `<#${facts.id}>`;
		if (!hasMessages(facts.type)) throw new UserError('error.no-messages-in', { channel: name });
		if (memberId !== null) {
			const standing = await standingOf(client, channel, memberId);
			if (standing === undefined || !mayRead(facts, standing))
				throw new UserError('error.cannot-read', { channel: name });
		}
		const own = await standingOf(client, channel, client.user.id);
		const missing = own === undefined ? 'ViewChannel' : missingPermission(facts.type, own.permissions);
		if (missing === 'ReadMessageHistory') throw new UserError('error.bot-cannot-read-history', { channel: name });
		if (missing === 'Connect') throw new UserError('error.bot-cannot-connect', { channel: name });
		if (missing !== undefined) throw new UserError('error.bot-cannot-see', { channel: name });
		if (own !== undefined && !mayRead(facts, own)) throw new UserError('error.bot-not-in-thread', { channel: name });
	};

	/** @throws {UserError} Where it must not be shown there, to the member alone or to everybody. */
	const expectPlace = (channel: FoundChannel, shownIn: FoundChannel | undefined, isPrivate: boolean): void => {
		const { facts, guild } = channel;
		const name = `<#${facts.id}>`;
		const isRight = shownIn === undefined ? !facts.isAgeRestricted : isRightAge(facts, shownIn.facts);
		if (!isRight) throw new UserError('error.age-restricted', { channel: name });
		if (isPrivate) return;
		const isSameServer = shownIn?.guild.id === guild.id;
		if (!isSameServer || !mayBeShown(facts, shownIn.facts, commonStandingOf(channel)))
			throw new UserError('error.not-for-everybody', { channel: name });
	};

	const readable = async (channelId: string, memberId: string): Promise<boolean> => {
		try {
			const channel = await findChannel(client, channelId);
			const standing = await standingOf(client, channel, memberId);
			return standing !== undefined && mayRead(channel.facts, standing);
		} catch (error) {
			if (error instanceof UserError) return false;
			throw error;
		}
	};

	/** @throws {UserError} Where the channel must not be read, or not shown there. */
	const allowed = async (
		channelId: string,
		{ memberId, shownIn, isPrivate }: Pick<ReadingRequest, 'memberId' | 'shownIn' | 'isPrivate'>,
	): Promise<FoundChannel> => {
		const channel = await findChannel(client, channelId);
		await expectReader(channel, memberId);
		expectPlace(channel, shownIn === channelId ? channel : await findPlace(client, shownIn), isPrivate);
		return channel;
	};

	const allowedSources = async (request: ReadingRequest): Promise<Source[]> => {
		await expectMessageContent(client);
		const { facts, guild } = await allowed(request.range.channelId, request);
		const memberId = request.isPrivate ? request.memberId : null;
		return sourcesOf(client.rest, facts, { guildId: guild.id, memberId, floor: floorOf(request, now()) });
	};

	const hiddenThreads = async (summary: KeptSummary, memberId: string): Promise<ReadonlySet<string>> => {
		const hidden = new Set<string>();
		for (const threadId of threadsOf(summary)) {
			if (isOpenThread(client, threadId, summary.range.channelId)) continue;
			if (!(await readable(threadId, memberId))) hidden.add(threadId);
		}
		return hidden;
	};

	return {
		async read(request, watch, callId) {
			const sources = await persistently(() => allowedSources(request));
			const earlier = callId === undefined ? undefined : held.take(callId);
			earlier?.narrow(sources);
			const reading = earlier ?? new Reading(request, sources, now());
			const end = await turns.take(watch.signal);
			try {
				const read = await reading.run(request.range.most, asked, watch);
				if (!read.isComplete && callId !== undefined) held.put(callId, reading);
				return read;
			} finally {
				end();
			}
		},
		mayRead: (channelId, memberId) => persistently(() => readable(channelId, memberId)),
		async forMember(summary, memberId, shownIn) {
			const hidden = await persistently(async () => {
				await allowed(summary.range.channelId, { memberId, shownIn, isPrivate: true });
				return hiddenThreads(summary, memberId);
			});
			if (hidden.size === 0) return summary;
			return without(summary, ({ threadId }) => threadId !== null && hidden.has(threadId));
		},
		async forEverybody(summary, shownIn) {
			if (summary.privateThreads > 0) throw new UserError('error.private-threads', {});
			const { channelId } = summary.range;
			await persistently(() => allowed(channelId, { memberId: null, shownIn, isPrivate: false }));
			const changed = await changedLines(client.rest, summary.summary, channelId);
			if (changed.length === 0) return summary;
			await library.forgetMessages(changed);
			return without(summary, ({ messageId }) => changed.includes(messageId));
		},
		nameOf(channelId) {
			const channel = client.channels.cache.get(channelId);
			return channel === undefined || channel.isDMBased() ? null : channel.name;
		},
	};
}

function without(summary: KeptSummary, isGone: Parameters<typeof withoutLines>[1]): KeptSummary {
	const left = withoutLines(summary.summary, isGone);
	return { ...summary, summary: left.summary, gone: summary.gone + left.gone };
}

function threadsOf({ summary: { topics, decisions, questions, links, dates } }: KeptSummary): Set<string> {
	const lines = [
		...topics.flatMap(({ lines, further }) => [...lines, ...further]),
		...decisions,
		...questions,
		...links.map(({ line }) => line),
		...dates.map(({ line }) => line),
	];
	return new Set(lines.flatMap(({ threadId }) => threadId ?? []));
}

/** Whether it is known as a public thread of that channel: what a thread is does not change. */
function isOpenThread(client: Client, threadId: string, channelId: string): boolean {
	const thread = client.channels.cache.get(threadId);
	return thread?.isThread() === true && thread.type !== ChannelType.PrivateThread && thread.parentId === channelId;
}
