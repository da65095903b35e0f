import { describe, expect, it } from 'vitest';
import { publishedText, timestamp } from '../../../bot/render/date.js';

describe('publishedText', () => {
	it('shows a day as that day, from Honolulu to Auckland', () => {
		const [, seconds] = /^<t:(\d+):D>$/.exec(publishedText('2024-01-31')) ?? [];
		for (const timeZone of ['Pacific/Honolulu', 'America/New_York', 'UTC', 'Asia/Vientiane', 'Pacific/Auckland']) {
			const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(Number(seconds) * 1000);
			expect(day, timeZone).toBe('2024-01-31');
		}
	});

	it('shows a moment as that moment', () => {
		expect(publishedText('2024-03-12T08:00:00+07:00')).toBe(`<t:${Date.UTC(2024, 2, 12, 1) / 1000}:D>`);
	});

	it('takes a time without a zone for its day', () => {
		expect(publishedText('2024-03-12T23:59')).toBe(publishedText('2024-03-12'));
	});

	it.each(['2024', '2024-03', '2024-02-31', '2024-13-01', 'spring'])('shows %s as it is stated', (date) => {
		expect(publishedText(date)).toBe(date);
	});

	it('shows what is no date as text', () => {
		expect(publishedText('<t:1:R>')).toBe(String.raw`\<t\:1\:R>`);
	});
});

describe('timestamp', () => {
	it('is in whole seconds', () => {
		expect(timestamp(1_710_000_000_999, 'R')).toBe('<t:1710000000:R>');
	});
});
