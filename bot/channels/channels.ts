import { ChannelType, Routes, type APIMessage, type Client } from 'discord.js';
import { withoutLines } from '../../answers/summary/without-lines.js';
import type { Channels, KeptSummary, Library, ReadingRequest } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import { persistently } from '../transport.js';
import { expectMessageContent } from './content.js';
import { commonStandingOf, findChannel, findPlace, standingOf, type FoundChannel } from './directory.js';
import { HeldReadings } from './held-readings.js';
import { PAGE, Reading } from './reading.js';
import { hasMessages, isRightAge, mayBeShown, mayRead, missingPermission } from './rights.js';
import { changedLines } from './changed-lines.js';
import { idOf } from './snowflake.js';
import { sourcesOf } from './sources.js';

/** The channels of a client's servers. Messages that were read are held in memory alone, and only while they are worked on. */
export function createChannels(
	client: Client<true>,
	library: Pick<Library, 'optedOut' | 'forgetMessages'>,
	now: () => number = Date.now,
): Channels {
	const held = new HeldReadings();
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

	const placeOf = async (channel: FoundChannel, shownIn: string): Promise<FoundChannel | undefined> =>
		shownIn === channel.facts.id ? channel : findPlace(client, shownIn);

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

	return {
		async read(request, watch, callId) {
			await expectMessageContent(client);
			const { range, memberId, shownIn, isPrivate } = request;
			const channel = await findChannel(client, range.channelId);
			await expectReader(channel, memberId);
			expectPlace(channel, await placeOf(channel, shownIn), isPrivate);
			const sources = await sourcesOf(client.rest, channel.facts, {
				guildId: channel.guild.id,
				memberId: isPrivate ? memberId : null,
				floor: floorOf(request),
			});
			const earlier = callId === undefined ? undefined : held.take(callId);
			earlier?.narrow(sources);
			const reading = earlier ?? new Reading(request, sources, now());
			const read = await reading.run(range.most, asked, watch);
			if (!read.isComplete && callId !== undefined) held.put(callId, reading);
			return read;
		},
		mayRead: readable,
		async forMember(summary, memberId, shownIn) {
			const channel = await findChannel(client, summary.range.channelId);
			await expectReader(channel, memberId);
			expectPlace(channel, await placeOf(channel, shownIn), true);
			const hidden = new Set<string>();
			for (const threadId of threadsOf(summary)) {
				if (isOpenThread(client, threadId, channel.facts.id)) continue;
				if (!(await readable(threadId, memberId))) hidden.add(threadId);
			}
			return hidden.size === 0
				? summary
				: without(summary, ({ threadId }) => threadId !== null && hidden.has(threadId));
		},
		async forEverybody(summary, shownIn) {
			if (summary.privateThreads > 0) throw new UserError('error.private-threads', {});
			const channel = await findChannel(client, summary.range.channelId);
			await expectReader(channel, null);
			expectPlace(channel, await placeOf(channel, shownIn), false);
			const changed = await changedLines(client.rest, summary.summary, channel.facts.id);
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

/** The least id that may be wanted. */
function floorOf({ range: { since, fromMessageId } }: ReadingRequest): string {
	if (fromMessageId !== null) return fromMessageId;
	return since === null ? '0' : idOf(since);
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
