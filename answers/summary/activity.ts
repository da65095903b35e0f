import type { Activity } from './summary.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Three days of hours; what is longer is counted by days. */
const MOST_BUCKETS = 72;
/** Days beyond which the first one and the others are counted together: a timeline that nobody could draw. */
const MOST_DAYS = 3660;

/** A message as it is counted: when it was written, and its topic's place, -1 for none. */
export interface Counted {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly topic: number;
}

/**
 * Counts messages by the hours of a time zone, or by its days where that would make more than 72. A day has 24 hours here, also where clocks are
 * changed.
 *
 * @param topics how many there are
 * @param timeZone IANA name
 */
export function activityOf(messages: readonly Counted[], topics: number, timeZone: string): Activity {
	const times = messages.map(({ at }) => at);
	const first = times.reduce((a, b) => Math.min(a, b), Infinity);
	const last = times.reduce((a, b) => Math.max(a, b), -Infinity);
	if (messages.length === 0) return { start: 0, bucketMs: HOUR_MS, counts: [] };
	const isByHours = (last - alignedTo(HOUR_MS, first, timeZone)) / HOUR_MS < MOST_BUCKETS;
	const bucketMs = isByHours ? HOUR_MS : DAY_MS;
	const start = Math.max(alignedTo(bucketMs, first, timeZone), alignedTo(DAY_MS, last, timeZone) - MOST_DAYS * DAY_MS);
	const counts = Array.from({ length: Math.floor((last - start) / bucketMs) + 1 }, () =>
		new Array<number>(topics + 1).fill(0),
	);
	for (const { at, topic } of messages) {
		const bucket = counts[Math.max(0, Math.floor((at - start) / bucketMs))];
		const column = topic < 0 ? topics : topic;
		if (bucket !== undefined) bucket[column] = (bucket[column] ?? 0) + 1;
	}
	return { start, bucketMs, counts };
}

/** The last full hour or midnight of a time zone, at or before a moment. */
function alignedTo(bucketMs: number, at: number, timeZone: string): number {
	const offset = offsetAt(at, timeZone);
	return Math.floor((at + offset) / bucketMs) * bucketMs - offset;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a time zone's clocks are ahead of UTC, in milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
	let format = formats.get(timeZone);
	if (format === undefined) {
		format = new Intl.DateTimeFormat('en-US', {
			timeZone,
			calendar: 'gregory',
			numberingSystem: 'latn',
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
		formats.set(timeZone, format);
	}
	const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
	return Math.round((local - at) / 1000) * 1000;
}
