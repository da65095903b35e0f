import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Hub } from './hub.js';
import { memberPayload } from './payloads/people.js';
import { has } from './permissions.js';
import type { Channel, Message } from './world.js';

/** Posts, changes and removes messages: in the world, for those who watch, and for the application. */
export function post(hub: Hub, message: Message, visibleTo: string | null): void {
	hub.world.addMessage(message, visibleTo);
	hub.emit({ kind: 'message-created', message, visibleTo });
	tell(hub, 'MESSAGE_CREATE', message);
}

export function change(hub: Hub, message: Message): void {
	hub.world.replaceMessage(message);
	hub.emit({ kind: 'message-updated', message, visibleTo: hub.world.visibleTo(message.id) });
	tell(hub, 'MESSAGE_UPDATE', message);
}

export function remove(hub: Hub, message: Message): void {
	const { id, channel_id: channelId } = message;
	const visibleTo = hub.world.visibleTo(id);
	hub.world.removeMessage(channelId, id);
	hub.emit({ kind: 'message-deleted', channelId, messageId: id, visibleTo });
	const channel = hub.world.channel(channelId);
	if (visibleTo !== null || !hears(hub, channel)) return;
	const data = { id, channel_id: channelId, ...(channel.guildId !== null && { guild_id: channel.guildId }) };
	hub.dispatch({ name: 'MESSAGE_DELETE', data, guildId: channel.guildId, intent: messageIntent(channel) });
}

/**
 * A message as an application without the Message Content intent gets it: no content, embeds, components and
 * attachments, unless it wrote the message, is mentioned in it, or it is a direct message.
 */
export function withoutContent(hub: Hub, message: Message): Message {
	const bot = hub.world.bot.id;
	const isDirect = hub.world.channel(message.channel_id).data.type === ChannelType.DM;
	if (isDirect || message.author.id === bot || message.mentions.some((user) => user.id === bot)) return message;
	const referenced = message.referenced_message;
	return {
		...message,
		content: '',
		embeds: [],
		attachments: [],
		components: [],
		...(referenced && { referenced_message: withoutContent(hub, referenced) }),
	};
}

/** A message as the application gets it over REST. */
export function shownToApplication(hub: Hub, message: Message): Message {
	return hub.messageContentIntent ? message : withoutContent(hub, message);
}

/** Whether the application is told of what happens in a channel. */
function hears(hub: Hub, channel: Channel): boolean {
	const may = hub.world.permissions(hub.world.bot.id, channel.id);
	return hub.world.botIsIn(channel) && has(may, PermissionFlagsBits.ViewChannel);
}

function messageIntent(channel: Channel): number {
	return channel.guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function tell(hub: Hub, name: string, message: Message): void {
	const channel = hub.world.channel(message.channel_id);
	if (hub.world.visibleTo(message.id) !== null || !hears(hub, channel)) return;
	const place: Record<string, unknown> = { channel_type: channel.data.type };
	if (channel.guildId !== null) {
		const guild = hub.world.guild(channel.guildId);
		const member = guild.members.find((one) => one.userId === message.author.id);
		place['guild_id'] = guild.id;
		if (member) place['member'] = memberPayload(guild, member);
	}
	hub.dispatch({
		name,
		data: { ...message, ...place },
		stripped: { ...withoutContent(hub, message), ...place },
		guildId: channel.guildId,
		intent: messageIntent(channel),
	});
}
