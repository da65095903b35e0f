import { ChannelType, MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { DESK_TALK } from '../../sandbox/default-talk.js';
import { IDS } from '../../sandbox/default-world.js';
import { snowflakeTime } from '../../sandbox/snowflake.js';
import { readTalk } from '../../sandbox/talk.js';
import { openWatched, request } from './discord.js';

const NOW = Date.UTC(2024, 4, 1, 12);
const OPTIONS = { now: NOW, people: { ada: '1', lan: '2' }, number: 7 };

describe('readTalk', () => {
	it('reads who said what when, in answer to whom, and what others made of it', () => {
		const said = readTalk(
			'1:30 ada: Hello: you?\n\n1:29 lan > ada: Chào ⏎ chị [👍 ada; 🎉 lan ada; edited]\n0:05 ada: [not] these',
			OPTIONS,
		);
		expect(said).toMatchObject([
			{ authorId: '1', content: 'Hello: you?', at: NOW - 90 * 60_000 },
			{
				authorId: '2',
				content: 'Chào \n chị',
				at: NOW - 89 * 60_000,
				replyTo: said[0]?.id,
				reactions: [
					{ emoji: '👍', userIds: ['1'] },
					{ emoji: '🎉', userIds: ['2', '1'] },
				],
				editedAt: NOW - 89 * 60_000 + 90_000,
			},
			{ authorId: '1', content: '[not] these', at: NOW - 5 * 60_000 },
		]);
		expect(said.map((one) => snowflakeTime(one.id))).toEqual(said.map((one) => one.at));
	});

	it('lets an answer be to the latest message of somebody', () => {
		const said = readTalk('3:00 ada: first\n2:00 ada: second\n1:00 lan > ada: both', OPTIONS);
		expect(said[2]?.replyTo).toBe(said[1]?.id);
	});

	it.each([
		['1:30 minh: Hello', 'Expected one of ada, lan in: 1:30 minh: Hello'],
		['1:30 ada Hello', 'Expected "HOURS:MINUTES NAME: WORDS", got: 1:30 ada Hello'],
		['1:30 ada > lan: Hello', 'Expected lan to have said something before: 1:30 ada > lan: Hello'],
	])('says what is wrong with %j', (line, message) => {
		expect(() => readTalk(line, OPTIONS)).toThrow(message);
	});
});

describe('the world with talk', () => {
	it('has a day of it in six languages, just ended, for the application to read', async () => {
		const before = Date.now();
		const sandbox = await openWatched();
		const path = `/channels/${IDS.desk}/messages?limit=100`;
		const messages = (await request(sandbox, 'GET', path)).body as {
			timestamp: string;
			type: MessageType;
			content: string;
		}[];
		const lines = DESK_TALK.split('\n').filter((line) => line !== '').length;
		expect(messages).toHaveLength(lines + 1);
		expect(lines).toBeGreaterThanOrEqual(80);
		const times = messages.map((one) => Date.parse(one.timestamp)).reverse();
		expect([...times].sort((a, b) => a - b)).toEqual(times);
		expect(before - times.at(-1)!).toBeLessThan(3_600_000);
		expect(before - times[0]!).toBeLessThan(48 * 3_600_000);
		const scripts = [/[À-ÿ]/, /\p{sc=Lao}/u, /\p{sc=Thai}/u, /\p{sc=Han}/u, /[ạảấầậắằẵ]/, /\bthe\b/];
		for (const script of scripts) expect(messages.filter((one) => script.test(one.content)).length).toBeGreaterThan(5);
		const last = sandbox.world.messages(IDS.desk).at(-1);
		expect(last?.referenced_message?.author.id).toBe(IDS.thai);
		expect(messages.filter((one) => one.type === MessageType.ChannelPinnedMessage)).toHaveLength(1);
		expect(sandbox.violations).toEqual([]);
	});

	it('has a thread, a private one, an age-restricted channel and a forum with two posts', async () => {
		const sandbox = await openWatched();
		const guild = sandbox.world.guilds.get(IDS.borderDesk)!;
		const of = (parentId: string, type: ChannelType) =>
			guild.channels.filter((one) => one.parentId === parentId && one.type === type);
		const [thread] = of(IDS.desk, ChannelType.PublicThread);
		expect(sandbox.world.message(IDS.desk, thread!.id)?.content).toMatch(/^Chốt nhé/);
		expect(sandbox.world.messages(thread!.id)).toHaveLength(7);
		const sees = (userId: string) => sandbox.world.permissions(userId, IDS.budget) !== 0n;
		expect([IDS.application, IDS.vietnamese, IDS.manager, IDS.english].map(sees)).toEqual([true, true, true, false]);
		expect(sandbox.world.channels.get(IDS.accidents)?.data.nsfw).toBe(true);
		for (const post of of(IDS.fieldNotes, ChannelType.PublicThread)) {
			expect(sandbox.world.message(post.id, post.id)?.author.id).toBe(post.ownerId);
		}
		expect(of(IDS.fieldNotes, ChannelType.PublicThread)).toHaveLength(2);
		for (const one of guild.channels.filter((each) => each.type !== ChannelType.GuildForum)) {
			if (sandbox.world.permissions(IDS.application, one.id) === 0n) continue;
			expect((await request(sandbox, 'GET', `/channels/${one.id}/messages`)).status).toBe(200);
		}
		expect(sandbox.violations).toEqual([]);
	});

	it('has no two messages with one id', async () => {
		const { world } = await openWatched();
		const ids = [...world.channels.keys()].flatMap((id) => world.messages(id).map((one) => one.id));
		expect(new Set(ids).size).toBe(ids.length);
	});
});
