import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { format, type Locale } from '../../commands/messages.js';
import type { Reply } from '../../commands/reply.js';
import type { KeptSummary } from '../../commands/services.js';
import { actionButton, clampPage, pager } from './buttons.js';
import { ACCENTS, BLOCKS_ROOM, roomBeside, small, toTitle, type Block, type Drawing, type Picture } from './drawing.js';
import { fitLines, fitSections } from './fit-sections.js';
import { arrowTo, lineUrl } from './summary-line.js';
import { missingFrom } from './summary-missing.js';
import { MOST_TOPICS, sectionsOf, topicHead } from './summary-sections.js';
import { spanText } from './time-span.js';
import { timelineAlt } from './timeline-alt.js';
import { timelineSvg } from './timeline.js';
import { topicColour } from './topic-colours.js';

/** Languages that are counted in the title. */
const MOST_LANGUAGES = 5;
/** With fewer messages there is nothing that a picture shows. */
const LEAST_FOR_PICTURE = 10;
const PER_PAGE = 6;

/** What a summary stands in. */
export interface SummaryFrame {
	/** In the place of its own. */
	readonly title?: string;
	/** Markdown, before all else. */
	readonly above?: readonly string[];
	readonly buttons: readonly APIButtonComponentWithCustomId[];
}

/** A summary that somebody asked for. */
export function drawSummary(
	{
		summary: kept,
		isPrivate,
		sharedBy,
	}: Pick<Extract<Reply, { kind: 'summary' }>, 'summary' | 'isPrivate' | 'sharedBy'>,
	locale: Locale,
): Drawing {
	const { id: summaryId, summary } = kept;
	const range = actionButton({ kind: 'summary-range', summaryId }, format(locale, 'summary.range'), '🕑');
	const own = isPrivate
		? actionButton({ kind: 'summary-share', summaryId }, format(locale, 'summary.share'), '📣')
		: actionButton({ kind: 'summary-hide', summaryId }, format(locale, 'answer.hide'), '🗑️');
	const file = actionButton({ kind: 'summary-file', summaryId }, format(locale, 'summary.file'), '📄');
	return drawSummaryIn(kept, locale, {
		above: sharedBy === null ? [] : [small(format(locale, 'answer.shared-by', { member: `<@${sharedBy}>` }))],
		buttons: summary.topics.length > 0 ? [own, file, range] : isPrivate ? [range] : [own, range],
	});
}

/** A summary with what stands around it. */
export function drawSummaryIn(
	kept: KeptSummary,
	locale: Locale,
	{ title, above = [], buttons }: SummaryFrame,
): Drawing {
	const { summary, id: summaryId } = kept;
	const head = [...above, ...headLines(kept, locale)].join('\n');
	const named = title ?? titleOf(kept, locale);
	if (summary.topics.length === 0) {
		const said = format(locale, summary.read === 0 ? 'summary.none' : 'summary.too-little');
		const notes = notesOf(kept, 0, locale);
		return {
			accent: ACCENTS.none,
			...(named !== undefined && { title: named }),
			blocks: [{ text: head }, { text: [said, ...notes].join('\n') }],
			footer: footerOf(kept, locale),
			buttons,
		};
	}
	const footer = footerOf(kept, locale);
	const sections = sectionsOf(kept, locale);
	// as many notes as there may be
	const lines = sections.reduce((sum, { entries }) => sum + entries.length, 0);
	const around = [head, ...notesOf(kept, lines, locale)].join('\n').length + 2;
	const { texts, left } = fitSections(
		sections,
		roomBeside({ ...(named !== undefined && { title: named }), footer }) - around,
	);
	const notes = notesOf(kept, left, locale);
	const picture = pictureOf(kept, locale);
	return {
		accent: kept.isComplete ? ACCENTS.good : ACCENTS.fair,
		...(named !== undefined && { title: named }),
		...(picture !== undefined && { picture }),
		blocks: [head, ...texts, ...(notes.length === 0 ? [] : [notes.join('\n')])].map((text): Block => ({ text })),
		footer,
		choices: summary.topics.slice(0, MOST_TOPICS).flatMap(({ further }, topic) => {
			// where all of it is shown, there is no more
			if (further.length === 0 && left === 0) return [];
			const action = { kind: 'summary-topic', summaryId, topic, page: 0 } as const;
			return [actionButton(action, format(locale, 'summary.more', { n: topic + 1 }), topicColour(topic).emoji)];
		}),
		buttons,
	};
}

