import { createInterface } from 'node:readline';
import type { Answer } from '../answers/answer.js';
import { answerQuestion } from '../answers/answerer.js';
import type { Document } from '../articles/document.js';
import { openApp } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import type { Collection } from '../index/collection.js';
import type { Store } from '../index/store.js';
import { CommandError } from './command-error.js';
import { isOutputClosed, print, printJson, printNotice } from './output.js';
import { renderAnswer } from './render-answer.js';

export interface AskOptions {
	readonly collection: string;
	readonly k: number;
	readonly json: boolean;
}

/** Answers one question; for `-`, one a line of standard input, one JSON value a line. */
export async function ask(config: Config, question: string, { collection: name, k, json }: AskOptions): Promise<void> {
	const app = await openApp(config, { threads: 1, onNotice: printNotice });
	try {
		expectCollection(app.store, name);
		// another process may change the model of the store between two questions
		const answerTo = (text: string) =>
			app.read(async (parts) => {
				const collection = await parts.collection(name);
				return { answer: await answerQuestion([collection], parts.models, text, { k }), collection };
			});
		if (question !== '-') {
			const { answer, collection } = await answerTo(question);
			if (json) printJson(answer);
			else print(show(answer, collection));
			return;
		}
		for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
			if (isOutputClosed()) break;
			if (line.trim() !== '') printJson((await answerTo(line)).answer);
		}
	} finally {
		await app.close();
	}
}

/** A name that was mistyped must not make a collection. */
function expectCollection(store: Store, name: string): void {
	const names = store.collections().map((collection) => collection.name);
	if (names.length === 0 || names.includes(name)) return;
	throw new CommandError(
		`No collection "${name}": there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}. --collection names one`,
	);
}

/** The answer for this terminal. */
export function show(answer: Answer, { store, id }: Collection): string {
	const cited = new Map<string, Document>();
	for (const { documentId } of [...answer.citations, ...answer.nearest]) {
		const document = store.documentById(id, documentId);
		if (document !== undefined) cited.set(documentId, document);
	}
	return renderAnswer(answer, cited, process.stdout.isTTY ? process.stdout.columns : 80);
}
