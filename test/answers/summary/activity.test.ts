import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityOf, offsetAt } from '../../../answers/summary/activity.js';

const HOUR = 3_600_000;
const NEW_YEAR = Date.UTC(2026, 0, 1);

describe('activityOf', () => {
	it('counts by the hours of the time zone', () => {
		const { start, bucketMs, counts } = activityOf(
			[
				{ at: NEW_YEAR + 40 * 60_000, topic: 0 },
				{ at: NEW_YEAR + 50 * 60_000, topic: -1 },
				{ at: NEW_YEAR + 2 * HOUR + 29 * 60_000, topic: 1 },
			],
			2,
			'Asia/Kolkata',
		);
		// half an hour past the hours of UTC
		expect(start).toBe(NEW_YEAR + 30 * 60_000);
		expect(bucketMs).toBe(HOUR);
		expect(counts).toEqual([
			[1, 0, 1],
			[0, 1, 0],
		]);
	});

	it('counts by days where hours would be too many, from a midnight of the time zone', () => {
		const { start, bucketMs, counts } = activityOf(
			[
				{ at: NEW_YEAR, topic: -1 },
				{ at: NEW_YEAR + 80 * HOUR, topic: -1 },
			],
			0,
			'Asia/Ho_Chi_Minh',
		);
		expect(start).toBe(NEW_YEAR - 7 * HOUR);
		expect(bucketMs).toBe(24 * HOUR);
		expect(counts).toEqual([[1], [0], [0], [1]]);
	});

	it('has no buckets where there are no messages', () => {
		expect(activityOf([], 0, 'UTC').counts).toEqual([]);
	});

	it('counts every message once, in few buckets or one for each day', () => {
		const messages = fc.array(
			fc.record({
				at: fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 9000 * HOUR }),
				topic: fc.integer({ min: -1, max: 2 }),
			}),
			{ minLength: 1, maxLength: 50 },
		);
		fc.assert(
			fc.property(messages, fc.constantFrom('UTC', 'Asia/Vientiane', 'America/St_Johns'), (counted, timeZone) => {
				const { counts, bucketMs } = activityOf(counted, 3, timeZone);
				expect(counts.flat().reduce((sum, value) => sum + value, 0)).toBe(counted.length);
				if (bucketMs === HOUR) expect(counts.length).toBeLessThanOrEqual(73);
				for (const bucket of counts) expect(bucket).toHaveLength(4);
			}),
		);
	});
});

describe('offsetAt', () => {
	it('knows summer time', () => {
		expect(offsetAt(Date.UTC(2026, 6, 1), 'Europe/Paris')).toBe(2 * HOUR);
		expect(offsetAt(NEW_YEAR, 'Europe/Paris')).toBe(HOUR);
	});
});
