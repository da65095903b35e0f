import { ApplicationFlags as Flags, ChannelType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { Events, GatewayDispatchEvents as Event, GatewayIntentBits, type Client } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { INTENTS, login, openWatched, request } from './discord.js';

const AT = Date.UTC(2024, 2, 12);
const GENERAL = { channelId: IDS.general };
const NEW = '1216700000000000001';

/** What the gateway told the client, by name, from now on. */
function listen(client: Client): { readonly name: string; readonly data: Record<string, unknown> }[] {
	const told: { name: string; data: Record<string, unknown> }[] = [];
	client.on(Events.Raw, ({ t, d }: { t: string; d: Record<string, unknown> }) => {
		if (t) told.push({ name: t, data: d });
	});
	return told;
}

async function stage(
	members = false,
): Promise<{ sandbox: Sandbox; client: Client<true>; told: ReturnType<typeof listen> }> {
	const flags = members ? Flags.GatewayGuildMembers : 0;
	const world = { ...defaultWorld, application: { ...defaultWorld.application, flags } };
	const sandbox = await openWatched({ world });
	const intents = [
		...INTENTS,
		GatewayIntentBits.GuildMessageReactions,
		...(members ? [GatewayIntentBits.GuildMembers] : []),
	];
	const client = await login(sandbox, { intents });
	return { sandbox, client, told: listen(client) };
}

/** Waits until the gateway has told so much. */
async function names(told: ReturnType<typeof listen>, expected: readonly string[]): Promise<void> {
	await expect.poll(() => told.map((one) => one.name)).toEqual(expected);
}

describe('the application is told', () => {
	it('when somebody edits, deletes and reacts to messages', async () => {
		const { sandbox, told } = await stage();
		const ada = sandbox.as(IDS.english);
		const message = await ada.send(GENERAL, 'a');
		await ada.edit(message, 'b');
		await sandbox.as(IDS.lao).react(message, '👍');
		await sandbox.as(IDS.lao).react(message, '👍');
		await ada.remove(message);
		await names(told, [
			Event.MessageCreate,
			Event.MessageUpdate,
			Event.MessageReactionAdd,
			Event.MessageReactionRemove,
			Event.MessageDelete,
		]);
		expect(told[1]?.data).toMatchObject({ id: message.id, edited_timestamp: expect.any(String) as string });
		expect(told[2]?.data).toMatchObject({ user_id: IDS.lao, emoji: { name: '👍' }, message_author_id: IDS.english });
		expect(told[4]?.data).toEqual({ id: message.id, channel_id: IDS.general, guild_id: IDS.borderDesk });
	});

	it('when messages are deleted together, and which are gone', async () => {
		const { sandbox, told } = await stage();
		const ids = sandbox.world.messages(IDS.general).map((one) => one.id);
		sandbox.changes.removeMessages(IDS.general, [...ids.slice(0, 2), '1']);
		await names(told, [Event.MessageDeleteBulk]);
		expect(told[0]?.data['ids']).toEqual(ids.slice(0, 2));
		const { body } = await request(sandbox, 'GET', `/channels/${IDS.general}/messages`);
		expect((body as { id: string }[]).map((one) => one.id)).toEqual(ids.slice(2));
	});

	it('when others write meanwhile', async () => {
		const { sandbox, told } = await stage();
		const [first] = sandbox.world.messages(IDS.general);
		const [posted] = sandbox.changes.post(IDS.general, [
			{ authorId: IDS.lao, content: 'a', at: Date.now(), replyTo: first!.id },
		]);
		await names(told, [Event.MessageCreate]);
		expect(told[0]?.data).toMatchObject({ id: posted?.id, referenced_message: { id: first!.id } });
	});

	it('when a channel is hidden from it, and shown again with its threads', async () => {
		const { sandbox, client, told } = await stage();
		const overwrites = [{ id: IDS.botRole, type: 0 as const, deny: Allow.ViewChannel }];
		sandbox.changes.editChannel(IDS.newsroom, { overwrites });
		await names(told, [Event.ChannelUpdate]);
		expect(told[0]?.data).toMatchObject({ name: '___hidden___', flags: 1 << 17 });
		expect((await request(sandbox, 'GET', `/channels/${IDS.newsroom}`)).status).toBe(403);
		sandbox.changes.editChannel(IDS.newsroom, { overwrites: [] });
		await names(told, [Event.ChannelUpdate, Event.ChannelUpdate, Event.ThreadListSync]);
		expect(told[1]?.data).toMatchObject({ name: 'newsroom', permission_overwrites: [] });
		expect(told[2]?.data).toMatchObject({ channel_ids: [IDS.newsroom], threads: [{ id: IDS.thread }] });
		expect(client.channels.cache.has(IDS.thread)).toBe(true);
	});

	it('when its own roles change what it sees, though it lacks the intent for members', async () => {
		const { sandbox, told } = await stage();
		sandbox.changes.setRoles(IDS.borderDesk, IDS.application, []);
		await names(told, [Event.GuildMemberUpdate, Event.ChannelUpdate, Event.ChannelUpdate, Event.ThreadListSync]);
		const shown = told.slice(1, 3).map(({ data }) => [data['id'], data['name']]);
		expect(shown).toEqual([
			[IDS.private, '___hidden___'],
			[IDS.botless, 'no-bots'],
		]);
	});

	it('when a role allows less', async () => {
		const { sandbox, told } = await stage();
		sandbox.changes.setPermissions(IDS.borderDesk, IDS.borderDesk, 0n);
		sandbox.changes.setPermissions(IDS.borderDesk, IDS.botRole, 0n);
		await expect.poll(() => told.at(-1)?.name).toBe(Event.ChannelUpdate);
		expect(told.filter((one) => one.name === 'GUILD_ROLE_UPDATE')).toHaveLength(2);
		expect(sandbox.world.permissions(IDS.english, IDS.general)).toBe(0n);
		expect((await request(sandbox, 'GET', `/channels/${IDS.general}`)).status).toBe(403);
	});

	it('of members only with the intent for them', async () => {
		for (const members of [false, true]) {
			const { sandbox, told } = await stage(members);
			sandbox.changes.setRoles(IDS.borderDesk, IDS.manager, []);
			sandbox.changes.removeMember(IDS.borderDesk, IDS.thai);
			sandbox.changes.addMember(IDS.borderDesk, { userId: IDS.traveller });
			await sandbox.as(IDS.english).send(GENERAL, 'the end');
			const expected = members ? [Event.GuildMemberUpdate, Event.GuildMemberRemove, Event.GuildMemberAdd] : [];
			await names(told, [...expected, Event.MessageCreate]);
			const { body } = await request(sandbox, 'GET', `/guilds/${IDS.borderDesk}/members/${IDS.manager}`);
			expect(body).toMatchObject({ roles: [] });
			expect((await request(sandbox, 'GET', `/guilds/${IDS.borderDesk}/members/${IDS.thai}`)).status).toBe(404);
			expect(sandbox.violations).toEqual([]);
		}
	});

	it('when threads begin, are archived, and go', async () => {
		const { sandbox, told } = await stage();
		const [first] = sandbox.world.messages(IDS.general);
		const thread = { id: first!.id, name: 'From here', type: ChannelType.PublicThread, parentId: IDS.general };
		sandbox.changes.addChannel(IDS.borderDesk, { ...thread, ownerId: IDS.lao });
		sandbox.changes.editChannel(thread.id, { archived: true });
		sandbox.changes.removeChannel(thread.id);
		await names(told, [Event.ThreadCreate, Event.MessageUpdate, Event.ThreadUpdate, Event.ThreadDelete]);
		expect(told[0]?.data).toMatchObject({ newly_created: true, parent_id: IDS.general });
		expect(told[1]?.data).toMatchObject({ id: first!.id, flags: 32, thread: { name: 'From here' } });
		expect(told[2]?.data).toMatchObject({ thread_metadata: { archived: true } });
		expect(told[3]?.data).toEqual({ id: first!.id, type: 11, parent_id: IDS.general, guild_id: IDS.borderDesk });
	});

	it('of private threads when it is let in', async () => {
		const { sandbox, told } = await stage();
		const data = { id: NEW, name: 'Secret', type: ChannelType.PrivateThread, parentId: IDS.newsroom, ownerId: IDS.lao };
		sandbox.changes.addChannel(IDS.borderDesk, data);
		expect((await request(sandbox, 'GET', `/channels/${NEW}`)).status).toBe(403);
		sandbox.changes.editChannel(NEW, { memberIds: [IDS.application] });
		await names(told, [Event.ThreadCreate, Event.ThreadMembersUpdate]);
		expect((await request(sandbox, 'GET', `/channels/${NEW}`)).body).toMatchObject({
			member: { user_id: IDS.application },
		});
		sandbox.changes.editChannel(NEW, { memberIds: [] });
		expect((await request(sandbox, 'GET', `/channels/${NEW}`)).status).toBe(403);
	});

	it('when a channel begins and goes, with what was in it', async () => {
		const { sandbox, client, told } = await stage();
		const messages = [{ authorId: IDS.lao, content: 'a', at: AT }];
		sandbox.changes.addChannel(IDS.borderDesk, { id: NEW, name: 'new', type: ChannelType.GuildText, messages });
		await names(told, [Event.ChannelCreate]);
		expect((await request(sandbox, 'GET', `/channels/${NEW}/messages`)).body).toHaveLength(1);
		sandbox.changes.removeChannel(IDS.newsroom);
		await names(told, [Event.ChannelCreate, Event.ChannelDelete]);
		for (const id of [IDS.newsroom, IDS.thread]) {
			expect((await request(sandbox, 'GET', `/channels/${id}`)).body).toMatchObject({ code: 10003 });
		}
		await expect.poll(() => client.channels.cache.has(IDS.newsroom)).toBe(false);
		expect(() => {
			sandbox.changes.removeChannel(IDS.newsroom);
		}).toThrow(/Expected the id of a channel/);
	});
});

describe('an interaction', () => {
	it('cannot be answered where its channel is gone', async () => {
		const { sandbox, client } = await stage();
		await client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
		const answered = new Promise<unknown>((resolve) => {
			client.on(Events.InteractionCreate, (interaction) => {
				if (!interaction.isChatInputCommand()) return;
				void interaction
					.deferReply()
					.then(() => {
						sandbox.changes.removeChannel(IDS.newsroom);
						return interaction.editReply({ content: 'a', allowedMentions: { parse: [] } });
					})
					.catch((error: unknown) => {
						resolve(error);
					});
			});
		});
		await sandbox.as(IDS.english).command({ channelId: IDS.newsroom }, 'ask');
		expect(await answered).toMatchObject({ code: 10003 });
		expect(sandbox.violations).toEqual([]);
	});
});
