import type { Clock, Meaning, Reading, Unit } from './meaning.js';
import { clockOf } from './part-of-day.js';
import { sortMeanings, type Sorted, type Span } from './sort-meanings.js';

/** What a row of meanings asks for. Clocks are `null` where no time of the day was given. */
export type Wanted =
	| { readonly kind: 'my-last-message' }
	| { readonly kind: 'instant'; readonly at: number }
	/** So much before now; with a clock, at that time of the day then. */
	| { readonly kind: 'back'; readonly spans: readonly Span[]; readonly clock: Clock | null }
	/** The beginning of this week or of the one before, and so on; or a day of that week. */
	| {
			readonly kind: 'period';
			readonly unit: Unit;
			readonly isLast: boolean;
			readonly weekday: number | null;
			readonly clock: Clock | null;
	  }
	| {
			readonly kind: 'day';
			readonly back: number;
			readonly clock: Clock | null;
			/** Whether the clock is not more than the time at which the morning is said to begin. */
			readonly isMorning: boolean;
	  }
	/** The last such day; with `isBeforeToday`, not today. */
	| {
			readonly kind: 'weekday';
			readonly weekday: number;
			readonly isBeforeToday: boolean;
			readonly clock: Clock | null;
	  }
	| { readonly kind: 'date'; readonly readings: readonly Reading[]; readonly clock: Clock | null }
	/** The last time that clocks showed it. */
	| { readonly kind: 'clock'; readonly clock: Clock };

/** What a row means as a whole; `undefined` where its parts do not go together. The order of most of them does not matter. */
export function compose(row: readonly Meaning[]): Wanted | undefined {
	const meanings = row.filter(({ kind }) => kind !== 'filler');
	const [first, ...others] = meanings;
	if (first === undefined) return undefined;
	if (others.length === 0) {
		if (first.kind === 'my-last-message') return { kind: 'my-last-message' };
		if (first.kind === 'instant') return first;
		if (first.kind === 'now') return { kind: 'back', spans: [], clock: null };
	}
	const sorted = sortMeanings(meanings);
	if (sorted === undefined) return undefined;
	const clock = clockOf(sorted);
	return clock === undefined ? undefined : wanted(sorted, clock);
}

function wanted(sorted: Sorted, clock: Clock | null): Wanted | undefined {
	const { ago, self, spans, units, days, weekdays, dates, parts, clocks } = sorted;
	const [weekday, ...moreWeekdays] = weekdays;
	if (moreWeekdays.length > 0 || (ago && self)) return undefined;
	// each of these says by itself which day it is; the name of a weekday may stand beside a date or a week
	const ways = [spans.length > 0, units.length > 0, days.length > 0, dates.length > 0].filter(Boolean).length;
	if (ways > 1) return undefined;
	if (spans.length > 0) {
		const isOfDays = spans.every(({ unit }) => unit !== 'hour' && unit !== 'minute');
		if (self || weekday !== undefined || (clock !== null && !(ago && isOfDays))) return undefined;
		return spans.every(isCountable) ? { kind: 'back', spans, clock } : undefined;
	}
	const [unit] = units;
	if (unit !== undefined) {
		if (units.length > 1 || ago === self) return undefined;
		if ((weekday !== undefined && unit !== 'week') || (clock !== null && weekday === undefined)) return undefined;
		return { kind: 'period', unit, isLast: ago, weekday: weekday ?? null, clock };
	}
	const [day] = days;
	if (day !== undefined) {
		if (days.length > 1 || weekday !== undefined || ago || self) return undefined;
		return { kind: 'day', back: day, clock, isMorning: clocks.length === 0 && parts[0] === 'morning' };
	}
	const [readings] = dates;
	if (readings !== undefined) {
		// last March is a date, five days back is none
		const isOpen = readings.every(({ year, day }) => year === undefined && day === undefined);
		return dates.length > 1 || (ago && !isOpen) ? undefined : { kind: 'date', readings, clock };
	}
	if (weekday !== undefined) return { kind: 'weekday', weekday, isBeforeToday: ago, clock };
	return clock === null || ago || self ? undefined : { kind: 'clock', clock };
}

/** Half a month is no time that anybody could tell. */
function isCountable({ amount, unit }: Span): boolean {
	return Number.isInteger(amount) || (unit !== 'month' && unit !== 'year');
}
