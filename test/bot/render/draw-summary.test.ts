import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../bot/render/render-reply.js';
import { FOOTER_ROOM } from '../../../bot/render/drawing.js';
import { drawSummary } from '../../../bot/render/draw-summary.js';
import { escapeWithin } from '../../../bot/text.js';
import { LOCALES } from '../../../commands/messages.js';
import type { Reply } from '../../../commands/reply.js';
import type { KeptSummary } from '../../../commands/services.js';
import { drawn } from '../../support/drawn.js';
import { CHANNEL, GUILD, KEPT_SUMMARY, LAN, lineOf, SUMMARY } from '../../support/afternoon-summary.js';

type SummaryReply = Extract<Reply, { kind: 'summary' }>;
const PRIVATE: SummaryReply = { kind: 'summary', summary: KEPT_SUMMARY, isPrivate: true, sharedBy: null };

function shown(change: Partial<KeptSummary>, reply: Partial<SummaryReply> = {}): string {
	const summary = { ...KEPT_SUMMARY, ...change };
	return drawn(renderReply({ ...PRIVATE, ...reply, summary }, 'en', { layout: 'components' }));
}

describe('a summary', () => {
	it('is drawn with its picture, lines that lead to their messages, and what was read', () => {
		expect(shown({})).toMatchInlineSnapshot(`
			"flags 32768
			container #2ecc71
			### Summary · messages: 86 · people: 9 · vi 61 / fr 25
			attachment://timeline.png
			────
			**<#720000000000000002>** · <t:1710226800:f> – <t:1710241200:t>
			🟦 **1** · <t:1710226920:t> – <t:1710228660:t> · messages: 48 · people: 5
			- <@730000000000000003>: The railway sent its timetable for May. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			- <@730000000000000004>: Cửa khẩu mở lại lúc 7 giờ sáng thứ hai. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000002)
			🟧 **2** · <t:1710234600:t> – <t:1710238800:t> · messages: 30 · people: 4
			- <@730000000000000003>: Le formulaire 12 doit être tamponné à Nape, voir https\\://example.org/forms [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000005)
			✅ **Decisions**
			- <@730000000000000003>: We agreed to print the timetable on Monday. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000003)
			❓ **Open questions**
			- <@730000000000000004>: Which customs form is needed for samples? · asked by 2 [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000004)
			🔗 **Links**
			- https\\://example.org/forms · <@730000000000000003> [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000005)
			📅 **Dates**
			- **<t:1714991400:D>** · <@730000000000000003>: The railway sent its timetable for May. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			────
			-# messages read: 86 · of bots, skipped: 4 · of members who asked not to be read, skipped: 7 (2 members) · saying nothing by themselves: 5 · Every line is quoted word for word; no text leaves the host of this bot.
			[🟦 More on 1 → v1:open:summary-topic:SuMmArYiDxYz:0:0]
			[📣 Post here → v1:open:summary-share:SuMmArYiDxYz]
			[📄 As file → v1:open:summary-file:SuMmArYiDxYz]
			[🕑 Change range → v1:open:summary-range:SuMmArYiDxYz]
			timeline.png: Messages per hour from Tue, Mar 12, 2024, 14:00 to Tue, Mar 12, 2024, 18:00: 86 in all, most at Tue, Mar 12, 2024, 14:00 (50). Topic 1: Tue, Mar 12, 2024, 14:02 to Tue, Mar 12, 2024, 14:31, messages: 48. Topic 2: Tue, Mar 12, 2024, 16:10 to Tue, Mar 12, 2024, 17:20, messages: 30."
		`);
	});

	it('is drawn as an embed in another language', () => {
		expect(drawn(renderReply(PRIVATE, 'vi', { layout: 'embed' }))).toMatchInlineSnapshot(`
			"flags 0
			embed #2ecc71
			Tóm tắt · tin nhắn: 86 · người: 9 · vi 61 / fr 25
			**<#720000000000000002>** · <t:1710226800:f> – <t:1710241200:t>

			🟦 **1** · <t:1710226920:t> – <t:1710228660:t> · tin nhắn: 48 · người: 5
			- <@730000000000000003>: The railway sent its timetable for May. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			- <@730000000000000004>: Cửa khẩu mở lại lúc 7 giờ sáng thứ hai. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000002)

			🟧 **2** · <t:1710234600:t> – <t:1710238800:t> · tin nhắn: 30 · người: 4
			- <@730000000000000003>: Le formulaire 12 doit être tamponné à Nape, voir https\\://example.org/forms [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000005)

			✅ **Quyết định**
			- <@730000000000000003>: We agreed to print the timetable on Monday. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000003)

			❓ **Câu hỏi bỏ ngỏ**
			- <@730000000000000004>: Which customs form is needed for samples? · 2 người hỏi [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000004)

			🔗 **Liên kết**
			- https\\://example.org/forms · <@730000000000000003> [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000005)

			📅 **Ngày tháng**
			- **<t:1714991400:D>** · <@730000000000000003>: The railway sent its timetable for May. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			(tin nhắn đã đọc: 86 · bỏ qua tin của bot: 4 · bỏ qua tin của thành viên không muốn được đọc: 7 (2 người) · tự nó không nói lên điều gì: 5 · Mỗi dòng đều trích nguyên văn; không văn bản nào rời khỏi máy chạy bot này.)
			[🟦 Thêm về 1 → v1:open:summary-topic:SuMmArYiDxYz:0:0]
			[📣 Đăng tại đây → v1:open:summary-share:SuMmArYiDxYz]
			[📄 Dạng tệp → v1:open:summary-file:SuMmArYiDxYz]
			[🕑 Đổi khoảng thời gian → v1:open:summary-range:SuMmArYiDxYz]
			timeline.png: Số tin nhắn mỗi giờ từ 14:00 Thứ 3, 12 thg 3, 2024 đến 18:00 Thứ 3, 12 thg 3, 2024: tổng cộng 86, nhiều nhất lúc 14:00 Thứ 3, 12 thg 3, 2024 (50). Chủ đề 1: từ 14:02 Thứ 3, 12 thg 3, 2024 đến 14:31 Thứ 3, 12 thg 3, 2024, tin nhắn: 48. Chủ đề 2: từ 16:10 Thứ 3, 12 thg 3, 2024 đến 17:20 Thứ 3, 12 thg 3, 2024, tin nhắn: 30."
		`);
	});

	it('says where it begins, what is missing and who shared it', () => {
		const text = shown(
			{
				begins: 'last-message',
				isComplete: false,
				gone: 3,
				privateThreads: 1,
				range: { ...KEPT_SUMMARY.range, since: 0 },
			},
			{ isPrivate: false, sharedBy: LAN },
		);
		expect(text.split('\n')).toEqual(
			expect.arrayContaining([
				`-# Shared by <@${LAN}>`,
				`**<#${CHANNEL}>** · <t:0:f> – <t:1710241200:f>`,
				`-# From the last message of <@${LAN}> on.`,
				'-# Reading was stopped: the oldest messages are missing.',
				'-# Lines that are no longer shown, because their message was deleted or changed: 3.',
				'-# Private threads that some of this comes from: 1. Not everybody may read them.',
				'[🗑️ Hide → v1:open:summary-hide:SuMmArYiDxYz]',
			]),
		);
		expect(text).not.toContain('summary-share');
		expect(shown({ begins: 'last-week' })).toContain('The last week, as no beginning was named.');
		expect(shown({ begins: 'last-message', memberId: null })).not.toContain('From the last message');
	});

	it('says that nothing, or too little, was said', () => {
		const nothing = { ...SUMMARY, topics: [], decisions: [], questions: [], links: [], dates: [] };
		const none = shown({ summary: { ...nothing, read: 0, activity: { start: 0, bucketMs: 1, counts: [] } } });
		expect(none).toContain('No messages stand there in that time.');
		expect(none).not.toContain('timeline.png');
		expect(none).toContain('summary-range');
		expect(none).not.toContain('summary-share');
		expect(shown({ summary: nothing })).toContain('Too little was said to sum up.');
	});

	it('leads to the thread that a message stands in', () => {
		const line = { ...lineOf('In a thread.', 5), threadId: '750000000000000009', messageId: '760000000000000009' };
		const text = shown({ summary: { ...SUMMARY, decisions: [line] } });
		expect(text).toContain(
			`In a thread. [↗](https://discord.com/channels/${GUILD}/750000000000000009/760000000000000009)`,
		);
	});

	it('shows members, channels and emoji that are named by their names, and all else as text', () => {
		const quote =
			'Ask <@!730000000000000004> in <#720000000000000002> <:o_k:770000000000000001> **now** <@&1> @everyone';
		expect(shown({ summary: { ...SUMMARY, decisions: [lineOf(quote, 1)] } })).toContain(
			String.raw`Ask <@730000000000000004> in <#720000000000000002> \:o\_k\: \*\*now\*\* \<\@&1> \@everyone [↗]`,
		);
	});

	it('shows a line once: a decision is no line of its topic, unless it is the only one', () => {
		const [topic] = SUMMARY.topics;
		const [decision] = SUMMARY.decisions;
		if (topic === undefined || decision === undefined) throw new Error('Both are there');
		expect(shown({}).match(/print the timetable/g)).toHaveLength(1);
		const alone = { ...SUMMARY, topics: [{ ...topic, lines: [decision] }] };
		expect(shown({ summary: alone }).match(/print the timetable/g)).toHaveLength(2);
	});

	it('shows of everything something where there is much, whole lines or enough of them, and says what is left', () => {
		const lines = (count: number, topic: number) =>
			Array.from({ length: count }, (_, i) => lineOf(`Topic ${topic} line ${i} ${'word '.repeat(60)}`, topic * 10 + i));
		const topics = Array.from({ length: 10 }, (_, i) => ({
			...{ from: KEPT_SUMMARY.madeAt, to: KEPT_SUMMARY.madeAt, messages: 40, people: 3 },
			...{ lines: lines(4, i + 1), further: [] },
		}));
		const questions = lines(4, 20).map((line) => ({ ...line, askedBy: 1, alsoAskedIn: [] }));
		const text = shown({ summary: { ...SUMMARY, topics, decisions: lines(4, 30), questions } });
		for (let topic = 1; topic <= 8; topic++) expect(text).toContain(`Topic ${topic} line 0 word word word word`);
		expect(text).not.toContain('Topic 9 line');
		expect(text).toContain('Topic 20 line 0');
		expect(text).toContain('Topic 30 line 0');
		expect(text.match(/Topic \d+ line 0[^[]+/)?.[0].length).toBeGreaterThan(70);
		expect(text).toMatch(/Lines that have no room here, but stand in the file: \d+\./);
	});

	it('has room for what was read and skipped in every language', () => {
		const skipped = { bots: 9999, optedOut: 9999, optedOutPeople: 999 };
		const summary = { ...KEPT_SUMMARY, skipped, summary: { ...SUMMARY, read: 5000, noise: 4999 } };
		for (const locale of LOCALES) {
			const { footer = '' } = drawSummary({ ...PRIVATE, summary }, locale);
			expect(escapeWithin(footer, FOOTER_ROOM), locale).not.toContain('…');
		}
	});

	it('has no picture where that would say nothing', () => {
		expect(shown({ summary: { ...SUMMARY, read: 9 } })).not.toContain('timeline.png');
		const counts = [[40, 30, 2]];
		const oneHour = { ...SUMMARY, activity: { ...SUMMARY.activity, counts } };
		expect(shown({ summary: oneHour })).toContain('timeline.png');
		const [topic] = SUMMARY.topics;
		if (topic === undefined) throw new Error('It is there');
		expect(shown({ summary: { ...oneHour, topics: [topic] } })).not.toContain('timeline.png');
	});
});

describe('a topic of a summary', () => {
	const topicOf = (topic: number, page: number) =>
		drawn(renderReply({ kind: 'summary-topic', summary: KEPT_SUMMARY, topic, page }, 'en', { layout: 'components' }));

	it('is drawn with its further lines', () => {
		expect(topicOf(0, 0)).toMatchInlineSnapshot(`
			"flags 32768
			container #2f8fd8
			### Topic 1 of 2
			────
			🟦 **1** · <t:1710226920:f> – <t:1710228660:t> · messages: 48 · people: 5
			- <@730000000000000003>: The railway sent its timetable for May. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000001)
			- <@730000000000000004>: Cửa khẩu mở lại lúc 7 giờ sáng thứ hai. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000002)
			- <@730000000000000003>: We agreed to print the timetable on Monday. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000003)
			- <@730000000000000003>: Ask <@730000000000000004> for the \\*old\\* one. [↗](https://discord.com/channels/710000000000000001/720000000000000002/740000000000000006)"
		`);
	});

	it('has pages', () => {
		const [topic] = SUMMARY.topics;
		if (topic === undefined) throw new Error('It is there');
		const further = Array.from({ length: 11 }, (_, i) => lineOf(`Further ${i}.`, i));
		const summary = {
			...KEPT_SUMMARY,
			summary: { ...SUMMARY, topics: [{ ...topic, lines: [lineOf('First.', 0)], further }] },
		};
		const page = (at: number) =>
			drawn(renderReply({ kind: 'summary-topic', summary, topic: 0, page: at }, 'en', { layout: 'components' }));
		expect(page(0).match(/First|Further \d+/g)).toHaveLength(6);
		expect(page(1).match(/Further \d+/g)?.[0]).toBe('Further 5');
		expect(page(0)).toContain('turn:summary-topic:SuMmArYiDxYz:0:1');
		expect(page(9)).toContain('Page 2 of 2');
	});

	it('says so where it is gone', () => {
		expect(topicOf(7, 0)).toContain('This topic is gone');
	});
});

describe('the progress of a summary', () => {
	const callId = '780000000000000001';

	it('shows how far it is, and can be stopped', () => {
		const progress = { read: 250, most: 1000 };
		const reply = { kind: 'summary-progress', callId, state: 'reading', progress } as const;
		expect(drawn(renderReply(reply, 'en', { layout: 'components' }))).toMatchInlineSnapshot(`
			"flags 32768
			container #95a5a6
			Reading messages: 250 of at most 1,000.
			▰▰▰▱▱▱▱▱▱▱▱▱
			[⏹️ Stop → v1:open:reading-cancel:780000000000000001]"
		`);
	});

	it('can go on, or be taken as it is, once it is stopped', () => {
		const reply = { kind: 'summary-progress', callId, state: 'stopped', progress: { read: 250, most: 1000 } } as const;
		const text = drawn(renderReply(reply, 'fr', { layout: 'embed' }));
		expect(text).toContain(`[▶️ Continuer → v1:open:reading-continue:${callId}]`);
		expect(text).toContain(`[📝 Résumer ce qui a été lu → v1:open:reading-take:${callId}]`);
		const nothing = { ...reply, progress: { read: 0, most: 1000 } };
		expect(drawn(renderReply(nothing, 'fr', { layout: 'embed' }))).not.toContain('reading-take');
	});

	it('says that it goes on after a restart', () => {
		const reply = { kind: 'summary-progress', callId, state: 'waiting', progress: { read: 1250, most: 5000 } } as const;
		const text = drawn(renderReply(reply, 'de', { layout: 'components' }));
		expect(text).toContain('Bisher gelesene Nachrichten: 1.250.');
		expect(text).not.toContain('→');
	});
});
