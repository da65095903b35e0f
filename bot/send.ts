import {
	DiscordAPIError,
	MessageFlags,
	RESTJSONErrorCodes,
	type APIEmbed,
	type APIMessageTopLevelComponent,
	type AttachmentPayload,
} from 'discord.js';
import type { Locale } from '../commands/messages.js';
import type { Reply } from '../commands/reply.js';
import type { Settings } from '../commands/settings.js';
import type { Log } from './log.js';
import type { MessageBody } from './render/layout.js';
import { renderReply } from './render/render-reply.js';
import { persistently } from './transport.js';

type Flag = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;
const FLAGS: readonly Flag[] = [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];

/** A message as discord.js takes it, for whatever sends or edits one. */
export interface Payload {
	readonly content?: string;
	readonly embeds?: readonly APIEmbed[];
	readonly components: readonly APIMessageTopLevelComponent[];
	readonly files?: readonly AttachmentPayload[];
	readonly flags: readonly Flag[];
	readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/**
 * Draws a reply and hands it to `send`, which may be done more than once. Where Discord refuses the newer components, as it may for an application or a client that lacks
 * them, the same reply is sent as an embed.
 */
export async function sendReply<T>(
	reply: Reply,
	{ locale, settings, log }: { readonly locale: Locale; readonly settings: Settings; readonly log: Log },
	send: (payload: Payload) => Promise<T>,
): Promise<T> {
	try {
		return await persistently(() => send(toPayload(renderReply(reply, locale, { layout: settings.layout }))));
	} catch (error) {
		if (settings.layout === 'embed' || !isFormRefused(error)) throw error;
		log.warn('Discord refused the components of a reply: it is sent as an embed', {
			kind: reply.kind,
			reason: error.message,
		});
		return await persistently(() => send(toPayload(renderReply(reply, locale, { layout: 'embed' }))));
	}
}

function isFormRefused(error: unknown): error is DiscordAPIError {
	return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
}

function toPayload({ content, embeds, components, files, flags }: MessageBody): Payload {
	return {
		...(content !== undefined && { content }),
		...(embeds !== undefined && { embeds }),
		components,
		...(files !== undefined && { files: files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) })) }),
		flags: FLAGS.filter((flag) => (flags & flag) !== 0),
		allowedMentions: { parse: [], repliedUser: false },
	};
}
