import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../answers/answerer.js';
import { openApp } from '../bot/app.js';
import { EMBEDDED_MODEL_FOLDER, readConfig, type Config } from '../bot/config.js';
import { planDeployment } from '../bot/deploy.js';
import { SHARED_COLLECTION } from '../bot/library/collections.js';
import { syntheticArticles, type SyntheticArticles } from '../cli/synthetic-articles.js';
import { machine } from '../cli/machine.js';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import { ingestDocument } from '../index/ingest.js';
import { percentile } from '../index/metrics.js';
import { defaultWorld, IDS } from '../sandbox/default-world.js';
import type { Interaction } from '../sandbox/interactions/interaction.js';
import { openSandbox, type Sandbox } from '../sandbox/sandbox.js';
import { snowflake } from '../sandbox/snowflake.js';
import type { WorldOptions } from '../sandbox/world-data.js';
import type { BotReport } from './discord-bot.js';
import { busyChannel, measureSummaries } from './discord-summaries.js';

const { values } = parseArgs({
	options: {
		passages: { type: 'string', default: '10000' },
		ingest: { type: 'string', default: '2000' },
		summaries: { type: 'boolean', default: false },
	},
});
const MEMBERS = 40;
const QUESTIONS_EACH = 5;
const SEED = 1;
/** Of the made-up articles, about. */
const PASSAGES_PER_ARTICLE = 4;
const here = { channelId: IDS.general };

/**
 * Many members ask at once; then articles are added while others ask. Prints how soon the sandbox, in Discord's place, had the
 * acknowledgements and the answers, and how long the bot's event loop was kept from its work. The floor is the same questions answered in a
 * process of their own, one after the other, without Discord. With `--summaries`, a channel of 5,000 messages is summed up instead.
 *
 *     npm run --silent bench:discord -- [--passages 10000] [--ingest 2000] [--summaries]
 */
async function main(config: Config): Promise<void> {
	const synthetic = await syntheticArticles(EMBEDDED_MODEL_FOLDER, SEED);
	const articles = synthetic.articles();
	const floor = await fill(config, articles, synthetic, Number(values.passages));
	const sandbox = await openSandbox({ world: crowdedWorld() });
	const environment = {
		DISCORD_TOKEN: sandbox.token,
		DISCORD_API: sandbox.restUrl,
		QUOTH_DATA: config.dataFolder,
		// nobody is asked to wait
		QUOTH_MEMBER_QUESTIONS: '100000',
		QUOTH_SERVER_QUESTIONS: '100000',
	};
	const bot = fork(join(PACKAGE_ROOT, 'dist', 'bench', 'discord-bot.js'), {
		env: { ...config.childEnvironment, ...environment },
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
	});
	try {
		await once(bot, 'message');
		const deployment = await planDeployment(
			{ token: sandbox.token, api: sandbox.restUrl, isShard: false },
			sandbox.token,
		);
		await deployment.apply();
		await askAll(sandbox, synthetic, 1); // opens the collections, warms the models
		await delayOf(bot);

		if (values.summaries) {
			await sumUpChannel(sandbox, bot);
			return;
		}
		print(`${machine()}; ${values.passages} passages`);
		const asked = await askAll(sandbox, synthetic, QUESTIONS_EACH);
		print(`\n${MEMBERS * QUESTIONS_EACH} questions at once from ${MEMBERS} members`);
		print(`  lost                            ${asked.filter(({ answeredMs }) => answeredMs === null).length}`);
		print(
			`  without acknowledgement in 3 s  ${asked.filter(({ acknowledgedMs }) => acknowledgedMs === null || acknowledgedMs > 3000).length}`,
		);
		printTimes(
			'acknowledged',
			asked.map(({ acknowledgedMs }) => acknowledgedMs ?? Number.NaN),
		);
		printTimes(
			'answered',
			asked.map(({ answeredMs }) => answeredMs ?? Number.NaN),
		);
		print(`  floor: the same number of questions, one after the other, without Discord: ${floor.toFixed(0)} ms in all`);
		printDelay(await delayOf(bot));

		const added = await addWhileAsking(sandbox, articles, synthetic, Number(values.ingest));
		print(`\n${added.passages} passages added in ${(added.ms / 1000).toFixed(1)} s, while one member asks and types`);
		printTimes('answered', added.answeredMs);
		printTimes('suggested', added.suggestedMs);
		printDelay(await delayOf(bot));
		print(`\nrules of Discord broken: ${sandbox.violations.length}`);
	} finally {
		bot.kill('SIGTERM');
		await once(bot, 'exit');
		await sandbox.close();
	}
}

/** Stores the passages; returns the milliseconds that the questions take in this process. */
async function fill(
	config: Config,
	articles: ReturnType<SyntheticArticles['articles']>,
	synthetic: SyntheticArticles,
	wanted: number,
): Promise<number> {
	const app = await openApp(config, { threads: config.threads });
	try {
		const collection = await app.collection(SHARED_COLLECTION);
		const worker = async () => {
			while (collection.vectors.size < wanted) await ingestDocument(collection, app.models, articles.next().value);
		};
		await Promise.all(Array.from({ length: config.threads * 4 }, worker));
		await answerQuestion([collection], app.models, synthetic.question());
		const questions = Array.from({ length: MEMBERS * QUESTIONS_EACH }, () => synthetic.question());
		const began = performance.now();
		for (const question of questions) await answerQuestion([collection], app.models, question);
		return performance.now() - began;
	} finally {
		await app.close();
	}
}

