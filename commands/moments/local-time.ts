import { Temporal } from 'temporal-polyfill';
import type { Clock, Unit } from './meaning.js';

/** A day of the calendar that the world shares. */
export interface LocalDate {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	readonly day: number;
}

/** What clocks and calendars of a place show. */
export interface LocalTime extends LocalDate, Clock {
	/** 1 is Monday, 7 Sunday. */
	readonly weekday: number;
}

/**
 * @param at milliseconds since 1970
 * @param timeZone IANA name
 * @throws {RangeError} If there is no such zone.
 */
export function localTime(at: number, timeZone: string): LocalTime {
	const { year, month, day, dayOfWeek: weekday, hour, minute } = zoned(at, timeZone);
	return { year, month, day, weekday, hour, minute };
}

/**
 * The moment at which clocks of a place show a time; without one, the day's first. A time that is left out when clocks are put forward is
 * that much later; of two that are the same, the first counts.
 *
 * @returns milliseconds since 1970; `undefined` where there is no such day
 */
export function momentAt(date: LocalDate, clock: Clock | undefined, timeZone: string): number | undefined {
	const day = plainDate(date);
	if (day === undefined) return undefined;
	return day.toZonedDateTime({ timeZone, ...(clock && { plainTime: Temporal.PlainTime.from({ ...clock }) }) })
		.epochMilliseconds;
}

/** The date so many days later, or earlier. */
export function plusDays({ year, month, day }: LocalDate, days: number): LocalDate {
	const date = Temporal.PlainDate.from({ year, month, day }).add({ days });
	return { year: date.year, month: date.month, day: date.day };
}

/**
 * So much before a moment: hours and minutes as time goes by, longer ones by the calendar, at the same time of the day.
 *
 * @param amount whole, where the unit is longer than a week
 */
export function before(at: number, amount: number, unit: Unit, timeZone: string): number {
	const fixed = MS[unit];
	if (fixed !== undefined && (unit === 'minute' || unit === 'hour' || !Number.isInteger(amount))) {
		return at - Math.round(amount * fixed);
	}
	return zoned(at, timeZone).subtract({ [`${unit}s`]: amount }).epochMilliseconds;
}

const MINUTE_MS = 60_000;
const MS: Readonly<Partial<Record<Unit, number>>> = {
	minute: MINUTE_MS,
	hour: 60 * MINUTE_MS,
	day: 24 * 60 * MINUTE_MS,
	week: 7 * 24 * 60 * MINUTE_MS,
};

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

function plainDate({ year, month, day }: LocalDate): Temporal.PlainDate | undefined {
	try {
		return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
	} catch {
		// 30 February, or a year that no calendar has
		return undefined;
	}
}
