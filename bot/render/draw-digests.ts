import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { scheduleText } from '../../commands/digest-words.js';
import type { ShownDigest } from '../../commands/digests.js';
import { choiceName, format, formatLoosely, type Locale } from '../../commands/messages.js';
import type { DigestReply, Reply } from '../../commands/reply.js';
import { escapeMarkdown, escapeWithin } from '../text.js';
import { actionButton } from './buttons.js';
import { timestamp } from './date.js';
import { drawSummaryIn } from './draw-summary.js';
import { ACCENTS, BLOCKS_ROOM, fitting, small, type Drawing } from './drawing.js';
import { safeParams } from './safe-params.js';
import { summaryMarkdown } from './summary-markdown.js';

const ZONE_ROOM = 40;

/** A digest of one channel; one line where nothing was said in any. */
export function drawDigest(reply: DigestReply, locale: Locale): Drawing {
	const { isWeekly, summary, channelName, silent, isDirect } = reply;
	const title = format(locale, isWeekly ? 'digest.heading.weekly' : 'digest.heading.daily');
	const inSilent = silent.map(mentionOf).join(' ');
	const join = digestButton(reply, locale);
	if (summary === null) {
		const nothing =
			inSilent === '' ? format(locale, 'digest.nothing') : format(locale, 'digest.silent', { channels: inSilent });
		const text = [coversText(reply, locale), ...lateText(reply, locale), nothing].join('\n');
		return { accent: ACCENTS.none, title, blocks: [{ text }], buttons: [join] };
	}
	const also = inSilent === '' ? [] : [format(locale, 'digest.silent', { channels: inSilent })];
	// what it covers is said by the summary itself
	const above = [...lateText(reply, locale), ...also].map(small);
	if (isDirect) {
		// where no server is known no summary can be looked up: all of it comes along
		const whole = summaryMarkdown(summary, channelName, locale);
		return { ...drawSummaryIn(summary, locale, { title, above, buttons: [join] }), choices: [], file: whole };
	}
	const file = { kind: 'summary-file', summaryId: summary.id } as const;
	const buttons = [actionButton(file, format(locale, 'summary.file'), '📄'), join];
	return drawSummaryIn(summary, locale, { title, above, buttons });
}

/** The digests of a server, each with when it comes, of what, and to whom. */
export function drawDigests(
	{ digests, canManage, done }: Extract<Reply, { kind: 'digests' }>,
	locale: Locale,
): Drawing {
	const title = format(locale, 'digest.title');
	if (digests.length === 0) {
		const hint = canManage ? [format(locale, 'digest.hint.add')] : [];
		return { accent: ACCENTS.none, title, blocks: [{ text: [format(locale, 'digest.none'), ...hint].join('\n') }] };
	}
	const isOne = digests.length === 1;
	const told = done === null ? [] : [format(locale, `digest.${done}`)];
	const room = BLOCKS_ROOM - told.join().length;
	const long = digests.map((one, i) => [
		...headLines(one, locale, isOne ? '' : `${i + 1} · `),
		...stateLines(one, locale),
	]);
	const short = digests.map((one, i) => headLines(one, locale, `${i + 1} · `));
	const toTexts = (all: readonly string[][]) => all.map((lines) => lines.join('\n'));
	const isTooLong = toTexts(long).join('\n\n').length > room;
	return {
		...(digests.some(({ digest }) => digest.problem !== null) && { accent: ACCENTS.fair }),
		title,
		blocks: [...told, ...fitting(toTexts(isTooLong ? short : long), room, '\n\n')].map((text) => ({ text })),
		buttons: digests.map(({ digest, joined }, i) => {
			const kind = joined === 'yes' ? 'leave' : 'join';
			const n = i + 1;
			const label = isOne ? format(locale, `digest.${kind}`) : format(locale, `digest.${kind}.one`, { n });
			return actionButton({ kind: `digest-${kind}`, digestId: digest.id, mark: '' }, label);
		}),
	};
}

function coversText({ since, until }: DigestReply, locale: Locale): string {
	return format(locale, 'digest.covers', { from: timestamp(since, 'f'), to: timestamp(until, 'f') });
}

function lateText({ until, isLate }: DigestReply, locale: Locale): string[] {
	return isLate ? [format(locale, 'digest.late', { when: timestamp(until, 'R') })] : [];
}

/** Those who read it in the channel can have it sent; those who are sent it can have no more of it. */
function digestButton({ digestId, mark, isDirect }: DigestReply, locale: Locale): APIButtonComponentWithCustomId {
	const kind = isDirect ? 'leave' : 'join';
	return actionButton({ kind: `digest-${kind}`, digestId, mark }, format(locale, `digest.${kind}`));
}

function headLines({ digest, timeZone }: ShownDigest, locale: Locale, mark: string): string[] {
	const { schedule, length, channelIds, targetId } = digest;
	const zone = escapeWithin(timeZone, ZONE_ROOM);
	const when = `**${mark}${escapeMarkdown(scheduleText(locale, schedule))}** (${zone}) · ${choiceName(locale, `summarize.length.${length}`)}`;
	const to = targetId === null ? [] : [mentionOf(targetId)];
	const members = digest.subscribers.length;
	const direct = targetId !== null && members === 0 ? [] : [format(locale, 'digest.to-members', { count: members })];
	return [when, `${channelIds.map(mentionOf).join(' ')} → ${[...to, ...direct].join(' · ')}`];
}

function stateLines({ digest, next, last, joined }: ShownDigest, locale: Locale): string[] {
	const { problem } = digest;
	const lastKey = last?.outcome === 'doubtful' ? 'digest.last.doubtful' : 'digest.last';
	const times = [
		format(locale, 'digest.next', { when: timestamp(next, 'R') }),
		...(last === null || last.outcome === 'refused'
			? []
			: [format(locale, lastKey, { when: timestamp(last.at, 'R') })]),
	];
	const reason = problem === null ? '' : formatLoosely(locale, problem[0], safeParams(problem[1]));
	return [
		times.join(' · '),
		...(problem === null ? [] : [format(locale, 'digest.paused', { reason })]),
		...(joined === 'no' ? [] : [format(locale, joined === 'yes' ? 'digest.you' : 'digest.you.off')]),
	];
}

/** Ids of channels are numbers; anything else is text. */
function mentionOf(id: string): string {
	return /^\d{1,20}$/.test(id) ? `<#${id}>` : escapeWithin(id, ZONE_ROOM);
}
