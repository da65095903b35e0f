import { ApplicationFlags as Flags, ChannelType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { Events, type AnyThreadChannel, type TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import type { ChannelData, WorldOptions } from '../../sandbox/world-data.js';
import { login, openWatched, request } from './discord.js';
import { worldWithChannels } from './worlds.js';

const AT = Date.UTC(2024, 2, 12);
const HELLO = { content: 'hello', allowed_mentions: { parse: [] } };

function thread(n: number, more: Partial<ChannelData> = {}): ChannelData {
	const id = String(1216700000000000000n + BigInt(n));
	const base = { id, name: `thread-${n}`, type: ChannelType.PublicThread, parentId: IDS.newsroom, ownerId: IDS.french };
	return { ...base, ...more };
}

const ARCHIVED = [1, 2, 3, 4, 5].map((n) => thread(n, { archived: true, archivedAt: AT + n * 1000 }));
const CLOSED = thread(6, { type: ChannelType.PrivateThread, archived: true, memberIds: [IDS.application] });
const SECRET = thread(7, { type: ChannelType.PrivateThread, archived: true });

function withFlags(world: WorldOptions, flags: number): WorldOptions {
	return { ...world, application: { ...world.application, flags } };
}

async function newsroom(sandbox: Sandbox): Promise<TextChannel> {
	const channel = await (await login(sandbox)).channels.fetch(IDS.newsroom);
	if (channel?.type !== ChannelType.GuildText) throw new Error('Expected a text channel.');
	return channel;
}

const codeOf = async (sandbox: Sandbox, path: string) => {
	const { status, body } = await request(sandbox, 'GET', path);
	return [status, (body as { code?: number }).code];
};

describe('archived threads', () => {
	it('are listed in pages, the last archived first', async () => {
		const sandbox = await openWatched({ world: worldWithChannels(ARCHIVED) });
		const channel = await newsroom(sandbox);
		const names: string[] = [];
		let before: Date | undefined;
		for (;;) {
			const page = await channel.threads.fetchArchived({ limit: 2, ...(before && { before }) });
			names.push(...page.threads.map((one) => one.name));
			before = page.threads.last()?.archivedAt ?? undefined;
			if (!page.hasMore) break;
		}
		expect(names).toEqual(['thread-5', 'thread-4', 'thread-3', 'thread-2', 'thread-1']);
		expect(sandbox.violations).toEqual([]);
	});

	it('that are private are listed for who manages threads, and one’s own for all', async () => {
		const world = worldWithChannels([CLOSED, SECRET]);
		const sandbox = await openWatched({ world });
		const channel = `/channels/${IDS.newsroom}`;
		expect(await codeOf(sandbox, `${channel}/threads/archived/private`)).toEqual([403, 50013]);
		const { body } = await request(sandbox, 'GET', `${channel}/users/@me/threads/archived/private`);
		expect(body).toMatchObject({ threads: [{ id: CLOSED.id }], members: [{ user_id: IDS.application }] });
		sandbox.changes.editChannel(IDS.newsroom, {
			overwrites: [{ id: IDS.application, type: 1, allow: Allow.ManageThreads }],
		});
		const all = await request(sandbox, 'GET', `${channel}/threads/archived/private`);
		expect((all.body as { threads: object[] }).threads).toHaveLength(2);
		expect(sandbox.violations).toEqual([]);
	});

	it('take no edits, and become active when somebody writes, unless they are locked', async () => {
		const locked = thread(8, { archived: true, locked: true });
		const sandbox = await openWatched({ world: worldWithChannels([...ARCHIVED, locked]) });
		const path = `/channels/${ARCHIVED[0]!.id}/messages`;
		const { body } = await request(sandbox, 'POST', path, HELLO);
		expect(sandbox.world.channels.get(ARCHIVED[0]!.id)?.data.archived).toBe(false);
		sandbox.changes.editChannel(ARCHIVED[0]!.id, { archived: true });
		const edit = await request(sandbox, 'PATCH', `${path}/${(body as { id: string }).id}`, HELLO);
		expect(edit).toMatchObject({ status: 400, body: { code: 50083 } });
		const refused = await request(sandbox, 'POST', `/channels/${locked.id}/messages`, HELLO);
		expect(refused).toMatchObject({ status: 400, body: { code: 160005 } });
		await expect(sandbox.as(IDS.french).send({ channelId: locked.id }, 'a')).rejects.toThrow(/may not write/);
		await sandbox.as(IDS.french).send({ channelId: ARCHIVED[1]!.id }, 'a');
		expect(sandbox.world.channels.get(ARCHIVED[1]!.id)?.data.archived).toBe(false);
		expect(sandbox.violations).toEqual([]);
	});

	it('are there in channels that have threads only', async () => {
		const sandbox = await openWatched();
		expect(await codeOf(sandbox, `/channels/${IDS.post}/threads/archived/public`)).toEqual([400, 50024]);
		expect(await codeOf(sandbox, `/channels/${IDS.forum}/threads/archived/public`)).toEqual([200, undefined]);
		expect(await codeOf(sandbox, `/channels/${IDS.newsroom}/threads/archived/public?before=x`)).toEqual([400, 50035]);
	});
});

describe('active threads', () => {
	it('are listed as far as the application sees them, with its own membership', async () => {
		const secret = thread(1, { type: ChannelType.PrivateThread });
		const own = thread(2, { type: ChannelType.PrivateThread, memberIds: [IDS.application] });
		const hidden = thread(3, { parentId: IDS.botless });
		const world = worldWithChannels([secret, own, hidden, thread(4, { archived: true })]);
		const sandbox = await openWatched({ world });
		const { body } = await request(sandbox, 'GET', `/guilds/${IDS.borderDesk}/threads/active`);
		const { threads, members } = body as { threads: { id: string }[]; members: { id: string; user_id: string }[] };
		expect(threads.map((one) => one.id)).toEqual([IDS.post, IDS.thread, own.id]);
		expect(members.map((one) => [one.id, one.user_id])).toEqual([[own.id, IDS.application]]);
		expect(sandbox.violations).toEqual([]);
	});
});

describe('who is in a thread', () => {
	it('is its owner, whoever wrote, and whom the data names', async () => {
		const open = thread(1, {
			memberIds: [IDS.thai],
			messages: [{ authorId: IDS.chinese, content: 'a', at: AT }],
		});
		const closed = thread(2, { type: ChannelType.PrivateThread, memberIds: [IDS.application, IDS.traveller] });
		const world = withFlags(worldWithChannels([open, closed]), Flags.GatewayGuildMembersLimited);
		const sandbox = await openWatched({ world });
		const client = await login(sandbox);
		const members = async ({ id }: ChannelData) => {
			const channel = (await client.channels.fetch(id)) as AnyThreadChannel;
			return [...(await channel.members.fetch()).keys()];
		};
		expect(new Set(await members(open))).toEqual(new Set([IDS.french, IDS.thai, IDS.chinese]));
		// the traveller is no member of this guild
		expect(new Set(await members(closed))).toEqual(new Set([IDS.french, IDS.application]));
		expect(await codeOf(sandbox, `/channels/${open.id}/thread-members/${IDS.thai}?with_member=true`)).toEqual([
			200,
			undefined,
		]);
		expect(await codeOf(sandbox, `/channels/${open.id}/thread-members/${IDS.lao}`)).toEqual([404, 10007]);
		expect(await codeOf(sandbox, `/channels/${IDS.newsroom}/thread-members/${IDS.lao}`)).toEqual([400, 50024]);
		expect(sandbox.violations.map((one) => one.path)).toEqual([`/channels/${IDS.newsroom}/thread-members/${IDS.lao}`]);
	});

	it('is shown in pages with members', async () => {
		const sandbox = await openWatched({
			world: withFlags(defaultWorld, Flags.GatewayGuildMembers),
		});
		sandbox.changes.editChannel(IDS.thread, { memberIds: [IDS.lao, IDS.thai] });
		const path = `/channels/${IDS.thread}/thread-members?with_member=true&limit=2`;
		const first = (await request(sandbox, 'GET', path)).body as { user_id: string; member: object }[];
		expect(first.map((one) => one.user_id)).toEqual([IDS.french, IDS.lao]);
		expect(first[0]?.member).toMatchObject({ user: { username: 'chloe' } });
		const second = (await request(sandbox, 'GET', `${path}&after=${IDS.lao}`)).body as { user_id: string }[];
		expect(second.map((one) => one.user_id)).toEqual([IDS.thai]);
		expect(sandbox.violations).toEqual([]);
	});

	it('is for the application to change where its rights allow', async () => {
		const closed = thread(9, { type: ChannelType.PrivateThread, memberIds: [IDS.application, IDS.lao] });
		const sandbox = await openWatched({ world: worldWithChannels([closed, ...ARCHIVED]) });
		const members = `/channels/${closed.id}/thread-members`;
		const ask = async (method: string, path: string) => {
			const { status, body } = await request(sandbox, method, path);
			return body === null ? status : (body as { code: number }).code;
		};
		expect(await ask('PUT', `${members}/${IDS.thai}`)).toBe(204);
		expect(await ask('PUT', `${members}/${IDS.traveller}`)).toBe(10013);
		expect(await ask('DELETE', `${members}/${IDS.lao}`)).toBe(50013);
		expect(await ask('PUT', `/channels/${ARCHIVED[0]!.id}/thread-members/@me`)).toBe(50083);
		expect(sandbox.world.permissions(IDS.thai, closed.id)).not.toBe(0n);
		expect(await ask('DELETE', `${members}/@me`)).toBe(204);
		expect(await ask('GET', members)).toBe(50001);
		expect(sandbox.violations).toEqual([]);
	});

	it('changes when the application joins and leaves, and writes', async () => {
		const sandbox = await openWatched();
		const client = await login(sandbox);
		const told: string[] = [];
		client.on(Events.ThreadMembersUpdate, (added, removed) => {
			told.push(`+${added.size} -${removed.size}`);
		});
		const channel = (await client.channels.fetch(IDS.thread)) as AnyThreadChannel;
		expect(channel.joined).toBe(false);
		await channel.join();
		await channel.leave();
		await channel.send({ content: 'a', allowedMentions: { parse: [] } });
		await expect.poll(() => told).toEqual(['+1 -0', '+0 -1', '+1 -0']);
		expect(sandbox.violations).toEqual([]);
	});
});
