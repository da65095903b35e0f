import { setTimeout as wait } from 'node:timers/promises';
import { ShardingManager, type Shard } from 'discord.js';
import type { Log } from './log.js';

export interface Shards {
	/** Asks every shard to end what it does, and waits for it. */
	close(): Promise<void>;
}

/** Before a shard that ended is started again; twice as long each time that it ends again soon. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;
/** A shard that ran for so long did not end because of how it started. */
const SOON_MS = 5 * 60_000;
/** discord.js: no limit. A library with much to catch up takes its time. */
const NO_TIMEOUT = -1;

/**
 * Starts one process for each shard, one after the other, each with its own connection and its own library over one data folder. A shard that
 * ends unasked is started again.
 *
 * @param file the program that a shard runs
 * @param args of the program
 */
export function startShards(
	file: string,
	args: readonly string[],
	{ token, count, log }: { readonly token: string; readonly count: number; readonly log: Log },
): Shards {
	let isStopping = false;
	// starting again is done here: discord.js does it at once, however often
	const manager = new ShardingManager(file, { token, totalShards: count, shardArgs: [...args], respawn: false });
	const start = async (shard: Shard) => {
		try {
			await shard.spawn(NO_TIMEOUT);
		} catch (error) {
			// its death, which follows, has it started again
			log.error('a shard could not be started', error, { shard: shard.id });
		}
	};
	manager.on('shardCreate', (shard) => {
		let pauseMs = FIRST_PAUSE_MS;
		let startedAt = performance.now();
		log.info('starting a shard', { shard: shard.id, shards: count });
		shard.on('error', (error) => {
			log.error('a shard had an error', error, { shard: shard.id });
		});
		shard.on('death', () => {
			if (isStopping) return;
			pauseMs = performance.now() - startedAt > SOON_MS ? FIRST_PAUSE_MS : pauseMs;
			log.error('a shard ended unasked', new Error('it is started again'), { shard: shard.id, pauseMs });
			void wait(pauseMs).then(() => {
				startedAt = performance.now();
				return isStopping ? undefined : start(shard);
			});
			pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
		});
	});
	const started = manager.spawn({ amount: count, timeout: NO_TIMEOUT }).catch((error: unknown) => {
		if (!isStopping) log.error('not all shards could be started', error);
	});
	return {
		async close() {
			isStopping = true;
			await Promise.all(manager.shards.map(endOf));
			// one may have been about to be started
			await Promise.race([started, wait(1000, undefined, { ref: false })]);
			await Promise.all(manager.shards.map(endOf));
		},
	};
}

async function endOf({ process: child }: Shard): Promise<void> {
	if (child === null || child.exitCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await ended;
}
