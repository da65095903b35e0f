import type { SummaryLine } from '../../answers/summary/summary.js';
import { format, type Locale } from '../../commands/messages.js';
import { momentText } from '../../commands/moments/suggest.js';
import type { KeptSummary } from '../../commands/services.js';
import { escapeMarkdown, oneLine } from '../text.js';
import type { TextFile } from './drawing.js';
import { lineUrl, quoteText } from './summary-line.js';
import { missingFrom } from './summary-missing.js';
import { dateText } from './summary-sections.js';

/**
 * All of a summary as Markdown, in the language of whoever asks for it: every line whole, word for word, with its link. Times are those of the
 * summary's time zone. Members are named as Discord writes mentions, for their names are not kept.
 */
export function summaryMarkdown(kept: KeptSummary, channelName: string | null, locale: Locale): TextFile {
	const { summary, timeZone, madeAt, range } = kept;
	const when = (at: number) => momentText(at, { timeZone, locale });
	const line = (one: SummaryLine, before = '', after = '') =>
		`- ${before}${quoteText(one.quote, Infinity)} — <@${one.authorId}>, [${when(one.at)}](${lineUrl(kept, one)})${after}`;
	const section = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
	const from = range.since ?? (summary.read === 0 ? null : summary.activity.start);
	const title =
		channelName === null
			? format(locale, 'summary.file.title.unknown')
			: format(locale, 'summary.file.title', { channel: inline(channelName) });
	const text = [
		`# ${title}`,
		'',
		from === null ? when(range.until ?? madeAt) : `${when(from)} – ${when(range.until ?? madeAt)}`,
		`(${inline(timeZone)}, ${format(locale, 'summary.file.made', { when: when(madeAt) })})`,
		'',
		...countLines(kept, locale).map((one) => `- ${one}`),
		'',
		...summary.topics.flatMap((topic, i) => {
			const { messages, people, from: begins, to, lines, further } = topic;
			return [
				`## ${format(locale, 'summary.topic', { n: i + 1 })}`,
				'',
				`${when(begins)} – ${when(to)} · ${format(locale, 'summary.topic.counts', { messages, people })}`,
				'',
				...lines.map((one) => line(one)),
				'',
				...(further.length === 0
					? []
					: [`### ${format(locale, 'summary.file.further')}`, '', ...further.map((one) => line(one)), '']),
			];
		}),
		...section(
			format(locale, 'summary.decisions'),
			summary.decisions.map((one) => line(one)),
		),
		...section(
			format(locale, 'summary.questions'),
			summary.questions.map((one) =>
				line(one, '', one.askedBy > 1 ? ` (${format(locale, 'summary.asked-by', { count: one.askedBy })})` : ''),
			),
		),
		...section(
			format(locale, 'summary.links'),
			summary.links.map(({ url, line: one }) => line(one, `${inline(url)} — `)),
		),
		...section(
			format(locale, 'summary.dates'),
			summary.dates.map(({ date, line: one }) => line(one, `**${plainDate(date, locale)}** — `)),
		),
	].join('\n');
	return { name: `summary-${new Date(madeAt).toISOString().slice(0, 10)}.md`, text: `${text.trimEnd()}\n` };
}

function countLines(kept: KeptSummary, locale: Locale): string[] {
	const { summary, skipped } = kept;
	const { read, people, languages, noise } = summary;
	const { bots, optedOut, optedOutPeople } = skipped;
	const counted = languages.map(({ language, count }) => `${inline(language)} ${count.toLocaleString(locale)}`);
	return [
		[
			format(locale, 'summary.title', { messages: read, people }),
			...(counted.length === 0 ? [] : [counted.join(' / ')]),
		].join(' · '),
		...(bots === 0 ? [] : [format(locale, 'summary.skipped.bots', { count: bots })]),
		...(optedOut === 0
			? []
			: [format(locale, 'summary.skipped.opted-out', { count: optedOut, people: optedOutPeople })]),
		...(noise === 0 ? [] : [format(locale, 'summary.noise', { count: noise })]),
		...missingFrom(kept, locale),
		format(locale, 'summary.local'),
	];
}

/** Files know no timestamps: a whole day stays as ISO 8601 writes it. */
function plainDate(date: string, locale: Locale): string {
	return date.startsWith('--') ? dateText(date, locale) : inline(date);
}

/** Text of others on one line, as itself. */
function inline(text: string): string {
	return escapeMarkdown(oneLine(text)) || '…';
}
