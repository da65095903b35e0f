import type { Destination, SummaryAction } from './action.js';
import type { Context } from './command.js';
import type { Reply } from './reply.js';
import type { BegunReading, KeptSummary, Ongoing, Services } from './services.js';
import { sumUp } from './sum-up.js';
import { UserError } from './user-error.js';

/** As `destinationOf`. */
export function destinationOfSummary({ kind }: SummaryAction, turns: boolean): Destination {
	switch (kind) {
		case 'summary-topic':
			return turns ? 'in-place' : 'private';
		case 'summary-file':
			return 'private';
		case 'summary-share':
			return 'public-if-allowed';
		case 'summary-hide':
			return 'delete';
		case 'summary-range':
			return 'dialogue';
		case 'reading-cancel':
			return 'nowhere';
		case 'reading-continue':
		case 'reading-take':
			return 'in-place';
		default:
			return kind satisfies never;
	}
}

/**
 * What a button under a summary does. Rights are looked at anew each time: what a member might read yesterday may be closed to them today.
 *
 * @throws {UserError} If the summary is no longer kept, or the member may not do this.
 */
export async function actOnSummary(
	services: Pick<Services, 'library' | 'channels' | 'readings'>,
	action: SummaryAction,
	context: Context,
	ongoing: Ongoing,
): Promise<Reply | undefined> {
	const { library, channels, readings } = services;
	const { place, memberId } = context;
	switch (action.kind) {
		case 'summary-share': {
			const summary = await shown(services, action.summaryId, context);
			const forAll = await channels.forEverybody(summary, place.channelId);
			return { kind: 'summary', summary: forAll, isPrivate: false, sharedBy: memberId };
		}
		case 'summary-hide':
			// a summary that is no longer kept can still be taken away
			expectOwn((await library.summary(place, action.summaryId))?.memberId, context);
			return undefined;
		case 'summary-file': {
			const summary = await shown(services, action.summaryId, context);
			return { kind: 'summary-file', summary, channelName: channels.nameOf(summary.range.channelId) };
		}
		case 'summary-topic': {
			const { topic, page } = action;
			return { kind: 'summary-topic', summary: await shown(services, action.summaryId, context), topic, page };
		}
		case 'summary-range':
			throw new Error('The dialogue of a range is shown without asking anybody');
		case 'reading-cancel': {
			const { callId } = await ownReading(services, action.callId, context);
			if (!readings.stop(callId)) throw new UserError('error.reading-gone', {});
			return undefined;
		}
		case 'reading-continue': {
			const { plan } = await ownReading(services, action.callId, context);
			return sumUp(services, plan, ongoing);
		}
		case 'reading-take': {
			const { plan, read } = await ownReading(services, action.callId, context);
			const { reading } = plan;
			const range = { ...reading.range, most: Math.max(1, read) };
			return sumUp(services, { ...plan, reading: { ...reading, range, isTaken: true } }, ongoing);
		}
		default:
			return action satisfies never;
	}
}

/** A summary as the member may see it now. */
async function shown(
	{ library, channels }: Pick<Services, 'library' | 'channels'>,
	id: string,
	{ place, memberId }: Context,
): Promise<KeptSummary> {
	const summary = await library.summary(place, id);
	if (summary === undefined) throw new UserError('error.summary-gone', {});
	return channels.forMember(summary, memberId, place.channelId);
}

async function ownReading(
	{ library }: Pick<Services, 'library'>,
	callId: string,
	context: Context,
): Promise<BegunReading> {
	const begun = await library.reading(callId);
	if (begun?.plan.place.guildId !== context.place.guildId) throw new UserError('error.reading-gone', {});
	const { memberId } = begun.plan.request;
	if (memberId !== context.memberId) expectOwn(memberId, { ...context, canModerate: false });
	return begun;
}

/** @param ownerId `undefined` where that is not known any more */
function expectOwn(ownerId: string | null | undefined, { memberId, canModerate }: Context): void {
	if (canModerate || ownerId === memberId) return;
	if (ownerId === undefined || ownerId === null) throw new UserError('error.moderators-only', {});
	throw new UserError('error.not-yours', { member: `<@${ownerId}>` });
}
