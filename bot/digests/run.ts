import type { Digest } from '../../commands/digests.js';
import { UserError } from '../../commands/user-error.js';
import { TO_CHANNEL, type RunKey, type RunOutcome, type TakenRun } from '../../index/digest-runs.js';
import { digestFor, makeDigest, type MadeDigest } from './make.js';
import { LATE_MS, messagesOf, wordingForChannel, wordingForMember } from './messages.js';
import type { DigestParts } from './parts.js';
import type { Period } from './schedule.js';
import { sendMessages, TakenOver } from './send-messages.js';

/** For so long nobody else goes on with a run: reading some thousand messages of five channels takes a few minutes. */
const HOLD_MS = 10 * 60_000;
/** What failed is tried again then. */
export const TRY_AGAIN_MS = 5 * 60_000;

/** One digest of one time, for one recipient. */
interface Run {
	readonly digest: Digest;
	readonly period: Period;
	readonly key: RunKey;
	readonly taken: TakenRun;
	readonly content: Content;
}

/** What a digest says, made when the first recipient needs it. */
interface Content {
	/** @throws {UserError} As {@link makeDigest}. */
	readonly forChannel: (targetId: string) => Promise<MadeDigest>;
	/** @throws {UserError} As {@link makeDigest}. */
	readonly forMembers: (directId: string) => Promise<MadeDigest>;
}

/**
 * Makes a digest for a time and sends it to all who are to have it and do not have it yet. Never rejects. Returns whether all is done; else it
 * is to be tried again later.
 */
export async function runDigest(parts: DigestParts, digest: Digest, due: Period): Promise<boolean> {
	const { library, log, now, signal } = parts;
	const members = digest.subscribers.filter(({ joinedAt, isOff }) => !isOff && joinedAt < due.at);
	const recipients = [...(digest.targetId === null ? [] : [TO_CHANNEL]), ...members.map(({ memberId }) => memberId)];
	try {
		// where the hour or the time zone was changed, the one before may have come later than the schedule says
		const last = Math.max(due.since, (await library.lastRunBefore(digest.id, due.at)) ?? due.since);
		// nothing was missed by a time that is due only since then
		if (last > due.since && now() - due.at > LATE_MS) return true;
		const period = { ...due, since: last };
		const content = contentOf(parts, digest, period);
		let isDone = true;
		for (const recipient of recipients) {
			if (signal.aborted) return false;
			const key = { digestId: digest.id, at: period.at, recipient };
			isDone = (await runFor(parts, { digest, period, key, content })) && isDone;
		}
		return isDone;
	} catch (error) {
		if (!signal.aborted) log.error('a digest could not be begun and is tried again', error, { digest: digest.id });
		return false;
	}
}

async function runFor(parts: DigestParts, run: Omit<Run, 'taken'>): Promise<boolean> {
	const { library, now, log, signal, holder } = parts;
	const { key, digest } = run;
	const isDirect = key.recipient !== TO_CHANNEL;
	const fields = { digest: digest.id, guild: digest.guildId, direct: isDirect };
	const taken = await library.takeRun(key, holder, now(), now() + HOLD_MS);
	if (typeof taken === 'string') return taken === 'ended';
	try {
		const outcome = await (isDirect ? toMember : toChannel)(parts, { ...run, taken });
		await library.finishRun(key, holder, outcome);
		log.info('a digest is done', { ...fields, outcome });
		return true;
	} catch (error) {
		if (error instanceof TakenOver) return false;
		if (!signal.aborted) log.error('a digest failed and is tried again', error, fields);
		// after a program that ends, the next one goes on at once
		await library.holdRun(key, holder, signal.aborted ? now() : now() + TRY_AGAIN_MS);
		return false;
	}
}

async function toChannel(parts: DigestParts, { digest, period, key, taken, content }: Run): Promise<RunOutcome> {
	const { targetId, guildId } = digest;
	if (targetId === null) throw new Error(`Digest ${digest.id} has no channel to be posted to`);
	try {
		const made = await content.forChannel(targetId);
		const messages = messagesOf(parts, digest, period, made, { key, now: parts.now(), isDirect: false });
		const wording = wordingForChannel(parts, guildId);
		const where = { key, run: taken, channelId: targetId };
		const outcome = await sendMessages(parts, where, messages, ({ reply, mark }) =>
			parts.outbox.post(targetId, reply, wording, mark),
		);
		await noteProblem(parts, digest, null);
		return outcome;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		await noteProblem(parts, digest, error);
		return 'refused';
	}
}

async function toMember(parts: DigestParts, { digest, period, key, taken, content }: Run): Promise<RunOutcome> {
	const { outbox } = parts;
	const { recipient: memberId } = key;
	const directId = await outbox.directChannel(memberId);
	if (directId === null) return notedAs(parts, digest, memberId, false, 'refused');
	const made = await content.forMembers(directId).catch((error: unknown) => {
		if (error instanceof UserError) return undefined;
		throw error;
	});
	const own = made && (await digestFor(parts, memberId, made));
	if (own === undefined) return 'refused';
	const messages = messagesOf(parts, digest, period, own, { key, now: parts.now(), isDirect: true });
	if (messages.length === 0) return 'nothing';
	const wording = wordingForMember(parts, digest, memberId);
	const where = { key, run: taken, channelId: directId };
	let refused = 0;
	const outcome = await sendMessages(parts, where, messages, async ({ reply, mark }) => {
		if (refused === 0 && !(await outbox.direct(memberId, reply, wording, mark))) refused++;
	});
	return notedAs(parts, digest, memberId, refused === 0, refused === 0 ? outcome : 'refused');
}

/** Whoever keeps direct messages to themselves is sent none any more after a while. */
async function notedAs(
	{ library, log }: DigestParts,
	{ id }: Digest,
	memberId: string,
	cameThrough: boolean,
	outcome: RunOutcome,
): Promise<RunOutcome> {
	const isGivenUp = await library.noteDirect(id, memberId, cameThrough);
	if (isGivenUp) log.warn('a member is sent a digest no more: direct messages do not come through', { digest: id });
	return outcome;
}

function contentOf(parts: DigestParts, digest: Digest, period: Period): Content {
	let posted: Promise<MadeDigest> | undefined;
	let direct: Promise<MadeDigest> | undefined;
	const make = async (channelId: string, isDirect: boolean) =>
		makeDigest(parts, digest, period, { channelId, isDirect });
	const makeForMembers = async (directId: string): Promise<MadeDigest> => {
		// what may be posted is what everybody may read; where it may not be, members may still read it themselves
		const made = posted?.catch(async () => make(directId, true)) ?? make(directId, true);
		if (digest.targetId !== null) return made;
		try {
			const own = await made;
			await noteProblem(parts, digest, null);
			return own;
		} catch (error) {
			if (error instanceof UserError) await noteProblem(parts, digest, error);
			throw error;
		}
	};
	return {
		forChannel: (targetId) => (posted ??= make(targetId, false)),
		forMembers: (directId) => (direct ??= makeForMembers(directId)),
	};
}

/** For `/digest list`. */
export async function noteProblem(
	{ library, log }: DigestParts,
	digest: Digest,
	error: UserError | null,
): Promise<void> {
	if (error === null && digest.problem === null) return;
	if (error !== null) log.warn('a digest is paused', { digest: digest.id, guild: digest.guildId, reason: error.key });
	await library.setDigestProblem(digest.id, error?.refusal ?? null);
}
