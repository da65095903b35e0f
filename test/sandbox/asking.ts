import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { openWatched, request } from './discord.js';

/** Commands with options of every kind. */
export const COMMANDS = [
	{
		name: 'ask',
		description: 'Ask',
		contexts: [0, 1, 2],
		integration_types: [0, 1],
		options: [
			{ type: 3, name: 'question', description: 'What', required: true, min_length: 2, max_length: 10 },
			{ type: 3, name: 'title', description: 'Which', autocomplete: true },
			{ type: 3, name: 'language', description: 'Which', choices: [{ name: 'French', value: 'fr' }] },
			{ type: 4, name: 'k', description: 'How many', min_value: 1, max_value: 5, autocomplete: true },
			{ type: 7, name: 'channel', description: 'Where', channel_types: [0] },
			{ type: 6, name: 'user', description: 'Who' },
			{ type: 8, name: 'role', description: 'Which' },
			{ type: 5, name: 'private', description: 'Whether' },
			{ type: 11, name: 'file', description: 'What' },
		],
	},
	{
		name: 'articles',
		description: 'Manage',
		default_member_permissions: '32',
		options: [{ type: 1, name: 'list', description: 'List' }],
	},
	{ name: 'admin', description: 'Administer', default_member_permissions: '0' },
	{ name: 'here', description: 'In guilds', contexts: [0] },
];

/** A sandbox in which these commands are registered. */
export async function openWithCommands(): Promise<Sandbox> {
	const sandbox = await openWatched();
	await request(sandbox, 'PUT', `/applications/${IDS.application}/commands`, COMMANDS);
	return sandbox;
}
