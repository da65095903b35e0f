import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { readConfig } from '../../bot/config.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';

export interface Outcome {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface RunOptions {
	/** QUOTH_DATA. */
	readonly data?: string;
	/** Standard input; closed at once where there is none. */
	readonly input?: string;
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;
}

export const MAIN = join(PACKAGE_ROOT, 'dist', 'cli', 'main.js');

const { PATH, HOME, TMPDIR } = readConfig().childEnvironment;
/** What starts a program, and nothing else: no colour, no data folder, no locale of the developer's. */
export const PLAIN_ENVIRONMENT = { PATH, HOME, TMPDIR };

/** Starts the built program as an operator does. */
export function startQuoth(
	args: readonly string[],
	{ data, cwd, env }: RunOptions = {},
): ChildProcessByStdio<Writable, Readable, Readable> {
	return spawn(process.execPath, [MAIN, ...args], {
		...(cwd !== undefined && { cwd }),
		env: { ...PLAIN_ENVIRONMENT, ...(data !== undefined && { QUOTH_DATA: data }), ...env },
		stdio: ['pipe', 'pipe', 'pipe'],
	});
}

/** Runs the built program to its end. */
export async function quoth(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
	const child = startQuoth(args, options);
	// a program that does not read its input may be gone before all is written
	child.stdin.on('error', () => undefined);
	child.stdin.end(options.input ?? '');
	return outcomeOf(child);
}

export async function outcomeOf(child: ChildProcessByStdio<Writable, Readable, Readable>): Promise<Outcome> {
	const [out, err]: [Buffer[], Buffer[]] = [[], []];
	child.stdout.on('data', (part: Buffer) => out.push(part));
	child.stderr.on('data', (part: Buffer) => err.push(part));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', resolve);
	});
	return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}

/** What a `--json` run printed: one value on one line, and nothing else. */
export function jsonOf({ stdout }: Outcome): unknown {
	const lines = stdout.split('\n');
	if (lines.length !== 2 || lines[1] !== '')
		throw new Error(`Expected one line on standard output, got ${JSON.stringify(stdout)}`);
	return JSON.parse(stdout);
}
