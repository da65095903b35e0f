import {
	ChannelType,
	DiscordAPIError,
	RESTJSONErrorCodes,
	type Channel,
	type Client,
	type Guild,
	type GuildBasedChannel,
	type GuildMember,
	type NonThreadGuildBasedChannel,
} from 'discord.js';
import { UserError } from '../../commands/user-error.js';
import { isThreadMember } from './sources.js';
import type { ChannelFacts, CommonStanding, Standing } from './rights.js';

/** A channel of a server as it is at this moment. */
export interface FoundChannel {
	readonly facts: ChannelFacts;
	readonly guild: Guild;
	/** What its rules are read from: of a thread, its parent. */
	readonly ruledBy: NonThreadGuildBasedChannel;
}

/**
 * Asks Discord for a channel, and for a thread's parent.
 *
 * @throws {UserError} If it is gone, Quoth may not see it, or it is of no server.
 */
export async function findChannel(client: Client<true>, channelId: string): Promise<FoundChannel> {
	const channel = await fetchChannel(client, channelId);
	const ruledBy = channel.isThread() ? await parentOf(client, channel.parentId, channelId) : channel;
	return {
		guild: channel.guild,
		ruledBy,
		facts: {
			id: channel.id,
			type: channel.type,
			parentId: channel.isThread() ? ruledBy.id : null,
			isAgeRestricted: 'nsfw' in ruledBy && ruledBy.nsfw,
		},
	};
}

/** As {@link findChannel}, of where something is shown: `undefined` for direct messages, where nothing is age-restricted. */
export async function findPlace(client: Client<true>, channelId: string): Promise<FoundChannel | undefined> {
	const known = client.channels.cache.get(channelId);
	if (known?.type === ChannelType.DM) return undefined;
	return findChannel(client, channelId);
}

/** How a member stands to a channel now; `undefined` of somebody who is not in the server. */
export async function standingOf(
	client: Client<true>,
	{ facts, guild, ruledBy }: FoundChannel,
	memberId: string,
): Promise<Standing | undefined> {
	const member = await fetchMember(guild, memberId);
	if (member === undefined) return undefined;
	const isPrivate = facts.type === ChannelType.PrivateThread;
	return {
		permissions: ruledBy.permissionsFor(member),
		isThreadMember: isPrivate && (await isThreadMember(client.rest, facts.id, memberId)),
	};
}

/** How everybody of the server stands to it. */
export function commonStandingOf({ guild, ruledBy }: FoundChannel): CommonStanding {
	return {
		permissions: ruledBy.permissionsFor(guild.roles.everyone),
		denied: ruledBy.permissionOverwrites.cache.filter(({ id }) => id !== guild.id).map(({ deny }) => deny),
	};
}

async function fetchChannel(client: Client<true>, channelId: string): Promise<GuildBasedChannel> {
	let channel: Channel | null;
	try {
		channel = await client.channels.fetch(channelId, { force: true });
	} catch (error) {
		if (!(error instanceof DiscordAPIError)) throw error;
		if (error.code === RESTJSONErrorCodes.UnknownChannel) throw new UserError('error.channel-gone', {});
		if (error.code !== RESTJSONErrorCodes.MissingAccess) throw error;
		throw new UserError('error.bot-cannot-see', { channel: `<#${channelId}>` });
	}
	if (channel === null || channel.isDMBased()) throw new UserError('error.server-only', {});
	return channel;
}

async function parentOf(
	client: Client<true>,
	parentId: string | null,
	threadId: string,
): Promise<NonThreadGuildBasedChannel> {
	const parent = parentId === null ? undefined : await fetchChannel(client, parentId);
	if (parent === undefined || parent.isThread())
		throw new Error(`Expected thread ${threadId} to have a channel, got none`);
	return parent;
}

async function fetchMember(guild: Guild, memberId: string): Promise<GuildMember | undefined> {
	try {
		return await guild.members.fetch({ user: memberId, force: true, cache: false });
	} catch (error) {
		const isGone = error instanceof DiscordAPIError && error.status === 404;
		if (!isGone) throw error;
		return undefined;
	}
}
