import { localTime, momentAt, plusDays, type LocalDate } from '../../commands/moments/local-time.js';

/** A mark under a timeline. */
export interface Tick {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** `14:00`, or a day as `03-12`. */
	readonly label: string;
	/** Where a day begins. */
	readonly isDay: boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Minutes of the day that marks may be apart. */
const MINUTE_STEPS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720];
/** Days that marks may be apart. */
const DAY_STEPS = [1, 2, 3, 5, 7, 14, 30, 60, 90, 180, 365];

/**
 * Full hours, or midnights, of a time zone between two moments: as many as there are labels to read, and none of two where clocks
 * were put back.
 *
 * @param from milliseconds since 1970, as is `to`, which is exclusive
 * @param most at most so many, or one more
 */
export function ticksBetween(from: number, to: number, timeZone: string, most: number): Tick[] {
	const step = MINUTE_STEPS.find((minutes) => (to - from) / (minutes * MINUTE_MS) <= most);
	const days = (to - from) / DAY_MS;
	return step === undefined || days > most / 2
		? dayTicks(from, to, timeZone, DAY_STEPS.find((count) => days / count <= most) ?? Math.ceil(days / most))
		: clockTicks(from, to, timeZone, step);
}

function dayTicks(from: number, to: number, timeZone: string, step: number): Tick[] {
	const first = localTime(from, timeZone);
	const count = Math.ceil((to - from) / DAY_MS) + 1;
	return Array.from({ length: Math.ceil(count / step) + 1 }, (_, i) => plusDays(first, i * step)).flatMap((date) => {
		const at = momentAt(date, undefined, timeZone);
		return at === undefined || at < from || at >= to ? [] : [{ at, label: dayLabel(date), isDay: true }];
	});
}

function clockTicks(from: number, to: number, timeZone: string, step: number): Tick[] {
	const ticks: Tick[] = [];
	const seen = new Set<string>();
	// every quarter of an hour that time zones are apart by has such a mark
	const unit = Math.min(step, 15) * MINUTE_MS;
	for (let at = Math.ceil(from / unit) * unit; at < to; at += unit) {
		const { hour, minute, ...date } = localTime(at, timeZone);
		if ((hour * 60 + minute) % step !== 0) continue;
		const isDay = hour === 0 && minute === 0;
		const label = isDay ? dayLabel(date) : `${two(hour)}:${two(minute)}`;
		// the same hour twice
		const key = `${dayLabel(date)} ${label}`;
		if (!seen.has(key)) ticks.push({ at, label, isDay });
		seen.add(key);
	}
	return ticks;
}

function dayLabel({ month, day }: LocalDate): string {
	return `${two(month)}-${two(day)}`;
}

function two(value: number): string {
	return String(value).padStart(2, '0');
}
