import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../commands/messages.js';
import { parseMoment } from '../../../commands/moments/moment.js';
import { suggestMoments } from '../../../commands/moments/suggest.js';
import { hostileText } from '../../support/hostile-text.js';

const HERE = { now: Date.UTC(2024, 4, 15, 8, 20), timeZone: 'Asia/Vientiane' };

function values(typed: string, locale: Locale, limit = 25): string[] {
	return suggestMoments(typed, { ...HERE, locale, limit }).map(({ value }) => value);
}

describe('suggestMoments', () => {
	it('says the day and the hour that a moment is', () => {
		expect(suggestMoments('yest', { ...HERE, locale: 'en', limit: 1 })).toEqual([
			{ label: 'yesterday · Tue, May 14, 2024, 00:00', value: 'yesterday' },
		]);
		expect(suggestMoments('hie', { ...HERE, locale: 'fr', limit: 1 })).toEqual([
			{ label: 'hier · mar. 14 mai 2024, 00:00', value: 'hier' },
		]);
		expect(suggestMoments('ເຊົ້າ', { ...HERE, locale: 'lo', limit: 1 })).toEqual([
			{ label: 'ເຊົ້າ · ພຸດ, 15 ພ.ພ. 2024, 06:00', value: 'ເຊົ້າ' },
		]);
	});

	it('begins with the last message where nothing is typed', () => {
		expect(values('', 'en', 4)).toEqual(['my last message', '1 hour', '3 hours', 'today']);
		expect(values('', 'vi', 2)).toEqual(['tin nhắn cuối của tôi', '1 giờ']);
		for (const locale of LOCALES) expect(values('', locale).length, locale).toBeGreaterThan(12);
	});

	it.each([
		['en', '2', '2 hours'],
		['en', 'last mo', 'last Monday'],
		['en', '12 ma', '12 March'],
		['en', 'yesterday 9', 'yesterday 9 pm'],
		['en', 'mess', 'my last message'],
		['fr', '15', '15:00'],
		['fr', 'dern', 'mon dernier message'],
		['fr', 'yest', 'yesterday'],
		['es', 'sem', 'la semana pasada'],
		['de', 'gest', 'gestern Abend'],
		['vi', 'hom', 'hôm qua'],
		['zh', '昨', '昨天'],
		['ja', '月', '月曜日'],
		['th', '๒', '2 ชั่วโมง'],
		['lo', 'ວັນ', 'ວັນຈັນ'],
		['km', 'ម្ស', 'ម្សិលមិញ'],
	] as const)('in %s, for %s offers %s', (locale, typed, value) => {
		expect(values(typed, locale)).toContain(value);
	});

	it('offers both readings of a date, each so that it is clear', () => {
		expect(values('12/03', 'en')).toEqual(['2024-03-12', '2023-12-03']);
		expect(values('12/03 14:30', 'en')).toEqual(['2024-03-12 14:30', '2023-12-03 14:30']);
	});

	it('offers nothing for what begins no moment', () => {
		expect(values('qqq', 'en')).toEqual([]);
		expect(values('a'.repeat(500), 'en')).toEqual([]);
	});

	it('offers texts that are understood, each moment once, none too long', () => {
		const typed = fc.oneof(
			hostileText,
			fc.constantFrom('2', 'la', 'ye', '昨', 'th', 'hô', 'ມື້', 'gestern 9', '12 m', '١٢', 'lundi', 'mar'),
		);
		fc.assert(
			fc.property(typed, fc.constantFrom(...LOCALES), fc.integer({ min: 0, max: 25 }), (text, locale, limit) => {
				const suggestions = suggestMoments(text, { ...HERE, locale, limit });
				expect(suggestions.length).toBeLessThanOrEqual(limit);
				const moments = suggestions.map(({ label, value }) => {
					expect(label.length).toBeLessThanOrEqual(100);
					expect(label).toBe(label.normalize('NFC'));
					expect(value.length).toBeLessThanOrEqual(100);
					expect(value).not.toBe('');
					const moment = parseMoment(value, { ...HERE, locale });
					expect(moment, value).toBeDefined();
					return JSON.stringify(moment);
				});
				expect(new Set(moments).size).toBe(moments.length);
			}),
			{ numRuns: 300 },
		);
	});
});
