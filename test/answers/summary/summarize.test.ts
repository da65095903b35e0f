import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../answers/summary/conversation.js';
import { summarizeConversation } from '../../../answers/summary/summarize.js';
import { MOST_LINES, type Summary, type SummaryLength, type SummaryLine } from '../../../answers/summary/summary.js';
import { openModels, type OpenModels } from '../../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../../bot/config.js';
import { hashingModels } from '../../support/hashing-encoder.js';
import { plantTalk } from '../../support/planted-talk.js';
import { conversation, talkOf } from './chat-arbitraries.js';
import { foundIn } from './planted-summary.js';

const TIME_ZONE = 'Asia/Vientiane';
const DATA = join(import.meta.dirname, 'data');

/** All lines that a summary shows, or can show. */
function linesOf({ topics, decisions, questions, links, dates }: Summary): SummaryLine[] {
	const ofTopics = topics.flatMap(({ lines, further }) => [...lines, ...further]);
	return [...ofTopics, ...decisions, ...questions, ...links.map(({ line }) => line), ...dates.map(({ line }) => line)];
}

/** What every summary keeps, whatever was said. */
function expectSound(summary: Summary, messages: readonly ChatMessage[], length: SummaryLength): void {
	const byId = new Map(messages.map((message) => [message.id, message]));
	for (const { messageId, threadId, authorId, at, span, quote, language } of linesOf(summary)) {
		const message = byId.get(messageId)!;
		expect(quote).toBe(message.text.slice(span.start, span.end));
		expect(quote.length).toBeGreaterThan(0);
		expect({ threadId, authorId, at }).toEqual({
			threadId: message.threadId,
			authorId: message.authorId,
			at: message.at,
		});
		expect(language).toMatch(/^[a-z]{2,3}$/);
	}
	const { topics, decisions, questions, links, dates, activity } = summary;
	const shown = [...topics.flatMap(({ lines, further }) => [...lines, ...further]), ...decisions, ...questions];
	for (const { quote } of shown) expect(quote.length).toBeLessThanOrEqual(300);
	const keys = shown.map(({ messageId, span }) => `${messageId} ${span.start}`);
	expect(new Set(keys).size).toBe(keys.length);
	expect(topics.reduce((sum, { lines }) => sum + lines.length, 0)).toBeLessThanOrEqual(MOST_LINES[length]);
	for (const { lines, further, from, to, messages: count, people } of topics) {
		expect(lines.length).toBeGreaterThan(0);
		expect(further.length).toBeLessThanOrEqual(12);
		expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort((a, b) => a - b));
		for (const { at } of [...lines, ...further]) expect(at >= from && at <= to).toBe(true);
		expect(people).toBeLessThanOrEqual(count);
	}
	for (const { askedBy, alsoAskedIn } of questions) {
		expect(askedBy).toBeGreaterThan(0);
		expect(askedBy).toBeLessThanOrEqual(alsoAskedIn.length + 1);
		for (const id of alsoAskedIn) expect(byId.has(id)).toBe(true);
	}
	expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
	expect(dates.map(({ date }) => date)).toEqual([...new Set(dates.map(({ date }) => date))].sort());
	expect(summary.read).toBe(messages.length);
	expect(summary.noise).toBeLessThanOrEqual(summary.read);
	expect(summary.people).toBe(new Set(messages.map(({ authorId }) => authorId)).size);
	const counted = topics.map((_, topic) => activity.counts.reduce((sum, bucket) => sum + (bucket[topic] ?? 0), 0));
	expect(counted).toEqual(topics.map((topic) => topic.messages));
	expect(activity.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(messages.length);
}

