import { startBot } from '../bot/bot.js';
import type { Config } from '../bot/config.js';
import { planDeployment } from '../bot/deploy.js';
import { createLog, messageOf } from '../bot/log.js';
import { expectToken, preflight } from '../bot/preflight.js';
import { startShards } from '../bot/shards.js';
import { describeChange } from './deploy.js';
import { printNotice } from './output.js';
import { stopSignal } from './stop-signal.js';

export interface BotOptions {
	/** `auto`, or how many. */
	readonly shards?: 'auto' | number;
}

/** Runs the bot until SIGTERM or SIGINT. */
export async function bot(config: Config, { shards }: BotOptions): Promise<void> {
	const token = expectToken(config);
	const log = createLog((line) => process.stderr.write(line));
	const stopped = stopSignal();
	if (!config.discord.isShard) {
		const found = await preflight(config, token);
		printNotice(`${found.name}, application ${found.applicationId}. Add it to a server: ${found.inviteLink}`);
		await expectCommands(config, token).catch((error: unknown) => {
			// a bot whose commands are registered works without a look at them
			log.warn('the registered commands could not be compared', { reason: messageOf(error) });
		});
		const count = shards === 'auto' ? found.shards : (shards ?? 1);
		if (count > 1) {
			const running = startShards(process.argv[1] ?? '', ['bot'], { token, count, log });
			await stopped;
			await running.close();
			// a pause before a shard is started again may be left
			process.exit();
		}
	}
	try {
		const running = await startBot(config, token, log);
		const failure = await Promise.race([stopped, running.failure]);
		if (failure !== undefined) log.error('the bot cannot go on', failure);
		process.exitCode = failure === undefined ? 0 : 1;
		await running.close();
	} catch (error) {
		log.error('the bot failed', error);
		process.exitCode = 1;
	}
	// discord.js may leave a timer behind when it is closed while it reconnects, and a shard its channel
	process.exit();
}

/** Registers the commands where there are none; where others are registered, says what `quoth deploy` would change. */
async function expectCommands({ discord }: Config, token: string): Promise<void> {
	const deployment = await planDeployment(discord, token);
	const { changes, unchanged } = deployment;
	if (changes.length === 0) return;
	if (unchanged === 0 && changes.every(({ kind }) => kind === 'added')) {
		await deployment.apply();
		printNotice(`Registered ${changes.length} commands. Members see them when they restart Discord.`);
		return;
	}
	printNotice(
		`The commands that Discord has are not those of this version: \`quoth deploy\` would change\n${changes.map(describeChange).join('\n')}`,
	);
}
