import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../../commands/moments/moment.js';

describe('where clocks are put forward or back', () => {
	const at = (text: string, now: number, timeZone: string) => {
		const moment = parseMoment(text, { now, timeZone, locale: 'en' });
		return moment?.kind === 'at' ? new Date(moment.at).toISOString() : 'none';
	};

	it('takes a time that was left out for the hour later', () => {
		// on 31 March 2024 there was no 02:30 in Berlin
		expect(at('today 02:30', Date.UTC(2024, 2, 31, 12), 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z');
	});

	it('takes the first of two times that are the same', () => {
		expect(at('today 02:30', Date.UTC(2024, 9, 27, 12), 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z');
	});

	it('counts days by the calendar and hours as time goes by', () => {
		// noon in Berlin on the day after the change
		const noon = Date.UTC(2024, 2, 31, 10);
		expect(at('1 day', noon, 'Europe/Berlin')).toBe('2024-03-30T11:00:00.000Z');
		expect(at('24 hours', noon, 'Europe/Berlin')).toBe('2024-03-30T10:00:00.000Z');
	});

	it('begins a day at one where midnight was left out', () => {
		expect(at('2018-11-04', Date.UTC(2018, 10, 5), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
		expect(at('yesterday', Date.UTC(2018, 10, 5, 15), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
	});

	it('knows a day that a place left out', () => {
		// Samoa went from 29 to 31 December 2011
		expect(at('yesterday', Date.UTC(2011, 11, 31, 0), 'Pacific/Apia')).not.toBe('none');
	});

	it('changes by half an hour where a place does so', () => {
		expect(at('today 02:15', Date.UTC(2024, 9, 6, 5), 'Australia/Lord_Howe')).toBe('2024-10-05T15:45:00.000Z');
	});
});
