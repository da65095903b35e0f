import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-error.js';
import { readKnownQuestions, type KnownQuestion } from './question-lines.js';
import { openInMemory } from '../in-memory.js';
import { ingestSources } from '../ingest.js';
import { harmless, printError } from '../output.js';
import { evaluateAnswers } from './answers.js';
import { writeDiagrams } from './diagrams.js';
import type { Measurement } from './measurement.js';
import { renderAnswers } from './render-answers.js';
import { hashOf, inSeededOrder } from './seeded-order.js';

export interface KnownQuestionOptions {
	/** Sources of the articles that the questions are about. */
	readonly articles: readonly string[];
	/** Of the questions; all by default. */
	readonly languages?: readonly string[] | undefined;
	/** Most questions of each language; all by default. */
	readonly questions?: number | undefined;
	/** The folder in which to draw how far confidence can be trusted, if some questions are answered by an article and some are not. */
	readonly diagrams?: string | undefined;
}

/** Answers to a user's own questions: a `.jsonl` file, or all those of a folder. */
export async function prepareKnownQuestions(
	path: string,
	{ articles, languages, questions: most = Infinity, diagrams }: KnownQuestionOptions,
): Promise<Measurement> {
	const read = (await Promise.all((await filesOf(path)).map(readKnownQuestions))).flat();
	const wanted = languages ?? [...new Set(read.map(({ language }) => language))];
	const questions = wanted.flatMap((language) => {
		const ofLanguage = read.filter((question) => question.language === language);
		if (ofLanguage.length === 0) throw new CommandError(`No question of language "${language}" in ${path}`);
		return sample(ofLanguage, most);
	});
	if (questions.length === 0) throw new CommandError(`${path} holds no questions: expected one JSON object a line`);
	return {
		origin: { measured: 'answers', questionSet: hashOf(questions.map((question) => JSON.stringify(question)).sort()) },
		figures: null,
		unit: 'questions',
		async run(models, onProgress) {
			const collection = await openInMemory(models);
			const { failed } = await ingestSources(collection, models, articles, { inWork: 4 });
			for (const { source, error } of failed) printError(`${harmless(source)}: ${harmless(error)}`);
			const report = await evaluateAnswers(collection, models, questions, onProgress);
			const { calibration } = report;
			const drawn =
				diagrams === undefined || calibration === null
					? []
					: await writeDiagrams(diagrams, [{ name: 'questions', words: 'own questions', calibration }]);
			return {
				report: { ...report, sample: questions.length < read.length ? { of: read.length } : null },
				text: [renderAnswers(report), ...drawn.map((file) => `drawn: ${harmless(file)}`)].join('\n'),
			};
		},
	};
}

async function filesOf(path: string): Promise<string[]> {
	let isFolder: boolean;
	try {
		isFolder = (await stat(path)).isDirectory();
	} catch (cause) {
		throw new CommandError(`There is no file or folder ${path}`, { cause });
	}
	if (!isFolder) return [path];
	const names = (await readdir(path)).filter((name) => name.endsWith('.jsonl')).sort();
	if (names.length === 0)
		throw new CommandError(`No .jsonl files in ${path}: expected questions, one JSON object a line`);
	return names.map((name) => join(path, name));
}

/** In the order of the file. */
function sample(questions: readonly KnownQuestion[], most: number): KnownQuestion[] {
	const kept = new Set(inSeededOrder(questions, ({ question }) => question).slice(0, most));
	return questions.filter((question) => kept.has(question));
}
