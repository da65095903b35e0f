import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../commands/messages.js';
import { momentsIn, parseMoment } from '../../../commands/moments/moment.js';
import { hostileText } from '../../support/hostile-text.js';
import type { Case } from './case.js';
import { de, en, es, fr, vi } from './latin-cases.js';
import { ja, km, lo, th, zh } from './other-cases.js';

const TIME_ZONE = 'Asia/Vientiane';
/** Wednesday, 15 May 2024, 15:20 in Vientiane. */
const NOW = Date.UTC(2024, 4, 15, 8, 20);

const format = new Intl.DateTimeFormat('en-CA', {
	timeZone: TIME_ZONE,
	dateStyle: 'short',
	timeStyle: 'short',
	hourCycle: 'h23',
});

/** `2024-05-15 15:20` in Vientiane, `mine` for the member's own last message, `none`. */
function read(text: string, locale: Locale, now = NOW): string {
	const moment = parseMoment(text, { now, timeZone: TIME_ZONE, locale });
	if (moment === undefined) return 'none';
	return moment.kind === 'at' ? format.format(moment.at).replace(',', '') : 'mine';
}

const CASES: Readonly<Record<Locale, readonly Case[]>> = { en, fr, vi, es, de, zh, th, ja, lo, km };

describe.each(LOCALES)('moments in %s', (locale) => {
	it.each(CASES[locale])('reads %s as %s', (text, moment) => {
		expect(read(text, locale)).toBe(moment);
	});

	it('reads what the platform calls times past in that language', () => {
		const unread: string[] = [];
		for (const numeric of ['auto', 'always'] as const) {
			const relative = new Intl.RelativeTimeFormat(locale, { numeric });
			for (const unit of ['minute', 'hour', 'day', 'week', 'month', 'year'] as const) {
				const texts = [1, 2, 3, 5, 11].map((count) => relative.format(-count, unit));
				unread.push(...texts.filter((text) => read(text, locale) === 'none'));
			}
		}
		expect(unread).toEqual([]);
	});

	it('reads dates and times as the platform writes them in that language', () => {
		const at = Date.UTC(2024, 2, 25, 7);
		for (const dateStyle of ['full', 'long', 'medium', 'short'] as const) {
			const day = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: TIME_ZONE });
			expect(read(day.format(at), locale), day.format(at)).toBe('2024-03-25 00:00');
			const hour = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone: TIME_ZONE });
			expect(read(hour.format(at), locale), hour.format(at)).toBe('2024-03-25 14:00');
		}
	});

	it('reads the names of all months and weekdays', () => {
		for (let i = 0; i < 12; i++) {
			const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, i, 15));
			expect(read(month, locale), month).toMatch(new RegExp(`-${String(i + 1).padStart(2, '0')}-01 00:00$`));
			const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
			const text = day.format(Date.UTC(2024, i, 15));
			expect(read(text, locale), text).toMatch(new RegExp(`-${String(i + 1).padStart(2, '0')}-15 00:00$`));
		}
		for (let i = 0; i < 7; i++) {
			const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
			const text = weekday.format(Date.UTC(2024, 4, 9 + i));
			expect(read(text, locale), text).toBe(`2024-05-${String(9 + i).padStart(2, '0')} 00:00`);
		}
	});
});

