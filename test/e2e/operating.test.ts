import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { ALL_DATA } from '../../commands/registry.js';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.js';
import { snowflake } from '../../sandbox/snowflake.js';
import { loadOpenApiCheck } from '../support/openapi.js';
import { jsonOf, outcomeOf, quoth, startQuoth } from '../support/quoth.js';
import { suiteFolder } from '../support/temporary-folder.js';

const data = `${suiteFolder()}/data`;

async function withSandbox(work: (sandbox: Sandbox) => Promise<void>, options: SandboxOptions = {}): Promise<void> {
	const sandbox = await openSandbox({ check: loadOpenApiCheck(), ...options });
	try {
		await work(sandbox);
		// a token that is refused is what one test is about
		const others = sandbox.violations.filter(({ problems }) => problems.join() !== '0 401: Unauthorized');
		expect(others).toEqual([]);
	} finally {
		await sandbox.close();
	}
}

const environmentOf = ({ token, restUrl }: Sandbox) => ({ DISCORD_TOKEN: token, DISCORD_API: restUrl });

describe('quoth deploy', () => {
	it('shows what changes, changes it, and has nothing to change the second time', async () => {
		await withSandbox(async (sandbox) => {
			const deploy = (...args: string[]) => quoth(['deploy', ...args], { data, env: environmentOf(sandbox) });
			const tried = await deploy('--dry-run');
			expect(tried).toMatchObject({ code: 0, stderr: '' });
			expect(tried.stdout).toContain('+ ask\n');
			expect(sandbox.world.commands(null)).toEqual([]);

			expect(jsonOf(await deploy('--json'))).toMatchObject({ applied: true, unchanged: 0, guild: null });
			expect(sandbox.world.commands(null)).toHaveLength(ALL_DATA.length);
			expect(jsonOf(await deploy('--json'))).toMatchObject({ applied: false, changes: [], unchanged: ALL_DATA.length });
		});
	});

	it('says which fields differ, and removes what is not ours any more', async () => {
		await withSandbox(async (sandbox) => {
			const api = `${sandbox.restUrl}/v10/applications/${sandbox.applicationId}/commands`;
			const old = [
				{ ...ALL_DATA[0], description: 'Something else' },
				{ name: 'summon', description: 'Once there was' },
			];
			await fetch(api, {
				method: 'PUT',
				headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
				body: JSON.stringify(old),
			});
			const { stdout, code } = await quoth(['deploy'], { data, env: environmentOf(sandbox) });
			expect(code).toBe(0);
			expect(stdout).toContain('~ ask: description');
			expect(stdout).toContain('- summon');
			expect(sandbox.world.commands(null).map(({ name }) => name)).not.toContain('summon');
		});
	});

	it('registers for one server alone where one is named', async () => {
		await withSandbox(async (sandbox) => {
			const env = environmentOf(sandbox);
			const deployed = await quoth(['deploy', '--guild', IDS.borderDesk, '--json'], { data, env });
			expect(jsonOf(deployed)).toMatchObject({ applied: true, guild: IDS.borderDesk });
			expect(sandbox.world.commands(IDS.borderDesk)).toHaveLength(ALL_DATA.length);
			expect(sandbox.world.commands(null)).toEqual([]);
			const again = await quoth(['deploy', '--guild', IDS.borderDesk, '--json'], { data, env });
			expect(jsonOf(again)).toMatchObject({ changes: [] });
			expect((await quoth(['deploy', '--guild', 'mine'], { data, env })).code).toBe(2);
		});
	});
});

describe('quoth bot', () => {
	it('says what is missing: a token, the right one, a Discord that answers', async () => {
		const missing = await quoth(['bot'], { data });
		expect(missing.code).toBe(1);
		expect(missing.stderr).toMatch(
			/DISCORD_TOKEN is missing.*discord\.com\/developers\/applications.*No privileged intent/,
		);
		await withSandbox(async ({ restUrl }) => {
			const wrong = await quoth(['bot'], { data, env: { DISCORD_TOKEN: 'wrong', DISCORD_API: restUrl } });
			expect(wrong).toMatchObject({ code: 1, stdout: '' });
			expect(wrong.stderr).toContain('Discord refuses DISCORD_TOKEN');
			expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
		});
		const away = await quoth(['bot'], { data, env: { DISCORD_TOKEN: 'x', DISCORD_API: 'http://127.0.0.1:9/api' } });
		expect(away.stderr).toContain('Discord cannot be reached at http://127.0.0.1:9/api (ECONNREFUSED)');
	});

	it('prints the link that invites it, with the permissions that it needs and no others', async () => {
		await withSandbox(async (sandbox) => {
			const bot = startQuoth(['bot'], { data, env: environmentOf(sandbox) });
			const outcome = outcomeOf(bot);
			await expect.poll(() => sandbox.online, { timeout: 20_000 }).toBe(true);
			await new Promise((resolve) => setTimeout(resolve, 500));
			bot.kill('SIGTERM');
			const { code, stderr, stdout } = await outcome;
			expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
			const [link] = /https:\/\/discord\.com\/oauth2\/\S+/.exec(stderr) ?? [];
			const { searchParams } = new URL(link!);
			expect(searchParams.get('client_id')).toBe(sandbox.applicationId);
			expect(searchParams.get('scope')).toBe('bot applications.commands');
			// View Channels, Send Messages, Embed Links, Attach Files, Read Message History, Send Messages in Threads
			const bits = [10n, 11n, 14n, 15n, 16n, 38n].reduce((all, bit) => all | (1n << bit), 0n);
			expect(searchParams.get('permissions')).toBe(String(bits));
			expect(stderr).toContain(`Registered ${ALL_DATA.length} commands`);
		});
	});

	it('shares the servers among as many processes as Discord recommends', async () => {
		await withSandbox(
			async (sandbox) => {
				const bot = startQuoth(['bot', '--shards', 'auto'], { data, env: environmentOf(sandbox) });
				const outcome = outcomeOf(bot);
				let said = '';
				bot.stderr.on('data', (part: Buffer) => (said += part.toString()));
				await expect.poll(() => said.match(/ info ready /g)?.length, { timeout: 60_000 }).toBe(2);
				const [desk] = defaultWorld.guilds;
				// one millisecond later, so on the other shard
				const [guildId, channelId] = [1, 2].map((n) => snowflake(Date.UTC(2024, 2, 11, 8, 0, 0, 1), n)) as [
					string,
					string,
				];
				const everyone = { ...desk!.roles[0]!, id: guildId };
				sandbox.addGuild({
					...desk!,
					id: guildId,
					roles: [everyone],
					members: [{ userId: IDS.application }, { userId: IDS.english }],
					channels: [{ id: channelId, name: 'general', type: ChannelType.GuildText }],
				});
				const shards = new Set<number>();
				for (const where of [{ channelId: IDS.general }, { channelId }]) {
					const status = await sandbox.as(IDS.english).command(where, 'status');
					await status.settled();
					// https://discord.com/developers/docs/events/gateway#sharding-sharding-formula, counted from 1
					const shard = Number((BigInt(status.guildId!) >> 22n) % 2n) + 1;
					expect(JSON.stringify(status.messages())).toContain(`shard ${shard} of 2`);
					shards.add(shard);
				}
				expect(shards.size).toBe(2);
				bot.kill('SIGTERM');
				expect((await outcome).code).toBe(0);
			},
			{ shards: 2 },
		);
	}, 120_000);
});
