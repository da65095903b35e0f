import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { answerQuestion } from '../answers/answerer.js';
import { openApp } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { onOutput } from './colours.js';
import { show } from './ask.js';
import { print, printNotice } from './output.js';
import { ingestSamples, SAMPLES } from './samples.js';

/** Apart from the operator's own articles. */
const COLLECTION = 'samples';
const EXAMPLES_SHOWN = 4;

/** Indexes the sample articles, then answers what is asked at a prompt; without a terminal, one example for each of their languages. */
export async function demo(config: Config): Promise<void> {
	const app = await openApp(config, { threads: 1, onNotice: printNotice });
	try {
		const collection = await app.collection(COLLECTION);
		await ingestSamples(app, collection);

		const examples = await readExamples();
		const reply = async (question: string) => {
			print(`\n${show(await answerQuestion([collection], app.models, question), collection)}\n`);
		};
		if (!process.stdin.isTTY) {
			for (const { language, question } of examples) {
				print(`${onOutput.bold(question)} ${onOutput.dim(language)}`);
				await reply(question);
			}
			return;
		}
		const { documents, languages } = collection.store.counts(collection.id);
		print(
			`${onOutput.bold('Quoth')} answers with the exact sentences of ${documents} sample articles, in ${Object.keys(languages).join(', ')}. Ask in any language:`,
		);
		for (const { question } of examples.slice(0, EXAMPLES_SHOWN)) print(onOutput.dim(`  ${question}`));
		print(onOutput.dim('An empty line or Ctrl-D ends.\n'));
		await converse(reply);
	} finally {
		await app.close();
	}
}

async function converse(reply: (question: string) => Promise<void>): Promise<void> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: onOutput.cyan('› ') });
	terminal.on('SIGINT', () => {
		terminal.close();
	});
	terminal.prompt();
	for await (const line of terminal) {
		if (line.trim() === '') break;
		await reply(line);
		terminal.prompt();
	}
	terminal.close();
}

interface Example {
	readonly language: string;
	readonly question: string;
}

async function readExamples(): Promise<Example[]> {
	const lines = (await readFile(join(SAMPLES, 'questions.jsonl'), 'utf8')).split('\n').filter((line) => line !== '');
	// ours: the tests hold the file to its form
	return lines
		.map((line) => JSON.parse(line) as Example & { demo?: boolean })
		.filter(({ demo: isExample }) => isExample === true);
}
