import type { Context } from '../commands/command.js';
import type { Reply } from '../commands/reply.js';
import type { Ongoing } from '../commands/services.js';
import { failureReply } from './failure.js';
import type { Fields, Log } from './log.js';
import type { RunningReadings } from './running-readings.js';
import { sendReply, type Payload } from './send.js';

/** How a call is answered. */
export interface Answering {
	readonly callId: string;
	/** What Discord takes the reply by, and since when; milliseconds since 1970. */
	readonly token: string;
	readonly begunAt: number;
	readonly isTakenUp?: boolean;
	readonly wording: Pick<Context, 'locale' | 'settings'>;
	/** Shows a message in the place of the reply; may be done again. */
	readonly send: (payload: Payload) => Promise<unknown>;
	/** For the log. */
	readonly fields: Fields;
}

/**
 * Works, showing how far it is where that takes long, and shows the reply.
 *
 * @param onFailure makes something else of what was thrown than a reply in this place
 */
export async function workAndShow(
	{ running, log }: { readonly running: RunningReadings; readonly log: Log },
	{ callId, token, begunAt, isTakenUp = false, wording, send, fields }: Answering,
	work: (ongoing: Ongoing) => Promise<Reply>,
	onFailure?: (reply: Reply) => Promise<unknown>,
): Promise<void> {
	const show = (reply: Reply) => sendReply(reply, { ...wording, log }, send);
	const reading = running.of({
		callId,
		token,
		begunAt,
		isTakenUp,
		// how far it is may be missed
		show: (reply) =>
			show(reply).catch((error: unknown) => {
				log.warn('progress could not be shown', { ...fields, reason: String(error) });
			}),
	});
	const done = await work(reading).then(
		(reply) => ({ reply, present: show }),
		(error: unknown) => ({ reply: failureReply(error, log, fields), present: onFailure ?? show }),
	);
	const { reply, present } = done;
	await reading.quiet();
	try {
		await present(reply);
	} finally {
		await reading.ended(reply);
	}
}
