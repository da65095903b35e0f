import { join } from 'node:path';
import { Events, type Client } from 'discord.js';
import { createChannels } from '../../bot/channels/channels.js';
import { createClient } from '../../bot/client.js';
import { createOutbox, type Outbox } from '../../bot/digests/outbox.js';
import type { DigestParts } from '../../bot/digests/parts.js';
import { createScheduler, type Scheduler } from '../../bot/digests/scheduler.js';
import { createLog } from '../../bot/log.js';
import { openSettings } from '../../bot/settings-cache.js';
import type { Digest, NewDigest } from '../../commands/digests.js';
import type { Library } from '../../commands/services.js';
import { defaultWorld, IDS } from '../../sandbox/default-world.js';
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import type { Message } from '../../sandbox/world.js';
import { memoryLibrary } from './memory-library.js';
import { temporaryFolder } from './temporary-folder.js';

export const HOUR_MS = 60 * 60 * 1000;
export const MINUTE_MS = 60 * 1000;

/** A Wednesday at midnight, in UTC. */
export const MIDNIGHT = Date.UTC(2026, 1, 4);

/** One of several programs over one store. */
export interface DigestProcess {
	readonly library: Library;
	readonly parts: DigestParts;
	readonly scheduler: Scheduler;
	/** Lets it end as an operator would: what it does, it does not finish. */
	stop(): void;
}

/** A sandbox with a clock of its own, the real client, and a store in a file. */
export interface DigestWorld {
	readonly sandbox: Sandbox;
	readonly client: Client<true>;
	readonly clock: { now: number };
	/** What was written to the log. */
	readonly log: string[];
	/** Starts a program; `outbox` changes what sends its messages. */
	open(outbox?: (real: Outbox) => Outbox, owns?: (guildId: string) => boolean): Promise<DigestProcess>;
	/** People speak of a ferry from a time on, enough for a summary. */
	say(channelId: string, at: number, ferry?: string): void;
	/** What the bot wrote to a channel, oldest first. */
	written(channelId: string): readonly Message[];
	/** What the bot wrote to a member by direct message. */
	direct(memberId: string): readonly Message[];
	close(): Promise<void>;
}

/** Whatever is chosen of it names the ferry. */
const talkOf = (ferry: string) => [
	`We decided that the ${ferry} ferry lands at the old salt pier from Monday on.`,
	`The harbour office asks whether the ${ferry} ferry lands at the new stone pier in winter?`,
	`The ${ferry} ferry needs a deeper berth, the salt pier has one since last spring.`,
	`Then the ${ferry} ferry timetable for winter is printed on Friday.`,
];

export async function openDigestWorld(): Promise<DigestWorld> {
	const clock = { now: MIDNIGHT };
	const now = () => clock.now;
	const sandbox = await openSandbox({ world: defaultWorld, messageContentIntent: true, now, rateLimits: [] });
	const client = createClient({ token: undefined, isShard: false, api: sandbox.restUrl });
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(sandbox.token);
	const open = await ready;
	const path = join(await temporaryFolder(), 'quoth.db');
	const lines: string[] = [];
	const log = createLog(
		(line) => lines.push(line),
		() => new Date(clock.now),
	);
	let processes = 0;
	return {
		sandbox,
		client: open,
		clock,
		log: lines,
		async open(change = (real) => real, owns = () => true) {
			const { library } = await memoryLibrary({ path, clock });
			const stopping = new AbortController();
			const parts: DigestParts = {
				library,
				channels: createChannels(open, library, now),
				settings: await openSettings(library),
				outbox: change(createOutbox(open, log)),
				localeOfServer: (guildId) => open.guilds.cache.get(guildId)?.preferredLocale ?? 'en-US',
				log,
				now,
				signal: stopping.signal,
				holder: `process ${++processes}`,
			};
			const scheduler = createScheduler(parts, { owns, onWork: () => undefined });
			const stop = () => {
				stopping.abort();
				scheduler.stop();
			};
			return { library, parts, scheduler, stop };
		},
		say(channelId, at, ferry = 'Ormond') {
			const authors = [IDS.english, IDS.french, IDS.vietnamese, IDS.manager];
			const messages = talkOf(ferry).map((content, i) => ({
				authorId: authors[i % authors.length]!,
				content,
				at: at + i * MINUTE_MS,
			}));
			sandbox.changes.post(channelId, messages);
		},
		written: (channelId) => sandbox.world.messages(channelId).filter(({ author }) => author.id === IDS.application),
		direct: (memberId) =>
			sandbox.world
				.messages(sandbox.world.directMessage(memberId).id)
				.filter(({ author }) => author.id === IDS.application),
		async close() {
			await client.destroy();
			await sandbox.close();
		},
	};
}

/** Every day at eight in UTC, of one channel, to another, unless said otherwise. */
export async function addDigest({ library }: DigestProcess, more: Partial<NewDigest> = {}): Promise<Digest> {
	const digest = await library.addDigest({
		guildId: IDS.borderDesk,
		channelIds: [IDS.general],
		schedule: { weekday: null, hour: 8 },
		length: 'short',
		targetId: IDS.newsroom,
		isQuiet: false,
		...more,
	});
	if (digest === undefined) throw new Error('The server has too many digests');
	return digest;
}
