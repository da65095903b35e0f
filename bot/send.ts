import {
	DiscordAPIError,
	HTTPError,
	MessageFlags,
	RESTJSONErrorCodes,
	type APIEmbed,
	type APIMessageTopLevelComponent,
	type AttachmentPayload,
} from 'discord.js';
import type { Locale } from '../commands/messages.js';
import type { Reply } from '../commands/reply.js';
import type { Settings } from '../commands/settings.js';
import { failureReply } from './failure.js';
import { messageOf, type Log } from './log.js';
import type { MessageBody } from './render/layout.js';
import { renderReply } from './render/render-reply.js';
import { isTransportError, persistently } from './transport.js';

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
 * Draws a reply and hands it to `send`, which may be done more than once. Where Discord refuses the message, the same reply is sent as an embed;
 * where it refuses that too, or the reply cannot be drawn, the member is given a reference, which the log has with the reason.
 */
export async function sendReply<T>(
	reply: Reply,
	{ locale, settings, log }: { readonly locale: Locale; readonly settings: Settings; readonly log: Log },
	send: (payload: Payload) => Promise<T>,
): Promise<T> {
	const layouts = settings.layout === 'embed' ? (['embed'] as const) : (['components', 'embed'] as const);
	let reason: unknown;
	for (const layout of layouts) {
		try {
			const payload = toPayload(renderReply(reply, locale, { layout }));
			return await persistently(() => send(payload));
		} catch (error) {
			if (error instanceof HTTPError || isTransportError(error) || !isAboutTheMessage(error)) throw error;
			log.warn('a reply was not taken in a layout', { layout, kind: reply.kind, reason: messageOf(error) });
			reason = error;
		}
	}
	const payload = toPayload(renderReply(failureReply(reason, log, { kind: reply.kind }), locale, { layout: 'embed' }));
	return persistently(() => send(payload));
}

/** Whether another message could be sent in its place: Discord refused this one's form, or it could not be drawn. */
function isAboutTheMessage(error: unknown): boolean {
	if (!(error instanceof DiscordAPIError)) return true;
	return error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
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
