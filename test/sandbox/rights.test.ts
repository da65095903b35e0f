import { ChannelType, PermissionFlagsBits as Allow, PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { ChannelData, OverwriteData } from '../../sandbox/world-data.js';
import { login, openWatched, request } from './discord.js';
import { worldWithChannels } from './worlds.js';

const AT = Date.UTC(2024, 2, 12);
const MESSAGE = { authorId: IDS.owner, content: 'hello', at: AT };
const NEWS = '1216600000000000500';
const CATEGORY = '1216600000000000501';

function channel(id: number, type: ChannelType, more: Partial<ChannelData> = {}): ChannelData {
	return { id: String(1216600000000000000n + BigInt(id)), name: `channel-${id}`, type, messages: [MESSAGE], ...more };
}

/** An overwrite for everyone, or for the application alone. */
const everyone = (more: Partial<OverwriteData>): OverwriteData => ({ id: IDS.borderDesk, type: 0, ...more });
const bot = (more: Partial<OverwriteData>): OverwriteData => ({ id: IDS.application, type: 1, ...more });
const botRole = (more: Partial<OverwriteData>): OverwriteData => ({ id: IDS.botRole, type: 0, ...more });

const PARENTS: readonly ChannelData[] = [
	{ id: NEWS, name: 'news', type: ChannelType.GuildAnnouncement },
	{ id: CATEGORY, name: 'desk', type: ChannelType.GuildCategory, overwrites: [everyone({ deny: Allow.ViewChannel })] },
];

type Row = readonly [title: string, data: ChannelData, messages: number | readonly [status: number, code: number]];

/** What the application reads of each: so many messages, or an error. */
const ROWS: readonly Row[] = [
	['a text channel', channel(1, ChannelType.GuildText), 1],
	['an age-restricted channel', channel(2, ChannelType.GuildText, { nsfw: true }), 1],
	[
		'a channel that everyone is kept out of',
		channel(3, ChannelType.GuildText, { overwrites: [everyone({ deny: Allow.ViewChannel })] }),
		[403, 50001],
	],
	[
		'the same, with its role let in',
		channel(4, ChannelType.GuildText, {
			overwrites: [everyone({ deny: Allow.ViewChannel }), botRole({ allow: Allow.ViewChannel })],
		}),
		1,
	],
	[
		'the same, with itself kept out',
		channel(5, ChannelType.GuildText, {
			overwrites: [botRole({ allow: Allow.ViewChannel }), bot({ deny: Allow.ViewChannel })],
		}),
		[403, 50001],
	],
	[
		'a channel without its history',
		channel(6, ChannelType.GuildText, { overwrites: [bot({ deny: Allow.ReadMessageHistory })] }),
		0,
	],
	[
		'the text of a voice channel',
		channel(7, ChannelType.GuildVoice, { overwrites: [bot({ allow: Allow.Connect })] }),
		1,
	],
	['the text of a voice channel that it may not enter', channel(8, ChannelType.GuildVoice), [403, 50001]],
	['the text of a stage', channel(9, ChannelType.GuildStageVoice, { overwrites: [bot({ allow: Allow.Connect })] }), 1],
	['an announcement channel', channel(10, ChannelType.GuildAnnouncement), 1],
	['a category', channel(11, ChannelType.GuildCategory, { messages: [] }), [400, 50008]],
	['a forum', channel(12, ChannelType.GuildForum, { messages: [] }), [400, 50008]],
	['a post of a forum', channel(13, ChannelType.PublicThread, { parentId: IDS.forum }), 1],
	['a thread', channel(14, ChannelType.PublicThread, { parentId: IDS.newsroom }), 1],
	['an archived thread', channel(15, ChannelType.PublicThread, { parentId: IDS.newsroom, archived: true }), 1],
	['a thread of an announcement channel', channel(16, ChannelType.AnnouncementThread, { parentId: NEWS }), 1],
	[
		'a thread of a channel that it does not see',
		channel(17, ChannelType.PublicThread, { parentId: IDS.botless }),
		[403, 50001],
	],
	[
		'a private thread',
		channel(18, ChannelType.PrivateThread, { parentId: IDS.newsroom, ownerId: IDS.lao }),
		[403, 50001],
	],
	[
		'a private thread that it is in',
		channel(19, ChannelType.PrivateThread, { parentId: IDS.newsroom, ownerId: IDS.lao, memberIds: [IDS.application] }),
		1,
	],
	['a channel of a category that it does not see', channel(21, ChannelType.GuildText, { parentId: CATEGORY }), 1],
];

describe('reading messages', () => {
	it.each(ROWS)('of %s follows Discord’s rules', async (_, data, expected) => {
		const sandbox = await openWatched({ world: worldWithChannels([...PARENTS, ...ROWS.map(([, one]) => one)]) });
		const { status, body } = await request(sandbox, 'GET', `/channels/${data.id}/messages`);
		if (typeof expected === 'number') {
			expect([status, (body as unknown[]).length]).toEqual([200, expected]);
			const one = `/channels/${data.id}/messages/${sandbox.world.messages(data.id)[0]?.id ?? ''}`;
			expect((await request(sandbox, 'GET', one)).status).toBe(expected === 0 ? 403 : 200);
		} else expect([status, (body as { code: number }).code]).toEqual(expected);
		const isForbidden = typeof expected === 'object' && expected[0] === 403;
		const isSilent = data.type === ChannelType.GuildVoice;
		expect((await request(sandbox, 'GET', `/channels/${data.id}`)).status).toBe(isForbidden && !isSilent ? 403 : 200);
		// asking a category for messages is the application's own fault
		expect(sandbox.violations.map((one) => one.kind)).toEqual(
			typeof expected === 'object' && expected[0] === 400 ? ['request'] : [],
		);
	});

	it('of a private thread is for who manages threads, too', async () => {
		const overwrites = [bot({ allow: Allow.ManageThreads })];
		const thread = channel(20, ChannelType.PrivateThread, { parentId: IDS.newsroom, ownerId: IDS.lao });
		const newsroom = channel(0, ChannelType.GuildText, { id: IDS.newsroom, overwrites });
		const sandbox = await openWatched({ world: worldWithChannels([newsroom, thread]) });
		expect((await request(sandbox, 'GET', `/channels/${thread.id}/messages`)).status).toBe(200);
		const may = (userId: string) => sandbox.world.permissions(userId, thread.id) !== 0n;
		expect([IDS.owner, IDS.lao, IDS.manager, IDS.english].map(may)).toEqual([true, true, false, false]);
	});
});

describe('channels that the application does not see', () => {
	it('are left out of the list, and nameless to the gateway', async () => {
		const sandbox = await openWatched();
		const { body } = await request(sandbox, 'GET', `/guilds/${IDS.borderDesk}/channels`);
		expect((body as { id: string }[]).map((one) => one.id)).not.toContain(IDS.botless);
		const guild = (await login(sandbox)).guilds.cache.get(IDS.borderDesk)!;
		const hidden = guild.channels.cache.get(IDS.botless)!;
		expect([hidden.name, hidden.flags.bitfield]).toEqual(['___hidden___', 1 << 17]);
		expect(hidden.permissionsFor(guild.members.me!).has('ViewChannel')).toBe(false);
		expect(guild.channels.cache.get(IDS.private)?.name).toBe('editors-only');
		expect(sandbox.violations).toEqual([]);
	});

	it('do not hide their category, if there are others in it', async () => {
		const inside = channel(21, ChannelType.GuildText, { parentId: CATEGORY });
		const world = worldWithChannels([...PARENTS, inside]);
		const sandbox = await openWatched({ world });
		expect((await request(sandbox, 'GET', `/channels/${CATEGORY}`)).status).toBe(200);
		sandbox.changes.removeChannel(inside.id);
		expect((await request(sandbox, 'GET', `/channels/${CATEGORY}`)).status).toBe(403);
	});
});

describe('the rights that the client computes', () => {
	it('are those of the sandbox, for everyone and everywhere that the application sees', async () => {
		const rows = ROWS.map(([, one]) => one);
		const sandbox = await openWatched({ world: worldWithChannels([...PARENTS, ...rows]) });
		const client = await login(sandbox);
		const guild = client.guilds.cache.get(IDS.borderDesk)!;
		let compared = 0;
		for (const { id, type } of rows) {
			if (!sandbox.world.permissions(IDS.application, id)) continue;
			const fetched = await client.channels.fetch(id);
			if (!fetched || fetched.isDMBased()) throw new Error(`Expected a channel of a guild, got ${id}.`);
			for (const userId of [IDS.owner, IDS.manager, IDS.english]) {
				const member = await guild.members.fetch(userId);
				const computed = fetched.permissionsFor(member).bitfield;
				const own = sandbox.world.permissions(userId, id);
				// the client knows nothing of who is in a private thread
				if (own === 0n && type === ChannelType.PrivateThread) continue;
				const all = new PermissionsBitField(PermissionsBitField.All).bitfield;
				expect([id, userId, own === 0n ? 0n : computed & all]).toEqual([id, userId, own & all]);
				compared++;
			}
		}
		expect(compared).toBeGreaterThan(40);
	});
});