/** Prints how long it takes to sum up a busy channel, and how long that keeps the bot's event loop from its work. */
async function sumUpChannel(sandbox: Sandbox, bot: ChildProcess): Promise<void> {
	const times = await measureSummaries(sandbox, () => delayOf(bot));
	print(`${machine()}; 5,000 messages`);
	printTimes(
		'fetched',
		times.map(({ fetchedMs }) => fetchedMs),
	);
	printTimes(
		'summed up',
		times.map(({ summedUpMs }) => summedUpMs),
	);
	printDelay(await delayOf(bot));
	print(`\nrules of Discord broken: ${sandbox.violations.length}`);
}

interface Asked {
	/** `null` where it did not happen. */
	readonly acknowledgedMs: number | null;
	readonly answeredMs: number | null;
}

async function askAll(sandbox: Sandbox, synthetic: SyntheticArticles, each: number): Promise<Asked[]> {
	const questions = members().flatMap(({ id }) =>
		Array.from({ length: each }, () => ({ id, question: synthetic.question() })),
	);
	return Promise.all(questions.map(({ id, question }) => ask(sandbox, id, question)));
}

async function ask(sandbox: Sandbox, memberId: string, question: string): Promise<Asked> {
	const began = performance.now();
	const interaction = await sandbox.as(memberId).command(here, 'ask', { question });
	const answered = await interaction.settled(60_000).then(
		() => hasReply(interaction),
		() => false,
	);
	return { acknowledgedMs: interaction.acknowledgedAfterMs, answeredMs: answered ? performance.now() - began : null };
}

function hasReply(interaction: Interaction): boolean {
	return interaction.messages().some(({ components, embeds }) => (components?.length ?? 0) + embeds.length > 0);
}

/** A manager adds one file of many articles; meanwhile a member asks, and types, one thing after the other. */
async function addWhileAsking(
	sandbox: Sandbox,
	articles: ReturnType<SyntheticArticles['articles']>,
	synthetic: SyntheticArticles,
	wanted: number,
) {
	const made = Array.from({ length: Math.ceil(wanted / PASSAGES_PER_ARTICLE) }, () => articles.next().value);
	const content = made.map(({ title, text, source }) => JSON.stringify({ title, text, source })).join('\n');
	const before = await passagesIn(sandbox);
	const began = performance.now();
	const add = await sandbox.as(IDS.manager).command(here, 'add', { file: { name: 'made-up.jsonl', content } });
	const adding = { isDone: false };
	const added = add.settled(300_000).then(() => {
		adding.isDone = true;
	});
	const answeredMs: number[] = [];
	const suggestedMs: number[] = [];
	for (let i = 0; !adding.isDone; i++) {
		const { answeredMs: ms } = await ask(sandbox, members()[i % MEMBERS]?.id ?? '', synthetic.question());
		answeredMs.push(ms ?? Number.NaN);
		const typing = performance.now();
		await sandbox.as(IDS.english).autocomplete(here, 'lookup', 'passage', synthetic.question().slice(0, 12));
		suggestedMs.push(performance.now() - typing);
	}
	await added;
	return { passages: (await passagesIn(sandbox)) - before, ms: performance.now() - began, answeredMs, suggestedMs };
}

/** Of the server's own library, as `/status` tells. */
async function passagesIn(sandbox: Sandbox): Promise<number> {
	const status = await sandbox.as(IDS.english).command(here, 'status');
	await status.settled();
	const [, passages = '0'] = /This server\*\*\\n[^*]*passages: ([\d,]+)/.exec(JSON.stringify(status.messages())) ?? [];
	return Number(passages.replaceAll(',', ''));
}

async function delayOf(bot: ChildProcess): Promise<BotReport> {
	bot.send('read');
	const [delay] = (await once(bot, 'message')) as [BotReport]; // what discord-bot.ts sends
	return delay;
}

function members() {
	return Array.from({ length: MEMBERS }, (_, i) => ({
		id: snowflake(Date.UTC(2024, 0, 1), i),
		username: `member${i}`,
		globalName: `Member ${i}`,
	}));
}

function crowdedWorld(): WorldOptions {
	return {
		...defaultWorld,
		users: [...defaultWorld.users, ...members()],
		guilds: defaultWorld.guilds.map((guild) =>
			guild.id === IDS.borderDesk
				? {
						...guild,
						channels: values.summaries ? [...guild.channels, busyChannel(Date.now())] : guild.channels,
						members: [...guild.members, ...members().map(({ id }) => ({ userId: id }))],
					}
				: guild,
		),
	};
}

function printTimes(what: string, ms: readonly number[]): void {
	const known = ms.filter((value) => !Number.isNaN(value));
	const at = (share: number) => percentile(known, share).toFixed(0).padStart(6);
	print(`  ${what.padEnd(14)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`);
}

function printDelay({ p50, p99, max, rss }: BotReport): void {
	print(
		`  event loop     p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms   max ${max.toFixed(1).padStart(6)} ms`,
	);
	print(`  memory         ${(rss / 1e6).toFixed(0).padStart(10)} MB`);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

const dataFolder = await mkdtemp(join(tmpdir(), 'quoth-bench-'));
try {
	await main({ ...readConfig(), dataFolder });
} finally {
	await rm(dataFolder, { recursive: true, force: true });
}
