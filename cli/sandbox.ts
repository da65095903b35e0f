import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
/** Kept of what the bot says, and shown when it ends by itself. */
const MOST_LINES = 200;
const LAST_LINES = 20;

/** Shows the bot in a page on this machine, where a person plays its members. Runs until SIGTERM or SIGINT. */
export async function sandbox(config: Config, { port }: { readonly port: number }): Promise<void> {
	const dataFolder = join(config.dataFolder, FOLDER);
	const app = await openApp({ ...config, dataFolder }, { threads: config.threads, onNotice: printNotice });
	try {
		await ingestSamples(app, await app.collection(SHARED_COLLECTION));
	} finally {
		await app.close();
	}
	const discord = await openSandbox({ port }).catch((cause: unknown) => {
		if (!isTaken(cause)) throw cause;
		throw new CommandError(`Port ${port} is taken, perhaps by another sandbox: --port names another, 0 takes any`, {
			cause,
		});
	});
	try {
		await servePage(discord);
		const child = startBotProcess(config, {
			DISCORD_TOKEN: discord.token,
			DISCORD_API: discord.restUrl,
			QUOTH_DATA: dataFolder,
		});
		const said = listenTo(child);
		const ended = endOf(child);
		print(`${onOutput.bold(onOutput.green(`Open ${discord.url}/`))} and ask, as a member of Discord would.`);
		print(
			onOutput.dim(
				'This is a double of Discord on this machine alone. With DISCORD_TOKEN in .env, the real bot starts instead.',
			),
		);
		print(onOutput.dim('Ctrl-C ends.'));
		const stopped = await Promise.race([stopSignal().then(() => true), ended.then(() => false)]);
		if (!stopped) throw new CommandError(`The bot ended. It said last:\n${said.slice(-LAST_LINES).join('\n')}`);
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
		stdio: ['ignore', 'ignore', 'pipe'],
		// Ctrl-C reaches this program alone, which then ends the bot
		detached: process.platform !== 'win32',
	});
}

/** Collects what the bot says, and shows what went wrong. The rest, such as how to invite it to Discord, is of no use here. */
function listenTo({ stderr }: ChildProcess): readonly string[] {
	const said: string[] = [];
	if (stderr !== null)
		createInterface({ input: stderr }).on('line', (line) => {
			said.push(line);
			if (said.length > MOST_LINES) said.shift();
			if (/^\S+ (?:warn|error) |^ {4}at /.test(line)) printNotice(line);
		});
	return said;
}

function isTaken(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function endOf(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', () => {
			resolve();
		});
	});
}
