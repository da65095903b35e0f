import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	PermissionFlagsBits as Allow,
	type APIApplicationCommand,
	type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import type { Hub } from './hub.js';
import { contextOf, ownersIn } from './interactions/payload.js';
import { ALL_PERMISSIONS, guildPermissions, has } from './permissions.js';
import type { Channel } from './world.js';

/** A command that a person found, down to the subcommand. */
export interface FoundCommand {
	readonly command: APIApplicationCommand;
	readonly owners: Readonly<Record<string, string>>;
	/** Group and subcommand, as far as there are. */
	readonly branch: readonly { readonly type: number; readonly name: string }[];
	readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Why a command is not shown to a person here; null if it is. */
function hiddenBecause(hub: Hub, userId: string, channel: Channel, command: APIApplicationCommand): string | null {
	const { contexts, default_member_permissions: wanted } = command;
	if (contexts && !contexts.includes(contextOf(hub, channel))) return 'its contexts leave this place out';
	if (Object.keys(ownersIn(hub, userId, channel, command.integration_types ?? [0])).length === 0) {
		return 'the application is installed neither here nor by this person, in a way that the command allows';
	}
	if (channel.guildId === null) return null;
	const may = hub.world.permissions(userId, channel.id);
	if (!has(may, Allow.UseApplicationCommands)) return 'this person may not use commands here';
	const base = guildPermissions(hub.world.guild(channel.guildId), userId);
	const forAdmins = wanted === '0' && base !== ALL_PERMISSIONS;
	if (forAdmins || (typeof wanted === 'string' && !has(may, BigInt(wanted)))) {
		return `it is for members with the permissions ${wanted}`;
	}
	if (command.nsfw && !channel.data.nsfw) return 'it is for age-restricted channels';
	return null;
}

/** The commands that Discord shows a person in a channel: the guild's own, then the global ones. */
export function shownCommands(hub: Hub, userId: string, channel: Channel): readonly APIApplicationCommand[] {
	return known(hub, channel).filter((command) => hiddenBecause(hub, userId, channel, command) === null);
}

function known(hub: Hub, channel: Channel): readonly APIApplicationCommand[] {
	const own = channel.guildId !== null && hub.world.botIsIn(channel) ? hub.world.commands(channel.guildId) : [];
	return [...own, ...hub.world.commands(null)];
}

/**
 * Finds a command of this type by its name; subcommands follow, parted by spaces.
 * @throws {Error} If there is none, or it is not shown to this person here.
 */
export function findCommand(
	hub: Hub,
	userId: string,
	channel: Channel,
	type: ApplicationCommandType,
	name: string,
): FoundCommand {
	const [first = '', ...rest] = type === ApplicationCommandType.ChatInput ? name.split(' ') : [name];
	const named = known(hub, channel).filter((one) => one.type === type && one.name === first);
	const reasons = named.map((one) => hiddenBecause(hub, userId, channel, one));
	const command = named[reasons.indexOf(null)];
	if (!command) {
		const all = shownCommands(hub, userId, channel).map((one) => one.name);
		const why = reasons[0] ?? `it is not registered; there are: ${all.join(', ') || 'none'}`;
		throw new Error(`Discord does not show the command "${first}" here: ${why}.`);
	}
	const branch: { type: number; name: string }[] = [];
	let options = command.options ?? [];
	for (const part of rest) {
		const next = options.find((one) => one.name === part);
		if (
			next?.type !== ApplicationCommandOptionType.Subcommand &&
			next?.type !== ApplicationCommandOptionType.SubcommandGroup
		) {
			throw new Error(`Expected a subcommand of "${first}", got "${part}".`);
		}
		branch.push({ type: next.type, name: part });
		options = next.options ?? [];
	}
	const basic = options.filter(isBasic);
	if (basic.length !== options.length) {
		throw new Error(`Expected one of the subcommands of "${name}": ${options.map((one) => one.name).join(', ')}.`);
	}
	const owners = ownersIn(hub, userId, channel, command.integration_types ?? [0]);
	return { command, owners, branch, options: basic };
}

function isBasic(option: { readonly type: ApplicationCommandOptionType }): option is APIApplicationCommandBasicOption {
	return (
		option.type !== ApplicationCommandOptionType.Subcommand &&
		option.type !== ApplicationCommandOptionType.SubcommandGroup
	);
}