describe('parseMoment', () => {
	it.each([
		['', 'en'],
		['   ', 'en'],
		['hello', 'en'],
		['yest', 'en'],
		['5', 'en'],
		['in 2 hours', 'en'],
		['tomorrow', 'en'],
		['today 18:00', 'en'],
		['2024-05-16', 'en'],
		['12/03/2030', 'fr'],
		['2024-02-30', 'en'],
		['31/04', 'fr'],
		['25:00', 'en'],
		['half a month', 'en'],
		['1.5 months', 'en'],
		['yesterday today', 'en'],
		['monday tuesday', 'en'],
		['9 10 11', 'en'],
		['99999 years', 'en'],
		['100001 minutes', 'en'],
		['mai', 'vi'],
		['mañana', 'es'],
		['demain', 'fr'],
		['y'.repeat(200), 'en'],
	] as const)('takes %j for no moment (%s)', (text, locale) => {
		expect(read(text, locale)).toBe('none');
	});

	it('refuses a date whose order is open in English, unless one reading has not come yet', () => {
		expect(read('12/03', 'en')).toBe('none');
		expect(read('12/03/2023', 'en')).toBe('none');
		expect(momentsIn('12/03', { now: NOW, timeZone: TIME_ZONE, locale: 'en' })).toHaveLength(2);
		// the third of December 2024 is still to come
		expect(read('12/03/2024', 'en')).toBe('2024-03-12 00:00');
		expect(read('12/03', 'de')).toBe('2024-03-12 00:00');
		expect(read('12/03', 'ja')).toBe('2023-12-03 00:00');
	});

	it('takes what is not over yet for the last such', () => {
		const monday = Date.UTC(2024, 4, 13, 2);
		expect(read('monday', 'en', monday)).toBe('2024-05-13 00:00');
		expect(read('last monday', 'en', monday)).toBe('2024-05-06 00:00');
		expect(read('monday 18:00', 'en', monday)).toBe('2024-05-06 18:00');
		expect(read('29 February', 'en', Date.UTC(2023, 5, 1))).toBe('2020-02-29 00:00');
		expect(read('the 31st', 'en', Date.UTC(2024, 2, 2))).toBe('2024-01-31 00:00');
	});

	it('knows this morning before it begins', () => {
		expect(read('this morning', 'en', Date.UTC(2024, 4, 14, 20))).toBe('2024-05-15 00:00');
	});

	it('understands any digits and wide forms', () => {
		for (const text of ['2h', '２ｈ', '٢h', '២h', '໒h', '๒h', '२h'])
			expect(read(text, 'en'), text).toBe('2024-05-15 13:20');
	});

	it('never throws, and never gives a moment after now', () => {
		const text = fc.oneof(
			hostileText,
			fc.string({ unit: 'grapheme', maxLength: 40 }),
			// words and numbers that belong in moments, in any order
			fc
				.array(
					fc.oneof(
						fc.constantFrom(...LOCALES.flatMap((locale) => CASES[locale].flatMap(([words]) => words.split(' ')))),
						fc.nat({ max: 40_000 }).map(String),
						fc.constantFrom('-', ':', '/', '.', ',', ' '),
					),
					{ maxLength: 8 },
				)
				.chain((parts) => fc.constantFrom('', ' ').map((separator) => parts.join(separator))),
		);
		const now = fc.oneof(fc.integer({ min: 1_420_070_400_000, max: 4e12 }), fc.constant(NOW));
		const timeZone = fc.constantFrom(
			'UTC',
			'Asia/Vientiane',
			'America/Sao_Paulo',
			'Pacific/Apia',
			'Australia/Lord_Howe',
		);
		fc.assert(
			fc.property(text, now, timeZone, fc.constantFrom(...LOCALES), (typed, when, zone, locale) => {
				const moment = parseMoment(typed, { now: when, timeZone: zone, locale });
				if (moment?.kind === 'at') {
					expect(Number.isInteger(moment.at)).toBe(true);
					expect(moment.at).toBeLessThanOrEqual(when);
					expect(moment.at).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('takes little time for what could be read in very many ways', () => {
		for (const locale of LOCALES) parseMoment('yesterday', { now: NOW, timeZone: TIME_ZONE, locale });
		const start = performance.now();
		for (const text of ['a '.repeat(50), '上上上今日月'.repeat(16), '1 2 3 4 5 '.repeat(10), 'năm '.repeat(25)]) {
			for (const locale of LOCALES) parseMoment(text, { now: NOW, timeZone: TIME_ZONE, locale });
		}
		// 40 readings: some milliseconds each, with much to spare for a busy machine
		expect(performance.now() - start).toBeLessThan(4000);
	});
});
