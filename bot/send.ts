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
import type { Picture, TextFile } from './render/drawing.js';
import type { MessageBody } from './render/layout.js';
import { renderReply } from './render/render-reply.js';
import { toPng } from './render/timeline-png.js';
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
 * Draws a reply and hands it to `send`, which may be done more than once. Where Discord refuses the message, the same reply is sent without its
 * picture, then as an embed; where it refuses that too, or the reply cannot be drawn, the member is given a reference, which the log has with the reason.
 */
export async function sendReply<T>(
	reply: Reply,
	{ locale, settings, log }: { readonly locale: Locale; readonly settings: Settings; readonly log: Log },
	send: (payload: Payload) => Promise<T>,
): Promise<T> {
	const layouts = settings.layout === 'embed' ? (['embed'] as const) : (['components', 'embed'] as const);
	let reason: unknown;
	let hadPicture = true;
	for (const { layout, pictures } of layouts.flatMap((one) => [
		{ layout: one, pictures: true },
		{ layout: one, pictures: false },
	])) {
		// without a picture it would be the same message again
		if (!pictures && !hadPicture) continue;
		try {
			const body = renderReply(reply, locale, { layout, pictures });
			hadPicture = pictures && (body.files ?? []).some((file) => 'svg' in file);
			const payload = await toPayload(body);
			return await persistently(() => send(payload));
		} catch (error) {
			const isRefused = isAboutTheMessage(error) || (hadPicture && isAboutFiles(error));
			if (error instanceof HTTPError || isTransportError(error) || !isRefused) throw error;
			log.warn('a reply was not taken in a layout', { layout, pictures, kind: reply.kind, reason: messageOf(error) });
			reason = error;
		}
	}
	const payload = await toPayload(
		renderReply(failureReply(reason, log, { kind: reply.kind }), locale, { layout: 'embed' }),
	);
	return persistently(() => send(payload));
}

/** Whether another message could be sent in its place: Discord refused this one's form, or it could not be drawn. */
function isAboutTheMessage(error: unknown): boolean {
	if (!(error instanceof DiscordAPIError)) return true;
	return error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
}

/** Whether the message could be sent without its files: in some channels Quoth may write, but attach nothing. */
function isAboutFiles(error: unknown): boolean {
	return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingPermissions;
}

async function toPayload({ content, embeds, components, files, flags }: MessageBody): Promise<Payload> {
	return {
		...(content !== undefined && { content }),
		...(embeds !== undefined && { embeds }),
		components,
		...(files !== undefined && { files: await Promise.all(files.map(toAttachment)) }),
		flags: FLAGS.filter((flag) => (flags & flag) !== 0),
		allowedMentions: { parse: [], repliedUser: false },
	};
}

/** @throws {Error} If a picture cannot be drawn on this machine. */
async function toAttachment(file: TextFile | Picture): Promise<AttachmentPayload> {
	if ('text' in file) return { name: file.name, attachment: Buffer.from(file.text) };
	return { name: file.name, attachment: await toPng(file.svg), description: file.alt };
}
