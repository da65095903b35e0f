import type { SummaryLength } from '../answers/summary/summary.js';
import type { Context } from './command.js';
import { momentText } from './moments/suggest.js';
import type { Reply } from './reply.js';
import type { Ongoing, Services } from './services.js';
import { sumUp } from './sum-up.js';
import { MOST_MESSAGES, planOf, readRange, type RangeWords } from './summary-range.js';
import { UserError } from './user-error.js';

/** What a member wants to be otherwise than in a summary; what is missing stays as it is. */
export interface RangeChange extends RangeWords {
	readonly messages?: number | undefined;
	readonly length?: SummaryLength | undefined;
}

export const SUMMARY_LENGTHS: readonly SummaryLength[] = ['short', 'medium', 'long'];
/** How many messages one can choose from, where numbers are not typed. */
export const MESSAGE_CHOICES: readonly number[] = [100, 500, 1000, 2000, MOST_MESSAGES];

/**
 * Sums up other messages of the same channel, for the member alone.
 *
 * @throws {UserError} If the summary is no longer kept, or the words name no moment.
 */
export async function changeRange(
	services: Pick<Services, 'library' | 'channels'>,
	summaryId: string,
	change: RangeChange,
	context: Context,
	ongoing: Ongoing,
): Promise<Reply> {
	const before = await services.library.summary(context.place, summaryId);
	if (before === undefined) throw new UserError('error.summary-gone', {});
	const { since, until } = readRange(change, context);
	const { locale, settings } = context;
	const nameOf = (at: number) => momentText(at, { timeZone: settings.timezone, locale });
	const range = {
		...before.range,
		...(since !== undefined && { since: since === 'my-last-message' ? null : since, fromMessageId: null }),
		...(until !== undefined && { until }),
		...(change.messages !== undefined && { most: change.messages }),
	};
	if (range.since !== null && range.until !== null && range.since >= range.until)
		throw new UserError('error.moments-reversed', { since: nameOf(range.since), until: nameOf(range.until) });
	const from = since === 'my-last-message' ? 'last-message' : 'range';
	const length = change.length ?? before.length;
	return sumUp(services, planOf(context, { range, from, length, isPrivate: true }), ongoing);
}
