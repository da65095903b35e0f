import type { Hono } from 'hono';
import { ChannelType, MessageReferenceType, MessageType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { ApiError, invalidForm, refused, unknown } from '../api-error.js';
import { blankMessage, writeMessage } from '../compose.js';
import { houseProblems } from '../limits/house-rules.js';
import type { Hub } from '../hub.js';
import { readMessage, type MessageForm } from '../limits/messages.js';
import { has, isThread } from '../permissions.js';
import { change, post, remove, shownToApplication } from '../posting.js';
import { found, idIn, numberIn, type RestContext, type RestEnv } from '../rest-env.js';
import { channelOf } from './guilds.js';
import type { Channel, Message } from '../world.js';

/** A message that the application can see: ephemeral ones are reached through their interaction only. */
function messageOf(hub: Hub, c: RestContext): Message {
	const channel = channelOf(hub, c);
	const message = found(hub.world.message(channel.id, idIn(c, 'message')), unknown.message);
	if (hub.world.visibleTo(message.id) !== null) throw unknown.message();
	return message;
}

/** @throws {ApiError} 50008, 50083 or 50013 */
function checkMaySend(hub: Hub, channel: Channel, form: MessageForm, fileCount: number): void {
	const { type, archived } = channel.data;
	if (type === ChannelType.GuildForum || type === ChannelType.GuildCategory) {
		throw new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
	}
	if (archived) throw new ApiError(400, 50083, 'Tried to perform an operation on an archived thread');
	const may = hub.world.permissions(hub.world.bot.id, channel.id);
	const wanted = [
		isThread(type) ? Allow.SendMessagesInThreads : Allow.SendMessages,
		form.embeds?.length ? Allow.EmbedLinks : 0n,
		fileCount > 0 ? Allow.AttachFiles : 0n,
	];
	if (!wanted.every((one) => has(may, one))) throw refused.permissions();
}

/** The message that a new one answers. @throws {ApiError} 50035 or 160002 */
function repliedBy(hub: Hub, channel: Channel, form: MessageForm): Message | undefined {
	const reference = form.message_reference;
	if (!reference) return undefined;
	const replied = hub.world.message(channel.id, reference.message_id);
	if (replied && hub.world.visibleTo(replied.id) === null) {
		if (has(hub.world.permissions(hub.world.bot.id, channel.id), Allow.ReadMessageHistory)) return replied;
		throw new ApiError(400, 160_002, 'Cannot reply without permission to read message history');
	}
	if (reference.fail_if_not_exists === false) return undefined;
	throw invalidForm([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}

/** A page of messages, newest first, as the query asks. */
function page(hub: Hub, c: RestContext, channel: Channel): readonly Message[] {
	const limit = numberIn(c, 'limit', 50, 1, 100);
	const asked = ['before', 'after', 'around'].filter((key) => c.req.query(key) !== undefined);
	if (asked.length > 1) {
		throw new ApiError(400, 50035, 'Invalid Form Body: at most one of before, after and around.');
	}
	// without the permission Discord shows none, rather than refusing
	if (!has(hub.world.permissions(hub.world.bot.id, channel.id), Allow.ReadMessageHistory)) return [];
	const all = hub.world.messages(channel.id).filter((one) => hub.world.visibleTo(one.id) === null);
	const from = (key: string) => BigInt(c.req.query(key) ?? 0);
	const older = all.filter((one) => BigInt(one.id) < from('before'));
	const newer = all.filter((one) => BigInt(one.id) > from('after'));
	if (asked[0] === 'before') return older.slice(-limit).reverse();
	if (asked[0] === 'after') return newer.slice(0, limit).reverse();
	if (asked[0] === 'around') {
		const middle = all.findIndex((one) => BigInt(one.id) >= from('around'));
		const start = Math.max(0, (middle < 0 ? all.length : middle) - Math.floor(limit / 2));
		return all.slice(start, start + limit).reverse();
	}
	return all.slice(-limit).reverse();
}

/** Messages of channels: list, read, create, edit, delete. */
export function addMessageRoutes(app: Hono<RestEnv>, hub: Hub): void {
	app.get('/channels/:channel/messages', (c) => {
		const messages = page(hub, c, channelOf(hub, c));
		return c.json(messages.map((one) => shownToApplication(hub, one)));
	});
	app.get('/channels/:channel/messages/:message', (c) => c.json(shownToApplication(hub, messageOf(hub, c))));
	app.post('/channels/:channel/messages', (c) => {
		const channel = channelOf(hub, c);
		const files = c.get('files');
		const names = files.map((file) => file.name);
		const form = readMessage(c.get('json'), { sending: 'create', flags: 0, attachments: [], files: names, at: [] });
		checkMaySend(hub, channel, form, files.length);
		const replied = repliedBy(hub, channel, form);
		const base = blankMessage(hub, {
			channelId: channel.id,
			authorId: hub.world.bot.id,
			type: replied ? MessageType.Reply : MessageType.Default,
			...(replied && { extra: referenceTo(channel, replied) }),
		});
		const message = writeMessage(hub, { base, form, files, replied });
		c.get('house').push(...houseProblems(form));
		post(hub, message, null);
		return c.json(shownToApplication(hub, message));
	});
	app.patch('/channels/:channel/messages/:message', (c) => {
		const base = messageOf(hub, c);
		if (base.author.id !== hub.world.bot.id) throw refused.otherAuthor();
		const files = c.get('files');
		const names = files.map((file) => file.name);
		const { attachments, flags = 0 } = base;
		const form = readMessage(c.get('json'), { sending: 'edit', flags, attachments, files: names, at: [] });
		const written = writeMessage(hub, { base, form, files });
		c.get('house').push(...houseProblems(form));
		const message = { ...written, edited_timestamp: new Date(hub.now()).toISOString() };
		change(hub, message);
		return c.json(message);
	});
	app.delete('/channels/:channel/messages/:message', (c) => {
		const message = messageOf(hub, c);
		const may = hub.world.permissions(hub.world.bot.id, message.channel_id);
		if (message.author.id !== hub.world.bot.id && !has(may, Allow.ManageMessages)) throw refused.permissions();
		remove(hub, message);
		return c.body(null, 204);
	});
}

/** What a message that answers another carries of it. */
export function referenceTo(channel: Channel, replied: Message): Partial<Message> {
	return {
		message_reference: {
			type: MessageReferenceType.Default,
			channel_id: channel.id,
			message_id: replied.id,
			...(channel.guildId !== null && { guild_id: channel.guildId }),
		},
		// one level deep
		referenced_message: { ...replied, referenced_message: null },
	};
}
