import { describe, expect, it } from 'vitest';
import { LOCALES, format, type Locale } from '../../commands/messages.js';
import { parseMoment } from '../../commands/moments/moment.js';
import { DEFAULT_SETTINGS } from '../../commands/settings.js';
import { readRange } from '../../commands/summary-range.js';

const context = (locale: Locale = 'en', timezone = 'UTC') => ({ locale, settings: { ...DEFAULT_SETTINGS, timezone } });
const HOUR = 3_600_000;

describe('readRange', () => {
	it('says nothing of what is not named', () => {
		expect(readRange({}, context())).toEqual({ since: undefined, until: undefined });
	});

	it('reads a beginning and an end in the language and the time zone of whoever names them', () => {
		const { since, until } = readRange({ since: '3 giờ', until: '1 giờ' }, context('vi'));
		expect(Number(until) - Number(since)).toBeGreaterThanOrEqual(2 * HOUR - 1000);
		expect(Number(until) - Number(since)).toBeLessThanOrEqual(2 * HOUR + 1000);
		const utc = readRange({ since: '2024-03-12 07:00' }, context());
		expect(readRange({ since: '2024-03-12 14:00' }, context('en', 'Asia/Vientiane'))).toEqual(utc);
	});

	it('begins at one’s own last message, and does not end there', () => {
		expect(readRange({ since: 'my last message' }, context()).since).toBe('my-last-message');
		expect(() => readRange({ until: 'my last message' }, context())).toThrow(/error\.moment/);
	});

	it.each([
		[{ since: 'soon' }, 'error.moment'],
		[{ until: 'the other day' }, 'error.moment'],
		[{ since: '1h', until: '2h' }, 'error.moments-reversed'],
		[{ since: 'today', until: 'today' }, 'error.moments-reversed'],
	])('refuses %o', (words, key) => {
		expect(() => readRange(words, context())).toThrow(key);
	});
});

describe.each(LOCALES)('the examples of moments in %s', (locale) => {
	it('are moments', () => {
		const examples = format(locale, 'range.example').split(/[,、]\s*/u);
		expect(examples.length).toBe(4);
		const speaker = { now: Date.UTC(2026, 0, 31, 12), timeZone: 'UTC', locale };
		expect(examples.filter((example) => parseMoment(example, speaker) === undefined)).toEqual([]);
		const refusal = format(locale, 'error.moment', { value: '' });
		expect(examples.filter((example) => !refusal.includes(example))).toEqual([]);
	});
});
