import {
	ChannelType,
	DiscordAPIError,
	PermissionFlagsBits,
	RESTJSONErrorCodes,
	type Message,
	type OmitPartialGroupDMChannel,
} from 'discord.js';
import { answer, beginningOf } from '../commands/ask.js';
import type { Context } from '../commands/command.js';
import type { Reply } from '../commands/reply.js';
import { UserError } from '../commands/user-error.js';
import { localeOfMessage } from './context.js';
import { parseCustomId } from './custom-id.js';
import { failureReply } from './failure.js';
import type { Parts } from './parts.js';
import { sendReply, type Payload } from './send.js';

type Asked = OmitPartialGroupDMChannel<Message>;

/**
 * Answers a message that mentions the bot, a reply to one of its messages, and whatever is said to it alone. Discord shows the text of
 * exactly these without the privileged intent. Never rejects.
 */
export function createMessageHandler(parts: Parts): (message: Asked) => Promise<void> {
	return async (message) => {
		try {
			await answerMessage(message, parts);
		} catch (error) {
			parts.log.error('a message could not be answered', error, { message: message.id, guild: message.guildId });
		}
	};
}

async function answerMessage(message: Asked, parts: Parts): Promise<void> {
	const { services, limits, log, isStopping } = parts;
	if (message.author.bot || message.system || !isForBot(message)) return;
	const context = contextOf(message, parts);
	if (!context.settings.mentions || !maySpeak(message)) return;
	void message.channel.sendTyping().catch(() => undefined); // a sign of life, and no more
	const fields = { message: message.id, guild: message.guildId };
	const reply = await (async (): Promise<Reply> => {
		if (isStopping()) throw new UserError('error.restarting', {});
		await limits.expect('question', context.place, context.memberId);
		const question = questionIn(message);
		if (question === '') throw new UserError('error.mention-empty', {});
		const after = await answerRepliedTo(message);
		return answer(services, question, context, { isPrivate: false, after });
	})().catch((error: unknown) => failureReply(error, log, fields));
	// a channel is no place to be told again and again
	if (isSlowDown(reply) && !(await limits.mayTell(context.memberId))) return;
	await sendReply(reply, { ...context, log }, (payload) => say(message, payload));
}

/** As a reply, or below it where the bot may not read what it would reply to. Sent twice, a message with the same nonce is one message. */
async function say(message: Asked, payload: Payload): Promise<unknown> {
	const once = { nonce: message.id, enforceNonce: true };
	try {
		return await message.reply({ ...payload, ...once, failIfNotExists: false });
	} catch (error) {
		if (!isReplyRefused(error)) throw error;
		return await message.channel.send({ ...payload, ...once });
	}
}

function isReplyRefused(error: unknown): boolean {
	const codes: unknown[] = [
		RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
		RESTJSONErrorCodes.MissingPermissions,
	];
	return error instanceof DiscordAPIError && codes.includes(error.code);
}

function isSlowDown(reply: Reply): boolean {
	return reply.kind === 'refused' && reply.error.key.startsWith('error.slow-down');
}

function isForBot(message: Asked): boolean {
	if (message.channel.type === ChannelType.DM) return true;
	return message.mentions.has(message.client.user, { ignoreEveryone: true, ignoreRoles: true });
}

/** Members who asked elsewhere see why a bot is silent; one that may not write cannot say so. */
function maySpeak({ channel, client }: Asked): boolean {
	if (channel.type === ChannelType.DM) return true;
	const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
	return channel.permissionsFor(client.user)?.has([PermissionFlagsBits.ViewChannel, send]) ?? false;
}

function questionIn({ content, client }: Asked): string {
	const mention = new RegExp(`<@!?${client.user.id}>`, 'g');
	return beginningOf(content.replace(mention, ' ').replace(/\s+/g, ' ').trim());
}

/** The answer under the message that this one replies to: its buttons name it. */
async function answerRepliedTo(message: Asked): Promise<string | null> {
	if (message.reference?.messageId === undefined) return null;
	// a message that is gone, or that the bot may not read, is no context
	const repliedTo = await message.fetchReference().catch(() => undefined);
	if (repliedTo?.author.id !== message.client.user.id) return null;
	return answerIdOf(repliedTo);
}

function answerIdOf({ components }: Message): string | null {
	const ids = JSON.stringify(components.map((component) => component.toJSON())).matchAll(/"custom_id":"([^"]+)"/g);
	for (const [, id = ''] of ids) {
		const action = parseCustomId(id)?.action;
		if (action !== undefined && 'answerId' in action) return action.answerId;
	}
	return null;
}

function contextOf(message: Asked, { services }: Parts): Context {
	const place = { guildId: message.guildId, channelId: message.channelId };
	const settings = services.settings.of(place.guildId);
	return {
		locale: localeOfMessage(settings, message.content, message.guild?.preferredLocale ?? 'en-US'),
		place,
		memberId: message.author.id,
		callId: message.id,
		settings,
		canManage: false,
		canModerate: false,
	};
}
