import { ShardingManager } from 'discord.js';
import type { Log } from './log.js';

export interface Shards {
	/** Asks every shard to end what it does, and waits for it. */
	close(): Promise<void>;
}

/**
 * Starts one process for each shard, each with its own connection and its own library over one data folder. A shard that ends unasked is
 * started again.
 *
 * @param file the program that a shard runs
 * @param args of the program
 */
export async function startShards(
	file: string,
	args: readonly string[],
	{ token, count, log }: { readonly token: string; readonly count: number; readonly log: Log },
): Promise<Shards> {
	let isStopping = false;
	const manager = new ShardingManager(file, { token, totalShards: count, shardArgs: [...args], respawn: true });
	manager.on('shardCreate', (shard) => {
		log.info('starting a shard', { shard: shard.id, shards: count });
		shard.on('death', () => {
			if (!isStopping) log.error('a shard ended unasked', new Error('it is started again'), { shard: shard.id });
		});
	});
	await manager.spawn({ amount: count });
	return {
		async close() {
			isStopping = true;
			manager.respawn = false;
			await Promise.all(
				manager.shards.map(async (shard) => {
					const { process: child } = shard;
					if (child === null || child.exitCode !== null) return;
					const ended = new Promise((resolve) => child.once('exit', resolve));
					child.kill('SIGTERM');
					await ended;
				}),
			);
		},
	};
}
