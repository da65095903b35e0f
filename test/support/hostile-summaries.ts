import fc from 'fast-check';
import type { OpenQuestion, Summary, SummaryLine, Topic } from '../../answers/summary/summary.js';
import type { KeptSummary } from '../../commands/services.js';
import { hostileText } from './hostile-text.js';

/** As Discord makes them. */
const snowflake = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }).map(String);
const count = fc.oneof(fc.nat({ max: 5 }), fc.nat());
const time = fc.integer({ min: 1_420_070_400_000, max: 4e12 });
const language = fc.oneof(fc.constantFrom('en', 'vi', 'lo', 'zh-TW', 'und', ''), hostileText);
const timeZone = fc.constantFrom('UTC', 'Asia/Vientiane', 'America/New_York', 'Pacific/Chatham', 'America/Sao_Paulo');

const parts = {
	messageId: snowflake,
	threadId: fc.option(snowflake),
	authorId: snowflake,
	at: time,
	span: fc.record({ start: count, end: count }),
	quote: fc.oneof(
		hostileText,
		// members, channels and emoji of the server, as messages have them
		fc.tuple(hostileText, snowflake, hostileText).map(([a, id, b]) => `${a}<@${id}> <#${id}> <:a_b:${id}>${b}`),
	),
	language,
};
const line: fc.Arbitrary<SummaryLine> = fc.record(parts);
const question: fc.Arbitrary<OpenQuestion> = fc.record({
	...parts,
	alsoAskedIn: fc.array(snowflake, { maxLength: 3 }),
	askedBy: fc.integer({ min: 1, max: 20 }),
});

const topic: fc.Arbitrary<Topic> = fc.record({
	from: time,
	to: time,
	messages: count,
	people: count,
	lines: fc.array(line, { minLength: 1, maxLength: 6 }),
	further: fc.array(line, { maxLength: 12 }),
});

const date = fc.oneof(
	fc.constantFrom('2024-03-12', '2024-03', '2024', '--03-12', '--03', '--02-31', '--13-99'),
	hostileText,
);

const summary: fc.Arbitrary<Summary> = fc.array(topic, { maxLength: 12 }).chain((topics) =>
	fc.record({
		topics: fc.constant(topics),
		decisions: fc.array(line, { maxLength: 8 }),
		questions: fc.array(question, { maxLength: 8 }),
		links: fc.array(fc.record({ url: hostileText, line }), { maxLength: 6 }),
		dates: fc.array(fc.record({ date, line }), { maxLength: 6 }),
		languages: fc.array(fc.record({ language, count }), { maxLength: 8 }),
		people: count,
		read: count,
		noise: count,
		activity: fc.record({
			start: time,
			bucketMs: fc.constantFrom(3_600_000, 86_400_000),
			counts: fc.array(fc.array(fc.nat({ max: 500 }), { minLength: topics.length + 1, maxLength: topics.length + 1 }), {
				maxLength: 300,
			}),
		}),
	}),
);

/** Summaries of what members can write, of any length. */
export const keptSummary: fc.Arbitrary<KeptSummary> = fc.record({
	id: fc.stringMatching(/^[\w-]{12}$/),
	guildId: snowflake,
	memberId: fc.option(snowflake),
	madeAt: time,
	range: fc.record({
		channelId: snowflake,
		since: fc.option(time),
		until: fc.option(time),
		fromMessageId: fc.option(snowflake),
		most: count,
	}),
	begins: fc.constantFrom('asked', 'last-message', 'last-day', 'last-week'),
	privateThreads: fc.nat({ max: 3 }),
	length: fc.constantFrom('short', 'medium', 'long'),
	timeZone,
	summary,
	skipped: fc.record({ bots: count, optedOut: count, optedOutPeople: count }),
	isCut: fc.boolean(),
	isComplete: fc.boolean(),
	gone: count,
});

/** Of a call that reads messages. */
export const callId = snowflake;
