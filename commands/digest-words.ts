import type { Schedule } from '../index/digests.js';
import { format, type Locale } from './messages.js';

/** A Sunday. */
const SUNDAY = Date.UTC(2023, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

/** When a digest comes, without its time zone. Plain text. */
export function scheduleText(locale: Locale, { weekday, hour }: Schedule): string {
	const time = `${String(hour).padStart(2, '0')}:00`;
	if (weekday === null) return format(locale, 'digest.every-day', { time });
	const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	return format(locale, 'digest.every-week', { day: name.format(SUNDAY + weekday * DAY_MS), time });
}
