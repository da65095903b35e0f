import type { Summary, SummaryLine, Topic } from '../../answers/summary/summary.js';
import type { KeptSummary, SummaryPlan } from '../../commands/services.js';

const AT = Date.UTC(2026, 0, 31, 9);

/** A line of the message of that id, as if the message had been nothing but the quote. */
export function lineOf(
	messageId: string,
	quote = `said in ${messageId}`,
	over: Partial<SummaryLine> = {},
): SummaryLine {
	return {
		messageId,
		threadId: null,
		authorId: 'ann',
		at: AT + Number(messageId),
		span: { start: 0, end: quote.length },
		quote,
		language: 'en',
		...over,
	};
}

export function topicOf(lines: readonly SummaryLine[], further: readonly SummaryLine[] = []): Topic {
	const { at: from = AT } = lines[0] ?? {};
	return { from, to: lines.at(-1)?.at ?? from, messages: lines.length + 3, people: 2, lines, further };
}

/** A summary of two topics, with a decision, a question, a link and a date. */
export function summaryOf(over: Partial<Summary> = {}): Summary {
	return {
		topics: [topicOf([lineOf('1'), lineOf('2')], [lineOf('3'), lineOf('4')]), topicOf([lineOf('5')])],
		decisions: [lineOf('2')],
		questions: [{ ...lineOf('6'), alsoAskedIn: ['7', '8'], askedBy: 3 }],
		links: [{ url: 'https://news.example/', line: lineOf('5') }],
		dates: [{ date: '2026-02-01', line: lineOf('9') }],
		languages: [{ language: 'en', count: 9 }],
		people: 3,
		read: 9,
		noise: 1,
		activity: { start: AT, bucketMs: 3_600_000, counts: [[4, 3, 2]] },
		...over,
	};
}

export const PLAIN_SUMMARY: KeptSummary = {
	id: 'SuMmArYiDaBc',
	guildId: '10',
	memberId: '30',
	madeAt: AT + 3_600_000,
	range: { channelId: '20', since: AT, until: null, fromMessageId: null, most: 1000 },
	begins: 'asked',
	isCut: false,
	privateThreads: 0,
	length: 'medium',
	timeZone: 'UTC',
	summary: summaryOf(),
	skipped: { bots: 0, optedOut: 0, optedOutPeople: 0 },
	isComplete: true,
	gone: 0,
};

export const PLAN: SummaryPlan = {
	place: { guildId: '10', channelId: '20' },
	reading: { range: PLAIN_SUMMARY.range, from: 'range', memberId: '30', shownIn: '20', isPrivate: true },
	request: { memberId: '30', length: 'medium', timeZone: 'UTC' },
	locale: 'en',
};
