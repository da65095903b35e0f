import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType as Option, ApplicationCommandType } from 'discord-api-types/v10';
import type { ShownCommand, ShownOption } from './protocol.js';

/** The commands that a person's client shows in a place, by name, in that person's language. */
export function shownCommands(commands: readonly APIApplicationCommand[], locale: string): ShownCommand[] {
	return commands
		.flatMap((command) => leaves(command, locale))
		.sort((a, b) => a.shownName.localeCompare(b.shownName, locale));
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
