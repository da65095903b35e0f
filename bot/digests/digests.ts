import { randomUUID } from 'node:crypto';
import { Events, type Client } from 'discord.js';
import type { Caller, Digest, DigestSchedule, SentNow } from '../../commands/digests.js';
import { scheduleText } from '../../commands/digest-words.js';
import type { Services } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import { localeOf } from '../context.js';
import type { Log } from '../log.js';
import { oneLine, truncate } from '../text.js';
import { digestFor, expectPossible, makeDigest, type Where } from './make.js';
import { messagesOf, wordingForChannel, type DigestMessage } from './messages.js';
import { createOutbox } from './outbox.js';
import type { DigestParts } from './parts.js';
import { noteProblem } from './run.js';
import { nextDue } from './schedule.js';
import { createScheduler } from './scheduler.js';

export interface DigestsOptions {
	/** Whatever is begun. */
	readonly onWork: (work: Promise<void>) => void;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
}

export interface Digests {
	/** For commands. */
	readonly schedule: DigestSchedule;
	/** Begins to make digests at their times. The client must have logged in. */
	start(): void;
	/** Makes no more of them. */
	stop(): void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** Of a suggestion. */
const LABEL_ROOM = 100;

/** The digests of the servers that a client has, made by this process. */
export function createDigests(
	client: Client<true>,
	{ library, channels, settings }: Pick<Services, 'library' | 'channels' | 'settings'>,
	log: Log,
	{ onWork, now = Date.now }: DigestsOptions,
): Digests {
	const stopping = new AbortController();
	const parts: DigestParts = {
		library,
		channels,
		settings,
		outbox: createOutbox(client, log),
		localeOfServer: (guildId) => client.guilds.cache.get(guildId)?.preferredLocale ?? 'en-US',
		log,
		now,
		signal: stopping.signal,
		holder: randomUUID(),
	};
	// a server that Discord cannot reach is none of which channels are gone
	const owns = (guildId: string) => client.guilds.cache.get(guildId)?.available === true;
	const scheduler = createScheduler(parts, { owns, onWork });
	const nameOf = (id: string) => `#${channels.nameOf(id) ?? '?'}`;
	return {
		schedule: {
			next: ({ guildId, schedule }) => nextDue(schedule, settings.of(guildId).timezone, now()),
			expectPossible: async (digest, memberId) => expectPossible(parts, digest, await whereOf(parts, digest, memberId)),
			label({ schedule, channelIds, targetId }, locale) {
				const target = targetId === null ? '' : ` → ${nameOf(targetId)}`;
				const label = `${scheduleText(locale, schedule)} · ${channelIds.map(nameOf).join(', ')}${target}`;
				return truncate(oneLine(label), LABEL_ROOM);
			},
			async isFor({ channelIds }, memberId) {
				for (const id of channelIds) if (await channels.mayRead(id, memberId)) return true;
				return false;
			},
			sendNow: async (digest, caller) =>
				sendNow(parts, digest, caller).catch((error: unknown) => {
					throw stopping.signal.aborted ? new UserError('error.restarting', {}) : error;
				}),
			changed() {
				scheduler.changed();
			},
		},
		start() {
			client.on(Events.GuildAvailable, () => {
				scheduler.changed();
			});
			scheduler.start();
		},
		stop() {
			stopping.abort();
			scheduler.stop();
		},
	};
}

/** The channel that a digest is posted to; where it has none, that of direct messages with a member. */
async function whereOf(
	{ outbox }: DigestParts,
	{ targetId }: Pick<Digest, 'targetId'>,
	memberId: string,
): Promise<Where> {
	if (targetId !== null) return { channelId: targetId, isDirect: false };
	const channelId = await outbox.directChannel(memberId);
	if (channelId === null) throw new UserError('error.digest.closed', {});
	return { channelId, isDirect: true };
}

/** A run of its own, of which nothing is kept: a call comes once. */
async function sendNow(parts: DigestParts, digest: Digest, { memberId, callId, locale }: Caller): Promise<SentNow> {
	const { outbox, settings, now } = parts;
	const { targetId, guildId, schedule } = digest;
	const at = now();
	const period = { at, since: at - (schedule.weekday === null ? DAY_MS : WEEK_MS) };
	const isDirect = targetId === null;
	const draw = { key: { digestId: digest.id, at, recipient: callId }, now: at, isDirect };
	const made = await makeDigest(parts, digest, period, await whereOf(parts, digest, memberId));
	if (targetId !== null) {
		const messages = messagesOf(parts, digest, period, made, draw);
		const wording = wordingForChannel(parts, guildId);
		for (const { reply, mark } of messages) await outbox.post(targetId, reply, wording, mark);
		await noteProblem(parts, digest, null);
		return { kind: 'sent', channelId: targetId, messages: messages.length };
	}
	await noteProblem(parts, digest, null);
	const own = await digestFor(parts, memberId, made);
	if (own === undefined) throw new UserError('error.digest.not-yours', {});
	const messages: DigestMessage[] = messagesOf(parts, digest, period, own, draw);
	const ofServer = settings.of(guildId);
	const wording = { locale: localeOf(ofServer, locale), settings: ofServer };
	for (const { reply, mark } of messages)
		if (!(await outbox.direct(memberId, reply, wording, mark))) return { kind: 'closed' };
	return { kind: 'sent', channelId: null, messages: messages.length };
}
