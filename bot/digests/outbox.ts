import { createHash } from 'node:crypto';
import {
	DiscordAPIError,
	PermissionFlagsBits,
	RESTJSONErrorCodes,
	SnowflakeUtil,
	type Client,
	type Message,
	type SendableChannels,
} from 'discord.js';
import type { Locale } from '../../commands/messages.js';
import type { Reply } from '../../commands/reply.js';
import type { Settings } from '../../commands/settings.js';
import { UserError } from '../../commands/user-error.js';
import type { Log } from '../log.js';
import { sendReply } from '../send.js';
import { persistently } from '../transport.js';

/** How a message is worded and drawn. */
export interface Wording {
	readonly locale: Locale;
	readonly settings: Settings;
}

/** Sends messages that nobody is waiting for. Sent twice within a few minutes, a message with the same mark is one message. */
export interface Outbox {
	/** @throws {UserError} As {@link Outbox.post}. */
	expectWritable(channelId: string): Promise<void>;
	/** @throws {UserError} Where the channel is gone, or Quoth may not write in it. */
	post(channelId: string, reply: Reply, wording: Wording, mark: string): Promise<void>;
	/** The channel of direct messages with a member; `null` where Discord lets none through. */
	directChannel(memberId: string): Promise<string | null>;
	/** Returns whether Discord let it through: members may keep a server's direct messages from themselves. */
	direct(memberId: string, reply: Reply, wording: Wording, mark: string): Promise<boolean>;
	/**
	 * Whether a message with a button that has this mark stands in a channel; `undefined` where that cannot be known.
	 *
	 * @param since it is no older; milliseconds since 1970
	 */
	stands(channelId: string, mark: string, since: number): Promise<boolean | undefined>;
}

/** Discord takes nonces of 25 characters: 150 bits of a sum. */
const MARK_CHARACTERS = 25;
/** Discord's clock and ours. */
const CLOCKS_APART_MS = 60_000;
const PAGE = 100;
/** Whatever stands behind so many newer messages is not looked for. */
const MOST_PAGES = 10;

const REFUSED: readonly unknown[] = [
	RESTJSONErrorCodes.UnknownChannel,
	RESTJSONErrorCodes.MissingAccess,
	RESTJSONErrorCodes.MissingPermissions,
	RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
	RESTJSONErrorCodes.InvalidActionOnArchivedThread,
	RESTJSONErrorCodes.ThreadLocked,
];
/** For the picture, and for servers that want embeds. */
const NEEDED = [PermissionFlagsBits.AttachFiles, PermissionFlagsBits.EmbedLinks];
const CLOSED: readonly unknown[] = [
	RESTJSONErrorCodes.CannotSendMessagesToThisUser,
	RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
	RESTJSONErrorCodes.UnknownUser,
	RESTJSONErrorCodes.InvalidRecipients,
];

export function createOutbox(client: Client<true>, log: Log): Outbox {
	const refusalOf = (channelId: string) => new UserError('error.digest.target', { channel: `<#${channelId}>` });
	const writable = async (channelId: string): Promise<SendableChannels> => {
		const channel = await client.channels.fetch(channelId, { force: true }).catch((error: unknown) => {
			if (isOneOf(error, REFUSED)) return null;
			throw error;
		});
		if (channel === null || channel.isDMBased() || !channel.isSendable()) throw refusalOf(channelId);
		const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
		const isOpen = channel.permissionsFor(client.user)?.has([PermissionFlagsBits.ViewChannel, send, ...NEEDED]);
		if (isOpen !== true) throw refusalOf(channelId);
		return channel;
	};
	const send = async (channel: SendableChannels, reply: Reply, wording: Wording, mark: string): Promise<unknown> =>
		sendReply(reply, { ...wording, log }, async (payload): Promise<unknown> => {
			return channel.send({ ...payload, nonce: mark, enforceNonce: true });
		});
	return {
		async expectWritable(channelId) {
			await writable(channelId);
		},
		async post(channelId, reply, wording, mark) {
			const channel = await writable(channelId);
			try {
				await send(channel, reply, wording, mark);
			} catch (error) {
				throw isOneOf(error, REFUSED) ? refusalOf(channelId) : error;
			}
		},
		directChannel: async (memberId) => unlessClosed(async () => (await client.users.createDM(memberId)).id),
		async direct(memberId, reply, wording, mark) {
			const sent = await unlessClosed(async () => send(await client.users.createDM(memberId), reply, wording, mark));
			return sent !== null;
		},
		async stands(channelId, mark, since) {
			const channel = await client.channels.fetch(channelId);
			if (channel?.isTextBased() !== true) return undefined;
			// without that permission Discord shows no messages, rather than refusing
			const isOpen =
				channel.isDMBased() || channel.permissionsFor(client.user)?.has(PermissionFlagsBits.ReadMessageHistory);
			if (isOpen !== true) return undefined;
			let after = SnowflakeUtil.generate({ timestamp: since - CLOCKS_APART_MS }).toString();
			for (let page = 0; page < MOST_PAGES; page++) {
				const options = { after, limit: PAGE, cache: false };
				const messages = await persistently(async () => channel.messages.fetch(options));
				if (messages.some((message) => message.author.id === client.user.id && hasMark(message, mark))) return true;
				if (messages.size < PAGE) return false;
				after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
			}
			return undefined;
		},
	};
}

/** The same for the same message, whoever sends it. */
export function markOf(...facts: readonly (string | number)[]): string {
	return createHash('sha256').update(facts.join(' ')).digest('base64url').slice(0, MARK_CHARACTERS);
}

function hasMark({ components }: Message, mark: string): boolean {
	return JSON.stringify(components.map((component) => component.toJSON())).includes(mark);
}

async function unlessClosed<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (error) {
		if (isOneOf(error, CLOSED)) return null;
		throw error;
	}
}

function isOneOf(error: unknown, codes: readonly unknown[]): boolean {
	return error instanceof DiscordAPIError && codes.includes(error.code);
}
