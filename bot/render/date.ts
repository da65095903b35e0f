import { escapeWithin } from '../text.js';

/**
 * Where an article states a day and no time, this time of it is taken: the same day from Honolulu (UTC−10) to Auckland in
 * summer (UTC+13), so that nearly every reader sees the day that the article states.
 */
const SAME_DAY_NEARLY_EVERYWHERE = 'T10:30:00Z';
const DATE_ROOM = 40;

/** Milliseconds since 1970 as Discord shows them to each reader: `D` a day, `f` a day and an hour, `t` an hour, `R` how long ago. */
export function timestamp(milliseconds: number, style: 'D' | 'R' | 'f' | 't'): string {
	return `<t:${Math.floor(milliseconds / 1000)}:${style}>`;
}

/** When an article says that it was published: a day in the reader's own words, or what it says, where that is a year or a month. */
export function publishedText(publishedAt: string): string {
	const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(publishedAt) ?? [];
	if (day === undefined) return escapeWithin(publishedAt, DATE_ROOM);
	const noted = /T.+(?:Z|[+-]\d{2}:?\d{2})$/.test(publishedAt) ? Date.parse(publishedAt) : NaN;
	const milliseconds = Number.isNaN(noted) ? Date.parse(day + SAME_DAY_NEARLY_EVERYWHERE) : noted;
	// the 31st of February is parsed as a day of March
	const exists = new Date(Date.parse(`${day}T00:00:00Z`) || 0).toISOString().startsWith(day);
	if (Number.isNaN(milliseconds) || !exists) return escapeWithin(publishedAt, DATE_ROOM);
	return timestamp(milliseconds, 'D');
}
