import { DiscordAPIError, Events, type ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { RestFault } from '../../sandbox/faults.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { login, openWatched, request } from './discord.js';

const GENERAL = { channelId: IDS.general };
const HELLO = { content: 'hello', allowed_mentions: { parse: [] } };
const MESSAGES = `/channels/${IDS.general}/messages`;

/** The first interaction that the application gets for a command. */
async function interact(sandbox: Sandbox): Promise<ChatInputCommandInteraction> {
	const client = await login(sandbox);
	await client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
	const received = new Promise<ChatInputCommandInteraction>((resolve) => {
		client.once(Events.InteractionCreate, (interaction) => {
			if (interaction.isChatInputCommand()) resolve(interaction);
		});
	});
	await sandbox.as(IDS.english).command(GENERAL, 'ask');
	return received;
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
	return promise.then(
		() => 'no error',
		(error: unknown) => (error instanceof DiscordAPIError ? error.code : String(error)),
	);
}

describe('faults', () => {
	it.each<[RestFault, number, object]>([
		[{ kind: 'status', status: 502 }, 502, { message: '502: injected', code: 0 }],
		[
			{ kind: 'rate-limit', retryAfterSeconds: 0.5 },
			429,
			{ message: 'You are being rate limited.', retry_after: 0.5, global: false, code: 0 },
		],
		[
			{ kind: 'error', status: 403, code: 50013, message: 'Missing Permissions' },
			403,
			{ message: 'Missing Permissions', code: 50013 },
		],
	])('answer the next matching request with %o, once', async (fault, status, body) => {
		const sandbox = await openWatched();
		sandbox.faults.rest(fault, { method: 'POST', path: /messages$/ });
		expect((await request(sandbox, 'GET', MESSAGES)).status).toBe(200);
		expect(await request(sandbox, 'POST', MESSAGES, HELLO)).toEqual({ status, body });
		expect((await request(sandbox, 'POST', MESSAGES, HELLO)).status).toBe(200);
		expect(sandbox.exchanges.map((one) => one.injected)).toEqual([false, true, false]);
		expect(sandbox.violations).toEqual([]);
	});

	it('cut the connection before the request is carried out, or after', async () => {
		const sandbox = await openWatched();
		sandbox.faults.rest({ kind: 'cut' });
		await expect(request(sandbox, 'POST', MESSAGES, HELLO)).rejects.toThrow();
		expect(sandbox.world.messages(IDS.general)).toHaveLength(3);
		sandbox.faults.rest({ kind: 'cut-after' });
		await expect(request(sandbox, 'POST', MESSAGES, HELLO)).rejects.toThrow();
		expect(sandbox.world.messages(IDS.general)).toHaveLength(4);
	});

	it('delay an answer', async () => {
		const sandbox = await openWatched();
		sandbox.faults.rest({ kind: 'delay', ms: 150 });
		const start = performance.now();
		await request(sandbox, 'GET', MESSAGES);
		expect(performance.now() - start).toBeGreaterThan(140);
	});

	it('are waited out by the real client when they are rate limits or 5xx', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		sandbox.faults.rest({ kind: 'rate-limit', retryAfterSeconds: 0.2 }, { path: /messages$/ });
		sandbox.faults.rest({ kind: 'status', status: 500 }, { path: /messages$/ });
		const channel = await client.channels.fetch(IDS.general);
		if (!channel?.isSendable()) throw new Error('Expected a channel to write in.');
		const message = await channel.send({ content: 'hello', allowedMentions: { parse: [] } });
		expect(message.content).toBe('hello');
	});

	it('make an interaction one that Discord has given up', async () => {
		const sandbox = await openWatched();
		sandbox.faults.expireInteractions();
		const interaction = await interact(sandbox);
		expect(await codeOf(interaction.deferReply())).toBe(10062);
		expect(sandbox.violations).toEqual([]);
	});

	it('are forgotten when cleared', async () => {
		const sandbox = await openWatched();
		sandbox.faults.rest({ kind: 'cut' });
		sandbox.faults.clear();
		expect((await request(sandbox, 'GET', MESSAGES)).status).toBe(200);
	});
});

describe('tokens of interactions', () => {
	it('take one first response', async () => {
		const sandbox = await openWatched();
		const interaction = await interact(sandbox);
		await interaction.deferReply();
		interaction.deferred = false;
		expect(await codeOf(interaction.deferReply())).toBe(40060);
		expect(sandbox.violations.map((one) => one.kind)).toEqual(['request']);
	});

	it('take it within 3 seconds', async () => {
		let now = Date.now();
		const sandbox = await openWatched({ now: () => now });
		const interaction = await interact(sandbox);
		now += 3001;
		expect(await codeOf(interaction.deferReply())).toBe(10062);
	});

	it('live for 15 minutes', async () => {
		let now = Date.now();
		const sandbox = await openWatched({ now: () => now });
		const interaction = await interact(sandbox);
		await interaction.deferReply();
		now += 15 * 60_000;
		expect(await codeOf(interaction.editReply({ content: 'in time', allowedMentions: { parse: [] } }))).toBe(
			'no error',
		);
		now += 1;
		expect(await codeOf(interaction.editReply({ content: 'late', allowedMentions: { parse: [] } }))).toBe(50027);
	});
});
