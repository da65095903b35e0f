import { localTime } from '../../commands/moments/local-time.js';
import { timestamp } from './date.js';

/**
 * Two moments as Discord shows them to each reader: of the second the time alone, where both are of one day in that time zone.
 *
 * @param isDayKnown whether the day is said elsewhere: then it is said for neither
 */
export function spanText(from: number, to: number, timeZone: string, isDayKnown = false): string {
	const second = isDayKnown || isOneDay(from, to, timeZone) ? 't' : 'f';
	return `${timestamp(from, isDayKnown ? 't' : 'f')} – ${timestamp(to, second)}`;
}

/** Whether two moments are of one day of a time zone. */
export function isOneDay(from: number, to: number, timeZone: string): boolean {
	const [a, b] = [localTime(from, timeZone), localTime(to, timeZone)];
	return a.year === b.year && a.month === b.month && a.day === b.day;
}
