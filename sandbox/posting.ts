import { GatewayIntentBits, ReactionType } from 'discord-api-types/v10';
import { isThread } from './channel-kinds.js';
import type { Hub } from './hub.js';
import { withoutContent, withThread } from './message-content.js';
import { memberPayload, userPayload } from './payloads/people.js';
import { mayRead } from './permissions.js';
import { emojiPayload, toggled } from './reactions.js';
import { joinThread } from './threads.js';
import type { Channel, Message } from './world.js';

/** Posts, changes and removes messages: in the world, for those who watch, and for the application. */
export function post(hub: Hub, message: Message, visibleTo: string | null): void {
	hub.world.messageLists.add(message.channel_id, [message], visibleTo);
	if (visibleTo === null) joinAsAuthor(hub, message);
	hub.emit({ kind: 'message-created', message, visibleTo });
	tell(hub, 'MESSAGE_CREATE', message);
}

export function change(hub: Hub, message: Message): void {
	hub.world.messageLists.replace(message);
	hub.emit({ kind: 'message-updated', message, visibleTo: hub.world.visibleTo(message.id) });
	tell(hub, 'MESSAGE_UPDATE', message);
}

export function remove(hub: Hub, message: Message): void {
	const { id, channel_id: channelId } = message;
	const visibleTo = hub.world.visibleTo(id);
	forget(hub, message);
	const channel = hub.world.channel(channelId);
	if (visibleTo !== null || !hears(hub, channel)) return;
	const data = { id, ...placeFields(channel) };
	hub.dispatch({ name: 'MESSAGE_DELETE', data, guildId: channel.guildId, intent: messageIntent(channel) });
}

/** Removes several messages of one channel at once, as moderators do. */
export function removeTogether(hub: Hub, channel: Channel, messages: readonly Message[]): void {
	for (const message of messages) forget(hub, message);
	if (!hears(hub, channel)) return;
	const data = { ids: messages.map(({ id }) => id), ...placeFields(channel) };
	hub.dispatch({ name: 'MESSAGE_DELETE_BULK', data, guildId: channel.guildId, intent: messageIntent(channel) });
}

/** Adds somebody's reaction to a message, or takes it back. */
export function react(hub: Hub, before: Message, emoji: string, userId: string): Message {
	const { world } = hub;
	const reactions = toggled(world.reactions(before.id), emoji, userId);
	const message = world.withReactions(before, reactions);
	world.messageLists.replace(message);
	hub.emit({ kind: 'message-updated', message, visibleTo: world.visibleTo(message.id) });
	const channel = world.channel(message.channel_id);
	if (!hears(hub, channel)) return message;
	const added = reactions.some((one) => one.emoji === emoji && one.userIds.includes(userId));
	const member = channel.guildId === null ? undefined : memberOf(hub, channel.guildId, userId);
	hub.dispatch({
		name: added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
		data: {
			user_id: userId,
			message_id: message.id,
			...placeFields(channel),
			emoji: emojiPayload(emoji),
			burst: false,
			type: ReactionType.Normal,
			...(added && { message_author_id: message.author.id, ...(member && { member }) }),
		},
		guildId: channel.guildId,
		intent:
			channel.guildId === null ? GatewayIntentBits.DirectMessageReactions : GatewayIntentBits.GuildMessageReactions,
	});
	return message;
}

/** Who writes in a thread is in it. */
function joinAsAuthor(hub: Hub, { channel_id: channelId, author }: Message): void {
	const { guildId, data } = hub.world.channel(channelId);
	const isMember = guildId !== null && hub.world.guild(guildId).members.some((one) => one.userId === author.id);
	if (isMember && isThread(data.type)) joinThread(hub, channelId, author.id);
}

function forget(hub: Hub, { id, channel_id: channelId }: Message): void {
	const visibleTo = hub.world.visibleTo(id);
	hub.world.messageLists.remove(channelId, id);
	hub.emit({ kind: 'message-deleted', channelId, messageId: id, visibleTo });
}

/** Whether the application is told of what happens in a channel. */
function hears(hub: Hub, channel: Channel): boolean {
	return hub.world.botIsIn(channel) && mayRead(hub.world.permissions(hub.world.bot.id, channel.id), channel.data.type);
}

function messageIntent(channel: Channel): number {
	return channel.guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function placeFields({ id, guildId }: Channel): object {
	return { channel_id: id, ...(guildId !== null && { guild_id: guildId }) };
}

/** Somebody as a member, with the user; nothing for those who are none. */
function memberOf(hub: Hub, guildId: string, userId: string): object | undefined {
	const guild = hub.world.guild(guildId);
	const member = guild.members.find((one) => one.userId === userId);
	return member && { ...memberPayload(guild, member), user: userPayload(hub.world.user(userId)) };
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
	const whole = withThread(hub, message);
	hub.dispatch({
		name,
		data: { ...whole, ...place },
		stripped: { ...withoutContent(hub, whole), ...place },
		guildId: channel.guildId,
		intent: messageIntent(channel),
	});
}
