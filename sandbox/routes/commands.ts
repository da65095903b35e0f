import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { refused, unknown } from '../api-error.js';
import type { Hub } from '../hub.js';
import { checkCount, readCommand, readCommands, type CommandForm } from '../limits/commands.js';
import { found, idIn, type RestContext, type RestEnv } from '../rest-env.js';

/** Where commands are registered: null for everywhere. */
function scopeOf(hub: Hub, c: RestContext): string | null {
	if (idIn(c, 'application') !== hub.world.applicationId) throw refused.access();
	if (c.req.param('guild') === undefined) return null;
	const guild = found(hub.world.guilds.get(idIn(c, 'guild')), unknown.guild);
	if (!guild.hasBot) throw refused.access();
	return guild.id;
}

/** A command as Discord gives it back; `known` is the one that it replaces, whose id stays. */
function toCommand(
	hub: Hub,
	guildId: string | null,
	form: CommandForm,
	known?: APIApplicationCommand,
): APIApplicationCommand {
	const everywhere = guildId === null;
	const command = {
		id: known?.id ?? hub.nextId(),
		application_id: hub.world.applicationId,
		version: hub.nextId(),
		...form,
		description: form.description ?? '',
		default_member_permissions: form.default_member_permissions ?? null,
		nsfw: form.nsfw ?? false,
		name_localizations: form.name_localizations ?? null,
		description_localizations: form.description_localizations ?? null,
		...(everywhere
			? { contexts: form.contexts ?? null, integration_types: form.integration_types ?? [0], dm_permission: true }
			: { guild_id: guildId, contexts: null, integration_types: [0] }),
		options: withoutNulls(form.options ?? []),
	};
	// read by the schema of commands
	return command as unknown as APIApplicationCommand;
}

/** Options as Discord stores them: what is null is not there. */
function withoutNulls(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNulls);
	if (typeof value !== 'object' || value === null) return value;
	const given = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
	return Object.fromEntries(given.map(([key, inner]) => [key, withoutNulls(inner)]));
}

/** As the list shows it: localisations only where they are asked for. */
function listed(command: APIApplicationCommand, withLocalisations: boolean): object {
	if (withLocalisations) return command;
	return { ...command, name_localizations: undefined, description_localizations: undefined };
}

/** Commands of the application: list, read, create, edit, delete, and replace all; global and of one guild. */
export function addCommandRoutes(app: Hono<RestEnv>, hub: Hub): void {
	const store = (guildId: string | null, commands: readonly APIApplicationCommand[]) => {
		hub.world.setCommands(guildId, commands);
		hub.emit({ kind: 'commands-changed', guildId });
	};
	const one = (c: RestContext) => {
		const guildId = scopeOf(hub, c);
		const id = idIn(c, 'command');
		const commands = hub.world.commands(guildId);
		return {
			guildId,
			commands,
			command: found(
				commands.find((each) => each.id === id),
				unknown.command,
			),
		};
	};
	const same = (form: { type: number; name: string }, other: { type: number; name: string }) =>
		form.type === other.type && form.name === other.name;
	for (const path of ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands']) {
		app.get(path, (c) => {
			const full = c.req.query('with_localizations') === 'true';
			return c.json(hub.world.commands(scopeOf(hub, c)).map((each) => listed(each, full)));
		});
		app.put(path, (c) => {
			const guildId = scopeOf(hub, c);
			const before = hub.world.commands(guildId);
			const commands = readCommands(c.get('json')).map((form) =>
				toCommand(
					hub,
					guildId,
					form,
					before.find((each) => same(form, each)),
				),
			);
			store(guildId, commands);
			return c.json(commands);
		});
		app.post(path, (c) => {
			const guildId = scopeOf(hub, c);
			const form = readCommand(c.get('json'));
			const before = hub.world.commands(guildId);
			const known = before.find((each) => same(form, each));
			const command = toCommand(hub, guildId, form, known);
			const after = [...before.filter((each) => each !== known), command];
			checkCount(after);
			store(guildId, after);
			return c.json(command, known ? 200 : 201);
		});
		app.get(`${path}/:command`, (c) => c.json(one(c).command));
		app.patch(`${path}/:command`, (c) => {
			const { guildId, commands, command } = one(c);
			const { type, name, description, options, name_localizations, description_localizations } = command;
			const { contexts, integration_types, default_member_permissions, nsfw } = command;
			const settings = { contexts, integration_types, default_member_permissions, nsfw };
			const texts = { name, description, name_localizations, description_localizations, options };
			// an edit names what it changes; a body that is no object changes nothing
			const edited = readCommand({ type, ...texts, ...settings, ...(c.get('json') as object | null) });
			const replaced = toCommand(hub, guildId, edited, command);
			store(
				guildId,
				commands.map((each) => (each === command ? replaced : each)),
			);
			return c.json(replaced);
		});
		app.delete(`${path}/:command`, (c) => {
			const { guildId, commands, command } = one(c);
			store(
				guildId,
				commands.filter((each) => each !== command),
			);
			return c.body(null, 204);
		});
	}
}
