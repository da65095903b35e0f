import type { SummaryLine } from '../../answers/summary/summary.js';
import type { KeptSummary } from '../../commands/services.js';
import { escapeWithin } from '../text.js';

/** What a reader can tell in a quote that is cut; shorter ones are whole. */
export const LEAST_QUOTE = 70;
/** More of one message is read where it stands. */
export const MOST_QUOTE = 500;

const ARROW = '↗';
/** As they are after escaping: with 17 digits or more, as Discord's ids have. */
const ESCAPED_MENTION = /\\<(?:\\(@)!?|(#))(\d{17,20})>/gu;
const ESCAPED_EMOJI = /\\<a?\\:((?:\w|\\_)+)\\:\d{17,20}>/gu;

/** Where a line stands in Discord. */
export function lineUrl(
	{ guildId, range }: Pick<KeptSummary, 'guildId' | 'range'>,
	{ threadId, messageId }: Pick<SummaryLine, 'threadId' | 'messageId'>,
): string {
	return `https://discord.com/channels/${guildId}/${threadId ?? range.channelId}/${messageId}`;
}

export function arrowTo(url: string): string {
	return `[${ARROW}](${url})`;
}

/**
 * What somebody said, on one line, escaped, at most `limit` units of it. Members and channels that are named in it are shown by their names, as
 * they are where it stands (a message of ours pings nobody), and a server's emoji by theirs.
 */
export function quoteText(quote: string, limit: number): string {
	return escapeWithin(quote, limit).replace(ESCAPED_MENTION, '<$1$2$3>').replace(ESCAPED_EMOJI, '\\:$1\\:') || '…';
}

/** Units that a quote takes, up to {@link MOST_QUOTE}. */
export function quoteLength(quote: string): number {
	return Math.max(1, escapeWithin(quote, MOST_QUOTE).length);
}
