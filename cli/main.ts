#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { readConfig } from '../bot/config.js';
import { SHARED_COLLECTION } from '../bot/library/collections.js';
import { isBusy } from '../index/database.js';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import type { EvalOptions } from './eval.js';
import { declareEval } from './evaluation/command.js';
import { UsageError } from './evaluation/usage-error.js';
import { passageCount, portNumber, shardCount, snowflake, wholeNumber } from './option-values.js';
import { harmless, printError } from './output.js';
import { messageOf } from '../bot/log.js';

const EXIT = { done: 0, failed: 1, usage: 2 } as const;

const { version, description } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as {
	version: string;
	description: string;
};

const program = new Command('quoth')
	.description(description)
	.version(version)
	.addHelpText(
		'after',
		'\nThe environment variable QUOTH_DATA names the folder of the store (default ./data).\nExit codes: 0 done, 1 failed, 2 wrong usage.',
	)
	.configureHelp({ showGlobalOptions: true })
	.showHelpAfterError('(quoth --help shows what there is)')
	.exitOverride();

const collectionOption = () =>
	new Option('-c, --collection <name>', 'documents that belong together, searched apart from all others').default(
		SHARED_COLLECTION,
	);
const jsonOption = () => new Option('--json', 'print one JSON value on standard output').default(false);

program
	.command('ingest')
	.description('store articles: text, Markdown, HTML, JSON and JSON Lines; files, folders, http(s) URLs')
	.argument('<source...>', 'files, folders or URLs')
	.addOption(collectionOption())
	.addOption(jsonOption())
	.addHelpText(
		'after',
		'\nWhat is stored already and has not changed costs nothing. Interrupted, run it again: it goes on where it was.',
	)
	.action(async (sources: string[], options: { collection: string; json: boolean }) => {
		const { ingest } = await import('./ingest.js');
		if (!(await ingest(readConfig(), sources, options))) process.exitCode = EXIT.failed;
	});

program
	.command('ask')
	.description('answer a question with the sentences of the articles that answer it')
	.argument('<question>', 'in any language; - reads one a line and prints one JSON value a line')
	.addOption(collectionOption())
	.option('-k, --k <number>', 'citations, at most', wholeNumber(1, 100), 3)
	.addOption(jsonOption())
	.action(async (question: string, options: { collection: string; k: number; json: boolean }) => {
		const { ask } = await import('./ask.js');
		await ask(readConfig(), question, options);
	});

program
	.command('summarize')
	.description('show the central sentences of articles, without storing them')
	.argument('<source...>', 'files, folders or URLs, as `quoth ingest` takes them')
	.option('-k, --k <number>', 'sentences of each article, at most', wholeNumber(1, 20), 5)
	.addOption(jsonOption())
	.addHelpText('after', '\nThe sentences are shown in reading order, word for word; --json says where each stands.')
	.action(async (sources: string[], options: { k: number; json: boolean }) => {
		const { summarize } = await import('./summarize.js');
		if (!(await summarize(readConfig(), sources, options))) process.exitCode = EXIT.failed;
	});

program
	.command('show')
	.description('show how a stored article was read: its outline, its blocks, and what was left out')
	.argument('<document>', 'its id or its source')
	.addOption(collectionOption())
	.addOption(jsonOption())
	.action(async (key: string, options: { collection: string; json: boolean }) => {
		const { show } = await import('./show.js');
		show(readConfig(), key, options);
	});

program
	.command('status')
	.description('say what is stored, by which model, and whether the indexes are complete')
	.addOption(jsonOption())
	.action(async (options: { json: boolean }) => {
		const { status } = await import('./status.js');
		await status(readConfig(), options);
	});

program
	.command('remove')
	.description('remove an article and all that belongs to it')
	.argument('<document>', 'its id or its source')
	.addOption(collectionOption())
	.addOption(jsonOption())
	.action(async (key: string, options: { collection: string; json: boolean }) => {
		const { remove } = await import('./remove.js');
		remove(readConfig(), key, options);
	});

program
	.command('verify')
	.description('check every span, vector and index entry')
	.addOption(jsonOption())
	.action(async (options: { json: boolean }) => {
		const { verify } = await import('./verify.js');
		if (!(await verify(readConfig(), options))) process.exitCode = EXIT.failed;
	});

