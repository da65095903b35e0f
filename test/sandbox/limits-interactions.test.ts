import { describe, expect, it } from 'vitest';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { COMMANDS, openWithCommands } from './asking.js';
import { openWatched, request, type Answer } from './discord.js';

const GENERAL = { channelId: IDS.general };
const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const quiet = { allowed_mentions: { parse: [] } };
const says = (content: string) => ({ type: 4, data: { ...quiet, content } });
const button = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };

const respond = async (sandbox: Sandbox, { id, token }: Interaction, body: object): Promise<Answer> =>
	request(sandbox, 'POST', `/interactions/${id}/${token}/callback?with_response=true`, body);

const followUp = async (sandbox: Sandbox, { token }: Interaction, body: object): Promise<Answer> =>
	request(sandbox, 'POST', `/webhooks/${IDS.application}/${token}`, { ...quiet, ...body });

const ask = async (sandbox: Sandbox, userId: string = IDS.english): Promise<Interaction> =>
	sandbox.as(userId).command(GENERAL, 'ask', { question: 'When' });

/** The interaction of an autocomplete, which is not answered yet. */
async function type(sandbox: Sandbox, option: string): Promise<Interaction> {
	const started = new Promise<Interaction>((resolve) => {
		const stop = sandbox.on((event) => {
			if (event.kind !== 'interaction-created') return;
			stop();
			resolve(event.interaction);
		});
	});
	// nobody answers in time, in some of the tests
	sandbox
		.as(IDS.english)
		.autocomplete(GENERAL, 'ask', option, '1')
		.catch(() => undefined);
	return started;
}

const choices = (count: number, more: object = {}) => ({
	type: 8,
	data: { choices: times(count, (i) => ({ name: `n${i}`, value: `v${i}`, ...more })) },
});
const input = (more: object = {}) => ({ type: 4, custom_id: 'why', style: 1, ...more });
const label = (i: number, more: object = {}, inner: object = {}) => ({
	type: 18,
	label: 'Why',
	component: input({ custom_id: `i${i}`, ...inner }),
	...more,
});
const modal = (more: object = {}) => ({
	type: 9,
	data: { custom_id: 'm', title: 'Report', components: [label(0)], ...more },
});

