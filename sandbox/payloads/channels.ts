import { ChannelType, type APIUser } from 'discord-api-types/v10';
import { isThread } from '../permissions.js';
import { snowflakeTime } from '../snowflake.js';
import { userPayload } from './people.js';
import type { Channel } from '../world.js';
import type { WorldState } from '../world-state.js';

/** Any channel, as Discord sends it. */
export type ChannelPayload = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: number };

function recipients(world: WorldState, channel: Channel): APIUser[] {
	return channel.recipients.map((id) => userPayload(world.user(id)));
}

/** The channel in full; `position` among the channels of its guild. */
export function channelPayload(world: WorldState, channel: Channel): ChannelPayload {
	const { data } = channel;
	const messages = world.messages(channel.id);
	const common = { id: data.id, type: data.type, flags: 0, last_message_id: messages.at(-1)?.id ?? null };
	if (channel.guildId === null) {
		const group = { name: data.name, icon: null, owner_id: channel.recipients[0] };
		return {
			...common,
			recipients: recipients(world, channel),
			...(data.type === ChannelType.GroupDM && group),
		};
	}
	const inGuild = {
		...common,
		guild_id: channel.guildId,
		name: data.name,
		parent_id: data.parentId ?? null,
		rate_limit_per_user: 0,
	};
	if (isThread(data.type)) {
		return {
			...inGuild,
			owner_id: data.ownerId ?? world.guild(channel.guildId).ownerId,
			message_count: messages.length,
			member_count: 1,
			total_message_sent: messages.length,
			thread_metadata: {
				archived: data.archived ?? false,
				archive_timestamp: new Date(snowflakeTime(data.id)).toISOString(),
				auto_archive_duration: 4320,
				locked: false,
				create_timestamp: new Date(snowflakeTime(data.id)).toISOString(),
			},
		};
	}
	return {
		...inGuild,
		topic: data.topic ?? null,
		position: world.guild(channel.guildId).channels.findIndex((one) => one.id === data.id),
		nsfw: data.nsfw ?? false,
		permission_overwrites: (data.overwrites ?? []).map((one) => ({
			id: one.id,
			type: one.type,
			allow: String(one.allow ?? 0n),
			deny: String(one.deny ?? 0n),
		})),
		...(data.type === ChannelType.GuildForum && {
			available_tags: [],
			default_reaction_emoji: null,
			default_sort_order: null,
			default_forum_layout: 0,
		}),
	};
}
