import { PermissionFlagsBits as Allow } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import type { OverwriteData, WorldOptions } from '../../sandbox/world-data.js';
import { openWatched, request, upload } from './discord.js';

const MESSAGES = `/channels/${IDS.general}/messages`;
const quiet = { allowed_mentions: { parse: [] } };

/** The default world with other rules for the bot in the general channel. */
function worldWhere(overwrite: Pick<OverwriteData, 'allow' | 'deny'>): WorldOptions {
	const guilds = defaultWorld.guilds.map((guild) => ({
		...guild,
		channels: guild.channels.map((channel) =>
			channel.id === IDS.general || channel.id === IDS.newsroom
				? { ...channel, overwrites: [{ id: IDS.application, type: 1 as const, ...overwrite }] }
				: channel,
		),
	}));
	return { ...defaultWorld, guilds };
}

describe('permissions', () => {
	it.each<[string, bigint, number]>([
		['View Channel', Allow.ViewChannel, 50001],
		['Send Messages', Allow.SendMessages, 50013],
		['Embed Links', Allow.EmbedLinks, 50013],
	])('are missed with the right code: %s', async (_, deny, code) => {
		const sandbox = await openWatched({ world: worldWhere({ deny }) });
		const answer = await request(sandbox, 'POST', MESSAGES, { ...quiet, embeds: [{ title: 'a' }] });
		expect(answer).toMatchObject({ status: 403, body: { code } });
		expect(sandbox.violations).toEqual([]);
	});

	it('are missed for files and answers', async () => {
		const sandbox = await openWatched({ world: worldWhere({ deny: Allow.AttachFiles | Allow.ReadMessageHistory }) });
		expect(await upload(sandbox, MESSAGES, quiet, [new File(['a'], 'a.txt')])).toMatchObject({ body: { code: 50013 } });
		const [first] = sandbox.world.messages(IDS.general);
		const body = { ...quiet, content: 'a', message_reference: { message_id: first!.id } };
		expect(await request(sandbox, 'POST', MESSAGES, body)).toMatchObject({ body: { code: 160002 } });
		expect(await request(sandbox, 'GET', MESSAGES)).toEqual({ status: 200, body: [] });
	});

	it('are those of the parent in threads, with their own right to write', async () => {
		const sandbox = await openWatched({ world: worldWhere({ deny: Allow.SendMessages }) });
		const thread = `/channels/${IDS.thread}/messages`;
		expect((await request(sandbox, 'POST', thread, { ...quiet, content: 'a' })).status).toBe(200);
		const other = await openWatched({ world: worldWhere({ deny: Allow.SendMessagesInThreads }) });
		expect((await request(other, 'POST', thread, { ...quiet, content: 'a' })).status).toBe(403);
	});

	it('do not reach guilds that the bot is not in, nor what is not there', async () => {
		const sandbox = await openWatched();
		const at = async (path: string) => (await request(sandbox, 'GET', path)).body;
		expect(await at(`/channels/${IDS.elsewhereGeneral}`)).toMatchObject({ code: 50001 });
		expect(await at(`/guilds/${IDS.elsewhere}`)).toMatchObject({ code: 50001 });
		expect(await at('/channels/1')).toMatchObject({ code: 10003 });
		expect(await at('/guilds/1')).toMatchObject({ code: 10004 });
		expect(await at('/users/1')).toMatchObject({ code: 10013 });
		expect(await at('/channels/abc')).toMatchObject({ code: 50035 });
	});

	it('need the token', async () => {
		const sandbox = await openWatched();
		const response = await fetch(`${sandbox.restUrl}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
		expect([response.status, await response.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
	});
});