describe('responses to a command', () => {
	it.each<[string, object, object]>([
		['a reply of 2000 characters', says(x(2000)), says(x(2001))],
		['a reply that says something', says('a'), says('')],
		[
			'a deferral with the ephemeral flag alone',
			{ type: 5, data: { flags: 64 } },
			{ type: 5, data: { flags: 64 | 32768 } },
		],
		['a deferral without content', { type: 5 }, { type: 5, data: { content: 'a' } }],
		['a type that fits', says('a'), { type: 8, data: { choices: [] } }],
		['an update only where there is a message', says('a'), { type: 7, data: { ...quiet, content: 'a' } }],
		['modal titles of 45', modal({ title: x(45) }), modal({ title: x(46) })],
		[
			'modals of 5 inputs',
			modal({ components: times(5, (i) => label(i)) }),
			modal({ components: times(6, (i) => label(i)) }),
		],
		['modals with an input', modal(), modal({ components: [] })],
		[
			'inputs whose ids differ',
			modal({ components: [label(0), label(1)] }),
			modal({ components: [label(0), label(0)] }),
		],
		[
			'labels of 45',
			modal({ components: [label(0, { label: x(45) })] }),
			modal({ components: [label(0, { label: x(46) })] }),
		],
		[
			'inputs up to 4000',
			modal({ components: [label(0, {}, { max_length: 4000 })] }),
			modal({ components: [label(0, {}, { max_length: 4001 })] }),
		],
		[
			'inputs with a label in rows',
			modal({ components: [{ type: 1, components: [input({ label: 'a' })] }] }),
			modal({ components: [{ type: 1, components: [input()] }] }),
		],
	])('are %s', async (_, accepted, refused) => {
		const sandbox = await openWithCommands();
		const answer = await respond(sandbox, await ask(sandbox), accepted);
		expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200 });
		expect(sandbox.violations).toEqual([]);
		const interaction = await ask(sandbox);
		expect((await respond(sandbox, interaction, refused)).status).toBe(400);
		expect(interaction.acknowledgedAfterMs).toBeNull();
		expect(sandbox.violations.map((one) => one.kind)).toEqual(['request']);
	});

	it('keep a deferral ephemeral, whatever follows', async () => {
		const sandbox = await openWithCommands();
		const interaction = await ask(sandbox);
		await respond(sandbox, interaction, { type: 5, data: { flags: 64 } });
		expect([interaction.deferred, interaction.ephemeral]).toEqual([true, true]);
		const path = `/webhooks/${IDS.application}/${interaction.token}/messages/%40original`;
		expect((await request(sandbox, 'PATCH', path, { ...quiet, flags: 64, content: 'a' })).status).toBe(400);
		expect((await request(sandbox, 'PATCH', path, { ...quiet, content: 'a' })).status).toBe(200);
		expect(sandbox.world.visibleTo(interaction.messages()[0]!.id)).toBe(IDS.english);
	});

	it('are reached through their interaction alone when they are ephemeral', async () => {
		const sandbox = await openWithCommands();
		const interaction = await ask(sandbox);
		await respond(sandbox, interaction, { type: 4, data: { ...quiet, content: 'a', flags: 64 } });
		const path = `/channels/${IDS.general}/messages`;
		expect((await request(sandbox, 'GET', path)).body).toHaveLength(3);
		expect((await request(sandbox, 'GET', `${path}/${interaction.messages()[0]!.id}`)).status).toBe(404);
	});

	it('are not mentioned by those who reply to them, unlike messages', async () => {
		const sandbox = await openWithCommands();
		const interaction = await ask(sandbox);
		await respond(sandbox, interaction, says('a'));
		const { body } = await request(sandbox, 'POST', `/channels/${IDS.general}/messages`, { ...quiet, content: 'b' });
		const reply = async (replyTo: string) => sandbox.as(IDS.lao).send(GENERAL, 'c', { replyTo });
		expect((await reply(interaction.messages()[0]!.id)).mentions).toEqual([]);
		expect((await reply((body as { id: string }).id)).mentions).toMatchObject([{ id: IDS.application }]);
	});

	it('come before follow-ups', async () => {
		const sandbox = await openWithCommands();
		expect(await followUp(sandbox, await ask(sandbox), { content: 'a' })).toMatchObject({
			status: 404,
			body: { code: 10015 },
		});
	});

	it('are followed by five messages at most where only a person brought the application', async () => {
		const sandbox = await openWithCommands();
		const interaction = await sandbox.as(IDS.traveller).command({ channelId: IDS.group }, 'ask', { question: 'When' });
		await respond(sandbox, interaction, says('a'));
		for (const content of ['1', '2', '3', '4', '5'])
			expect((await followUp(sandbox, interaction, { content })).status).toBe(200);
		expect((await followUp(sandbox, interaction, { content: '6' })).status).toBe(400);
		const atHome = await ask(sandbox);
		await respond(sandbox, atHome, says('a'));
		for (const content of ['1', '2', '3', '4', '5', '6'])
			expect((await followUp(sandbox, atHome, { content })).status).toBe(200);
	});

	it('are ephemeral where the person may not use external applications', async () => {
		const guilds = defaultWorld.guilds.map((guild) =>
			guild.id === IDS.elsewhere
				? {
						...guild,
						ownerId: IDS.owner,
						roles: [{ id: guild.id, name: '@everyone', permissions: (1n << 10n) | (1n << 31n) }],
					}
				: guild,
		);
		const sandbox = await openWatched({ world: { ...defaultWorld, guilds } });
		await request(sandbox, 'PUT', `/applications/${IDS.application}/commands`, COMMANDS);
		const where = { channelId: IDS.elsewhereGeneral };
		const interaction = await sandbox.as(IDS.traveller).command(where, 'ask', { question: 'When' });
		await respond(sandbox, interaction, says('a'));
		expect(interaction.ephemeral).toBe(true);
	});

	it('are reported as unsettled when none come', async () => {
		const sandbox = await openWithCommands();
		await expect((await ask(sandbox)).settled(20)).rejects.toThrow(/no response/);
	});
});

describe('choices', () => {
	it.each<[string, string, object, object]>([
		['25', 'title', choices(25), choices(26)],
		['names of 100', 'title', choices(1, { name: x(100) }), choices(1, { name: x(101) })],
		['values of 100', 'title', choices(1, { value: x(100) }), choices(1, { value: x(101) })],
		['the option’s type', 'k', choices(1, { value: 3 }), choices(1)],
		['no message', 'title', choices(0), says('a')],
		['no deferral', 'title', choices(0), { type: 5 }],
	])('are %s', async (_, option, accepted, refused) => {
		const sandbox = await openWithCommands();
		const answer = await respond(sandbox, await type(sandbox, option), accepted);
		expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200 });
		expect(sandbox.violations).toEqual([]);
		expect((await respond(sandbox, await type(sandbox, option), refused)).status).toBe(400);
	});
});

describe('responses to a button', () => {
	it('update its message, which may be ephemeral', async () => {
		const sandbox = await openWithCommands();
		const interaction = await ask(sandbox);
		await respond(sandbox, interaction, { type: 4, data: { ...quiet, content: 'a', flags: 64, components: [button] } });
		const [message] = interaction.messages();
		const pressed = await sandbox.as(IDS.english).click(message!, 'Go');
		expect(
			await respond(sandbox, pressed, { type: 7, data: { ...quiet, content: 'b', components: [] } }),
		).toMatchObject({ status: 200 });
		expect(interaction.messages()).toMatchObject([{ content: 'b', components: [], flags: 64 }]);
		await expect(sandbox.as(IDS.english).click(message!, 'Go')).rejects.toThrow(/no button/);
		await expect(sandbox.as(IDS.french).click(message!, 'Go')).rejects.toThrow(/sees no message/);
		expect(sandbox.violations).toEqual([]);
	});
});
