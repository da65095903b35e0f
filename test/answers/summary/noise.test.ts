import { describe, expect, it } from 'vitest';
import { noiseAmong, saysNothing } from '../../../answers/summary/noise.js';
import { plainTextOf } from '../../../answers/summary/plain-text.js';
import { talkOf } from './chat-arbitraries.js';

const noiseOf = (...lines: readonly string[]) => {
	const messages = talkOf(...lines);
	return noiseAmong(
		messages,
		messages.map(({ text }) => plainTextOf(text)),
	);
};

describe('saysNothing', () => {
	it.each([
		'',
		'   ',
		'ok',
		'lol',
		'hahaha',
		'Thanks!',
		'thank you so much',
		'Good morning everyone',
		'merci beaucoup',
		'Bonjour à tous',
		'cảm ơn nhé',
		'Chào buổi sáng cả nhà',
		'ຂອບໃຈຫຼາຍໆ',
		'ສະບາຍດີທຸກຄົນ',
		'ขอบคุณครับ',
		'5555',
		'អរគុណច្រើន',
		'谢谢大家',
		'好的好的',
		'大家早上好',
		'ありがとうございます',
		'gracias',
		'danke',
		'12 34',
		'?',
		'la '.repeat(300),
		'哈'.repeat(300),
	])('is so of %j', (words) => {
		expect(saysNothing(words)).toBe(true);
	});

	it.each([
		'the pump leaks',
		'bus at six',
		'Le car part à 6 h',
		'xe chạy lúc sáu giờ',
		'ລົດເມອອກ 6 ໂມງ',
		'รถออกหกโมงเช้า',
		'明天六点发车',
		'六時に出発します',
		'ok but the pump still leaks',
	])('is not so of %j', (words) => {
		expect(saysNothing(words)).toBe(false);
	});
});

describe('noiseAmong', () => {
	it('keeps the first of an announcement that is repeated, and none of an advertisement', async () => {
		const offer = 'bot: WIN FREE NITRO NOW https://nitro.example.net/claim';
		expect(
			await noiseOf('ann: the hall is closed on Monday', offer, 'ann: the hall is closed on Monday', offer, offer),
		).toEqual([false, true, true, true, true]);
	});

	it('takes what one member sent twice for one, and the same words of two for two', async () => {
		expect(
			await noiseOf('ann: the bus leaves early', 'ann: The bus leaves early!', 'bao: the bus leaves early'),
		).toEqual([false, true, true]);
		expect(await noiseOf('ann: the bus leaves early', 'bao: the bus leaves early')).toEqual([false, false]);
	});
});
