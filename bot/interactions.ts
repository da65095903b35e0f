import {
	ApplicationCommandOptionType,
	DiscordAPIError,
	InteractionContextType,
	MessageFlags,
	RESTJSONErrorCodes,
	type AutocompleteInteraction,
	type BaseInteraction,
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	type CommandInteractionOption,
	type MessageContextMenuCommandInteraction,
	type RepliableInteraction,
} from 'discord.js';
import { act, destinationOf } from '../commands/act.js';
import type { Context, Cost } from '../commands/command.js';
import { commandOf, menuOf } from '../commands/registry.js';
import type { Reply } from '../commands/reply.js';
import type { Attachment, Suggestion } from '../commands/services.js';
import { UserError } from '../commands/user-error.js';
import { acknowledge } from './acknowledge.js';
import { contextOf } from './context.js';
import { parseCustomId } from './custom-id.js';
import { failureReply } from './failure.js';
import type { Fields } from './log.js';
import type { Parts } from './parts.js';
import { sendReply } from './send.js';
import { persistently } from './transport.js';

/** Discord waits three seconds for suggestions; a late list is worth nothing. */
const SUGGESTIONS_WITHIN_MS = 2500;

/** Answers whatever a member does. Never rejects: what cannot be answered is logged. */
export function createInteractionHandler(parts: Parts): (interaction: BaseInteraction) => Promise<void> {
	return async (interaction) => {
		try {
			if (interaction.isChatInputCommand()) await runCommand(interaction, parts);
			else if (interaction.isAutocomplete()) await complete(interaction, parts);
			else if (interaction.isMessageContextMenuCommand()) await runMenu(interaction, parts);
			else if (interaction.isButton()) await press(interaction, parts);
		} catch (error) {
			// Discord itself could not be reached, or has given the interaction up
			parts.log.error('a reply could not be sent', error, fieldsOf(interaction));
		}
	};
}

async function runCommand(interaction: ChatInputCommandInteraction, parts: Parts): Promise<void> {
	const args = argsOf(interaction.options.data);
	const context = contextOf(interaction, parts.services.settings, wordsIn(args));
	const command = commandOf(interaction.commandName);
	const isPrivate = command?.isPrivate(args as never, context) ?? true;
	await respond(interaction, parts, context, { cost: command?.cost ?? 'look', isPrivate }, async () => {
		if (command === undefined) throw new Error(`Discord sent /${interaction.commandName}: \`quoth deploy\` is due`);
		if (command.access === 'managers') expectServer(context);
		// Discord holds arguments to the options that the command declared
		return command.run(parts.services, args as never, context);
	});
}

async function runMenu(interaction: MessageContextMenuCommandInteraction, parts: Parts): Promise<void> {
	const { targetMessage } = interaction;
	const context = contextOf(interaction, parts.services.settings, targetMessage.content);
	const menu = menuOf(interaction.commandName);
	await respond(interaction, parts, context, { cost: menu?.cost ?? 'look', isPrivate: true }, async () => {
		if (menu === undefined) throw new Error(`Discord sent "${interaction.commandName}": \`quoth deploy\` is due`);
		if (menu.access === 'managers') expectServer(context);
		const target = {
			id: targetMessage.id,
			url: `https://discord.com/channels/${interaction.guildId ?? '@me'}/${interaction.channelId}/${targetMessage.id}`,
			text: targetMessage.content,
			attachments: targetMessage.attachments.map(toAttachment),
		};
		return menu.run(parts.services, target, context);
	});
}

interface Calling {
	readonly cost: Cost;
	readonly isPrivate: boolean;
}

