import type { SummaryLength } from '../answers/summary/summary.js';
import { shownDigests, type DigestServices } from './choose-digest.js';
import type { Context } from './command.js';
import { MOST_DIGESTS } from './digests.js';
import type { Reply } from './reply.js';
import { UserError } from './user-error.js';

/** In the order in which JavaScript and cron count them. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** What a manager says of a new digest. */
export interface DigestArgs {
	readonly channel: string;
	readonly 'channel-2'?: string;
	readonly 'channel-3'?: string;
	readonly 'channel-4'?: string;
	readonly 'channel-5'?: string;
	readonly every: 'day' | (typeof WEEKDAYS)[number];
	readonly hour: number;
	readonly to?: string;
	readonly length?: SummaryLength;
	readonly quiet?: boolean;
}

/** @throws {UserError} Where the member may not, a channel cannot be summed up, or there are too many. */
export async function addDigest(services: DigestServices, args: DigestArgs, context: Context): Promise<Reply> {
	const { library, digests, channels } = services;
	const { place, memberId, canManage } = context;
	const { guildId } = place;
	if (guildId === null) throw new UserError('error.server-only', {});
	if (!canManage) throw new UserError('error.managers-only', {});
	const { every, hour, to: targetId = null, length = 'medium', quiet: isQuiet = false } = args;
	const named = [args.channel, args['channel-2'], args['channel-3'], args['channel-4'], args['channel-5']];
	const channelIds = [...new Set(named.filter((id) => id !== undefined))];
	const schedule = { weekday: every === 'day' ? null : WEEKDAYS.indexOf(every), hour };
	// nobody may have a channel summed up that they may not read themselves
	for (const id of [...channelIds, ...(targetId === null ? [] : [targetId])])
		if (!(await channels.mayRead(id, memberId))) throw new UserError('error.cannot-read', { channel: `<#${id}>` });
	await digests.expectPossible({ channelIds, targetId }, memberId);
	const added = await library.addDigest({ guildId, channelIds, schedule, length, targetId, isQuiet });
	if (added === undefined) throw new UserError('error.digest.too-many', { most: MOST_DIGESTS });
	digests.changed();
	const shown = await shownDigests(services, [added], context);
	return { kind: 'digests', digests: shown, canManage, done: 'added' };
}
