import type { Wanted } from './compose.js';
import { before, localTime, momentAt, plusDays, type LocalDate } from './local-time.js';
import type { Clock, Reading } from './meaning.js';

/** Where and when a moment is spoken of. */
export interface Here {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** IANA name. */
	readonly timeZone: string;
}

type TimeWanted = Exclude<Wanted, { readonly kind: 'my-last-message' }>;

/** Years are looked through for the last 29 February; between two of them there are at most eight. */
const MOST_YEARS = 8;
/** Months are looked through for the last 31st. */
const MOST_MONTHS = 2;
/** Of a unit; more of it is longer than there have been computers. */
const MOST = 100_000;

/**
 * The moments that are meant, in milliseconds since 1970, none of them after now and each once: several where the order of day and month
 * is open, none where it has not come yet or there is no such day.
 */
export function resolve(wanted: TimeWanted, here: Here): number[] {
	const moments =
		wanted.kind === 'date'
			? wanted.readings.map((reading) => lastDate(reading, wanted.clock, here))
			: [at(wanted, here)];
	return [...new Set(moments)].filter(
		(moment): moment is number => moment !== undefined && moment >= 0 && moment <= here.now,
	);
}

function at(wanted: Exclude<TimeWanted, { readonly kind: 'date' }>, here: Here): number | undefined {
	const { now, timeZone } = here;
	const today = localTime(now, timeZone);
	switch (wanted.kind) {
		case 'instant':
			return wanted.at;
		case 'back': {
			if (wanted.spans.some(({ amount }) => amount > MOST)) return undefined;
			const then = wanted.spans.reduce((moment, { amount, unit }) => before(moment, amount, unit, timeZone), now);
			return wanted.clock === null ? then : momentAt(localTime(then, timeZone), wanted.clock, timeZone);
		}
		case 'period':
			return periodStart(wanted, here);
		case 'day': {
			const { back, clock, isMorning } = wanted;
			const moment = momentAt(plusDays(today, -back), clock ?? undefined, timeZone);
			// who is up before the morning begins means this one all the same
			const isEarly = isMorning && moment !== undefined && back === 0 && moment > now;
			return isEarly ? momentAt(today, undefined, timeZone) : moment;
		}
		case 'weekday': {
			const back = (today.weekday - wanted.weekday + 7) % 7;
			return lastOf(
				[0, 7].map((more) => plusDays(today, -(back + (wanted.isBeforeToday && back === 0 ? 7 : 0) + more))),
				wanted.clock,
				here,
			);
		}
		case 'clock':
			return lastOf([today, plusDays(today, -1)], wanted.clock, here);
		default:
			return wanted satisfies never;
	}
}

function periodStart(
	{ unit, isLast, weekday, clock }: Extract<Wanted, { readonly kind: 'period' }>,
	{ now, timeZone }: Here,
): number | undefined {
	const today = localTime(now, timeZone);
	switch (unit) {
		case 'minute':
		case 'hour':
			if (isLast) return before(now, 1, unit, timeZone);
			return before(now, unit === 'hour' ? today.minute : 0, 'minute', timeZone);
		case 'day':
			return isLast ? before(now, 1, unit, timeZone) : momentAt(today, undefined, timeZone);
		case 'week': {
			const back = today.weekday - (weekday ?? 1) + (isLast ? 7 : 0);
			return momentAt(plusDays(today, -back), clock ?? undefined, timeZone);
		}
		case 'month':
			return momentAt(monthsBefore(today, isLast ? 1 : 0), undefined, timeZone);
		case 'year':
			return momentAt({ year: today.year - (isLast ? 1 : 0), month: 1, day: 1 }, undefined, timeZone);
		default:
			return unit satisfies never;
	}
}

/** The last day that a reading can be, as far as it leaves that open. */
function lastDate({ year, month, day }: Reading, clock: Clock | null, here: Here): number | undefined {
	const today = localTime(here.now, here.timeZone);
	if (year !== undefined) {
		return momentAt({ year, month: month ?? 1, day: day ?? 1 }, clock ?? undefined, here.timeZone);
	}
	if (month !== undefined) {
		const years = Array.from({ length: MOST_YEARS + 1 }, (_, i) => ({ year: today.year - i, month, day: day ?? 1 }));
		return lastOf(years, clock, here);
	}
	const months = Array.from({ length: MOST_MONTHS + 1 }, (_, i) => ({ ...monthsBefore(today, i), day: day ?? 1 }));
	return lastOf(months, clock, here);
}

/** The first of these days, the latest of them first, that there is and that is not after now. */
function lastOf(days: readonly LocalDate[], clock: Clock | null, { now, timeZone }: Here): number | undefined {
	return days
		.map((day) => momentAt(day, clock ?? undefined, timeZone))
		.find((moment) => moment !== undefined && moment <= now);
}

/** The first day of the month so many before. */
function monthsBefore({ year, month }: LocalDate, months: number): LocalDate {
	const count = year * 12 + (month - 1) - months;
	return { year: Math.floor(count / 12), month: (count % 12) + 1, day: 1 };
}
