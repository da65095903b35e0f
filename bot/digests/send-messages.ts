import type { RunKey, RunOutcome, TakenRun } from '../../index/digest-runs.js';
import type { DigestMessage } from './messages.js';
import type { DigestParts } from './parts.js';

/**
 * Discord knows a nonce again for "the past few minutes", and gives the message that has it instead of making another. A message of which
 * nobody knows whether it was sent is simply sent again within these two; later it is looked for first.
 */
const NONCE_KNOWN_MS = 2 * 60_000;
/** Sending takes a minute at most, however often it is tried. */
const SENDING_MS = 75_000;

/** Somebody else has taken the run over: what is still to be done is theirs. */
export class TakenOver extends Error {
	override readonly name = 'TakenOver';
}

/**
 * Sends those messages of a run that were not sent yet, each once: it is written down before it is sent, and after. One that a process was
 * killed over, or that Discord did not answer to, is looked for; where that cannot be known, it is given up: rather one too few than one twice.
 *
 * @param channelId where they go
 * @throws {TakenOver} If another process goes on with the run.
 */
export async function sendMessages(
	{ library, outbox, holder, now, signal }: DigestParts,
	{ key, run, channelId }: { readonly key: RunKey; readonly run: TakenRun; readonly channelId: string },
	messages: readonly DigestMessage[],
	send: (message: DigestMessage) => Promise<void>,
): Promise<RunOutcome> {
	const { pending } = run;
	const done = new Set(run.sent);
	let isDoubtful = false;
	if (pending !== null) {
		const message = messages.find(({ name }) => name === pending.part);
		const isOld = now() - pending.since > NONCE_KNOWN_MS;
		const stands = message !== undefined && isOld ? await outbox.stands(channelId, message.mark, pending.since) : false;
		if (message === undefined || stands !== false) {
			await library.endRunPart(key, holder);
			done.add(pending.part);
			isDoubtful = stands !== true;
		}
	}
	for (const message of messages.filter(({ name }) => !done.has(name))) {
		signal.throwIfAborted();
		if (!(await library.beginRunPart(key, holder, message.name, now(), now() + SENDING_MS))) throw new TakenOver();
		await send(message);
		await library.endRunPart(key, holder);
	}
	if (isDoubtful) return 'doubtful';
	return messages.length === 0 ? 'nothing' : 'sent';
}
