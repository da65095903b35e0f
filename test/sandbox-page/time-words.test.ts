import { describe, expect, it } from 'vitest';
import { messageTime, sizeWords, timeWords } from '../../sandbox/page/time-words.js';

const NOW = Date.UTC(2024, 2, 12, 12);

describe('timeWords', () => {
	const second = Date.UTC(2024, 2, 12, 9) / 1000;

	it.each([
		['en-US', 'D', 'March 12, 2024'],
		['fr', 'D', '12 mars 2024'],
		['vi', 'D', '12 tháng 3, 2024'],
		['fr', 'R', 'il y a 3 heures'],
		['vi', 'R', '3 giờ trước'],
	] as const)('speaks %s in the style %s', (locale, style, words) => {
		expect(timeWords(second, style, locale, NOW)).toBe(words);
	});

	it.each([
		[0, 'in 0 seconds'],
		[-59, '59 seconds ago'],
		[90, 'in 2 minutes'],
		[86_400 * 3, 'in 3 days'],
		[-86_400 * 400, '1 year ago'],
	])('says how far %i seconds are', (seconds, words) => {
		expect(timeWords(NOW / 1000 + seconds, 'R', 'en-US', NOW)).toBe(words);
	});
});

describe('messageTime', () => {
	it('leaves out the date of today', () => {
		const now = new Date(2024, 2, 12, 12);
		expect(messageTime(new Date(2024, 2, 12, 9, 5), 'en-GB', now)).toBe('09:05');
		expect(messageTime(new Date(2024, 2, 11, 9, 5), 'en-GB', now)).toBe('11/03/2024, 09:05');
	});
});

describe('sizeWords', () => {
	it.each([
		[0, '0 bytes'],
		[1, '1 byte'],
		[1023, '1023 bytes'],
		[1536, '1.5 KB'],
		[10 * 1024 * 1024, '10 MB'],
	])('says %i bytes', (bytes, words) => {
		expect(sizeWords(bytes)).toBe(words);
	});
});
