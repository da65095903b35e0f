import {
	EmbedType,
	MessageReferenceType,
	type MessageType,
	type APIAttachment,
	type APIEmbed,
} from 'discord-api-types/v10';
import { refused } from './api-error.js';
import { walk } from './limits/component-tree.js';
import type { Hub } from './hub.js';
import { FLAGS, isV2, type MessageForm } from './limits/messages.js';
import type { Embed } from './limits/embeds.js';
import { ALL_MENTIONS, mentionsIn, type AllowedMentions } from './message-mentions.js';
import { componentsPayload, resolveMedia } from './payloads/components.js';
import { userPayload } from './payloads/people.js';
import type { UploadedFile } from './uploads.js';
import type { Channel, Message } from './world.js';

/** What goes into a message that is not there yet. */
export interface Blank {
	readonly channelId: string;
	readonly authorId: string;
	readonly type: MessageType;
	readonly flags?: number;
	/** Milliseconds since the epoch; now when left out. */
	readonly at?: number;
	/** References, interaction and application, as they stand in Discord's message. */
	readonly extra?: Partial<Message>;
}

/** A message with nothing in it. */
export function blankMessage(hub: Hub, blank: Blank): Message {
	return withFlags(blank.flags ?? 0, {
		id: hub.nextId(),
		type: blank.type,
		channel_id: blank.channelId,
		author: userPayload(hub.world.user(blank.authorId)),
		content: '',
		timestamp: new Date(blank.at ?? hub.now()).toISOString(),
		edited_timestamp: null,
		tts: false,
		mention_everyone: false,
		mentions: [],
		mention_roles: [],
		attachments: [],
		embeds: [],
		components: [],
		pinned: false,
		...blank.extra,
	});
}

/** What a message says of another one, which may be gone. */
export function referenceTo(channel: Channel, messageId: string): Pick<Message, 'message_reference'> {
	return {
		message_reference: {
			type: MessageReferenceType.Default,
			channel_id: channel.id,
			message_id: messageId,
			...(channel.guildId !== null && { guild_id: channel.guildId }),
		},
	};
}

/** What a message that answers another carries of it: one level deep. */
export function answerTo(channel: Channel, replied: Message): Partial<Message> {
	return { ...referenceTo(channel, replied.id), referenced_message: { ...replied, referenced_message: null } };
}

/** The fields that a form and the uploads with it decide. Fields that the form leaves out stay as they are in `base`. */
export interface Writing {
	readonly base: Message;
	readonly form: MessageForm;
	readonly files: readonly UploadedFile[];
	/** What `allowed_mentions` is where the form has none. */
	readonly mentions?: AllowedMentions;
	/** The author of the message that this one answers; mentioned if the form allows it. */
	readonly replied?: Message | undefined;
}

/**
 * The message that `writing` makes of `base`.
 * @throws {ApiError} 50006 if nothing is in it.
 */
export function writeMessage(hub: Hub, { base, form, files, mentions = ALL_MENTIONS, replied }: Writing): Message {
	const attachments = attachmentsOf(hub, base, form, files);
	const content = form.content === undefined ? base.content : (form.content ?? '').trim();
	const sent = form.components;
	const components =
		sent === undefined ? base.components : componentsPayload(sent ?? [], { attachments, nextId: () => hub.nextId() });
	const embeds = form.embeds === undefined ? base.embeds : (form.embeds ?? []).map((one) => toEmbed(one, attachments));
	const v2 = isV2(form, base.flags ?? 0);
	if (content === '' && embeds.length === 0 && attachments.length === 0 && !(v2 && components?.length)) {
		throw refused.empty();
	}
	const texts = [content, ...walk((components ?? []) as never[]).map(({ component }) => component.content ?? '')];
	const allowed: AllowedMentions = form.allowed_mentions ?? mentions;
	const found = mentionsIn(hub.world, texts.join('\n'), base.author.id, base.channel_id, allowed);
	const pinged = replied && allowed.replied_user && !found.mentions.some((user) => user.id === replied.author.id);
	return withFlags(flagsAfter(base.flags ?? 0, form), {
		...base,
		...found,
		mentions: pinged ? [...found.mentions, replied.author] : found.mentions,
		content,
		embeds,
		attachments,
		...(components && { components }),
		...(form.nonce !== undefined && form.nonce !== null && { nonce: form.nonce }),
	});
}

function withFlags(flags: number, message: Message): Message {
	const sum: unknown = flags;
	// Discord's type has a name for single flags only
	return { ...message, flags: sum as NonNullable<Message['flags']> };
}

/** What an edit may set it sets; v2 stays once set; thinking ends. */
function flagsAfter(before: number, form: MessageForm): number {
	const settable = FLAGS.suppressEmbeds;
	const kept = typeof form.flags === 'number' ? before & ~settable : before;
	return (kept | (form.flags ?? 0)) & ~FLAGS.loading;
}

function attachmentsOf(hub: Hub, base: Message, form: MessageForm, files: readonly UploadedFile[]): APIAttachment[] {
	const listed = form.attachments;
	const kept = listed
		? base.attachments.filter((one) => listed.some((other) => String(other.id) === one.id))
		: base.attachments;
	const added = files.map((file, i) => {
		const entry = listed?.find((one) => String(one.id) === String(i));
		const name = entry?.filename ?? file.name;
		return hub.uploads.add(base.channel_id, { ...file, name }, entry?.description);
	});
	return [...kept, ...added];
}

function toEmbed(sent: Embed, attachments: readonly APIAttachment[]): APIEmbed {
	const image = (url: string) => ({ url: resolveMedia(url, attachments).url });
	return {
		type: EmbedType.Rich,
		...(sent.title && { title: sent.title }),
		...(sent.description && { description: sent.description }),
		...(sent.url && { url: sent.url }),
		...(sent.timestamp && { timestamp: sent.timestamp }),
		...(typeof sent.color === 'number' && { color: sent.color }),
		...(sent.footer && {
			footer: { text: sent.footer.text, ...(sent.footer.icon_url && { icon_url: image(sent.footer.icon_url).url }) },
		}),
		...(sent.image && { image: image(sent.image.url) }),
		...(sent.thumbnail && { thumbnail: image(sent.thumbnail.url) }),
		...(sent.author && {
			author: {
				name: sent.author.name,
				...(sent.author.url && { url: sent.author.url }),
				...(sent.author.icon_url && { icon_url: image(sent.author.icon_url).url }),
			},
		}),
		...(sent.fields && {
			fields: sent.fields.map((one) => ({ name: one.name, value: one.value, inline: one.inline ?? false })),
		}),
	};
}