/** One topic: its lines, then those that say most of the rest. */
export function drawSummaryTopic(
	{ summary: kept, topic: index, page }: Pick<Extract<Reply, { kind: 'summary-topic' }>, 'summary' | 'topic' | 'page'>,
	locale: Locale,
): Drawing {
	const { topics } = kept.summary;
	const topic = topics[index];
	if (topic === undefined) return { accent: ACCENTS.none, blocks: [{ text: format(locale, 'summary.topic.gone') }] };
	const lines = [...topic.lines, ...topic.further];
	const pages = Math.max(1, Math.ceil(lines.length / PER_PAGE));
	const shown = clampPage(page, pages);
	const entries = lines.slice(shown * PER_PAGE, (shown + 1) * PER_PAGE).map((line) => ({
		before: `- <@${line.authorId}>: `,
		quote: line.quote,
		after: ` ${arrowTo(lineUrl(kept, line))}`,
	}));
	const head = topicHead(kept, index, locale, false);
	return {
		accent: Number.parseInt(topicColour(index).fill.slice(1), 16),
		title: format(locale, 'summary.topic.place', { n: index + 1, count: topics.length }),
		blocks: [{ text: head }, { text: fitLines(entries, BLOCKS_ROOM - head.length).join('\n') }],
		...(pages > 1 && { footer: format(locale, 'page.of', { page: shown + 1, pages }) }),
		buttons: pager(locale, { page: shown, pages }, (to) => ({
			kind: 'summary-topic',
			summaryId: kept.id,
			topic: index,
			page: to,
		})),
	};
}

/** Where and when, and what tells where it begins. Names of channels are shown in text only, not in titles of embeds. */
function headLines({ range, summary, madeAt, timeZone, begins, memberId }: KeptSummary, locale: Locale): string[] {
	const from = range.since ?? (summary.read === 0 ? null : summary.activity.start);
	const until = range.until ?? madeAt;
	const span = from === null ? '' : ` · ${spanText(Math.min(from, until), until, timeZone)}`;
	const where = `**<#${range.channelId}>**${span}`;
	if (begins === 'asked' || (begins === 'last-message' && memberId === null)) return [where];
	const note =
		begins === 'last-message'
			? format(locale, 'summary.begins.last-message', { member: `<@${memberId ?? ''}>` })
			: format(locale, `summary.begins.${begins}`);
	return [where, small(note)];
}

function titleOf({ summary }: KeptSummary, locale: Locale): string | undefined {
	const { read: messages, people, languages } = summary;
	const counted = languages
		.slice(0, MOST_LANGUAGES)
		.map(({ language, count }) => `${language} ${count.toLocaleString(locale)}`);
	return toTitle(
		[
			format(locale, 'summary.title', { messages, people }),
			...(counted.length === 0 ? [] : [counted.join(' / ')]),
		].join(' · '),
	);
}

/** What is missing. */
function notesOf(kept: KeptSummary, left: number, locale: Locale): string[] {
	return [...(left === 0 ? [] : [format(locale, 'summary.rest', { count: left })]), ...missingFrom(kept, locale)].map(
		small,
	);
}

/** What was read and what was not. */
function footerOf({ summary, skipped }: KeptSummary, locale: Locale): string {
	const { bots, optedOut, optedOutPeople } = skipped;
	return [
		format(locale, 'summary.read', { read: summary.read }),
		...(bots === 0 ? [] : [format(locale, 'summary.skipped.bots', { count: bots })]),
		...(optedOut === 0
			? []
			: [format(locale, 'summary.skipped.opted-out', { count: optedOut, people: optedOutPeople })]),
		...(summary.noise === 0 ? [] : [format(locale, 'summary.noise', { count: summary.noise })]),
		format(locale, 'summary.local'),
	].join(' · ');
}

function pictureOf(kept: KeptSummary, locale: Locale): Picture | undefined {
	const { summary, timeZone } = kept;
	const { read, topics, activity } = summary;
	// one bar alone says nothing, unless there are topics below it
	if (read < LEAST_FOR_PICTURE || (activity.counts.length < 2 && topics.length < 2)) return undefined;
	const svg = timelineSvg(summary, timeZone);
	return svg === undefined ? undefined : { name: 'timeline.png', svg, alt: timelineAlt(kept, locale) };
}
