import { isDeepStrictEqual } from 'node:util';
import { REST, Routes, type APIApplicationCommand } from 'discord.js';
import { ALL_DATA } from '../commands/registry.js';
import { restOptions } from './client.js';
import type { DiscordConfig } from './config.js';

/** What would become of one command. */
export interface CommandChange {
	readonly kind: 'added' | 'changed' | 'removed';
	readonly name: string;
	/** Fields that differ, for a changed one. */
	readonly fields: readonly string[];
}

export interface Deployment {
	readonly applicationId: string;
	readonly changes: readonly CommandChange[];
	/** Commands that stay as they are. */
	readonly unchanged: number;
	/** Replaces what is registered. Registering the same twice changes nothing. */
	apply(): Promise<void>;
}

/** Fields that Discord adds. */
const OF_DISCORD = [
	'id',
	'application_id',
	'version',
	'guild_id',
	'dm_permission',
	'handler',
	'name_localized',
	'description_localized',
];

/** Compares the registry with what Discord has: for all servers, or for one. */
export async function planDeployment(config: DiscordConfig, token: string, guildId?: string): Promise<Deployment> {
	const rest = new REST(restOptions(config)).setToken(token);
	// Discord's documentation of these two routes
	const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string };
	const route = guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
	const registered = (await rest.get(route, {
		query: new URLSearchParams({ with_localizations: 'true' }),
	})) as APIApplicationCommand[];
	const before = new Map(registered.map((command) => [keyOf(command), command]));
	const after = new Map(ALL_DATA.map((data) => [keyOf(data), data]));
	const changes: CommandChange[] = [];
	for (const [key, data] of after) {
		const other = before.get(key);
		const fields = other === undefined ? [] : differences(data, other, guildId !== undefined);
		if (other === undefined) changes.push({ kind: 'added', name: data.name, fields: [] });
		else if (fields.length > 0) changes.push({ kind: 'changed', name: data.name, fields });
	}
	for (const [key, { name }] of before) if (!after.has(key)) changes.push({ kind: 'removed', name, fields: [] });
	return {
		applicationId: id,
		changes,
		unchanged: ALL_DATA.length - changes.filter(({ kind }) => kind !== 'removed').length,
		async apply() {
			await rest.put(route, { body: ALL_DATA });
		},
	};
}

/** A menu may have the name of a command. */
function keyOf({ type = 1, name }: { readonly type?: number; readonly name: string }): string {
	return `${type} ${name}`;
}

function differences(wanted: object, registered: object, ofGuild: boolean): string[] {
	const [one, other] = [plain(wanted), plain(registered)];
	// a server's own commands are of that server: Discord keeps no contexts for them
	const ignored = ofGuild ? [...OF_DISCORD, 'contexts', 'integration_types'] : OF_DISCORD;
	return [...new Set([...Object.keys(one), ...Object.keys(other)])]
		.filter((field) => !ignored.includes(field))
		.filter((field) => !isDeepStrictEqual(one[field], other[field]));
}

/** Without what is as it is where nothing is said: Discord leaves some of it out, and adds some. */
function plain(value: object): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, field]) => !isDefault(field))
			.map(([name, field]) => [name, plainValue(field)]),
	);
}

function plainValue(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plainValue);
	return typeof value === 'object' && value !== null ? plain(value) : value;
}

function isDefault(value: unknown): boolean {
	if (value === undefined || value === null || value === false || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
