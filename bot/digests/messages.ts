import type { Digest } from '../../commands/digests.js';
import { toLocale } from '../../commands/messages.js';
import type { DigestReply } from '../../commands/reply.js';
import type { RunKey } from '../../index/digest-runs.js';
import { localeOf } from '../context.js';
import type { MadeDigest } from './make.js';
import { markOf, type Wording } from './outbox.js';
import type { DigestParts } from './parts.js';
import type { Period } from './schedule.js';

/** One message of a digest. */
export interface DigestMessage {
	/** Tells it from the others of the same run. */
	readonly name: string;
	/** Tells it from all others; is its nonce, and can be found in it. */
	readonly mark: string;
	readonly reply: DigestReply;
}

/** Whoever reads a digest that is made so long after its time is told why. */
export const LATE_MS = 10 * 60_000;
/** No channel has this id. */
const NOTHING = 'nothing';

/** The messages of a digest: one for each channel in which something was said; one where nothing was, unless it is to be quiet then. */
export function messagesOf(
	{ channels }: Pick<DigestParts, 'channels'>,
	{ id, schedule, isQuiet }: Digest,
	{ at, since }: Period,
	made: MadeDigest,
	{ key, now, isDirect }: { readonly key: RunKey; readonly now: number; readonly isDirect: boolean },
): DigestMessage[] {
	const message = (name: string, more: Pick<DigestReply, 'summary' | 'silent'>) => {
		const mark = markOf(id, key.at, key.recipient, name);
		const isWeekly = schedule.weekday !== null;
		const isLate = now - at > LATE_MS;
		const reply = {
			kind: 'digest',
			digestId: id,
			mark,
			isWeekly,
			since,
			until: at,
			isLate,
			isDirect,
			channelName: more.summary && channels.nameOf(more.summary.range.channelId),
			...more,
		} as const;
		return { name, mark, reply };
	};
	if (made.summaries.length === 0) return isQuiet ? [] : [message(NOTHING, { summary: null, silent: made.silent })];
	return made.summaries.map((summary, i) =>
		message(summary.range.channelId, { summary, silent: i === 0 ? made.silent : [] }),
	);
}

/** In the server's language. */
export function wordingForChannel({ settings, localeOfServer }: DigestParts, guildId: string): Wording {
	const ofServer = settings.of(guildId);
	return { locale: localeOf(ofServer, localeOfServer(guildId)), settings: ofServer };
}

/** In the language that the member's client had when the member joined, unless the server has chosen one for all. */
export function wordingForMember(
	{ settings }: DigestParts,
	{ guildId, subscribers }: Digest,
	memberId: string,
): Wording {
	const ofServer = settings.of(guildId);
	const joined = subscribers.find((one) => one.memberId === memberId);
	return { locale: localeOf(ofServer, toLocale(joined?.locale ?? '')), settings: ofServer };
}