describe('summarizeConversation', { timeout: 120_000 }, () => {
	let models: OpenModels;
	beforeAll(async () => {
		models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
	}, 60_000);
	afterAll(() => models.close());

	const summaryOf = (messages: readonly ChatMessage[], length: SummaryLength = 'medium') =>
		summarizeConversation(messages, models, { length, timeZone: TIME_ZONE });
	const quotesOf = (lines: readonly SummaryLine[]) => lines.map(({ quote }) => quote);

	it.each([1, 2, 3])('finds what was planted among 500 messages in five languages, in order %i', async (seed) => {
		const talk = plantTalk(join(DATA, 'talk-harbour.txt'), { count: 500, seed });
		const summary = await summaryOf(talk.messages, 'long');
		expectSound(summary, talk.messages, 'long');
		const found = foundIn(summary, talk);
		expect(found.topics).toBeGreaterThanOrEqual(5);
		expect(found.otherTopics).toBeLessThanOrEqual(3);
		expect(found.decisions).toBeGreaterThanOrEqual(3);
		expect(found.falseDecisions).toBeLessThanOrEqual(1);
		expect(found.questions).toBeGreaterThanOrEqual(4);
		expect(found.falseQuestions).toBeLessThanOrEqual(3);
		expect(
			summary.languages
				.map(({ language }) => language)
				.slice(0, 5)
				.sort(),
		).toEqual(['en', 'fr', 'lo', 'vi', 'zh']);
	});

	// what nothing was tuned on is found less well, and in one order better than in another
	it('finds most of what was planted in another talk, on average of six orders', async () => {
		const found: ReturnType<typeof foundIn>[] = [];
		for (const seed of [1, 2, 3, 4, 5, 6]) {
			const talk = plantTalk(join(DATA, 'talk-valley.txt'), { count: 500, seed });
			const summary = await summaryOf(talk.messages, 'long');
			expectSound(summary, talk.messages, 'long');
			found.push(foundIn(summary, talk));
		}
		const mean = (of: keyof ReturnType<typeof foundIn>) => found.reduce((sum, one) => sum + one[of], 0) / found.length;
		expect(mean('topics')).toBeGreaterThanOrEqual(4);
		expect(mean('otherTopics')).toBeLessThanOrEqual(2);
		expect(mean('decisions')).toBeGreaterThanOrEqual(3.5);
		expect(mean('falseDecisions')).toBe(0);
		expect(mean('questions')).toBeGreaterThanOrEqual(4);
		expect(mean('falseQuestions')).toBeLessThanOrEqual(4);
	});

	it('keeps its word whatever was said', async () => {
		const hashing = hashingModels();
		await fc.assert(
			fc.asyncProperty(conversation, fc.constantFrom('short', 'medium', 'long'), async (messages, length) => {
				expectSound(await summarizeConversation(messages, hashing, { length, timeZone: TIME_ZONE }), messages, length);
			}),
			{ numRuns: 150 },
		);
	});

	it('gives the same summary of the same messages', async () => {
		const { messages } = plantTalk(join(DATA, 'talk-harbour.txt'), { count: 300, seed: 5 });
		expect(await summaryOf(messages)).toEqual(await summaryOf(messages));
	});

	it('says nothing of nothing', async () => {
		const summary = await summaryOf([]);
		expectSound(summary, [], 'medium');
		expect(linesOf(summary)).toEqual([]);
		const emoji = talkOf('ann: 👍', 'bao: 🎉🎉', 'ann: <:party:123>', 'chloe: ok', 'bao: ');
		const ofEmoji = await summaryOf(emoji);
		expectSound(ofEmoji, emoji, 'medium');
		expect(linesOf(ofEmoji)).toEqual([]);
		expect(ofEmoji.noise).toBe(5);
	});

	it('has one topic where one message says something', async () => {
		const messages = talkOf('ann: The road to the school is closed until the bridge is repaired.');
		const { topics } = await summaryOf(messages);
		expect(topics.map(({ lines }) => quotesOf(lines))).toEqual([[messages[0]?.text]]);
	});

	it('finds the proposal that an agreement points to', async () => {
		const messages = talkOf(
			'ann: The old printer eats the paper again, third time this week.',
			'bao: Let us repair it once more, I have the spare rollers.',
			'chloe: I propose we rent a copier from the shop in Hue for a year instead.',
			'daeng: rent is forty dollars a month there',
			'bao >2: agreed',
			'daeng >3: ok, deal',
			'ann: The copier arrives on the truck of the shop next week.',
		);
		const { decisions, topics } = await summaryOf(messages);
		expect(quotesOf(decisions)).toEqual(['I propose we rent a copier from the shop in Hue for a year instead.']);
		expect(quotesOf(topics.flatMap(({ lines }) => lines))).not.toContain(decisions[0]?.quote);
	});

	it('takes back what was taken back, and leaves out what was refused', async () => {
		const messages = talkOf(
			"ann: We decided to hold the opening on the river bank, with the school's choir.",
			'bao >1: great',
			'chloe: How about fireworks at the opening?',
			'daeng >1: no, too dangerous for the boats',
			'bao >2: no, bad idea',
			'ann >5: change of plans: the opening is cancelled, the river bank is flooded',
		);
		expect(quotesOf((await summaryOf(messages)).decisions)).toEqual([]);
	});

	it('tells questions that were answered from those that were not, and groups those that ask the same', async () => {
		const messages = talkOf(
			'ann: Who has the key of the boat house?',
			'bao >1: I have it, it hangs in my kitchen',
			'chloe: When does the ferry to the island leave tomorrow?',
			'daeng: at 7:30 from the north pier',
			'ann: Which colour did the ministry choose for the uniforms?',
			'bao: The nets are drying on the beach behind the market.',
			'chloe >2: no idea',
			'daeng: Which colour did the ministry choose for the uniforms??',
			'bao: The fishermen sold everything before eight this morning.',
		);
		const { questions } = await summaryOf(messages);
		expect(questions.map(({ quote, askedBy, alsoAskedIn }) => ({ quote, askedBy, alsoAskedIn }))).toEqual([
			{ quote: 'Which colour did the ministry choose for the uniforms?', askedBy: 2, alsoAskedIn: ['m7'] },
		]);
	});

	it('quotes the sentence that matters of a long message, never code and never a spoiler', async () => {
		const filler = 'The weather was mild and the tea was warm, as it often is up here in the hills after the harvest.';
		const messages = talkOf(
			`ann: ${filler} ${filler.replace('tea', 'soup')} The water pump of the school broke and the children have no water. ${filler.replace('mild', 'cold')}`,
			'bao: The pump of the school needs a new seal before the children can have water.',
			'chloe: ```\nconst pump = broken(school, water);\n```',
			'daeng: The children ||will get a surprise|| at the school when the water pump is repaired.',
		);
		const summary = await summaryOf(messages);
		const quotes = quotesOf(linesOf(summary));
		expect(quotes.join('\n')).not.toMatch(/const pump|surprise/);
		expect(quotesOf(summary.topics.flatMap(({ lines }) => lines)).join('\n')).toContain('pump');
		for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(300);
	});

	it('takes thousands of messages of two thousand characters, right to left or without a space', async () => {
		const walls = [
			'جاء الماء إلى القرية بعد المطر، ',
			'น้ำท่วมหมู่บ้านหลังฝนตก',
			'x'.repeat(50),
			'水淹了村子，大家都去帮忙。',
		];
		const messages = Array.from({ length: 400 }, (_, i): ChatMessage => {
			const text = `${i} ${(walls[i % walls.length] ?? '').repeat(100)}`.slice(0, 2000);
			return {
				id: `m${i}`,
				authorId: `a${i % 7}`,
				at: i * 45_000,
				text,
				replyTo: null,
				threadId: null,
				attachments: 0,
				reactions: 0,
			};
		});
		expectSound(await summaryOf(messages), messages, 'medium');
	});
});
