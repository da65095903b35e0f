import { ApplicationFlags as Flags } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { loadOpenApiCheck } from '../support/openapi.js';
import { openWatched, request } from './discord.js';

describe('what the application reads', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		const application = { ...defaultWorld.application, flags: Flags.GatewayGuildMembersLimited };
		const options = { check: loadOpenApiCheck(), world: { ...defaultWorld, application }, shards: 3 };
		sandbox = await openSandbox({ ...options, messageContentIntent: true });
	});
	afterAll(async () => {
		await sandbox.close();
	});

	it.each<[string, object]>([
		['/gateway', {}],
		['/gateway/bot', { shards: 3, session_start_limit: { remaining: 1000 } }],
		['/users/@me', { id: IDS.application, bot: true }],
		[`/users/${IDS.french}`, { username: 'chloe', global_name: 'Chloé' }],
		['/users/@me/guilds', [{ name: 'Border Desk' }, { name: 'Second Newsroom' }]],
		['/oauth2/applications/@me', { id: IDS.application, flags: (1 << 19) | (1 << 15) }],
		['/applications/@me', { owner: { id: IDS.owner }, approximate_guild_count: 2 }],
		[`/applications/${IDS.application}/entitlements`, []],
		[`/guilds/${IDS.borderDesk}?with_counts=true`, { name: 'Border Desk', approximate_member_count: 9 }],
		[
			`/guilds/${IDS.borderDesk}/channels`,
			[{ id: IDS.general }, { id: IDS.newsroom }, { id: IDS.private }, { id: IDS.forum }],
		],
		[`/guilds/${IDS.borderDesk}/threads/active`, { threads: [{ id: IDS.post }, { id: IDS.thread }] }],
		[
			`/guilds/${IDS.borderDesk}/roles`,
			[{ id: IDS.borderDesk }, { id: IDS.editors }, { tags: { bot_id: IDS.application } }],
		],
		[`/guilds/${IDS.borderDesk}/members?limit=2`, [{ user: { id: IDS.application } }, { user: { id: IDS.owner } }]],
		[`/guilds/${IDS.borderDesk}/members/${IDS.manager}`, { roles: [IDS.editors] }],
		[`/channels/${IDS.general}`, { name: 'general', position: 0 }],
		[`/channels/${IDS.private}`, { permission_overwrites: [{ deny: '1024' }, {}, {}] }],
		[`/channels/${IDS.forum}`, { type: 15 }],
		[`/channels/${IDS.thread}`, { parent_id: IDS.newsroom, owner_id: IDS.french }],
		[`/channels/${IDS.general}/messages`, [{}, { author: { id: IDS.french } }, {}]],
	])('is as Discord describes it: %s', async (path, expected) => {
		const { status, body } = await request(sandbox, 'GET', path);
		expect(status).toBe(200);
		expect(body).toMatchObject(expected);
		expect(sandbox.violations).toEqual([]);
	});

	it('has a direct message channel with every person', async () => {
		const { body } = await request(sandbox, 'POST', '/users/@me/channels', { recipient_id: IDS.lao });
		expect(body).toMatchObject({ type: 1, recipients: [{ id: IDS.lao }] });
		const { id } = body as { id: string };
		expect(sandbox.world.directMessage(IDS.lao).id).toBe(id);
		expect((await request(sandbox, 'POST', `/channels/${id}/typing`)).status).toBe(204);
		expect((await request(sandbox, 'GET', `/channels/${id}`)).body).toMatchObject({ id });
		expect(sandbox.violations).toEqual([]);
	});

	it('leaves the lists of members out where the intent for them was not granted', async () => {
		const own = await openWatched();
		for (const path of [`/guilds/${IDS.borderDesk}/members`, `/channels/${IDS.thread}/thread-members`]) {
			expect(await request(own, 'GET', path)).toMatchObject({ status: 403, body: { code: 50001 } });
		}
		expect((await request(own, 'GET', `/guilds/${IDS.borderDesk}/members/${IDS.lao}`)).status).toBe(200);
		expect(own.violations).toEqual([]);
	});

	it('comes with rate limits', async () => {
		const headers = { authorization: `Bot ${sandbox.token}` };
		const response = await fetch(`${sandbox.restUrl}/v10/users/@me`, { headers });
		const names = ['limit', 'remaining', 'reset', 'reset-after', 'bucket'].map((name) => `x-ratelimit-${name}`);
		expect(names.filter((name) => !response.headers.has(name))).toEqual([]);
	});

	it('comes from loopback alone', () => {
		expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});
});

describe('requests that are none', () => {
	it.each<[string, string, number, number, RequestInit]>([
		['an unknown path', '/v10/voice', 404, 0, {}],
		[
			'broken JSON',
			`/v10/channels/${IDS.general}/messages`,
			400,
			50109,
			{ method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
		],
		[
			'another content type',
			`/v10/channels/${IDS.general}/messages`,
			400,
			50035,
			{ method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } },
		],
	])('are refused and reported: %s', async (_, path, status, code, init) => {
		const sandbox = await openWatched({ check: () => ({ request: [], response: [] }) });
		const headers = { ...(init.headers as Record<string, string> | undefined), authorization: `Bot ${sandbox.token}` };
		const response = await fetch(`${sandbox.restUrl}${path}`, { ...init, headers });
		expect([response.status, await response.json()]).toMatchObject([status, { code }]);
		expect(sandbox.violations.map((one) => one.kind)).toEqual(['request']);
	});

	it('reach nothing on a port that is taken', async () => {
		const sandbox = await openWatched();
		await expect(openSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow(/EADDRINUSE/);
	});
});
