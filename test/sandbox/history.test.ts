import { ChannelType, MessageType, type ClientOptions, type Collection, type Message } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { snowflake } from '../../sandbox/snowflake.js';
import type { ChannelData, PostedData } from '../../sandbox/world-data.js';
import { login, openWatched } from './discord.js';
import { worldWithChannels, worldWithMessages } from './worlds.js';

const AT = Date.UTC(2024, 2, 12, 9);
/** The id of the message that a thread is begun from, and so of the thread. */
const BEGUN = snowflake(AT + 6000, 7);

const MESSAGES: readonly PostedData[] = [
	{
		authorId: IDS.french,
		content: 'On part lundi ?',
		at: AT,
		reactions: [{ emoji: '👍', userIds: [IDS.lao, IDS.thai] }],
	},
	{ authorId: IDS.lao, content: 'ຕົກລົງ', at: AT + 1000, replyTo: 0, editedAt: AT + 9000 },
	{ authorId: IDS.thai, content: 'quietly', at: AT + 2000, replyTo: 0, pingReply: false },
	{ authorId: IDS.thai, content: 'too late', at: AT + 3000, replyTo: '1216656860774400999' },
	{ authorId: IDS.chinese, at: AT + 4000, attachments: [{ name: 'map.png', content: 'no picture' }], pinned: true },
	{
		authorId: IDS.application,
		content: 'I am a bot',
		at: AT + 5000,
		reactions: [{ emoji: 'lao:99', userIds: [IDS.application] }],
	},
	{ id: BEGUN, authorId: IDS.english, content: 'Let us talk about it', at: AT + 6000 },
	{ authorId: IDS.vietnamese, at: AT + 7000, type: MessageType.UserJoin },
	{ authorId: IDS.manager, at: AT + 8000, type: MessageType.ChannelPinnedMessage, replyTo: 4 },
];

const THREAD: ChannelData = {
	id: BEGUN,
	name: 'Monday',
	type: ChannelType.PublicThread,
	parentId: IDS.newsroom,
	ownerId: IDS.english,
	messages: [
		{ authorId: IDS.english, at: AT + 6500, type: MessageType.ThreadStarterMessage },
		{ authorId: IDS.french, content: 'Oui', at: AT + 6600 },
	],
};

const NEWSROOM: ChannelData = { id: IDS.newsroom, name: 'newsroom', type: ChannelType.GuildText, messages: MESSAGES };

/** The messages of a channel as the client fetches them, oldest first. */
async function fetchAll(sandbox: Sandbox, channelId: string, options: Partial<ClientOptions> = {}): Promise<Message[]> {
	const client = await login(sandbox, options);
	const channel = await client.channels.fetch(channelId);
	if (!channel?.isTextBased()) throw new Error('Expected a channel with messages.');
	const all: Message[] = [];
	let before: string | undefined;
	for (;;) {
		const page: Collection<string, Message> = await channel.messages.fetch({ limit: 100, ...(before && { before }) });
		all.push(...page.values());
		before = page.lastKey();
		if (page.size < 100) return all.reverse();
	}
}

describe('what was written before', () => {
	let sandbox: Sandbox;
	let fetched: Message[];
	beforeEach(async () => {
		sandbox = await openWatched({ world: worldWithChannels([NEWSROOM, THREAD]) });
		fetched = await fetchAll(sandbox, IDS.newsroom);
	});

	it('has replies, with whom they ping, and such to what is gone', async () => {
		const [first, loud, quiet, late] = fetched;
		expect(loud?.type).toBe(MessageType.Reply);
		expect(loud?.reference?.messageId).toBe(first?.id);
		expect([loud?.mentions.users.has(IDS.french), quiet?.mentions.users.has(IDS.french)]).toEqual([true, false]);
		expect((await loud?.fetchReference())?.content).toBe('On part lundi ?');
		await expect(late?.fetchReference()).rejects.toThrow(/Unknown Message/);
		expect(sandbox.violations).toEqual([]);
	});

	it('has edits, reactions, files and pins', async () => {
		const [first, edited, , , file, own] = fetched;
		expect([first?.editedTimestamp, edited?.editedTimestamp]).toEqual([null, AT + 9000]);
		expect(first?.reactions.cache.map(({ emoji, count, me }) => [emoji.name, count, me])).toEqual([['👍', 2, false]]);
		expect(own?.reactions.cache.map(({ emoji, me }) => [emoji.id, me])).toEqual([['99', true]]);
		expect([file?.pinned, file?.content, file?.attachments.first()?.name]).toEqual([true, '', 'map.png']);
		expect(await (await fetch(file!.attachments.first()!.url)).text()).toBe('no picture');
		expect([first?.author.bot, own?.author.bot]).toEqual([false, true]);
		expect(sandbox.violations).toEqual([]);
	});

	it('has messages of Discord’s own', () => {
		const [join, pin] = fetched.slice(-2);
		expect([join?.type, join?.system, join?.content]).toEqual([MessageType.UserJoin, true, '']);
		expect([pin?.type, pin?.reference?.messageId]).toEqual([MessageType.ChannelPinnedMessage, fetched[4]?.id]);
	});

	it('has threads at the messages that they were begun from', async () => {
		const begun = fetched.find((one) => one.id === BEGUN);
		expect([begun?.hasThread, begun?.thread?.name, begun?.thread?.messageCount]).toEqual([true, 'Monday', 1]);
		const inside = await fetchAll(sandbox, BEGUN);
		expect(inside.map((one) => [one.type, one.content])).toEqual([
			[MessageType.ThreadStarterMessage, ''],
			[MessageType.Default, 'Oui'],
		]);
		const [starter] = inside;
		expect([starter?.reference?.channelId, starter?.reference?.messageId]).toEqual([IDS.newsroom, BEGUN]);
		expect(sandbox.violations).toEqual([]);
	});

	it('has times and ids that agree', () => {
		expect(fetched.map((one) => one.createdTimestamp)).toEqual(MESSAGES.map((one) => one.at));
		expect(new Set(fetched.map((one) => one.id)).size).toBe(MESSAGES.length);
	});

	it('does not answer what comes later', async () => {
		const world = worldWithMessages(IDS.newsroom, [{ authorId: IDS.lao, content: 'a', at: AT, replyTo: 0 }]);
		await expect(openWatched({ world })).rejects.toThrow('Expected replyTo to be a place below 0, got 0.');
	});
});

it('is cheap to have much of', async () => {
	const messages = Array.from({ length: 5000 }, (_, i): PostedData => {
		const replyTo = i % 10 === 9 ? { replyTo: i - 4 } : {};
		return { authorId: i % 2 ? IDS.french : IDS.lao, content: `Message ${i}`, at: AT + i * 30_000, ...replyTo };
	});
	const world = worldWithMessages(IDS.newsroom, messages);
	const sandbox = await openWatched({ world });
	const fetched = await fetchAll(sandbox, IDS.newsroom);
	expect(fetched.map((one) => one.content)).toEqual(messages.map((one) => one.content));
	expect(fetched[4999]?.reference?.messageId).toBe(fetched[4995]?.id);
	expect(sandbox.exchanges.filter((one) => one.path.endsWith('/messages'))).toHaveLength(51);
});
