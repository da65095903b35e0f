import type { SummaryLength } from '../answers/summary/summary.js';
import type { Context } from './command.js';
import { parseMoment, type Moment } from './moments/moment.js';
import type { MessageRange, ReadingRequest, SummaryPlan } from './services.js';
import { UserError } from './user-error.js';

/** What one may ask for: 50 requests to Discord. */
export const MOST_MESSAGES = 5000;
export const USUAL_MESSAGES = 1000;

/** What a member says of the messages that they want. */
export interface RangeWords {
	readonly since?: string | undefined;
	readonly until?: string | undefined;
}

/** The beginning and the end that words name; `undefined` of what they do not say. */
export interface NamedRange {
	/** Milliseconds since 1970; or where the member's own last message stands. */
	readonly since: number | 'my-last-message' | undefined;
	readonly until: number | undefined;
}

/** @throws {UserError} If the words name no moment, or the end is not after the beginning. */
export function readRange({ since, until }: RangeWords, context: Pick<Context, 'locale' | 'settings'>): NamedRange {
	const begins = since === undefined ? undefined : momentIn(since, context);
	const ends = until === undefined ? undefined : momentIn(until, context);
	if (ends?.kind === 'my-last-message') throw new UserError('error.moment', { value: until ?? '' });
	if (begins?.kind === 'at' && ends !== undefined && begins.at >= ends.at)
		throw new UserError('error.moments-reversed', { since: since ?? '', until: until ?? '' });
	return { since: begins?.kind === 'at' ? begins.at : begins?.kind, until: ends?.at };
}

/** What a member asks for, in the language and the time zone that it is said in. */
export function planOf(
	context: Context,
	{
		range,
		from,
		length,
		isPrivate,
	}: {
		readonly range: MessageRange;
		readonly from: ReadingRequest['from'];
		readonly length: SummaryLength;
		readonly isPrivate: boolean;
	},
): SummaryPlan {
	const { place, memberId, locale, settings } = context;
	if (place.guildId === null) throw new UserError('error.server-only', {});
	return {
		place,
		reading: { range, from, memberId, shownIn: place.channelId, isPrivate },
		request: { memberId, length, timeZone: settings.timezone },
		locale,
	};
}

function momentIn(text: string, { locale, settings }: Pick<Context, 'locale' | 'settings'>): Moment {
	const moment = parseMoment(text, { now: Date.now(), timeZone: settings.timezone, locale });
	if (moment === undefined) throw new UserError('error.moment', { value: text });
	return moment;
}
