import { Cron } from 'croner';
import type { Schedule } from '../../index/digests.js';

/** A time for which a digest is made, and what it covers. */
export interface Period {
	/** When it is due; milliseconds since 1970, as all here. It covers what was said before. */
	readonly at: number;
	/** When the one before it was due. */
	readonly since: number;
}

/**
 * The first time after `now` that a digest is due. Where clocks are put forward over its hour, it is due once they are; where they are put
 * back and the hour comes twice, the first time.
 *
 * @param timeZone IANA name
 */
export function nextDue(schedule: Schedule, timeZone: string, now: number): number {
	const next = cronOf(schedule, timeZone).nextRun(new Date(now));
	if (next === null) throw new RangeError(`Expected a time after ${now} for ${patternOf(schedule)}, found none`);
	return next.getTime();
}

/** The last time at or before `now` that a digest was due. */
export function lastDue(schedule: Schedule, timeZone: string, now: number): Period {
	// runs are on whole seconds; one at the reference itself is not before it
	const after = new Date(Math.floor(now / 1000) * 1000 + 1);
	const [at, since] = cronOf(schedule, timeZone).previousRuns(2, after);
	if (at === undefined || since === undefined)
		throw new RangeError(`Expected times before ${now} for ${patternOf(schedule)}, found none`);
	return { at: at.getTime(), since: since.getTime() };
}

function cronOf(schedule: Schedule, timezone: string): Cron {
	return new Cron(patternOf(schedule), { timezone });
}

/** Minute, hour, any day of any month, weekday. */
function patternOf({ weekday, hour }: Schedule): string {
	return `0 ${hour} * * ${weekday ?? '*'}`;
}
