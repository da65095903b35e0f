import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDue, nextDue } from '../../../bot/digests/schedule.js';
import type { Schedule } from '../../../index/digests.js';

const daily = (hour: number): Schedule => ({ weekday: null, hour });
const HOUR_MS = 60 * 60 * 1000;

/** The times after one another at which a digest is due, as ISO 8601 without seconds. */
function due(schedule: Schedule, zone: string, from: string, count: number): string[] {
	const times: string[] = [];
	for (let now = Date.parse(from); times.length < count;) {
		now = nextDue(schedule, zone, now);
		times.push(new Date(now).toISOString().slice(0, 16));
	}
	return times;
}

describe('the time of a digest', () => {
	it('is that of the server’s clock', () => {
		expect(due(daily(8), 'Asia/Vientiane', '2026-11-22T00:30Z', 2)).toEqual(['2026-11-22T01:00', '2026-11-23T01:00']);
		expect(due(daily(0), 'UTC', '2026-11-22T00:00Z', 1)).toEqual(['2026-11-23T00:00']);
		// half an hour from full hours
		expect(due(daily(8), 'Asia/Kolkata', '2026-11-22T00:00Z', 1)).toEqual(['2026-11-22T02:30']);
	});

	it('is once a week on its day', () => {
		const monday: Schedule = { weekday: 1, hour: 23 };
		expect(due(monday, 'America/New_York', '2026-11-23T12:00Z', 2)).toEqual(['2026-11-24T04:00', '2026-12-01T04:00']);
		expect(due({ weekday: 0, hour: 8 }, 'UTC', '2026-11-22T08:00Z', 1)).toEqual(['2026-11-29T08:00']);
	});

	it('keeps its hour where clocks are put forward and back', () => {
		expect(due(daily(8), 'Europe/Paris', '2026-03-28T00:00Z', 3)).toEqual([
			'2026-03-28T07:00',
			'2026-03-29T06:00',
			'2026-03-30T06:00',
		]);
		expect(due(daily(8), 'Europe/Paris', '2026-10-24T00:00Z', 3)).toEqual([
			'2026-10-24T06:00',
			'2026-10-25T07:00',
			'2026-10-26T07:00',
		]);
	});

	it('comes once the clocks are put forward over its hour', () => {
		expect(due(daily(2), 'Europe/Paris', '2026-03-28T00:00Z', 3)).toEqual([
			'2026-03-28T01:00',
			'2026-03-29T01:00', // 3:00, for there is no 2:00
			'2026-03-30T00:00',
		]);
	});

	it('comes once, the first time, where its hour comes twice', () => {
		expect(due(daily(2), 'Europe/Paris', '2026-10-24T12:00Z', 2)).toEqual(['2026-10-25T00:00', '2026-10-26T01:00']);
		expect(due(daily(1), 'America/New_York', '2026-10-31T12:00Z', 2)).toEqual(['2026-11-01T05:00', '2026-11-02T06:00']);
	});

	it('covers what was said since the time before: 23 hours, 25 hours, a week', () => {
		const hoursOf = (schedule: Schedule, zone: string, now: string) => {
			const { at, since } = lastDue(schedule, zone, Date.parse(now));
			return (at - since) / HOUR_MS;
		};
		expect(hoursOf(daily(8), 'Europe/Paris', '2026-03-29T12:00Z')).toBe(23);
		expect(hoursOf(daily(8), 'Europe/Paris', '2026-10-25T12:00Z')).toBe(25);
		expect(hoursOf({ weekday: 3, hour: 8 }, 'Asia/Tokyo', '2026-10-25T12:00Z')).toBe(7 * 24);
	});

	it('is, of the last one, the very moment at which it is due', () => {
		const at = Date.parse('2026-11-22T08:00Z');
		for (const now of [at, at + 1, at + 999, at + 1000]) expect(lastDue(daily(8), 'UTC', now).at, String(now)).toBe(at);
		expect(lastDue(daily(8), 'UTC', at - 1).at).toBe(at - 24 * HOUR_MS);
	});

	it('follows the one before without a gap, in any zone at any time', () => {
		const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
		const schedules = fc.record({ weekday: fc.option(fc.nat({ max: 6 })), hour: fc.nat({ max: 23 }) });
		const times = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
		fc.assert(
			fc.property(schedules, zones, times, (schedule, zone, now) => {
				const next = nextDue(schedule, zone, now);
				const last = lastDue(schedule, zone, now);
				expect(last.at).toBeLessThanOrEqual(now);
				expect(next).toBeGreaterThan(now);
				expect(lastDue(schedule, zone, next)).toEqual({ at: next, since: last.at });
				const days = schedule.weekday === null ? 1 : 7;
				expect(Math.abs((next - last.at) / HOUR_MS - 24 * days)).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 300 },
		);
	});
});