declareEval(program).action(async (path: string, options: EvalOptions, command: Command) => {
	const { evalPath } = await import('./eval.js');
	try {
		if (!(await evalPath(readConfig(), path, options))) process.exitCode = EXIT.failed;
	} catch (error) {
		if (error instanceof UsageError) command.error(`error: ${harmless(error.message)}`);
		throw error;
	}
});

program
	.command('bench')
	.description('measure speed on made-up articles, beside what the parts cost alone')
	.option('-p, --passages <number>', 'how many to store', passageCount, 10_000)
	.addOption(jsonOption())
	.action(async (options: { passages: number; json: boolean }) => {
		const { bench } = await import('./bench.js');
		await bench(readConfig(), options);
	});

const model = program.command('model').description('list, download and choose the models that make the vectors');

model
	.command('list')
	.description('show the models that are here, and mark the one the store uses')
	.addOption(jsonOption())
	.action(async (options: { json: boolean }) => {
		const { listModels } = await import('./model.js');
		await listModels(readConfig(), options);
	});

model
	.command('pull')
	.description(
		'download a model in Transformers.js layout: feature extraction, or sequence classification to rerank with',
	)
	.argument('<name>', 'such as Xenova/multilingual-e5-small')
	.option('-r, --revision <revision>', 'branch, tag or commit; main by default')
	.option('--reranker', 'use it to put sentences in order, whatever its files say it was made for', false)
	.addOption(jsonOption())
	.addHelpText(
		'after',
		'\nQUOTH_HUB names another hub, HTTPS_PROXY a proxy, HF_TOKEN a token for models that are not public.\nA download that stopped goes on where it was.',
	)
	.action(async (name: string, options: { revision?: string; reranker: boolean; json: boolean }) => {
		const { pull } = await import('./model-pull.js');
		await pull(readConfig(), name, options);
	});

model
	.command('use')
	.description('embed everything that is stored anew with another model')
	.argument('<name>', 'of a model that `quoth model list` shows')
	.addOption(jsonOption())
	.action(async (name: string, options: { json: boolean }) => {
		const { useModel } = await import('./model.js');
		await useModel(readConfig(), name, options);
	});

program
	.command('bot')
	.description('run the Discord bot until it is stopped; DISCORD_TOKEN names it')
	.option('-s, --shards <number>', 'processes to share the servers among; `auto` asks Discord how many', shardCount)
	.action(async (options: { shards?: 'auto' | number }) => {
		const { bot } = await import('./bot.js');
		await bot(readConfig(), options);
	});

program
	.command('deploy')
	.description('register the commands with Discord, after showing what changes')
	.option('-g, --guild <id>', 'in one server alone, where changes are seen at once', snowflake)
	.option('-n, --dry-run', 'show what would change, and change nothing', false)
	.addOption(jsonOption())
	.action(async (options: { guild?: string; dryRun: boolean; json: boolean }) => {
		const { deploy } = await import('./deploy.js');
		await deploy(readConfig(), options);
	});

const portOption = () =>
	new Option('-p, --port <number>', 'of the page, on this machine alone; 0 takes any')
		.argParser(portNumber)
		.default(8423);

program
	.command('sandbox')
	.description('try the bot in a page on this machine, on a double of Discord')
	.addOption(portOption())
	.action(async (options: { port: number }) => {
		const { sandbox } = await import('./sandbox.js');
		await sandbox(readConfig(), options);
	});

program
	.command('start')
	.description('run the bot where DISCORD_TOKEN is set, and the sandbox where it is not')
	.addOption(portOption())
	.action(async (options: { port: number }) => {
		const config = readConfig();
		if (config.discord.token !== undefined) {
			const { bot } = await import('./bot.js');
			await bot(config, {});
		} else {
			const { sandbox } = await import('./sandbox.js');
			await sandbox(config, options);
		}
	});

program
	.command('demo')
	.description('try Quoth on its sample articles, in this terminal')
	.action(async () => {
		const { demo } = await import('./demo.js');
		await demo(readConfig());
	});

try {
	await program.parseAsync();
} catch (error) {
	if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
	else {
		printError(
			isBusy(error)
				? 'Another process is writing to the store: wait until it has ended, then try again'
				: harmless(messageOf(error)),
		);
		process.exitCode = EXIT.failed;
	}
}
