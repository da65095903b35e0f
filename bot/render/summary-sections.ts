import type { SummaryLine } from '../../answers/summary/summary.js';
import { format, type Locale } from '../../commands/messages.js';
import type { KeptSummary } from '../../commands/services.js';
import { escapeWithin } from '../text.js';
import { publishedText } from './date.js';
import { arrowTo, lineUrl } from './summary-line.js';
import { topicColour } from './topic-colours.js';
import { isOneDay, spanText } from './time-span.js';

/** Topics that are shown with their lines; each is a part of the message, which has so many at most. */
export const MOST_TOPICS = 8;
const ADDRESS_ROOM = 100;

/** Lines that stand together, under a head. */
export interface Section {
	/** Markdown on one line. */
	readonly head: string;
	readonly entries: readonly Entry[];
	/** Of the entries: what has a smaller one is shown rather. */
	readonly ranks: readonly number[];
}

/** One line, without its quote, which is cut to the room that there is. */
export interface Entry {
	readonly before: string;
	readonly quote: string;
	readonly after: string;
}

/** When lines of a topic have their turn: its first, its second, and so on, with those of other sections between. */
const TOPIC_RANKS = [0, 3, 5, 6, 7];
const DECISION_RANKS = [1, 2, 4, 4, 5];
const QUESTION_RANKS = [1, 2, 4, 4, 5];
const OTHER_RANKS = [3, 5, 6];
const LAST_RANK = 8;

/** All that a summary says, in the order in which it is shown; sections without lines are left out. */
export function sectionsOf(kept: KeptSummary, locale: Locale): Section[] {
	const { topics, decisions, questions, links, dates } = kept.summary;
	const last = topics.reduce((latest, { to }) => Math.max(latest, to), kept.madeAt);
	const isDayKnown = isOneDay(kept.summary.activity.start, last, kept.timeZone);
	const elsewhere = new Set([...decisions, ...questions].map(keyOf));
	const entry = (line: SummaryLine, before = '', after = ''): Entry => ({
		before: `- ${before}<@${line.authorId}>: `,
		quote: line.quote,
		after: `${after} ${arrowTo(lineUrl(kept, line))}`,
	});
	return [
		...topics.slice(0, MOST_TOPICS).map((_, index) => {
			const { lines } = topics[index] ?? { lines: [] };
			// what is a decision or a question is shown there, but for a topic's only line
			const own = lines.filter((line) => !elsewhere.has(keyOf(line)));
			const shown = own.length === 0 ? lines.slice(0, 1) : own;
			return section(
				topicHead(kept, index, locale, isDayKnown),
				shown.map((line) => entry(line)),
				TOPIC_RANKS,
			);
		}),
		section(
			`✅ **${format(locale, 'summary.decisions')}**`,
			decisions.map((line) => entry(line)),
			DECISION_RANKS,
		),
		section(
			`❓ **${format(locale, 'summary.questions')}**`,
			questions.map((line) =>
				entry(line, '', line.askedBy > 1 ? ` · ${format(locale, 'summary.asked-by', { count: line.askedBy })}` : ''),
			),
			QUESTION_RANKS,
		),
		section(
			`🔗 **${format(locale, 'summary.links')}**`,
			links.map(({ url, line }) => ({
				...entry(line),
				quote: '',
				before: `- ${escapeWithin(url, ADDRESS_ROOM) || '—'} · <@${line.authorId}>`,
			})),
			OTHER_RANKS,
		),
		section(
			`📅 **${format(locale, 'summary.dates')}**`,
			dates.map(({ date, line }) => entry(line, `**${dateText(date, locale)}** · `)),
			OTHER_RANKS,
		),
	].filter(({ entries }) => entries.length > 0);
}

/**
 * The colour and the number by which a topic is found in the picture, and when and how much was said.
 *
 * @param isDayKnown whether the day is said elsewhere
 */
export function topicHead(
	{ summary, timeZone }: KeptSummary,
	index: number,
	locale: Locale,
	isDayKnown: boolean,
): string {
	const topic = summary.topics[index];
	if (topic === undefined) return '';
	const { from, to, messages, people } = topic;
	const counts = format(locale, 'summary.topic.counts', { messages, people });
	const span = spanText(from, to, timeZone, isDayKnown);
	return `${topicColour(index).emoji} **${index + 1}** · ${span} · ${counts}`;
}

/** A day in the reader's own words; a day of no year, or a month, as the language writes it. */
export function dateText(date: string, locale: Locale): string {
	const [, month, day] = /^--(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
	if (month === undefined) return publishedText(date) || '—';
	const at = Date.UTC(2024, Number(month) - 1, Number(day ?? 1));
	const ofDay = day === undefined ? {} : ({ day: 'numeric' } as const);
	return new Intl.DateTimeFormat(locale, { month: 'long', ...ofDay, timeZone: 'UTC' }).format(at);
}

function section(head: string, entries: readonly Entry[], ranks: readonly number[]): Section {
	return { head, entries, ranks: entries.map((_, i) => ranks[i] ?? LAST_RANK) };
}

function keyOf({ messageId, span }: SummaryLine): string {
	return `${messageId} ${span.start}`;
}
