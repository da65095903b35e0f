import {
	ApplicationCommandOptionType,
	type AutocompleteInteraction,
	type BaseInteraction,
	type ChatInputCommandInteraction,
	type CommandInteractionOption,
	type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Context } from '../commands/command.js';
import { commandOf, menuOf } from '../commands/registry.js';
import type { Attachment, Suggestion } from '../commands/services.js';
import { UserError } from '../commands/user-error.js';
import { press, submit } from './buttons.js';
import { contextOf } from './context.js';
import type { Parts } from './parts.js';
import { fieldsOf, respond } from './respond.js';

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
			else if (interaction.isModalSubmit()) await submit(interaction, parts);
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
	await respond(interaction, parts, context, { cost: command?.cost ?? 'look', isPrivate }, async (ongoing) => {
		if (command === undefined) throw new Error(`Discord sent /${interaction.commandName}: \`quoth deploy\` is due`);
		if (command.access === 'managers') expectServer(context);
		// Discord holds arguments to the options that the command declared
		return command.run(parts.services, args as never, context, ongoing);
	});
}

async function runMenu(interaction: MessageContextMenuCommandInteraction, parts: Parts): Promise<void> {
	const { targetMessage } = interaction;
	const context = contextOf(interaction, parts.services.settings, targetMessage.content);
	const menu = menuOf(interaction.commandName);
	await respond(interaction, parts, context, { cost: menu?.cost ?? 'look', isPrivate: true }, async (ongoing) => {
		if (menu === undefined) throw new Error(`Discord sent "${interaction.commandName}": \`quoth deploy\` is due`);
		if (menu.access === 'managers') expectServer(context);
		const target = {
			id: targetMessage.id,
			url: `https://discord.com/channels/${interaction.guildId ?? '@me'}/${interaction.channelId}/${targetMessage.id}`,
			text: targetMessage.content,
			attachments: targetMessage.attachments.map(toAttachment),
		};
		return menu.run(parts.services, target, context, ongoing);
	});
}

async function complete(interaction: AutocompleteInteraction, parts: Parts): Promise<void> {
	const { name, value } = interaction.options.getFocused(true);
	const context = contextOf(interaction, parts.services.settings);
	const suggestions = commandOf(interaction.commandName)?.complete?.(
		parts.services,
		{ subcommand: interaction.options.getSubcommand(false), option: name, text: value },
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

/** A menu or command for managers has its permission from Discord, which a server may override; but never outside of a server. */
function expectServer({ place }: Context): void {
	if (place.guildId === null) throw new UserError('error.server-only', {});
}

/** Options by name; those of a subcommand as if they were the command's. */
function argsOf(options: readonly CommandInteractionOption[]): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		options.flatMap((option): [string, unknown][] => {
			if (option.type === ApplicationCommandOptionType.Subcommand)
				return [['subcommand', option.name], ...Object.entries(argsOf(option.options ?? []))];
			const { attachment } = option;
			return [[option.name, attachment == null ? option.value : toAttachment(attachment)]];
		}),
	);
}

/** What a member typed, whichever option it was. */
function wordsIn(args: Readonly<Record<string, unknown>>): string {
	return Object.entries(args)
		.flatMap(([name, value]) => (name !== 'subcommand' && typeof value === 'string' ? value : []))
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
