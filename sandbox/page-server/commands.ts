import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import {
	ApplicationCommandOptionType as Option,
	ApplicationCommandType,
	ApplicationIntegrationType,
	ChannelType,
	InteractionContextType,
	PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { ShownCommand, ShownOption } from './protocol.js';
import { has } from '../permissions.js';
import type { World } from '../world.js';

/** The commands that a person's client shows in a place, by name, in that person's language. */
export function shownCommands(world: World, userId: string, channelId: string, locale: string): ShownCommand[] {
	const channel = world.channels.get(channelId);
	if (!channel) return [];
	const all = [...world.commands(null), ...(channel.guildId === null ? [] : world.commands(channel.guildId))];
	return all
		.filter((command) => isShown(world, command, userId, channelId))
		.flatMap((command) => leaves(command, locale))
		.sort((a, b) => a.shownName.localeCompare(b.shownName, locale));
}

function isShown(world: World, command: APIApplicationCommand, userId: string, channelId: string): boolean {
	const channel = world.channels.get(channelId);
	if (!channel) return false;
	const permissions = world.permissions(userId, channelId);
	if (!has(permissions, PermissionFlagsBits.UseApplicationCommands)) return false;
	const inGuild = channel.guildId !== null;
	const botIsHere = inGuild ? world.guilds.get(channel.guildId)?.hasBot === true : channel.data.type === ChannelType.DM;
	const context = inGuild
		? InteractionContextType.Guild
		: botIsHere
			? InteractionContextType.BotDM
			: InteractionContextType.PrivateChannel;
	if (command.contexts && !command.contexts.includes(context)) return false;
	if (inGuild && command.nsfw === true && channel.data.nsfw !== true) return false;
	const installs = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
	const byGuild = botIsHere && installs.includes(ApplicationIntegrationType.GuildInstall);
	const byUser = world.userInstalls.has(userId) && installs.includes(ApplicationIntegrationType.UserInstall);
	if (!byGuild && !byUser && !(botIsHere && !inGuild)) return false;
	// who needs no permission, or is in no guild, is asked for none
	const needed = command.default_member_permissions;
	if (needed === null || !inGuild) return true;
	return has(permissions, BigInt(needed)) && (needed !== '0' || has(permissions, PermissionFlagsBits.Administrator));
}

interface Named {
	readonly name: string;
	readonly description?: string;
	readonly name_localizations?: Partial<Record<string, string | null>> | null;
	readonly description_localizations?: Partial<Record<string, string | null>> | null;
}

/** The locales that Discord falls back to where a command lacks a locale (application-commands.mdx, Localization). */
const FALLBACKS: Readonly<Record<string, string>> = { 'en-US': 'en-GB', 'en-GB': 'en-US', 'es-419': 'es-ES' };

function localised(thing: Named, of: 'name' | 'description', locale: string): string {
	const words = of === 'name' ? thing.name_localizations : thing.description_localizations;
	return words?.[locale] ?? words?.[FALLBACKS[locale] ?? ''] ?? thing[of] ?? '';
}

function leaves(command: APIApplicationCommand, locale: string): ShownCommand[] {
	if (command.type !== ApplicationCommandType.ChatInput && command.type !== ApplicationCommandType.Message) return [];
	const kind = command.type === ApplicationCommandType.Message ? 'message' : 'slash';
	const walk = (
		thing: Named & { readonly options?: readonly APIApplicationCommandOption[] },
		names: readonly string[],
		shown: readonly string[],
	): ShownCommand[] => {
		const name = [...names, thing.name];
		const shownName = [...shown, localised(thing, 'name', locale)];
		const options = thing.options ?? [];
		const inner = options.filter((one) => one.type === Option.Subcommand || one.type === Option.SubcommandGroup);
		if (inner.length > 0) return inner.flatMap((one) => walk(one, name, shownName));
		return [
			{
				id: command.id,
				name: name.join(' '),
				shownName: shownName.join(' '),
				description: localised(thing, 'description', locale),
				kind,
				options: options.map((one) => shownOption(one, locale)),
			},
		];
	};
	return walk(command, [], []);
}

function shownOption(option: APIApplicationCommandOption, locale: string): ShownOption {
	return {
		name: option.name,
		shownName: localised(option, 'name', locale),
		description: localised(option, 'description', locale),
		type: option.type,
		required: option.required === true,
		autocomplete: 'autocomplete' in option ? (option.autocomplete ?? false) : false,
		choices:
			'choices' in option
				? option.choices.map((one) => ({ shownName: localised(one, 'name', locale), value: one.value }))
				: [],
		channelTypes: option.type === Option.Channel ? (option.channel_types ?? []) : [],
	};
}
