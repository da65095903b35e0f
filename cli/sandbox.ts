import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { openApp } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { SHARED_COLLECTION } from '../bot/library/collections.js';
import { servePage } from '../sandbox/page-server/server.js';
import { openSandbox } from '../sandbox/sandbox.js';
import { onOutput } from './colours.js';
import { CommandError } from './command-error.js';
import { print, printNotice } from './output.js';
import { ingestSamples } from './samples.js';
import { stopSignal } from './stop-signal.js';

/** Apart from the operator's own store: whatever is tried in the sandbox stays there. */
const FOLDER = 'sandbox';

/** Shows the bot in a page on this machine, where a person plays its members. Runs until SIGTERM or SIGINT. */
export async function sandbox(config: Config, { port }: { readonly port: number }): Promise<void> {
	const dataFolder = join(config.dataFolder, FOLDER);
	const app = await openApp({ ...config, dataFolder }, { threads: config.threads, onNotice: printNotice });
	try {
		await ingestSamples(app, await app.collection(SHARED_COLLECTION));
	} finally {
		await app.close();
	}
	const discord = await openSandbox({ port });
	try {
		await servePage(discord);
		const child = startBotProcess(config, {
			DISCORD_TOKEN: discord.token,
			DISCORD_API: discord.restUrl,
			QUOTH_DATA: dataFolder,
		});
		const ended = endOf(child);
		print(`${onOutput.bold(onOutput.green(`Open ${discord.url}/`))} and ask, as a member of Discord would.`);
		print(
			onOutput.dim(
				'This is a double of Discord on this machine alone. With DISCORD_TOKEN in .env, the real bot starts instead.',
			),
		);
		print(onOutput.dim('Ctrl-C ends.'));
		const stopped = await Promise.race([stopSignal().then(() => true), ended.then(() => false)]);
		if (!stopped) throw new CommandError('The bot ended: its last lines above say why');
		child.kill('SIGTERM');
		await ended;
	} finally {
		await discord.close();
	}
}

/** The bot in a process of its own, as an operator runs it: all that tells it from the real one is where Discord is. */
function startBotProcess({ childEnvironment }: Config, environment: Readonly<Record<string, string>>): ChildProcess {
	return spawn(process.execPath, [process.argv[1] ?? '', 'bot'], {
		env: { ...childEnvironment, ...environment },
		stdio: ['ignore', 'ignore', 'inherit'],
		// Ctrl-C reaches this program alone, which then ends the bot
		detached: process.platform !== 'win32',
	});
}

function endOf(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', () => {
			resolve();
		});
	});
}
