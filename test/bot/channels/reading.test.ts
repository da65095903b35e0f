import { MessageType, type APIMessage } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE, Reading, type Asked, type Source } from '../../../bot/channels/reading.js';
import { compareIds, idOf, timeOf } from '../../../bot/channels/snowflake.js';
import type { ReadingRequest, Watch } from '../../../commands/services.js';

const NOW = Date.UTC(2026, 0, 31, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MEMBER = '7';

interface Written {
	readonly channelId: string;
	readonly at: number;
	readonly authorId?: string;
	readonly bot?: boolean;
}

/** Messages of a channel, by their times; ids are unique, as Discord's are. */
function messagesOf(written: readonly Written[]): Map<string, APIMessage[]> {
	const all = new Map<string, APIMessage[]>();
	written.forEach(({ channelId, at, authorId = '1', bot = false }, i) => {
		const id = String(BigInt(idOf(at)) + BigInt(i));
		const message = { id, channel_id: channelId, content: `message ${i}`, type: MessageType.Default, attachments: [] };
		const author = { id: authorId, ...(bot && { bot }) };
		// what is read of a message
		all.set(channelId, [...(all.get(channelId) ?? []), { ...message, author } as unknown as APIMessage]);
	});
	for (const messages of all.values()) messages.sort((a, b) => compareIds(b.id, a.id));
	return all;
}

function discordOf(written: readonly Written[], optedOut: readonly string[] = []) {
	const all = messagesOf(written);
	const requests: { readonly channelId: string; readonly before: string | null }[] = [];
	const asked: Asked = {
		page: async (channelId, before) => {
			requests.push({ channelId, before });
			const older = (all.get(channelId) ?? []).filter(({ id }) => before === null || compareIds(id, before) < 0);
			return older.slice(0, PAGE);
		},
		optedOut: async (memberIds) => memberIds.filter((id) => optedOut.includes(id)),
	};
	const source = (channelId: string, over: Partial<Source> = {}): Source => ({
		channelId,
		threadId: channelId === 'main' ? null : channelId,
		isPrivate: false,
		lastMessageId: channelId === 'main' ? null : (all.get(channelId)?.[0]?.id ?? null),
		...over,
	});
	return { asked, requests, source, all };
}

const request = (
	over: Partial<ReadingRequest['range']> = {},
	from: ReadingRequest['from'] = 'range',
): ReadingRequest => ({
	range: { channelId: 'main', since: null, until: null, fromMessageId: null, most: 5000, ...over },
	from,
	memberId: MEMBER,
	shownIn: 'main',
	isPrivate: true,
});
const patient = (): Watch & { readonly reports: number[] } => {
	const reports: number[] = [];
	return { signal: new AbortController().signal, report: ({ read }) => reports.push(read), reports };
};
const hoursAgo = (hours: number, over: Partial<Written> = {}): Written => ({
	channelId: 'main',
	at: NOW - hours * HOUR,
	...over,
});

describe('Reading', () => {
	it('gives the newest messages of all sources within the range, in the order of time, and asks for no page twice', async () => {
		const written = fc.record({
			channelId: fc.constantFrom('main', 'a', 'b'),
			at: fc.integer({ min: NOW - 3 * DAY, max: NOW }),
			bot: fc.boolean(),
		});
		const when = fc.option(fc.integer({ min: NOW - 3 * DAY, max: NOW }));
		await fc.assert(
			fc.asyncProperty(
				fc.array(written, { maxLength: 500 }),
				when,
				when,
				fc.integer({ min: 1, max: 300 }),
				async (messages, since, until, most) => {
					const { asked, requests, source, all } = discordOf(messages);
					const sources = [source('main'), source('a'), source('b')];
					const read = await new Reading(request({ since, until, most }), sources, NOW).run(most, asked, patient());
					const wanted = [...all.values()]
						.flat()
						.sort((a, b) => compareIds(b.id, a.id))
						.filter(({ id }) => (since === null || timeOf(id) >= since) && (until === null || timeOf(id) < until))
						.slice(0, most);
					const ofMembers = wanted.filter(({ author }) => author.bot !== true);
					expect(read.messages.map(({ id }) => id)).toEqual(ofMembers.map(({ id }) => id).reverse());
					expect(read.skipped.bots).toBe(wanted.length - ofMembers.length);
					expect(read.looked).toBe(wanted.length);
					expect(read.isComplete).toBe(true);
					if (wanted.length < most) expect(read.isCut).toBe(false);
					expect(new Set(requests.map((one) => JSON.stringify(one))).size).toBe(requests.length);
					expect(requests.length).toBeLessThanOrEqual(sources.length * 2 + Math.ceil(most / PAGE));
				},
			),
			{ numRuns: 60 },
		);
	});

	it('asks nothing of a thread that was silent before the range began', async () => {
		const { asked, requests, source } = discordOf([hoursAgo(1), hoursAgo(50, { channelId: 'old' })]);
		await new Reading(request({ since: NOW - DAY }), [source('main'), source('old')], NOW).run(100, asked, patient());
		expect(requests.map(({ channelId }) => channelId)).toEqual(['main']);
	});

	it('begins at a message, that message included', async () => {
		const { asked, source, all } = discordOf([hoursAgo(3), hoursAgo(2), hoursAgo(1)]);
		const [, second] = all.get('main') ?? [];
		const reading = new Reading(request({ fromMessageId: second?.id ?? '' }), [source('main')], NOW);
		const { messages } = await reading.run(100, asked, patient());
		expect(messages.map(({ text }) => text)).toEqual(['message 1', 'message 2']);
	});

	it('begins after the member’s own last message, in whichever thread that stands', async () => {
		const { asked, source } = discordOf([
			hoursAgo(5, { authorId: MEMBER }),
			hoursAgo(4),
			hoursAgo(3, { channelId: 'a', authorId: MEMBER }),
			hoursAgo(2),
			hoursAgo(1, { channelId: 'a' }),
		]);
		const reading = new Reading(request({}, 'catch-up'), [source('main'), source('a')], NOW);
		const read = await reading.run(100, asked, patient());
		expect(read.messages.map(({ text }) => text)).toEqual(['message 3', 'message 4']);
		expect(read).toMatchObject({ begins: 'last-message', range: { since: NOW - 3 * HOUR + 1 } });
	});

	it('takes the last day where the member was silent for a week, and the week where the day was silent too', async () => {
		const old = hoursAgo(8 * 24, { authorId: MEMBER });
		const day = discordOf([old, hoursAgo(30), hoursAgo(20)]);
		const ofDay = await new Reading(request({}, 'catch-up'), [day.source('main')], NOW).run(100, day.asked, patient());
		expect(ofDay).toMatchObject({ begins: 'last-day', range: { since: NOW - DAY } });
		expect(ofDay.messages.map(({ text }) => text)).toEqual(['message 2']);
		const week = discordOf([old, hoursAgo(40), hoursAgo(30)]);
		const ofWeek = await new Reading(request({}, 'catch-up'), [week.source('main')], NOW).run(
			100,
			week.asked,
			patient(),
		);
		expect(ofWeek).toMatchObject({ begins: 'last-week', range: { since: NOW - 7 * DAY } });
		expect(ofWeek.messages).toHaveLength(2);
	});

	it('looks for the member’s own last message as long as it takes, where they asked for it', async () => {
		const { asked, source } = discordOf([hoursAgo(400, { authorId: MEMBER }), hoursAgo(300), hoursAgo(1)]);
		const read = await new Reading(request({}, 'last-message'), [source('main')], NOW).run(100, asked, patient());
		expect(read.messages).toHaveLength(2);
		expect(read.begins).toBe('last-message');
	});

	it('says that it is cut where there is more than was asked for', async () => {
		const { asked, source } = discordOf([hoursAgo(5), hoursAgo(4), hoursAgo(3), hoursAgo(2)]);
		const read = (most: number, since: number | null = null) =>
			new Reading(request({ most, since }), [source('main')], NOW).run(most, asked, patient());
		expect(await read(3)).toMatchObject({ isCut: true, looked: 3 });
		expect(await read(5)).toMatchObject({ isCut: false, looked: 4 });
		expect(await read(3, NOW - 4.5 * HOUR)).toMatchObject({ isCut: false, looked: 3 });
	});

	it('passes over members who asked not to be read, and counts them', async () => {
		const out = (hours: number, authorId: string) => hoursAgo(hours, { authorId });
		const { asked, source } = discordOf([out(4, '8'), out(3, '9'), out(2, '8'), hoursAgo(1)], ['8', '9']);
		const read = await new Reading(request(), [source('main')], NOW).run(100, asked, patient());
		expect(read.skipped).toEqual({ bots: 0, optedOut: 3, optedOutPeople: 2 });
		expect(read.messages.map(({ authorId }) => authorId)).toEqual(['1']);
	});

	it('passes over what webhooks and Discord write', async () => {
		const { asked, source, all } = discordOf([hoursAgo(3), hoursAgo(2), hoursAgo(1)]);
		const [newest, middle] = all.get('main') ?? [];
		Object.assign(newest!, { webhook_id: '5' });
		Object.assign(middle!, { type: MessageType.UserJoin });
		const read = await new Reading(request(), [source('main')], NOW).run(100, asked, patient());
		expect(read.skipped.bots).toBe(2);
		expect(read.messages).toHaveLength(1);
	});

	it('stops where it is stopped, and goes on from there without reading anything again', async () => {
		const { asked, requests, source } = discordOf(Array.from({ length: 450 }, (_, i) => hoursAgo(i / 10)));
		const stop = new AbortController();
		const reports: number[] = [];
		const watch: Watch = {
			signal: stop.signal,
			report({ read }) {
				reports.push(read);
				if (read === 200) stop.abort('member');
			},
		};
		const reading = new Reading(request(), [source('main')], NOW);
		const first = await reading.run(450, asked, watch);
		expect(first.isComplete).toBe(false);
		expect(first.looked).toBeGreaterThanOrEqual(100);
		expect(first.looked).toBeLessThanOrEqual(200);
		const taken = await reading.run(first.looked, asked, patient());
		expect(taken).toMatchObject({ isComplete: true, looked: first.looked });
		expect(requests).toHaveLength(2);
		const rest = await reading.run(450, asked, patient());
		expect(rest).toMatchObject({ isComplete: true, looked: 450 });
		expect(new Set(rest.messages.map(({ id }) => id)).size).toBe(450);
		expect(requests).toHaveLength(5);
	});

	it('does not wait for a page that is late, once it is stopped', async () => {
		const stop = new AbortController();
		const { asked, source } = discordOf([hoursAgo(1)]);
		const never: Asked = { ...asked, page: () => new Promise(() => undefined) };
		const running = new Reading(request(), [source('main')], NOW).run(10, never, { ...patient(), signal: stop.signal });
		stop.abort('restart');
		expect(await running).toMatchObject({ isComplete: false, looked: 0 });
	});

	it('leaves out threads that were closed to the member meanwhile', async () => {
		const { asked, source } = discordOf([hoursAgo(3), hoursAgo(2, { channelId: 'secret' })]);
		const secret = source('secret', { isPrivate: true });
		const reading = new Reading(request(), [source('main'), secret], NOW);
		expect(await reading.run(10, asked, patient())).toMatchObject({ privateThreads: 1 });
		reading.narrow([source('main')]);
		const read = await reading.run(10, asked, patient());
		expect(read).toMatchObject({ privateThreads: 0 });
		expect(read.messages.map(({ threadId }) => threadId)).toEqual([null]);
	});
});
