import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.js';

let sandbox: Sandbox;
let client: Client | undefined;

async function login(options: SandboxOptions = {}, intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]) {
	sandbox = await openSandbox(options);
	client = new Client({ intents, rest: { api: sandbox.restUrl, globalRequestsPerSecond: Infinity } });
	const ready = new Promise<void>((resolve) => client!.once(Events.ClientReady, () => resolve()));
	await client.login(sandbox.token);
	await ready;
	return client;
}

afterEach(async () => {
	await client?.destroy();
	client = undefined;
	await sandbox.close();
});

describe('openSandbox', () => {
	it('lets an unmodified client log in', async () => {
		const bot = await login();
		expect(bot.guilds.cache.size).toBe(2);
		expect(sandbox.violations).toEqual([]);
		expect(sandbox.online).toBe(true);
	});
});
