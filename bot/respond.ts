import {
	DiscordAPIError,
	MessageFlags,
	RESTJSONErrorCodes,
	type BaseInteraction,
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	type MessageContextMenuCommandInteraction,
	type ModalSubmitInteraction,
	type RepliableInteraction,
} from 'discord.js';
import type { Context, Cost } from '../commands/command.js';
import type { Reply } from '../commands/reply.js';
import type { Ongoing } from '../commands/services.js';
import { UserError } from '../commands/user-error.js';
import { acknowledge } from './acknowledge.js';
import { parseCustomId } from './custom-id.js';
import { failureReply } from './failure.js';
import type { Fields } from './log.js';
import type { Parts } from './parts.js';
import { sendReply } from './send.js';
import { persistently } from './transport.js';
import { workAndShow, type Answering } from './work.js';

export interface Calling {
	readonly cost: Cost;
	readonly isPrivate: boolean;
	/** Where a refusal is for the member alone, though the reply is not: what was shown of it is taken away. */
	readonly isRefusedInPrivate?: boolean;
}

export type Called =
	ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** Acknowledges at once, then works, then shows the reply in the place of "is thinking". */
export async function respond(
	interaction: Called,
	parts: Parts,
	context: Context,
	{ cost, isPrivate, isRefusedInPrivate = false }: Calling,
	work: (ongoing: Ongoing) => Promise<Reply>,
): Promise<void> {
	const refusal = await refusalBefore(parts, context, cost);
	if (refusal !== undefined) {
		await tell(interaction, refusal, parts, context);
		return;
	}
	await acknowledge(interaction, () => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
	const refuse = async (reply: Reply) => {
		await persistently(() => interaction.deleteReply().catch(ignoreGone));
		await tellBeside(interaction, reply, parts, context);
	};
	await workAndShow(parts, answering(interaction, context), work, isRefusedInPrivate ? refuse : undefined);
}

/** How the reply to a call is sent, in the place of what acknowledged it. */
export function answering(interaction: Called, context: Context): Answering {
	return {
		callId: context.callId,
		token: interaction.token,
		begunAt: Date.now(),
		wording: context,
		send: (payload) => interaction.editReply(payload),
		fields: fieldsOf(interaction),
	};
}

/** Somebody else, or the same member a moment before, was quicker. */
export function ignoreGone(error: unknown): void {
	if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error;
}

/** What keeps a call from being begun at all. */
export async function refusalBefore(
	{ limits, log, isStopping }: Parts,
	{ place, memberId }: Context,
	cost: Cost,
): Promise<Reply | undefined> {
	if (isStopping()) return { kind: 'refused', error: new UserError('error.restarting', {}) };
	try {
		await limits.expect(cost, place, memberId);
		return undefined;
	} catch (error) {
		return failureReply(error, log, { cost });
	}
}

/** Tells the member alone, as the first response. */
export async function tell(
	interaction: RepliableInteraction,
	reply: Reply,
	{ log }: Parts,
	context: Context,
): Promise<void> {
	await sendReply(reply, { ...context, log }, ({ flags, ...payload }) =>
		interaction.reply({ ...payload, flags: [...flags, MessageFlags.Ephemeral] }),
	);
}

/** Tells the member alone, beside what was there before. */
export async function tellBeside(interaction: Called, reply: Reply, { log }: Parts, context: Context): Promise<void> {
	await sendReply(reply, { ...context, log }, ({ flags, ...payload }) =>
		interaction.followUp({ ...payload, flags: [...flags, MessageFlags.Ephemeral] }),
	);
}

/** For the log. */
export function fieldsOf(interaction: BaseInteraction): Fields {
	return {
		interaction: interaction.id,
		guild: interaction.guildId,
		...('commandName' in interaction && { command: String(interaction.commandName) }),
		// the rest of an id may hold what a member looked for
		...(interaction.isButton() && { button: parseCustomId(interaction.customId)?.action.kind ?? 'unknown' }),
	};
}
