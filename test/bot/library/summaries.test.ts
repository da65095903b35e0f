import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../answers/summary/conversation.js';
import type { KeptSummary, ReadMessages } from '../../../commands/services.js';
import { PLAN } from '../../support/plain-summary.js';
import { DAY_MS, DIRECT, memoryLibrary, OTHER, SERVER, type MemoryLibrary } from '../../support/memory-library.js';

const HOUR = 3_600_000;
const TALK = [
	'The ferry timetable of the old salt pier changes in May.',
	'The new ferry timetable gives the salt pier two more boats a day.',
	'Who will print the ferry timetable for the pier?',
	'The harbour master prints the ferry timetable this week.',
	'The bakery at the market square closes for a month of repairs.',
	'During the repairs the bakery sells bread from a cart at the market square.',
	'The cart of the bakery stands beside the fountain.',
];

describe('summaries of a library', () => {
	let parts: MemoryLibrary;
	beforeEach(async () => {
		parts = await memoryLibrary();
	});
	const talk = (): ChatMessage[] =>
		TALK.map((text, i) => ({
			id: String(100 + i),
			authorId: i % 2 === 0 ? 'ann' : 'bob',
			at: parts.clock.now - HOUR + i * 60_000,
			text,
			replyTo: null,
			threadId: i === 6 ? '77' : null,
			attachments: 0,
			reactions: 0,
		}));
	const read = (over: Partial<ReadMessages> = {}): ReadMessages => ({
		messages: talk(),
		skipped: { bots: 2, optedOut: 0, optedOutPeople: 0 },
		isComplete: true,
		range: { channelId: SERVER.channelId, since: null, until: null, fromMessageId: null, most: 1000 },
		begins: 'last-day',
		isCut: false,
		begunAt: parts.clock.now,
		looked: 9,
		privateThreads: 0,
		...over,
	});
	const request = { memberId: 'ann', length: 'long', timeZone: 'Asia/Vientiane' } as const;
	const sumUp = (over: Partial<ReadMessages> = {}, memberId: string | null = 'ann') =>
		parts.library.summarise(SERVER, { ...request, memberId }, read(over));
	/** All that a summary shows, and could show. */
	const textOf = (kept: KeptSummary | undefined) => JSON.stringify(kept?.summary);
	const again = ({ id }: KeptSummary) => parts.library.summary(SERVER, id);
	const quoted = (kept: KeptSummary) => {
		const [line] = kept.summary.topics.flatMap(({ lines }) => lines);
		if (line === undefined) throw new Error('Expected a line');
		return line;
	};

	it('keeps what it makes for the server that asked, with what was asked', async () => {
		const kept = await sumUp();
		expect(kept).toMatchObject({
			guildId: SERVER.guildId,
			memberId: 'ann',
			madeAt: parts.clock.now,
			begins: 'last-day',
			length: 'long',
			timeZone: 'Asia/Vientiane',
			skipped: { bots: 2 },
			isComplete: true,
			gone: 0,
			summary: { read: TALK.length, people: 2 },
		});
		expect(await again(kept)).toEqual(kept);
		expect(await parts.library.summary(OTHER, kept.id)).toBeUndefined();
		expect(await parts.library.summary(DIRECT, kept.id)).toBeUndefined();
	});

	it('quotes every message at its place', async () => {
		const { summary } = await sumUp();
		const texts = new Map(talk().map(({ id, text }) => [id, text]));
		const lines = summary.topics.flatMap(({ lines, further }) => [...lines, ...further]);
		expect(lines.length).toBeGreaterThan(0);
		for (const { messageId, span, quote } of lines)
			expect(texts.get(messageId)?.slice(span.start, span.end)).toBe(quote);
	});

	it('takes a message that is deleted or changed out of what is kept', async () => {
		const kept = await sumUp();
		const { messageId, quote } = quoted(kept);
		await parts.library.forgetMessages([messageId, 'unknown']);
		const left = await again(kept);
		expect(textOf(left)).not.toContain(messageId);
		expect(textOf(left)).not.toContain(quote);
		expect(left?.gone).toBe(1);
	});

	it('does not sum up what was deleted while it was read, and does what was written anew before', async () => {
		const { messageId } = quoted(await sumUp());
		await parts.library.forgetMessages([messageId]);
		expect(textOf(await sumUp())).not.toContain(messageId);
		parts.clock.now += 1;
		expect(textOf(await sumUp())).toContain(messageId);
	});

	it('takes out what was deleted while it was made', async () => {
		const { messageId } = quoted(await sumUp());
		const making = sumUp();
		await parts.library.forgetMessages([messageId]);
		expect(textOf(await making)).not.toContain(messageId);
	});

	it('deletes the summaries of a channel that is deleted, and the lines of a thread', async () => {
		const kept = await sumUp();
		await parts.library.forgetChannel('77');
		expect(textOf(await again(kept))).not.toContain('"106"');
		await parts.library.forgetChannel(SERVER.channelId);
		expect(await again(kept)).toBeUndefined();
	});

	it('forgets a member: what they asked for, and what they wrote wherever it is quoted', async () => {
		const mine = await sumUp();
		const others = await sumUp({}, 'cid');
		expect(await parts.library.forget('ann', false)).toMatchObject({ summaries: 1 });
		expect(await again(mine)).toBeUndefined();
		const left = await again(others);
		expect(textOf(left)).not.toContain('"ann"');
		expect(textOf(left)).toContain('"bob"');
		expect(await parts.library.optedOut(['ann', 'bob'])).toEqual(['ann']);
		expect(await sumUp()).toMatchObject({ memberId: null });
		expect(textOf(await sumUp())).not.toContain('"ann"');
	});

	it('opts a member in again', async () => {
		await parts.library.forget('ann', false);
		await parts.library.forget('ann', true);
		expect(await parts.library.optedOut(['ann'])).toEqual([]);
	});

	it('keeps summaries as long as questions', async () => {
		const kept = await sumUp();
		parts.clock.now += 31 * DAY_MS;
		await parts.ask(SERVER, 'Anything?');
		expect(await again(kept)).toBeUndefined();
	});

	it('keeps readings that are under way for fifteen minutes, and those that were stopped for a day', async () => {
		const { library, clock } = parts;
		const begun = { callId: '1', plan: PLAN, token: 'token', begunAt: clock.now, read: 0 };
		await library.keepReading(begun);
		await library.keepReading({ ...begun, callId: '2', token: null, read: 100 });
		expect(await library.openReadings()).toEqual([begun]);
		clock.now += 15 * 60_000 + 1;
		expect(await library.openReadings()).toEqual([]);
		expect(await library.reading('2')).toMatchObject({ read: 100, plan: PLAN });
		clock.now += DAY_MS;
		expect(await library.reading('2')).toBeUndefined();
		await library.endReading('2');
	});

	it('has no summaries of places without a server', async () => {
		await expect(parts.library.summarise(DIRECT, request, read())).rejects.toThrow(RangeError);
	});
});
