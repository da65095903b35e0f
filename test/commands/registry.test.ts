import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { en } from '../../commands/locales/en.js';
import { DISCORD_LOCALES } from '../../commands/messages.js';
import { ALL_DATA, COMMAND_KEYS, commandOf, COMMANDS, MENUS, menuOf } from '../../commands/registry.js';
import { DEFAULT_SETTINGS } from '../../commands/settings.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { readCommands } from '../../sandbox/limits/commands.js';

interface Named {
	readonly name: string;
	readonly name_localizations?: object;
	readonly description?: string;
	readonly description_localizations?: object;
	readonly options?: readonly Named[];
}

/** A command and all that it has within, by the key under which its words stand. */
function* within(node: Named, key: string): Generator<[string, Named]> {
	yield [key, node];
	for (const option of node.options ?? []) yield* within(option, `${key}.${option.name}`);
}

const nodes = [...Object.entries(COMMANDS), ...Object.entries(MENUS)].flatMap(([key, { data }]) => [
	...within(data as Named, key),
]);

describe('the registry', () => {
	it('holds what Discord takes, all of it at once', () => {
		expect(() => readCommands(JSON.parse(JSON.stringify(ALL_DATA)))).not.toThrow();
	});

	it('finds every command and menu by the name that Discord sends', () => {
		for (const [key, command] of Object.entries(COMMANDS)) expect(commandOf(command.data.name), key).toBe(command);
		for (const [key, menu] of Object.entries(MENUS)) expect(menuOf(menu.data.name), key).toBe(menu);
		expect(commandOf('summon')).toBeUndefined();
	});

	it('has a command or menu in every file that makes one', () => {
		const folder = join(PACKAGE_ROOT, 'commands');
		const makers = readdirSync(folder, { withFileTypes: true }).filter((entry) => {
			if (!entry.isFile()) return false;
			const code = readFileSync(join(folder, entry.name), 'utf8');
			return /^export const \w+(: MessageMenu<| = defineCommand)/m.test(code);
		});
		expect(makers).toHaveLength(COMMAND_KEYS.length);
	});

	it.each(nodes)('words %s as the catalogues do, in every locale of Discord', (key, node) => {
		for (const [locale, { commands }] of Object.entries(DISCORD_LOCALES)) {
			const words = commands[key as keyof typeof commands];
			expect(words, `${locale} has no words for ${key}`).toBeDefined();
			expect(node.name_localizations).toHaveProperty([locale], words.name);
			if (node.description !== undefined)
				expect(node.description_localizations).toHaveProperty([locale], words.description);
		}
	});

	it('uses all the words that the catalogues have for commands and options', () => {
		expect(nodes.map(([key]) => key).sort()).toEqual(Object.keys(en.commands).sort());
	});

	it('asks for Manage Server wherever something is changed, and nowhere else', () => {
		const guarded = Object.entries({ ...COMMANDS, ...MENUS }).filter(
			([, { data }]) =>
				'default_member_permissions' in data &&
				data.default_member_permissions === String(PermissionFlagsBits.ManageGuild),
		);
		expect(guarded.map(([key]) => key).sort()).toEqual(['add', 'add-to-library', 'gaps', 'remove', 'settings']);
		for (const [key, { access }] of Object.entries({ ...COMMANDS, ...MENUS }))
			expect(access, key).toBe(guarded.some(([name]) => name === key) ? 'managers' : 'everyone');
	});

	it('lets every setting be changed by an option of its name', () => {
		expect(COMMANDS.settings.data.options.map(({ name }) => name).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
	});

	it('offers every choice that the catalogues have words for', () => {
		const offered = JSON.stringify(ALL_DATA);
		for (const [key, name] of Object.entries(en.choices)) expect(offered, key).toContain(JSON.stringify(name));
	});
});
