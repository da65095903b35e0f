import { ApplicationCommandOptionType as Type, type APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from './actor.js';
import type { Hub } from './hub.js';
import { chosenChannel } from './interactions/payload.js';
import { rolesPayload } from './payloads/guilds.js';
import { memberPayload, userPayload } from './payloads/people.js';
import { toUploaded } from './uploads.js';
import type { Channel } from './world.js';

/** What the ids in an interaction's options stand for. */
export type Resolved = Record<
	'users' | 'members' | 'roles' | 'channels' | 'attachments' | 'messages',
	Record<string, object>
>;

export function emptyResolved(): Resolved {
	return { users: {}, members: {}, roles: {}, channels: {}, attachments: {}, messages: {} };
}

/** Without the kinds of which there are none. */
export function trimResolved(resolved: Resolved): object {
	const entries = Object.entries(resolved).filter(([, things]) => Object.keys(things).length > 0);
	return entries.length > 0 ? { resolved: Object.fromEntries(entries) } : {};
}

export interface SentOption {
	readonly name: string;
	readonly type: number;
	readonly value: string | number | boolean;
	readonly focused?: true;
}

/** What is being typed, for autocomplete: unchecked, as people type. */
export interface Focus {
	readonly option: string;
	readonly typed: string;
}

/**
 * The options of a command as Discord's client sends them.
 * @throws {Error} For what that client refuses: unknown, missing, not one of the choices, out of bounds.
 */
export function sendOptions(
	hub: Hub,
	userId: string,
	channel: Channel,
	options: readonly APIApplicationCommandBasicOption[],
	values: Readonly<Record<string, OptionValue>>,
	resolved: Resolved,
	focus?: Focus,
): SentOption[] {
	const stray = [...Object.keys(values), ...(focus ? [focus.option] : [])].find(
		(name) => !options.some((option) => option.name === name),
	);
	if (stray !== undefined) {
		throw new Error(
			`The command has no option "${stray}", only: ${options.map((one) => one.name).join(', ') || 'none'}.`,
		);
	}
	return options.flatMap((option): SentOption[] => {
		if (focus?.option === option.name) {
			if (!('autocomplete' in option) || !option.autocomplete) throw new Error(`"${option.name}" has no autocomplete.`);
			return [{ name: option.name, type: option.type, value: focus.typed, focused: true }];
		}
		const value = values[option.name];
		if (value === undefined) {
			if (option.required && !focus) throw new Error(`The option "${option.name}" is required.`);
			return [];
		}
		return [{ name: option.name, type: option.type, value: checked(hub, userId, channel, option, value, resolved) }];
	});
}

function checked(
	hub: Hub,
	userId: string,
	channel: Channel,
	option: APIApplicationCommandBasicOption,
	value: OptionValue,
	resolved: Resolved,
): string | number | boolean {
	const refuse = (expected: string): never => {
		const got = typeof value === 'object' ? `the file ${value.name}` : JSON.stringify(value);
		throw new Error(`"${option.name}": expected ${expected}, got ${got}.`);
	};
	if (option.type === Type.Attachment) {
		if (typeof value !== 'object') return refuse('a file');
		const attachment = hub.uploads.add(channel.id, toUploaded(value));
		resolved.attachments[attachment.id] = { ...attachment, ephemeral: true };
		return attachment.id;
	}
	if (typeof value === 'object') return refuse('no file');
	switch (option.type) {
		case Type.String: {
			if (typeof value !== 'string' || value === '') return refuse('a text');
			const { min_length: min = 0, max_length: max = 6000 } = option;
			if (value.length < min || value.length > max) return refuse(`${min} to ${max} characters`);
			return chosen(option, value) ? value : refuse('one of the choices');
		}
		case Type.Integer:
		case Type.Number: {
			if (typeof value !== 'number' || (option.type === Type.Integer && !Number.isInteger(value)))
				return refuse('a number');
			const { min_value: min = -Infinity, max_value: max = Infinity } = option;
			if (value < min || value > max) return refuse(`${min} to ${max}`);
			return chosen(option, value) ? value : refuse('one of the choices');
		}
		case Type.Boolean:
			return typeof value === 'boolean' ? value : refuse('true or false');
		case Type.User:
		case Type.Role:
		case Type.Channel:
		case Type.Mentionable:
			if (typeof value !== 'string' || !resolve(hub, userId, channel, option, value, resolved)) return refuse('an id');
			return value;
	}
}

function chosen(option: APIApplicationCommandBasicOption, value: string | number): boolean {
	const choices = 'choices' in option ? (option.choices ?? []) : [];
	return choices.length === 0 || choices.some((one) => one.value === value);
}

/** Puts what an id stands for into `resolved`; false if it stands for nothing that the option takes. */
function resolve(
	hub: Hub,
	userId: string,
	channel: Channel,
	option: APIApplicationCommandBasicOption,
	id: string,
	resolved: Resolved,
): boolean {
	const guild = channel.guildId === null ? null : hub.world.guild(channel.guildId);
	if (option.type === Type.Channel) {
		const target = hub.world.channels.get(id);
		const allowed = option.channel_types ?? [];
		if (!target || target.guildId !== channel.guildId) return false;
		if (allowed.length > 0 && !allowed.some((type) => type === target.data.type)) return false;
		if (!hub.world.sees(userId, id)) return false;
		resolved.channels[id] = chosenChannel(hub, userId, target);
		return true;
	}
	const role = guild && rolesPayload(guild, hub.world.applicationId).find((one) => one.id === id);
	if (role && option.type !== Type.User) {
		resolved.roles[id] = role;
		return true;
	}
	return option.type !== Type.Role && resolveUser(hub, channel, id, resolved);
}

/** Puts a person, and the member that this person is here, into `resolved`. */
export function resolveUser(hub: Hub, channel: Channel, id: string, resolved: Resolved): boolean {
	const user = hub.world.users.get(id);
	if (!user) return false;
	resolved.users[id] = userPayload(user);
	const guild = channel.guildId === null ? null : hub.world.guild(channel.guildId);
	const member = guild?.members.find((one) => one.userId === id);
	if (guild && member) {
		// Discord leaves these two out of what is resolved
		const omitted = { deaf: undefined, mute: undefined };
		const permissions = String(hub.world.permissions(id, channel.id));
		resolved.members[id] = { ...memberPayload(guild, member), ...omitted, permissions };
	}
	return true;
}
