import { ChannelFlags, ChannelType, MessageType, PermissionFlagsBits, type APIUser } from 'discord-api-types/v10';
import { isForum, isThread, isVoice } from '../channel-kinds.js';
import { threadMembers } from '../permissions.js';
import { snowflakeTime } from '../snowflake.js';
import type { ChannelData } from '../world-data.js';
import type { WorldState } from '../world-state.js';
import type { Channel, Message } from '../world.js';
import { userPayload } from './people.js';
import { archivedAt, threadMemberPayload } from './threads.js';

/** Any channel, as Discord sends it. */
export type ChannelPayload = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: number };

function recipients(world: WorldState, channel: Channel): APIUser[] {
	return channel.recipients.map((id) => userPayload(world.user(id)));
}

/** The channel in full; `position` among the channels of its guild. */
export function channelPayload(world: WorldState, channel: Channel): ChannelPayload {
	const { data, guildId } = channel;
	const common = { id: data.id, type: data.type, flags: 0, last_message_id: world.messageLists.sent(data.id).lastId };
	if (guildId === null) {
		const group = { name: data.name, icon: null, owner_id: channel.recipients[0] };
		return {
			...common,
			recipients: recipients(world, channel),
			...(data.type === ChannelType.GroupDM && group),
		};
	}
	const inGuild = {
		...common,
		guild_id: guildId,
		name: data.name,
		parent_id: data.parentId ?? null,
		rate_limit_per_user: 0,
	};
	if (isThread(data.type)) return { ...inGuild, ...threadFields(world, guildId, data) };
	return {
		...inGuild,
		topic: data.topic ?? null,
		position: world.guild(guildId).channels.findIndex((one) => one.id === data.id),
		nsfw: data.nsfw ?? false,
		permission_overwrites: (data.overwrites ?? []).map((one) => ({
			id: one.id,
			type: one.type,
			allow: String(one.allow ?? 0n),
			deny: String(one.deny ?? 0n),
		})),
		...(isForum(data.type) && {
			available_tags: [],
			default_reaction_emoji: null,
			default_sort_order: null,
			default_forum_layout: 0,
		}),
		...(isVoice(data.type) && { bitrate: 64_000, user_limit: 0, rtc_region: null }),
	};
}

/** What Discord's own word for a channel is where the application may not see which. */
const HIDDEN_NAME = '___hidden___';

/** A channel of a guild as the gateway sends it: of one that the application does not see, only that it is there. */
export function gatewayChannel(world: WorldState, channel: Channel): ChannelPayload {
	const whole = channelPayload(world, channel);
	if (channel.guildId === null || world.sees(world.bot.id, channel.id)) return whole;
	const deny = String(PermissionFlagsBits.ViewChannel);
	const { id, type, position, parent_id } = whole;
	return {
		id,
		type,
		position,
		parent_id,
		guild_id: channel.guildId,
		name: HIDDEN_NAME,
		flags: ChannelFlags.ChannelObfuscated,
		topic: null,
		last_message_id: null,
		rate_limit_per_user: 0,
		nsfw: false,
		permission_overwrites: [{ id: channel.guildId, type: 0, allow: '0', deny }],
	};
}

function threadFields(world: WorldState, guildId: string, data: ChannelData): object {
	const guild = world.guild(guildId);
	const members = threadMembers(guild, data);
	const began = new Date(snowflakeTime(data.id)).toISOString();
	// the message that the thread was begun from does not count
	const messages = world.messages(data.id).filter((one) => world.visibleTo(one.id) === null);
	const isFirst = ({ id, type }: Message) => id === data.id || type === MessageType.ThreadStarterMessage;
	const first = messages.filter(isFirst).length;
	return {
		owner_id: data.ownerId ?? guild.ownerId,
		message_count: messages.length - first,
		// Discord stops counting there
		member_count: Math.min(members.length, 50),
		total_message_sent: world.messageLists.sent(data.id).count - first,
		thread_metadata: {
			archived: data.archived ?? false,
			archive_timestamp: new Date(archivedAt(data)).toISOString(),
			auto_archive_duration: 4320,
			locked: data.locked ?? false,
			create_timestamp: began,
			...(data.type === ChannelType.PrivateThread && { invitable: true }),
		},
		...(members.includes(world.bot.id) && { member: threadMemberPayload(data.id, world.bot.id) }),
	};
}
