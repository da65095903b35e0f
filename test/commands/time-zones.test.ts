import { describe, expect, it } from 'vitest';
import { isTimeZone, matchingTimeZones } from '../../commands/time-zones.js';

describe('isTimeZone', () => {
	it.each(['UTC', 'Asia/Vientiane', 'Asia/Ho_Chi_Minh', 'Asia/Saigon', 'europe/berlin'])('knows %s', (name) => {
		expect(isTimeZone(name)).toBe(true);
	});

	it.each(['', 'Mars/Olympus', '+07:00', 'Asia', 'Asia/Vientiane '])('does not know “%s”', (name) => {
		expect(isTimeZone(name)).toBe(false);
	});
});

describe('matchingTimeZones', () => {
	it('finds a city by its beginning, with spaces and accents or without', () => {
		expect(matchingTimeZones('ho chi')).toEqual(['Asia/Ho_Chi_Minh']);
		expect(matchingTimeZones('Hồ Chí Minh')).toEqual(['Asia/Ho_Chi_Minh']);
		expect(matchingTimeZones('vienti')).toEqual(['Asia/Vientiane']);
	});

	it('puts what begins so before what holds it', () => {
		const found = matchingTimeZones('york');
		expect(found).toContain('America/New_York');
		expect(matchingTimeZones('paris')[0]).toBe('Europe/Paris');
		expect(matchingTimeZones('asia')[0]).toMatch(/^Asia\//);
	});

	it('offers UTC first where nothing is typed, and nothing that is none', () => {
		const all = matchingTimeZones('');
		expect(all[0]).toBe('UTC');
		expect(all.filter((name) => !isTimeZone(name))).toEqual([]);
		expect(new Set(all).size).toBe(all.length);
		expect(matchingTimeZones('nowhere at all')).toEqual([]);
	});
});
