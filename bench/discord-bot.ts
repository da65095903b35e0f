import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startBot } from '../bot/bot.js';
import { readConfig } from '../bot/config.js';
import { createLog } from '../bot/log.js';
import { expectToken } from '../bot/preflight.js';

/** What the benchmark is told: the delay of the event loop in milliseconds, and the memory of the whole process in bytes. */
export interface BotReport {
	readonly p50: number;
	readonly p99: number;
	readonly max: number;
	readonly rss: number;
}

/** The timer's own period, which is part of every value that it measures. */
const RESOLUTION_MS = 1;

/**
 * The bot, as `quoth bot` runs it, with a watch on its event loop. Told anything by the process that started it, it answers with the delay since
 * it was last told something.
 */
const config = readConfig();
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
const bot = await startBot(
	config,
	expectToken(config),
	createLog((line) => process.stderr.write(line)),
);
process.on('message', () => {
	const read = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
	const report: BotReport = {
		p50: read(delay.percentile(50)),
		p99: read(delay.percentile(99)),
		max: read(delay.max),
		rss: process.memoryUsage.rss(),
	};
	delay.reset();
	process.send?.(report);
});
process.on('SIGTERM', () => {
	void bot.close().then(() => process.exit());
});
process.send?.('ready');
