import { Events, GatewayIntentBits, type Client } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { INTENTS, login, nextMessage, openWatched } from './discord.js';

const GENERAL = { channelId: IDS.general };

function once(client: Client, event: Events.ShardResume | Events.ShardReady): Promise<void> {
	return new Promise((resolve) => {
		client.once(event, () => {
			resolve();
		});
	});
}

describe('the gateway, with the real client', () => {
	it('replays to a resumed session what happened meanwhile', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const resumed = once(client, Events.ShardResume);
		const message = nextMessage(client);
		sandbox.faults.dropConnections();
		await sandbox.as(IDS.english).send(GENERAL, `<@${IDS.application}> are you there?`);
		await resumed;
		expect((await message).content).toContain('are you there?');
	});

	it('asks for a reconnect, which resumes', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const resumed = once(client, Events.ShardResume);
		sandbox.faults.askReconnect();
		await resumed;
		expect(sandbox.online).toBe(true);
	});

	it('lets a session begin anew after a refused RESUME', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const ready = once(client, Events.ShardReady);
		sandbox.faults.refuseResume();
		sandbox.faults.dropConnections();
		await ready;
		const message = nextMessage(client);
		await sandbox.as(IDS.english).send(GENERAL, `<@${IDS.application}> again`);
		expect((await message).content).toContain('again');
	});

	it('is left by a client whose heartbeats go unanswered', async () => {
		const sandbox = await openWatched({ heartbeatMs: 100 });
		const client = await login(sandbox);
		const resumed = once(client, Events.ShardResume);
		sandbox.faults.silence(true);
		await new Promise<void>((resolve) => {
			sandbox.on((event) => {
				if (event.kind === 'bot-presence' && !event.online) resolve();
			});
		});
		sandbox.faults.silence(false);
		await resumed;
		expect(sandbox.online).toBe(true);
	});

	it.each([GatewayIntentBits.MessageContent, GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildPresences])(
		'refuses the privileged intent %i where it was not granted',
		async (intent) => {
			const sandbox = await openWatched({ messageContentIntent: false });
			await expect(login(sandbox, { intents: [...INTENTS, intent] })).rejects.toThrow(/disallowed intents/i);
		},
	);

	it('spreads guilds over shards, and direct messages to the first', async () => {
		const sandbox = await openWatched({ shards: 2 });
		const client = await login(sandbox, { shards: 'auto' });
		expect(client.ws.shards.size).toBe(2);
		expect(client.guilds.cache.size).toBe(2);
		for (const guild of client.guilds.cache.values()) {
			expect(guild.shardId).toBe(Number((BigInt(guild.id) >> 22n) % 2n));
		}
	});

	it('tells of guilds that are joined and left', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const joined = new Promise<string>((resolve) =>
			client.once(Events.GuildCreate, (guild) => {
				resolve(guild.name);
			}),
		);
		const left = new Promise<string>((resolve) =>
			client.once(Events.GuildDelete, (guild) => {
				resolve(guild.name);
			}),
		);
		const guild = sandbox.world.guilds.get(IDS.elsewhere)!;
		const members = [...guild.members, { userId: IDS.application }];
		const id = '1216600000000000900';
		sandbox.addGuild({ ...guild, id, name: 'New', hasBot: true, members, channels: [] });
		expect(await joined).toBe('New');
		sandbox.removeGuild(id);
		expect(await left).toBe('New');
	});
});
