import { InteractionContextType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import type { Hub } from '../hub.js';
import { TYPE_OF, type InteractionState } from './state.js';
import { channelPayload } from '../payloads/channels.js';
import { memberPayload, userPayload } from '../payloads/people.js';
import { EXTERNAL_APP_PERMISSIONS, has, PRIVATE_PERMISSIONS } from '../permissions.js';
import { MAX_FILE_BYTES } from '../uploads.js';
import type { Channel } from '../world.js';

/** Where an interaction takes place: a guild, the direct message with the bot, or another private channel. */
export function contextOf(hub: Hub, channel: Channel): InteractionContextType {
	if (channel.guildId !== null) return InteractionContextType.Guild;
	return hub.world.botIsIn(channel) ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

/**
 * Who let the application in here, by kind of installation: the guild (0; "0" in its direct messages) or the
 * person (1). Empty: nobody did.
 */
export function ownersIn(
	hub: Hub,
	userId: string,
	channel: Channel,
	integrationTypes: readonly number[],
): Record<string, string> {
	const byGuild = hub.world.botIsIn(channel) && integrationTypes.includes(0);
	const byPerson = hub.world.userInstalls.has(userId) && integrationTypes.includes(1);
	return { ...(byGuild && { '0': channel.guildId ?? '0' }), ...(byPerson && { '1': userId }) };
}

/** Whether what the application says here must stay between it and the person. */
export function mustBeEphemeral(
	hub: Hub,
	userId: string,
	channel: Channel,
	owners: Readonly<Record<string, string>>,
): boolean {
	const isGuest = channel.guildId !== null && !('0' in owners);
	return isGuest && !has(hub.world.permissions(userId, channel.id), Allow.UseExternalApps);
}

/** What Discord tells of a channel of a guild in interactions (receiving-and-responding.mdx, Resolved Data Structure). */
const PARTIAL_FIELDS = [
	...['id', 'name', 'type', 'last_message_id', 'last_pin_timestamp', 'nsfw', 'parent_id', 'guild_id', 'flags'],
	...['rate_limit_per_user', 'topic', 'position', 'thread_metadata'],
];

/** A channel as it stands in an interaction, with what the person may do there. */
export function partialChannel(hub: Hub, userId: string, channel: Channel): object {
	const permissions = String(hub.world.permissions(userId, channel.id));
	const fields = Object.entries(channelPayload(hub.world, channel));
	const told = fields.filter(([name]) => channel.guildId === null || PARTIAL_FIELDS.includes(name));
	return { ...Object.fromEntries(told), permissions };
}

/** A channel that the person chose, with what the application may do there if it is a member. */
export function chosenChannel(hub: Hub, userId: string, channel: Channel): object {
	const may = String(applicationPermissions(hub, channel));
	return { ...partialChannel(hub, userId, channel), ...(hub.world.botIsIn(channel) && { app_permissions: may }) };
}

/** What the application may do in a channel. */
export function applicationPermissions(hub: Hub, channel: Channel): bigint {
	if (hub.world.botIsIn(channel)) return hub.world.permissions(hub.world.bot.id, channel.id);
	return channel.guildId === null ? PRIVATE_PERMISSIONS : EXTERNAL_APP_PERMISSIONS;
}

/** The person, as a member with permissions or, outside of guilds, as a user. */
function person(hub: Hub, userId: string, channel: Channel): object {
	const user = userPayload(hub.world.user(userId));
	if (channel.guildId === null) return { user };
	const guild = hub.world.guild(channel.guildId);
	const member = guild.members.find((one) => one.userId === userId) ?? { userId };
	const permissions = String(hub.world.permissions(userId, channel.id));
	return {
		member: { ...memberPayload(guild, member), user, permissions },
		guild_id: guild.id,
		guild: { id: guild.id, locale: guild.locale ?? 'en-US', features: [] },
		guild_locale: guild.locale ?? 'en-US',
	};
}

/** The data of INTERACTION_CREATE. */
export function interactionPayload(hub: Hub, interaction: InteractionState, locale: string, data: object): object {
	const { facts } = interaction;
	const channel = hub.world.channel(facts.channelId);
	return {
		id: facts.id,
		application_id: hub.world.applicationId,
		type: TYPE_OF[facts.kind],
		token: facts.token,
		version: 1,
		data,
		channel_id: channel.id,
		channel: partialChannel(hub, facts.userId, channel),
		...person(hub, facts.userId, channel),
		...(facts.message && { message: facts.message }),
		locale,
		app_permissions: String(applicationPermissions(hub, channel)),
		entitlements: [],
		authorizing_integration_owners: facts.owners,
		context: contextOf(hub, channel),
		attachment_size_limit: MAX_FILE_BYTES,
	};
}
