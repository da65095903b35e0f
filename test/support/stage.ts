import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.js';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import type { Message } from '../../sandbox/world.js';
import { loadOpenApiCheck } from './openapi.js';
import { MAIN, PLAIN_ENVIRONMENT, quoth } from './quoth.js';
import { suiteFolder } from './temporary-folder.js';

/** The bot as an operator runs it, in a process of its own, and the Discord that it speaks with. */
export class Stage {
	readonly data: string;
	#sandbox: Sandbox | undefined;
	#bot: ChildProcess | undefined;
	#log = '';
	readonly #environment: Readonly<Record<string, string>>;

	constructor(data: string, environment: Readonly<Record<string, string>>) {
		this.data = data;
		this.#environment = environment;
	}

	get sandbox(): Sandbox {
		if (this.#sandbox === undefined) throw new Error('The stage is not open yet: use it in tests, and not beside them');
		return this.#sandbox;
	}

	/** What the bot has said on standard error. */
	get log(): string {
		return this.#log;
	}

	async open(options: SandboxOptions): Promise<void> {
		this.#sandbox = await openSandbox(options);
	}

	/** Starts the bot, and waits until it answers. */
	async start(args: readonly string[] = ['bot']): Promise<void> {
		const bot = spawn(process.execPath, [MAIN, ...args], {
			env: {
				...PLAIN_ENVIRONMENT,
				QUOTH_DATA: this.data,
				DISCORD_TOKEN: this.sandbox.token,
				DISCORD_API: this.sandbox.restUrl,
				QUOTH_MEMBER_QUESTIONS: '1000',
				...this.#environment,
			},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		this.#bot = bot;
		this.#log = '';
		bot.stderr.on('data', (part: Buffer) => (this.#log += part.toString()));
		await this.says(/ info ready /);
	}

	/** Waits until the bot has said something. */
	async says(pattern: RegExp, timeoutMs = 20_000): Promise<void> {
		const until = performance.now() + timeoutMs;
		while (!pattern.test(this.#log)) {
			if (performance.now() > until || this.#bot?.exitCode != null)
				throw new Error(`Expected the bot to say ${String(pattern)}, got:\n${this.#log}`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}

	/** Asks the bot to end, and gives its exit code. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
		const bot = this.#bot;
		if (bot === undefined) return null;
		this.#bot = undefined;
		if (bot.exitCode !== null) return bot.exitCode;
		// its last words are read by then, which they are not yet at `exit`
		const ended = new Promise<number | null>((resolve) => bot.once('close', resolve));
		bot.kill(signal);
		return ended;
	}

	async close(): Promise<void> {
		await this.stop();
		await this.#sandbox?.close();
	}
}

export interface StageOptions extends SandboxOptions {
	readonly environment?: Readonly<Record<string, string>>;
	/** Articles of the shared library; the samples when left out. */
	readonly articles?: readonly string[];
	/** Problems that the suite's own faults lead to. */
	readonly excused?: RegExp;
}

/** Opens a stage for the tests of a suite; to be called in the suite's own body. No test may leave a rule of Discord's broken. */
export function stage({
	environment = {},
	excused,
	articles = [join(PACKAGE_ROOT, 'samples', 'articles')],
	...options
}: StageOptions = {}): Stage {
	const opened = new Stage(join(suiteFolder(), 'data'), environment);
	beforeAll(async () => {
		if (articles.length > 0) {
			const { code, stderr } = await quoth(['ingest', ...articles], { data: opened.data });
			expect(code, stderr).toBe(0);
		}
		await opened.open({ check: loadOpenApiCheck(), ...options });
		await opened.start();
	}, 120_000);
	afterEach(() => {
		const problems = opened.sandbox.violations.filter(
			(one) => !one.problems.every((problem) => excused?.test(problem)),
		);
		expect(problems).toEqual([]);
	});
	afterAll(() => opened.close());
	return opened;
}

/** Waits until a button has changed the message that it stands under, and gives the message as it is then. */
export async function turned(press: Interaction, before: Message): Promise<Message> {
	const now = () => press.messages().find(({ id }) => id === before.id);
	await press.until(() => now() !== undefined && textIn(now()) !== textIn(before));
	return now()!;
}

/** All texts that a message shows, in order, as they were sent. */
export function textIn(message: Message | undefined): string {
	const texts: string[] = [];
	const walk = (value: unknown) => {
		if (Array.isArray(value)) value.forEach(walk);
		else if (typeof value === 'object' && value !== null)
			for (const [name, field] of Object.entries(value)) {
				if (
					(name === 'content' || name === 'description' || name === 'title' || name === 'value') &&
					typeof field === 'string'
				)
					texts.push(field);
				else walk(field);
			}
	};
	walk([{ content: message?.content ?? '' }, message?.embeds, message?.components]);
	return texts.filter((text) => text !== '').join('\n');
}

/** The labels or emoji of a message's buttons, in order; those that cannot be pressed in brackets. */
export function buttonsOf(message: Message | undefined): string[] {
	const buttons: string[] = [];
	const walk = (value: unknown) => {
		if (Array.isArray(value)) value.forEach(walk);
		else if (typeof value === 'object' && value !== null) {
			const { type, label, emoji, disabled } = value as {
				type?: number;
				label?: string;
				emoji?: { name?: string };
				disabled?: boolean;
			};
			if (type === 2) {
				const name = label ?? emoji?.name ?? '';
				buttons.push(disabled === true ? `[${name}]` : name);
			} else Object.values(value).forEach(walk);
		}
	};
	walk(message?.components);
	return buttons;
}
