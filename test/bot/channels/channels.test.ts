import { PermissionFlagsBits as Allow } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { ReadingRequest, Watch } from '../../../commands/services.js';
import { defaultWorld, IDS } from '../../../sandbox/default-world.js';
import type { ChannelData } from '../../../sandbox/world-data.js';
import {
	EVERYONE,
	HOUR,
	NOW,
	adult,
	adultThread,
	allow,
	announcements,
	archivedThread,
	botBlind,
	botForgetful,
	category,
	closed,
	closedForum,
	closedPost,
	closedThread,
	closedToOne,
	deny,
	forOne,
	forum,
	here,
	lockedVoice,
	newId,
	noHistory,
	notForOne,
	open,
	otherAdult,
	place,
	post,
	publicThread,
	said,
	saidWhere,
	secret,
	secretFromBot,
	voice,
	openChannels,
} from '../../support/open-channels.js';

const watch: Watch = { signal: new AbortController().signal, report: () => undefined };

describe('the channels of a server', () => {
	const on = openChannels();

	const request = (
		channel: ChannelData,
		memberId: string | null,
		over: Partial<ReadingRequest> = {},
	): ReadingRequest => ({
		range: { channelId: channel.id, since: NOW - 24 * HOUR, until: null, fromMessageId: null, most: 500 },
		from: 'range',
		memberId,
		shownIn: channel.id,
		isPrivate: memberId !== null,
		...over,
	});
	const read = async (channel: ChannelData, memberId: string | null, over: Partial<ReadingRequest> = {}) => {
		const { messages } = await on.channels.read(request(channel, memberId, over), watch);
		return messages.map(({ text }) => saidWhere(text)).sort();
	};
	/** The texts, or the key of the refusal. */
	const outcome = (channel: ChannelData, memberId: string | null, over: Partial<ReadingRequest> = {}) =>
		read(channel, memberId, over).catch((error: unknown) => (error as { key?: string }).key ?? error);

	describe('are read by those who may read them', () => {
		const OPEN_TO_ALL = ['said in open', 'said in public-thread'];
		it.each<[string, ChannelData, string, string[] | string]>([
			['a member reads an open channel with its public threads', open, IDS.french, OPEN_TO_ALL],
			['and the private thread that they were added to', open, IDS.english, [...OPEN_TO_ALL, 'said in secret']],
			['a manager of threads reads no private thread that they are not in', open, IDS.chinese, OPEN_TO_ALL],
			['whoever began a private thread is in it', open, IDS.manager, [...OPEN_TO_ALL, 'said in secret']],
			['a member does not read what is for a role', closed, IDS.english, 'error.cannot-read'],
			['a member with the role does', closed, IDS.manager, ['said in closed', 'said in closed-thread']],
			['the owner of the server reads everything', closed, IDS.owner, ['said in closed', 'said in closed-thread']],
			['whoever must not read back reads nothing', noHistory, IDS.english, 'error.cannot-read'],
			['an overwrite for a member opens it', forOne, IDS.english, ['said in for-one']],
			['and for nobody else', forOne, IDS.french, 'error.cannot-read'],
			['an overwrite for a member closes it', notForOne, IDS.english, 'error.cannot-read'],
			['and for nobody else', notForOne, IDS.french, ['said in not-for-one']],
			['the chat of a voice channel', voice, IDS.english, ['said in voice']],
			['but not of one that they may not enter', lockedVoice, IDS.english, 'error.cannot-read'],
			['announcements', announcements, IDS.english, ['said in announcements']],
			['a forum by its posts, old ones too', forum, IDS.english, ['said in old-post', 'said in post']],
			['no posts of a closed forum', closedForum, IDS.english, 'error.cannot-read'],
			['a post', post, IDS.english, ['said in post']],
			['no post of a closed forum', closedPost, IDS.english, 'error.cannot-read'],
			['a thread', publicThread, IDS.english, ['said in public-thread']],
			['an archived thread by its name', archivedThread, IDS.english, ['said in archived-thread']],
			['no thread of a closed channel', closedThread, IDS.english, 'error.cannot-read'],
			['a private thread', secret, IDS.english, ['said in secret']],
			['not without being added to it', secret, IDS.french, 'error.cannot-read'],
			['but whoever manages threads may', secret, IDS.owner, ['said in secret']],
			['nobody reads what Quoth cannot see', botBlind, IDS.english, 'error.bot-cannot-see'],
			['or must not read back', botForgetful, IDS.english, 'error.bot-cannot-read-history'],
			['a private thread that Quoth was not added to', secretFromBot, IDS.english, 'error.bot-cannot-see'],
			['a category', category, IDS.english, 'error.no-messages-in'],
			['strangers read nothing', open, IDS.traveller, 'error.cannot-read'],
			['a channel that is not there', { ...open, id: newId() }, IDS.english, 'error.channel-gone'],
		])('%s', async (_, channel, memberId, expected) => {
			expect(await outcome(channel, memberId)).toEqual(expected);
			const may = await on.channels.mayRead(channel.id, memberId);
			if (typeof expected !== 'string') expect(may).toBe(true);
			if (expected === 'error.cannot-read') expect(may).toBe(false);
		});
	});

	describe('are shown where they may be', () => {
		const to = (shownIn: ChannelData, isPrivate: boolean) => ({ shownIn: shownIn.id, isPrivate });
		const OPEN_TO_ALL = ['said in open', 'said in public-thread'];
		it.each<[string, ChannelData, Partial<ReadingRequest>, string[] | string]>([
			['to everybody in the channel itself, without its private threads', open, to(open, false), OPEN_TO_ALL],
			['to everybody in its thread', open, to(publicThread, false), OPEN_TO_ALL],
			['an open channel to everybody elsewhere', open, to(here, false), OPEN_TO_ALL],
			['a channel that is closed to one role', closedToOne, to(here, false), 'error.not-for-everybody'],
			['a channel for one to that one', forOne, to(here, true), ['said in for-one']],
			['but to nobody beside', forOne, to(here, false), 'error.not-for-everybody'],
			['and to those who see it there', forOne, to(forOne, false), ['said in for-one']],
			['a private thread to everybody beside', secret, to(open, false), 'error.not-for-everybody'],
			['a private thread in itself', secret, to(secret, false), ['said in secret']],
			['an age-restricted channel elsewhere, even alone', adult, to(here, true), 'error.age-restricted'],
			[
				'an age-restricted channel from another',
				adult,
				to(otherAdult, true),
				['said in adult', 'said in adult-thread'],
			],
			['an age-restricted thread elsewhere', adultThread, to(here, true), 'error.age-restricted'],
			['an age-restricted thread in its channel', adultThread, to(adult, false), ['said in adult-thread']],
			['in another server', open, { shownIn: IDS.secondGeneral, isPrivate: false }, 'error.not-for-everybody'],
		])('%s', async (_, channel, over, expected) => {
			expect(await outcome(channel, IDS.english, over)).toEqual(expected);
		});
	});

	it('are read for nobody in particular without private threads', async () => {
		expect(await read(open, null)).toEqual(['said in open', 'said in public-thread']);
	});

	it('tell in which thread something was said, and when private threads are among it', async () => {
		const of = await on.channels.read(request(open, IDS.english), watch);
		expect(of.privateThreads).toBe(1);
		const threads = new Map(of.messages.map(({ text, threadId }) => [saidWhere(text), threadId]));
		expect(threads.get('said in open')).toBeNull();
		expect(threads.get('said in secret')).toBe(secret.id);
		const itself = await on.channels.read(request(secret, IDS.english), watch);
		expect(itself).toMatchObject({ privateThreads: 0, messages: [{ threadId: null }] });
	});

	it('pass over bots, and those who asked not to be read', async () => {
		const busy = place('busy', {
			messages: [
				said('one', { authorId: IDS.thai }),
				said('two', { authorId: IDS.application }),
				said('three'),
				said('four', { authorId: IDS.thai, at: NOW - 2 * HOUR }),
			],
		});
		on.sandbox.changes.addChannel(IDS.borderDesk, busy);
		const of = await on.channels.read(request(busy, IDS.english), watch);
		expect(of.skipped).toEqual({ bots: 1, optedOut: 2, optedOutPeople: 1 });
		expect(of.messages.map(({ text }) => text)).toEqual(['three']);
	});

	it('are closed from the moment at which a right is taken away', async () => {
		const brief = place('brief');
		on.sandbox.changes.addChannel(IDS.borderDesk, brief);
		expect(await outcome(brief, IDS.english)).toEqual(['said in brief']);
		on.sandbox.changes.editChannel(brief.id, {
			overwrites: [deny(EVERYONE, Allow.ViewChannel), allow(IDS.botRole, Allow.ViewChannel)],
		});
		expect(await outcome(brief, IDS.english)).toBe('error.cannot-read');
		on.sandbox.changes.setRoles(IDS.borderDesk, IDS.english, [IDS.botRole]);
		expect(await outcome(brief, IDS.english)).toEqual(['said in brief']);
		on.sandbox.changes.setRoles(IDS.borderDesk, IDS.english, []);
		expect(await outcome(brief, IDS.english)).toBe('error.cannot-read');
	});

	it('say where the words of messages are switched on, and read them once they are', async () => {
		const { flags = 0 } = defaultWorld.application;
		on.sandbox.changes.setApplicationFlags(0);
		await expect(read(open, IDS.french)).rejects.toMatchObject({
			key: 'error.no-message-content',
			params: { page: 'https://discord.com/developers/applications' },
		});
		on.sandbox.changes.setApplicationFlags(flags);
		expect(await read(open, IDS.french)).toHaveLength(2);
	});

	it('are named as Discord names them', () => {
		expect(on.channels.nameOf(open.id)).toBe('open');
		expect(on.channels.nameOf(newId())).toBeNull();
	});

	it('break no rule of Discord’s', () => {
		expect(on.sandbox.violations).toEqual([]);
	});
});
