import { ChannelType, MessageType } from 'discord-api-types/v10';
import { isThread } from './channel-kinds.js';
import { answerTo, blankMessage, referenceTo, writeMessage } from './compose.js';
import type { Hub } from './hub.js';
import { toUploaded } from './uploads.js';
import type { GuildData, PostedData } from './world-data.js';
import type { Channel, Message } from './world.js';

/** Puts the messages that a guild begins with into its channels. */
export function postFirstMessages(hub: Hub, guild: GuildData): void {
	// the message that a thread was begun from stands in its channel
	const channels = [...guild.channels].sort((a, b) => Number(isThread(a.type)) - Number(isThread(b.type)));
	for (const { id, messages = [] } of channels) {
		hub.world.messageLists.add(id, writeMessages(hub, hub.world.channel(id), messages));
		joinAuthors(hub, id);
	}
}

/**
 * The messages that this data describes, in its order. They are for the caller to post.
 * @throws {Error} If one answers a place that is not before its own.
 */
export function writeMessages(hub: Hub, channel: Channel, list: readonly PostedData[]): Message[] {
	const written: Message[] = [];
	for (const data of list) written.push(write(hub, channel, data, written));
	return written;
}

function write(hub: Hub, channel: Channel, data: PostedData, before: readonly Message[]): Message {
	const { authorId, content = '', at, replyTo, pingReply = true, editedAt, reactions = [], attachments = [] } = data;
	const replied = repliedBy(hub, channel, replyTo, before);
	const type = data.type ?? (replyTo === undefined ? MessageType.Default : MessageType.Reply);
	const base: Message = {
		...blankMessage(hub, { channelId: channel.id, authorId, type, at }),
		id: data.id ?? hub.idAt(at),
		...referenceOf(hub, channel, type, replied ?? replyTo),
		...(data.pinned && { pinned: true }),
		...(editedAt !== undefined && { edited_timestamp: new Date(editedAt).toISOString() }),
		...data.more,
	};
	const files = attachments.map(toUploaded);
	// an answer to an interaction mentions nobody when it is replied to
	const pinged = pingReply && type === MessageType.Reply && replied && !replied.webhook_id ? replied : undefined;
	const isBlank = content.trim() === '' && files.length === 0;
	const message = isBlank ? base : writeMessage(hub, { base, form: { content }, files, replied: pinged });
	return reactions.length > 0 ? hub.world.withReactions(message, reactions) : message;
}

function repliedBy(
	hub: Hub,
	channel: Channel,
	replyTo: number | string | undefined,
	before: readonly Message[],
): Message | undefined {
	if (typeof replyTo === 'number') {
		const replied = before[replyTo];
		if (replied) return replied;
		throw new Error(`Expected replyTo to be a place below ${before.length}, got ${replyTo}.`);
	}
	if (replyTo === undefined) return undefined;
	return before.find(({ id }) => id === replyTo) ?? hub.world.message(channel.id, replyTo);
}

/** What a message says of the one that it answers, pins, or begins a thread with: the message, or its id if it is gone. */
function referenceOf(
	hub: Hub,
	channel: Channel,
	type: MessageType,
	replied: Message | number | string | undefined,
): Partial<Message> {
	if (type === MessageType.ThreadStarterMessage && channel.data.parentId !== undefined) {
		const parent = hub.world.channel(channel.data.parentId);
		const starter = hub.world.message(parent.id, channel.id) ?? null;
		return { ...referenceTo(parent, channel.id), referenced_message: starter };
	}
	if (typeof replied === 'object') {
		return type === MessageType.Reply ? answerTo(channel, replied) : referenceTo(channel, replied.id);
	}
	return typeof replied === 'string' ? { ...referenceTo(channel, replied), referenced_message: null } : {};
}

/** Whoever writes in a public thread is in it. */
function joinAuthors(hub: Hub, channelId: string): void {
	const { data } = hub.world.channel(channelId);
	if (!isThread(data.type) || data.type === ChannelType.PrivateThread) return;
	const ids = new Set([...(data.memberIds ?? []), ...hub.world.messages(channelId).map((one) => one.author.id)]);
	hub.world.editChannel(channelId, { memberIds: [...ids] });
}
