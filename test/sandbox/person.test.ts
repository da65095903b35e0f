import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { openWithCommands } from './asking.js';
import { login } from './discord.js';

const GENERAL = { channelId: IDS.general };
const x = (length: number) => 'x'.repeat(length);

describe('a person', () => {
	it.each<[string, string, Parameters<ReturnType<Sandbox['as']>['command']>[2], RegExp]>([
		['an unknown command', 'search', {}, /not registered; there are: ask, here/],
		['a command for managers', 'articles list', {}, /permissions 32/],
		['a command for administrators', 'admin', {}, /permissions 0/],
		['a missing option', 'ask', {}, /"question" is required/],
		['an unknown option', 'ask', { question: 'abc', colour: 'red' }, /no option "colour"/],
		['a text that is too short', 'ask', { question: 'a' }, /2 to 10/],
		['a text that is too long', 'ask', { question: x(11) }, /2 to 10/],
		['none of the choices', 'ask', { question: 'abc', language: 'de' }, /choices/],
		['a number out of bounds', 'ask', { question: 'abc', k: 6 }, /1 to 5/],
		['a broken number', 'ask', { question: 'abc', k: 1.5 }, /a number/],
		['a text for a number', 'ask', { question: 'abc', k: '1' }, /a number/],
		['a channel of another kind', 'ask', { question: 'abc', channel: IDS.forum }, /an id/],
		['a channel that this person does not see', 'ask', { question: 'abc', channel: IDS.private }, /an id/],
		['a channel of another guild', 'ask', { question: 'abc', channel: IDS.secondGeneral }, /an id/],
		['a user that is none', 'ask', { question: 'abc', user: IDS.general }, /an id/],
		['a file for a text', 'ask', { question: { name: 'a', content: 'a' } }, /no file/],
		['a text for a file', 'ask', { question: 'abc', file: 'a' }, /a file/],
	])('cannot send %s', async (_, name, options, message) => {
		const sandbox = await openWithCommands();
		await expect(sandbox.as(IDS.english).command(GENERAL, name, options)).rejects.toThrow(message);
	});

	it('sends what ids stand for', async () => {
		const sandbox = await openWithCommands();
		const options = { question: 'abc', channel: IDS.newsroom, user: IDS.lao, role: IDS.editors, private: true, k: 2 };
		await expect(sandbox.as(IDS.english).command(GENERAL, 'ask', options)).resolves.toMatchObject({ kind: 'command' });
	});

	it('sends what Discord tells of a channel in interactions, with the rights of the person and of the application', async () => {
		const sandbox = await openWithCommands();
		const client = await login(sandbox);
		const told = new Promise<APIChatInputApplicationCommandInteraction>((resolve) => {
			client.on(Events.Raw, ({ t, d }: { t: string; d: APIChatInputApplicationCommandInteraction }) => {
				if (t === 'INTERACTION_CREATE') resolve(d);
			});
		});
		await sandbox.as(IDS.manager).command(GENERAL, 'ask', { question: 'abc', channel: IDS.private });
		const { data, channel } = await told;
		const [chosen] = Object.values(data.resolved?.channels ?? {});
		expect(chosen).toEqual({
			...{ id: IDS.private, type: 0, guild_id: IDS.borderDesk, name: 'editors-only', parent_id: null, topic: null },
			...{
				flags: 0,
				last_message_id: null,
				nsfw: false,
				rate_limit_per_user: 0,
				position: expect.any(Number) as number,
			},
			permissions: String(sandbox.world.permissions(IDS.manager, IDS.private)),
			app_permissions: String(sandbox.world.permissions(IDS.application, IDS.private)),
		});
		expect(channel).not.toHaveProperty('permission_overwrites');
	});

	it('with Manage Server runs the commands for managers, and the owner all', async () => {
		const sandbox = await openWithCommands();
		await expect(sandbox.as(IDS.manager).command(GENERAL, 'articles list')).resolves.toBeDefined();
		await expect(sandbox.as(IDS.manager).command(GENERAL, 'articles')).rejects.toThrow(/one of the subcommands/);
		await expect(sandbox.as(IDS.manager).command(GENERAL, 'articles drop')).rejects.toThrow(/Expected a subcommand/);
		await expect(sandbox.as(IDS.manager).command(GENERAL, 'admin')).rejects.toThrow();
		await expect(sandbox.as(IDS.owner).command(GENERAL, 'admin')).resolves.toBeDefined();
	});

	it('is shown the commands that can be run', async () => {
		const sandbox = await openWithCommands();
		const names = (userId: string) =>
			sandbox
				.as(userId)
				.commands(GENERAL)
				.map((one) => one.name);
		expect(names(IDS.english)).toEqual(['ask', 'here']);
		expect(names(IDS.manager)).toEqual(['ask', 'articles', 'here']);
		expect(
			sandbox
				.as(IDS.owner)
				.commands('dm')
				.map((one) => one.name),
		).toEqual(['ask', 'articles', 'admin']);
	});

	it('finds commands where their contexts allow', async () => {
		const sandbox = await openWithCommands();
		await expect(sandbox.as(IDS.english).command('dm', 'ask', { question: 'abc' })).resolves.toBeDefined();
		await expect(sandbox.as(IDS.english).command('dm', 'here')).rejects.toThrow(/contexts/);
	});

	it('sees and writes only where permissions allow', async () => {
		const sandbox = await openWithCommands();
		expect(() => sandbox.as(IDS.english).see({ channelId: IDS.private })).toThrow(/does not see/);
		expect(sandbox.as(IDS.manager).see({ channelId: IDS.private })).toEqual([]);
		await expect(sandbox.as(IDS.english).send({ channelId: IDS.forum }, 'a')).rejects.toThrow(/may not write/);
		expect(() => sandbox.as('1')).toThrow(/Expected the id of a user/);
	});

	it('edits and deletes own messages', async () => {
		const sandbox = await openWithCommands();
		const ada = sandbox.as(IDS.english);
		const message = await ada.send(GENERAL, 'a', { attachments: [{ name: 'a.txt', content: 'a' }] });
		expect(message.attachments[0]?.content_type).toBe('text/plain; charset=utf-8');
		expect((await ada.edit(message, 'b')).content).toBe('b');
		await expect(sandbox.as(IDS.french).edit(message, 'c')).rejects.toThrow(/author/);
		await expect(sandbox.as(IDS.french).remove(message)).rejects.toThrow(/may not delete/);
		await ada.remove(message);
		expect(ada.see(GENERAL)).toHaveLength(3);
	});
});
