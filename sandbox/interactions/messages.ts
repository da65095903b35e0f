import { MessageType } from 'discord-api-types/v10';
import { refused, unknown } from '../api-error.js';
import { blankMessage, writeMessage } from '../compose.js';
import type { Hub } from '../hub.js';
import { MAX_EXTERNAL_FOLLOW_UPS, TYPE_OF, type InteractionState } from './state.js';
import { FLAGS, type MessageForm } from '../limits/messages.js';
import { userPayload } from '../payloads/people.js';
import { change, post, remove } from '../posting.js';
import type { UploadedFile } from '../uploads.js';
import type { Message } from '../world.js';

/** Interactions and webhooks mention people only, unless told otherwise. */
const WEBHOOK_MENTIONS = { parse: ['users'] } as const;

/** The `interaction_metadata` of what an interaction answers with. */
export function metadataOf(hub: Hub, interaction: InteractionState): object {
	const { facts } = interaction;
	return {
		id: facts.id,
		type: TYPE_OF[facts.kind],
		user: userPayload(hub.world.user(facts.userId)),
		authorizing_integration_owners: facts.owners,
		...(facts.kind === 'component' && facts.message && { interacted_message_id: facts.message.id }),
		...(facts.kind === 'modal' && { triggering_interaction_metadata: facts.trigger }),
	};
}

function blankReply(hub: Hub, interaction: InteractionState, flags: number, original: boolean): Message {
	const { facts } = interaction;
	const replied = original ? facts.message?.id : interaction.originalId;
	const reference = {
		type: 0,
		channel_id: facts.channelId,
		...(facts.guildId !== null && { guild_id: facts.guildId }),
	};
	const user = userPayload(hub.world.user(facts.userId));
	const extra = {
		application_id: hub.world.applicationId,
		webhook_id: hub.world.applicationId,
		interaction_metadata: metadataOf(hub, interaction),
		...(facts.kind === 'command' && original && { interaction: { id: facts.id, type: 2, name: facts.name, user } }),
		...(replied && { message_reference: { ...reference, message_id: replied } }),
	};
	return blankMessage(hub, {
		channelId: facts.channelId,
		authorId: hub.world.bot.id,
		type: original ? facts.replyType : MessageType.Reply,
		flags: interaction.facts.forcedEphemeral ? flags | FLAGS.ephemeral : flags,
		// Discord's own values; its type wants enums
		extra: extra as unknown as Partial<Message>,
	});
}

function show(hub: Hub, interaction: InteractionState, message: Message): Message {
	post(hub, message, ((message.flags ?? 0) & FLAGS.ephemeral) === 0 ? null : interaction.userId);
	return message;
}

/** Shows "… is thinking". */
export function think(hub: Hub, interaction: InteractionState, flags: number): Message {
	const message = blankReply(hub, interaction, flags | FLAGS.loading, true);
	interaction.originalId = message.id;
	interaction.ephemeral = ((message.flags ?? 0) & FLAGS.ephemeral) !== 0;
	return show(hub, interaction, message);
}

/** Shows the original reply. */
export function reply(
	hub: Hub,
	interaction: InteractionState,
	form: MessageForm,
	files: readonly UploadedFile[],
	accepted: () => void,
): Message {
	const base = blankReply(hub, interaction, 0, true);
	const message = writeMessage(hub, { base, form, files, mentions: WEBHOOK_MENTIONS });
	accepted();
	interaction.originalId = message.id;
	interaction.ephemeral = ((message.flags ?? 0) & FLAGS.ephemeral) !== 0;
	return show(hub, interaction, message);
}

/** Changes a message through the interaction's token. */
export function edit(
	hub: Hub,
	interaction: InteractionState,
	base: Message,
	form: MessageForm,
	files: readonly UploadedFile[],
	accepted: () => void = () => undefined,
): Message {
	const thought = ((base.flags ?? 0) & FLAGS.loading) !== 0;
	const written = writeMessage(hub, { base, form, files, mentions: WEBHOOK_MENTIONS });
	const message = thought ? written : { ...written, edited_timestamp: new Date(hub.now()).toISOString() };
	accepted();
	if (base.id === interaction.originalId) interaction.deferred = false;
	change(hub, message);
	return message;
}

/**
 * Shows a follow-up. The first one after "… is thinking" takes its place.
 * @throws {ApiError} 40094 beyond the fifth where only the person who brought the application along knows it.
 */
export function followUp(
	hub: Hub,
	interaction: InteractionState,
	form: MessageForm,
	files: readonly UploadedFile[],
): Message {
	const original = interaction.originalId === null ? undefined : interaction.message(interaction.originalId);
	if (interaction.deferred && original) {
		const { flags, ...rest } = form;
		// whether it is ephemeral was decided when it was deferred
		const kept = typeof flags === 'number' ? { ...rest, flags: flags & ~FLAGS.ephemeral } : rest;
		return edit(hub, interaction, original, kept, files);
	}
	if (interaction.external && interaction.followUps.length >= MAX_EXTERNAL_FOLLOW_UPS) throw refused.followUps();
	const base = blankReply(hub, interaction, 0, false);
	const message = writeMessage(hub, { base, form, files, mentions: WEBHOOK_MENTIONS });
	interaction.followUps.push(message.id);
	return show(hub, interaction, message);
}

/** The message that `@original` or an id names for this interaction. @throws {ApiError} 10008 */
export function messageOf(interaction: InteractionState, id: string): Message {
	const mine = id === '@original' ? interaction.originalId : id;
	const isMine = mine !== null && (mine === interaction.originalId || interaction.followUps.includes(mine));
	const message = isMine ? interaction.message(mine) : undefined;
	if (!message) throw unknown.message();
	return message;
}

export function removeReply(hub: Hub, interaction: InteractionState, message: Message): void {
	if (message.id === interaction.originalId) interaction.deferred = false;
	remove(hub, message);
}
