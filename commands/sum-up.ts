import type { Reply } from './reply.js';
import type { Ongoing, Services, StopReason, SummaryPlan } from './services.js';

/**
 * Reads what a plan names, and sums it up. Where it is stopped, the reply says how far it came.
 *
 * @throws {UserError} Where the member may not read it, or it must not be shown there.
 */
export async function sumUp(
	{ library, channels }: Pick<Services, 'library' | 'channels'>,
	plan: SummaryPlan,
	ongoing: Ongoing,
): Promise<Reply> {
	const { place, reading, request } = plan;
	await ongoing.keep(plan);
	const read = await channels.read(reading, ongoing, ongoing.callId);
	if (!read.isComplete) {
		const reason = ongoing.signal.reason as StopReason; // what aborts it
		const progress = { read: read.looked, most: reading.range.most };
		const state = reason === 'restart' ? 'waiting' : 'stopped';
		return { kind: 'summary-progress', callId: ongoing.callId, state, progress };
	}
	if (read.messages.length === 0) {
		const channel = `<#${reading.range.channelId}>`;
		const skipped = read.skipped.bots + read.skipped.optedOut;
		return skipped === 0
			? { kind: 'notice', key: 'reading.nothing', params: { channel } }
			: { kind: 'notice', key: 'reading.nothing-left', params: { channel, skipped } };
	}
	const isTaken = reading.isTaken === true;
	const summary = await library.summarise(
		place,
		request,
		isTaken ? { ...read, isComplete: false, isCut: false } : read,
	);
	return { kind: 'summary', summary, isPrivate: reading.isPrivate, sharedBy: null };
}
