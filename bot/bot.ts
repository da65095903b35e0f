import { Events, type Client } from 'discord.js';
import { COMMAND_KEYS } from '../commands/registry.js';
import type { About, Services } from '../commands/services.js';
import { forgetWhatChanges } from './channels/changes.js';
import { createChannels } from './channels/channels.js';
import { createClient } from './client.js';
import type { Config } from './config.js';
import { createDigests } from './digests/digests.js';
import { createDownloads } from './download/downloads.js';
import { InFlight } from './in-flight.js';
import { createInteractionHandler } from './interactions.js';
import { openLibraryThread } from './library/thread.js';
import type { Log } from './log.js';
import { createMessageHandler } from './mentions.js';
import { missingPermissions } from './permissions.js';
import { createRateLimits } from './rate-limits.js';
import { resumeReadings } from './resume-readings.js';
import { createRunningReadings } from './running-readings.js';
import { openSettings } from './settings-cache.js';
import { VERSION } from './version.js';

export interface Bot {
	readonly client: Client<true>;
	/** Resolves with the reason when the bot can no longer answer: close it then, and start anew. */
	readonly failure: Promise<Error>;
	/**
	 * Lets what was begun end, refuses what takes too long, then leaves Discord and closes the library.
	 *
	 * @throws {Error} If the indexes could not be saved.
	 */
	close(): Promise<void>;
}

/** Discord gives an interaction 15 minutes; whoever stops a program waits for seconds. */
const LONGEST_GOODBYE_MS = 20_000;
/** For the messages that say what was refused. */
const LAST_WORDS_MS = 5000;

/**
 * Opens the library in its own thread, then logs in. What members do from then on is answered until {@link Bot.close}.
 *
 * @throws {Error} If the store cannot be opened, or Discord refuses the token.
 */
export async function startBot(config: Config, token: string, log: Log): Promise<Bot> {
	const startedAt = Date.now();
	const thread = await openLibraryThread(config, {
		onNotice: (notice) => {
			log.info(notice);
		},
	});
	const { library } = thread;
	const client = createClient(config.discord);
	const inFlight = new InFlight();
	let isStopping = false;
	try {
		const failure = new Promise<Error>((resolve) => {
			thread.onDeath(resolve);
			client.on(Events.ShardDisconnect, ({ code }) => {
				resolve(new Error(`Discord closed the connection for good, with code ${code}: is the token still valid?`));
			});
		});
		const running = createRunningReadings(library);
		// nothing is asked of these before the client has logged in
		const loggedIn = client as Client<true>;
		const channels = createChannels(loggedIn, library);
		const settings = await openSettings(library);
		const digests = createDigests(loggedIn, { library, channels, settings }, log, {
			onWork: (work) => {
				inFlight.add(work);
			},
		});
		const services: Services = {
			library,
			channels,
			readings: running,
			digests: digests.schedule,
			settings,
			downloads: createDownloads(config.downloads, log),
			about: () => aboutOf(client, startedAt),
			commandKeys: COMMAND_KEYS,
		};
		const limits = createRateLimits(config.questions);
		const parts = { services, limits, log, inFlight, running, isStopping: () => isStopping };
		const onInteraction = createInteractionHandler(parts);
		const onMessage = createMessageHandler(parts);
		client.on(Events.InteractionCreate, (interaction) => {
			inFlight.add(onInteraction(interaction));
		});
		client.on(Events.MessageCreate, (message) => {
			inFlight.add(onMessage(message));
		});
		forgetWhatChanges(client, library, (work) => {
			const failed = (error: unknown) => {
				log.error('a message that changed could not be taken out of summaries', error);
			};
			inFlight.add(work.catch(failed));
		});
		logConnection(client, log);
		const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
		await client.login(token);
		const open = await ready;
		for (const guild of open.guilds.cache.values()) {
			const missing = missingPermissions(guild.members.me?.permissions);
			if (missing.length > 0)
				log.warn('permissions are missing in a server', { guild: guild.name, missing: missing.join(', ') });
		}
		for (const resumed of await resumeReadings(open, parts)) inFlight.add(resumed);
		digests.start();
		// the last word of starting: what was begun before is taken up by now
		log.info('ready', { bot: open.user.tag, servers: open.guilds.cache.size, shard: aboutOf(open, startedAt).shard });
		return {
			client: open,
			failure,
			async close() {
				isStopping = true;
				running.stopAll();
				digests.stop();
				log.info('stopping', { running: inFlight.size });
				await inFlight.settle(LONGEST_GOODBYE_MS);
				try {
					// what is still asked of the library is refused
					await thread.close();
				} finally {
					const left = await inFlight.settle(LAST_WORDS_MS);
					if (left > 0) log.warn('stopped while calls were running', { left });
					// leaving is no news, neither to the log nor to a process that started this one and may be gone
					client.removeAllListeners();
					await client.destroy();
					log.info('stopped');
				}
			},
		};
	} catch (error) {
		await client.destroy();
		await thread.close();
		throw error;
	}
}

/** What an operator wants to know at night. discord.js itself resumes, identifies anew and waits out rate limits. */
function logConnection(client: Client, log: Log): void {
	client.on(Events.ShardReconnecting, (shard) => {
		log.warn('the connection to Discord was lost; reconnecting', { shard });
	});
	client.on(Events.ShardReady, (shard) => {
		log.info('connected to Discord with a new session', { shard });
	});
	client.on(Events.ShardResume, (shard, replayed) => {
		log.info('the connection to Discord was resumed', { shard, replayed });
	});
	client.on(Events.ShardError, (error, shard) => {
		log.warn('the connection to Discord had an error', { shard, reason: error.message });
	});
	client.on(Events.Error, (error) => {
		log.error('the Discord client had an error', error);
	});
	client.on(Events.Warn, (warning) => {
		log.warn(warning);
	});
	client.rest.on('rateLimited', ({ route, timeToReset, global }) => {
		log.warn('Discord limits the rate', { route, milliseconds: timeToReset, global });
	});
}

function aboutOf(client: Client, startedAt: number): About {
	const { ping } = client.ws;
	return {
		version: VERSION,
		shard: client.shard?.ids[0] ?? 0,
		shards: client.shard?.count ?? client.options.shardCount ?? 1,
		latencyMs: ping < 0 ? null : ping,
		guilds: client.guilds.cache.size,
		startedAt,
	};
}
