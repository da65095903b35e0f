import type { Hono } from 'hono';
import { ChannelType, MessageType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { ApiError, invalidForm, refused, unknown } from '../api-error.js';
import { answerTo, blankMessage, writeMessage } from '../compose.js';
import { houseProblems } from '../limits/house-rules.js';
import type { Hub } from '../hub.js';
import { readMessage, type MessageForm } from '../limits/messages.js';
import { isTextual, isThread } from '../channel-kinds.js';
import { shownToApplication } from '../message-content.js';
import { pageOf } from '../message-pages.js';
import { has, mayRead } from '../permissions.js';
import { change, post, remove } from '../posting.js';
import { found, idIn, idInQuery, numberIn, type RestContext, type RestEnv } from '../rest-env.js';
import { setArchived } from '../threads.js';
import { channelOf } from './guilds.js';
import type { Channel, Message } from '../world.js';

/** How long Discord remembers a nonce; its documentation says "a few minutes". */
const NONCE_MS = 5 * 60 * 1000;

/** The channel of the path, whose messages the application may read. @throws {ApiError} 10003, 50001 or 50008 */
function readable(hub: Hub, c: RestContext): Channel {
	const channel = channelOf(hub, c);
	if (!isTextual(channel.data.type)) throw refused.notTextual();
	if (!mayRead(hub.world.permissions(hub.world.bot.id, channel.id), channel.data.type)) throw refused.access();
	return channel;
}

/** A message that the application can see: ephemeral ones are reached through their interaction only. */
function messageOf(hub: Hub, c: RestContext): Message {
	const channel = readable(hub, c);
	const message = found(hub.world.message(channel.id, idIn(c, 'message')), unknown.message);
	if (hub.world.visibleTo(message.id) !== null) throw unknown.message();
	return message;
}

/** @throws {ApiError} 50007, 50013, 50278 or 160005 */
function checkMaySend(hub: Hub, channel: Channel, form: MessageForm, fileCount: number): void {
	const { type, locked } = channel.data;
	const may = hub.world.permissions(hub.world.bot.id, channel.id);
	if (type === ChannelType.DM) checkMayMessage(hub, channel);
	if (locked && !has(may, Allow.ManageThreads)) throw refused.locked();
	const wanted = [
		isThread(type) ? Allow.SendMessagesInThreads : Allow.SendMessages,
		form.embeds?.length ? Allow.EmbedLinks : 0n,
		fileCount > 0 ? Allow.AttachFiles : 0n,
	];
	if (!wanted.every((one) => has(may, one))) throw refused.permissions();
}

/** Whether the person takes the application's direct messages. @throws {ApiError} 50007 or 50278 */
function checkMayMessage({ world }: Hub, { recipients: [userId = ''] }: Channel): void {
	const isMember = [...world.guilds.values()].some(
		(guild) => guild.hasBot && guild.members.some((one) => one.userId === userId),
	);
	if (!isMember && !world.userInstalls.has(userId)) throw refused.noMutualGuilds();
	const { bot = false, takesDirectMessages = true } = world.user(userId);
	if (bot || !takesDirectMessages) throw refused.directMessages();
}

/** What was sent already with a nonce that is not to be used twice, within Discord's "past few minutes". */
function sentBefore(hub: Hub, channel: Channel, { nonce, enforce_nonce }: MessageForm): Message | undefined {
	if (!enforce_nonce || nonce === undefined || nonce === null) return undefined;
	const since = hub.now() - NONCE_MS;
	return hub.world
		.messages(channel.id)
		.findLast((one) => one.nonce === nonce && one.author.id === hub.world.bot.id && Date.parse(one.timestamp) >= since);
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
	const [before, after, around] = ['before', 'after', 'around'].map((key) => idInQuery(c, key));
	if ([before, after, around].filter((one) => one !== undefined).length > 1) {
		throw new ApiError(400, 50035, 'Invalid Form Body: at most one of before, after and around.');
	}
	// without the permission Discord shows none, rather than refusing
	if (!has(hub.world.permissions(hub.world.bot.id, channel.id), Allow.ReadMessageHistory)) return [];
	const all = hub.world.messages(channel.id).filter((one) => hub.world.visibleTo(one.id) === null);
	return pageOf(all, { limit, before, after, around });
}

/** Messages of channels: list, read, create, edit, delete. */
export function addMessageRoutes(app: Hono<RestEnv>, hub: Hub): void {
	app.get('/channels/:channel/messages', (c) => {
		const messages = page(hub, c, readable(hub, c));
		return c.json(messages.map((one) => shownToApplication(hub, one)));
	});
	app.get('/channels/:channel/messages/:message', (c) => {
		const { id } = readable(hub, c);
		if (!has(hub.world.permissions(hub.world.bot.id, id), Allow.ReadMessageHistory)) throw refused.access();
		return c.json(shownToApplication(hub, messageOf(hub, c)));
	});
	app.post('/channels/:channel/messages', (c) => {
		const channel = readable(hub, c);
		const files = c.get('files');
		const names = files.map((file) => file.name);
		const form = readMessage(c.get('json'), { sending: 'create', flags: 0, attachments: [], files: names, at: [] });
		checkMaySend(hub, channel, form, files.length);
		const known = sentBefore(hub, channel, form);
		if (known) return c.json(shownToApplication(hub, known));
		const replied = repliedBy(hub, channel, form);
		const base = blankMessage(hub, {
			channelId: channel.id,
			authorId: hub.world.bot.id,
			type: replied ? MessageType.Reply : MessageType.Default,
			...(replied && { extra: answerTo(channel, replied) }),
		});
		const message = writeMessage(hub, { base, form, files, replied });
		c.get('house').push(...houseProblems(form));
		if (channel.data.archived) setArchived(hub, channel.id, false);
		post(hub, message, null);
		return c.json(shownToApplication(hub, message));
	});
	app.patch('/channels/:channel/messages/:message', (c) => {
		const base = messageOf(hub, c);
		if (base.author.id !== hub.world.bot.id) throw refused.otherAuthor();
		if (hub.world.channel(base.channel_id).data.archived) throw refused.archived();
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
