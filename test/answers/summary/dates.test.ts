import { describe, expect, it } from 'vitest';
import { findDates } from '../../../answers/summary/dates.js';
import type { Heard } from '../../../answers/summary/heard.js';
import { readMessages } from '../../../answers/summary/said.js';
import { talkOf } from './chat-arbitraries.js';

/** What is named on Monday, 23 November 2026, at `hour` UTC. */
async function named(text: string, { timeZone = 'UTC', hour = 0 } = {}): Promise<string[]> {
	const messages = talkOf(`ann: ${text}`).map((message) => ({ ...message, at: message.at + hour * 3_600_000 }));
	const heard = (await readMessages(messages)).map((said, place): Heard => {
		return { ...said, place, units: [], vector: new Float32Array(), words: [], talk: 0 };
	});
	return (await findDates(heard, timeZone)).map(({ date }) => date);
}

describe('findDates', () => {
	it.each([
		['the hall is ready tomorrow morning', ['2026-11-24']],
		['we meet on Friday in the hall', ['2026-11-27']],
		['on se retrouve vendredi devant la gare', ['2026-11-27']],
		['après-demain le marché est fermé', ['2026-11-25']],
		['thứ sáu họp ở hội trường nhé mọi người', ['2026-11-27']],
		['ngày mai xe chạy lúc sáu giờ sáng', ['2026-11-24']],
		['ມື້ອື່ນລົດອອກ 6 ໂມງ', ['2026-11-24']],
		['ພົບກັນວັນສຸກຢູ່ຫ້ອງປະຊຸມ', ['2026-11-27']],
		['พรุ่งนี้รถออกหกโมง', ['2026-11-24']],
		['周五在礼堂开会', ['2026-11-27']],
		['後は明日、六時に出発します', ['2026-11-24']],
		['le car part le 14 décembre à 6 h', ['2026-12-14']],
		['the contract ends on 31 January 2027', ['2027-01-31']],
		['the opening was on 3 October', ['2026-10-03']],
		['họp ngày 12/5/2027 ở xã', ['2027-05-12']],
		['ຂາກັບອອກວັນທີ 16 ຕອນແລງ', ['2026-12-16']],
		['the doors open <t:1797202800:F> for everyone', ['2026-12-13']],
	])('finds the day in %j', async (text, days) => {
		expect(await named(text)).toEqual(days);
	});

	it.each([
		'the hall was full on Friday',
		'last Friday was fun for all of us',
		'les livres sont bloqués depuis lundi à la douane',
		'next Friday works better for the team',
		'today the market is closed',
		'the report of 2019 is gone from the site',
		'we meet on 11/12/2026 in the hall',
		'we meet on Monday in the hall',
		'tôi không đi được thứ sáu tuần trước',
		'version 1.2.3 came out this week',
		'is it Friday yet?',
		'3 ngày 2 đêm ở khách sạn gần biển',
	])('leaves out what is not certain, or no day, in %j', async (text) => {
		expect(await named(text)).toEqual([]);
	});

	it('reckons from the day that it is in the time zone', async () => {
		expect(await named('we meet tomorrow in the hall', { hour: 20 })).toEqual(['2026-11-24']);
		expect(await named('we meet tomorrow in the hall', { hour: 20, timeZone: 'Asia/Vientiane' })).toEqual([
			'2026-11-25',
		]);
	});
});