/** Acknowledges at once, then works, then shows the reply in the place of "is thinking". */
async function respond(
	interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction,
	parts: Parts,
	context: Context,
	{ cost, isPrivate }: Calling,
	work: () => Promise<Reply>,
): Promise<void> {
	const refusal = await refusalBefore(parts, context, cost);
	if (refusal !== undefined) {
		await tell(interaction, refusal, parts, context);
		return;
	}
	await acknowledge(interaction, () => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
	const reply = await work().catch((error: unknown) => failureReply(error, parts.log, fieldsOf(interaction)));
	await sendReply(reply, { ...context, log: parts.log }, (payload) => interaction.editReply(payload));
}

async function press(interaction: ButtonInteraction, parts: Parts): Promise<void> {
	const context = contextOfButton(interaction, parts);
	const pressed = parseCustomId(interaction.customId);
	if (pressed === undefined) {
		await tell(interaction, { kind: 'refused', error: new UserError('error.button-unknown', {}) }, parts, context);
		return;
	}
	const { action, turns } = pressed;
	const destination = destinationOf(action, turns);
	const work = () => act(parts.services, action, context);
	if (destination === 'private' || destination === 'public') {
		await respond(interaction, parts, context, { cost: 'look', isPrivate: destination === 'private' }, async () => {
			const reply = await work();
			if (reply === undefined) throw new Error(`The button ${action.kind} gave no reply`);
			return reply;
		});
		return;
	}
	const refusal = await refusalBefore(parts, context, 'look');
	if (refusal !== undefined) {
		await tell(interaction, refusal, parts, context);
		return;
	}
	await acknowledge(interaction, () => interaction.deferUpdate());
	try {
		const reply = await work();
		if (reply === undefined) await persistently(() => interaction.deleteReply().catch(ignoreGone));
		else
			await sendReply(reply, { ...inPlace(context, interaction), log: parts.log }, (payload) =>
				interaction.editReply(payload),
			);
	} catch (error) {
		// the message with the button stays as it is
		const reply = failureReply(error, parts.log, fieldsOf(interaction));
		await sendReply(reply, { ...context, log: parts.log }, ({ flags, ...payload }) =>
			interaction.followUp({ ...payload, flags: [...flags, MessageFlags.Ephemeral] }),
		);
	}
}

/** Whoever called the bot may take its reply away again: Discord keeps who that was, whatever Quoth does. */
function contextOfButton(interaction: ButtonInteraction, { services }: Parts): Context {
	const context = contextOf(interaction, services.settings);
	const isOwn = interaction.message.interactionMetadata?.user.id === interaction.user.id;
	const isDirect = interaction.context === InteractionContextType.BotDM;
	return { ...context, canModerate: context.canModerate || isOwn || isDirect };
}

/** A message keeps its layout: what was sent as components cannot become an embed. */
function inPlace(context: Context, { message }: ButtonInteraction): Context {
	const layout = message.flags.has(MessageFlags.IsComponentsV2) ? 'components' : 'embed';
	return { ...context, settings: { ...context.settings, layout } };
}

/** Somebody else, or the same member a moment before, was quicker. */
function ignoreGone(error: unknown): void {
	if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)) throw error;
}

async function complete(interaction: AutocompleteInteraction, parts: Parts): Promise<void> {
	const { name, value } = interaction.options.getFocused(true);
	const context = contextOf(interaction, parts.services.settings);
	const suggestions = commandOf(interaction.commandName)?.complete?.(
		parts.services,
		{ option: name, text: value },
		context,
	);
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<readonly Suggestion[]>((resolve) => {
		timer = setTimeout(() => {
			parts.log.warn('suggestions came too late', fieldsOf(interaction));
			resolve([]);
		}, SUGGESTIONS_WITHIN_MS);
	});
	const none = (error: unknown): readonly Suggestion[] => {
		parts.log.error('suggestions failed', error, fieldsOf(interaction));
		return [];
	};
	const found = await Promise.race([suggestions?.catch(none) ?? [], late]);
	clearTimeout(timer);
	await interaction.respond(found.map(({ label, value }) => ({ name: label, value })));
}

/** What keeps a call from being begun at all. */
async function refusalBefore(
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
async function tell(interaction: RepliableInteraction, reply: Reply, { log }: Parts, context: Context): Promise<void> {
	await sendReply(reply, { ...context, log }, ({ flags, ...payload }) =>
		interaction.reply({ ...payload, flags: [...flags, MessageFlags.Ephemeral] }),
	);
}

/** A menu or command for managers has its permission from Discord, which a server may override; but never outside of a server. */
function expectServer({ place }: Context): void {
	if (place.guildId === null) throw new UserError('error.server-only', {});
}

/** Options by name; those of a subcommand as if they were the command's. */
function argsOf(options: readonly CommandInteractionOption[]): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		options.flatMap((option): [string, unknown][] => {
			if (option.type === ApplicationCommandOptionType.Subcommand) return Object.entries(argsOf(option.options ?? []));
			const { attachment } = option;
			return [[option.name, attachment == null ? option.value : toAttachment(attachment)]];
		}),
	);
}

/** What a member typed, whichever option it was. */
function wordsIn(args: Readonly<Record<string, unknown>>): string {
	return Object.values(args)
		.filter((value) => typeof value === 'string')
		.join('\n');
}

function toAttachment({
	name,
	url,
	contentType,
	size,
}: {
	readonly name: string;
	readonly url: string;
	readonly contentType: string | null;
	readonly size: number;
}): Attachment {
	return { name, url, contentType: contentType ?? '', bytes: size };
}

function fieldsOf(interaction: BaseInteraction): Fields {
	return {
		interaction: interaction.id,
		guild: interaction.guildId,
		...('commandName' in interaction && { command: String(interaction.commandName) }),
		// the rest of an id may hold what a member looked for
		...(interaction.isButton() && { button: parseCustomId(interaction.customId)?.action.kind ?? 'unknown' }),
	};
}
