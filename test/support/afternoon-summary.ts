import type { Summary, SummaryLine } from '../../answers/summary/summary.js';
import type { KeptSummary } from '../../commands/services.js';

const HOUR_MS = 3_600_000;
/** 12 March 2024, 14:00 in Vientiane. */
const START = Date.UTC(2024, 2, 12, 7);

export const GUILD = '710000000000000001';
export const CHANNEL = '720000000000000002';
export const LAN = '730000000000000003';
const PAUL = '730000000000000004';

let messages = 740_000_000_000_000_000n;

/** A message of that afternoon. */
export function lineOf(quote: string, minutes: number, authorId = LAN): SummaryLine {
	messages += 1n;
	return {
		messageId: String(messages),
		threadId: null,
		authorId,
		at: START + minutes * 60_000,
		span: { start: 0, end: quote.length },
		quote,
		language: 'en',
	};
}

const TIMETABLE = lineOf('The railway sent its timetable for May.', 2);
const BORDER = lineOf('Cửa khẩu mở lại lúc 7 giờ sáng thứ hai.', 20, PAUL);
const AGREED = lineOf('We agreed to print the timetable on Monday.', 31);
const FORMS = lineOf('Which customs form is needed for samples?', 130, PAUL);
const STAMP = lineOf('Le formulaire 12 doit être tamponné à Nape, voir https://example.org/forms', 140);

/** What two members said of two things, one afternoon. */
export const SUMMARY: Summary = {
	topics: [
		{
			from: START + 120_000,
			to: START + 31 * 60_000,
			messages: 48,
			people: 5,
			lines: [TIMETABLE, BORDER, AGREED],
			further: [lineOf('Ask <@730000000000000004> for the *old* one.', 25)],
		},
		{ from: START + 130 * 60_000, to: START + 200 * 60_000, messages: 30, people: 4, lines: [STAMP], further: [] },
	],
	decisions: [AGREED],
	questions: [{ ...FORMS, askedBy: 2, alsoAskedIn: ['740000000000000900'] }],
	links: [{ url: 'https://example.org/forms', line: STAMP }],
	dates: [{ date: '2024-05-06', line: TIMETABLE }],
	languages: [
		{ language: 'vi', count: 61 },
		{ language: 'fr', count: 25 },
	],
	people: 9,
	read: 86,
	noise: 5,
	activity: {
		start: START,
		bucketMs: HOUR_MS,
		counts: [
			[48, 0, 2],
			[0, 0, 1],
			[0, 20, 3],
			[0, 10, 2],
		],
	},
};

export const KEPT_SUMMARY: KeptSummary = {
	id: 'SuMmArYiDxYz',
	guildId: GUILD,
	memberId: LAN,
	madeAt: START + 4 * HOUR_MS,
	range: { channelId: CHANNEL, since: START, until: null, fromMessageId: null, most: 1000 },
	begins: 'asked',
	isCut: false,
	privateThreads: 0,
	length: 'medium',
	timeZone: 'Asia/Vientiane',
	summary: SUMMARY,
	skipped: { bots: 4, optedOut: 7, optedOutPeople: 2 },
	isComplete: true,
	gone: 0,
};
