import { format, type Locale } from '../../commands/messages.js';
import { momentText } from '../../commands/moments/suggest.js';
import type { KeptSummary } from '../../commands/services.js';
import { fitting } from './drawing.js';
import { TOPIC_COLOURS } from './topic-colours.js';

/** Of the description of an attachment. */
const ALT_LIMIT = 1024;
const HOUR_MS = 3_600_000;

/** What the timeline shows, in words: when how much was said, and when each topic was talked of. Plain text. */
export function timelineAlt({ summary, timeZone }: KeptSummary, locale: Locale): string {
	const { activity, topics } = summary;
	const { start, bucketMs, counts } = activity;
	const sums = counts.map((bucket) => bucket.reduce((sum, count) => sum + count, 0));
	const most = sums.reduce((a, b) => Math.max(a, b), 0);
	const when = (at: number) => momentText(at, { timeZone, locale });
	const all = format(locale, bucketMs > HOUR_MS ? 'summary.timeline.days' : 'summary.timeline.hours', {
		from: when(start),
		to: when(start + counts.length * bucketMs),
		total: sums.reduce((a, b) => a + b, 0),
		peak: when(start + Math.max(0, sums.indexOf(most)) * bucketMs),
		most,
	});
	const each = topics
		.slice(0, TOPIC_COLOURS.length)
		.map(({ from, to, messages }, i) =>
			format(locale, 'summary.timeline.topic', { n: i + 1, from: when(from), to: when(to), messages }),
		);
	return fitting([all, ...each], ALT_LIMIT, ' ').join(' ');
}
