import { openModels } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { findModel } from '../bot/models.js';
import { evaluate, type Evaluation, type Matrix } from './evaluate.js';
import type { Models } from '../index/question.js';
import { evaluateAnswers, readKnownQuestions, type AnswerEvaluation } from './evaluate-answers.js';
import { ingestSources } from './ingest.js';
import { harmless, print, printError, printJson, progressBar } from './output.js';
import { openInMemory } from './in-memory.js';
import { readSquadFolder } from './squad.js';

export interface EvalOptions {
	readonly languages?: readonly string[];
	readonly model?: string;
	readonly articles?: readonly string[];
	readonly json: boolean;
}

/** Measures retrieval on a folder of question files, or answers on one file of questions about articles. The store is left alone. */
export async function evalPath(config: Config, path: string, options: EvalOptions): Promise<void> {
	const models = await openModels(await findModel(config, options.model), config.threads);
	const bar = progressBar('Asking', options.articles === undefined ? 'language pairs' : 'questions');
	const onProgress = (done: number, total: number) => {
		bar.update(done, total);
	};
	try {
		const report =
			options.articles === undefined
				? await evalFolder(models, path, options.languages, onProgress)
				: await evalAnswers(models, path, options.articles, onProgress);
		bar.stop();
		if (options.json) printJson(report);
		else print('misses' in report ? renderAnswers(report) : render(report));
	} finally {
		bar.stop();
		await models.close();
	}
}

type OnProgress = (done: number, total: number) => void;

async function evalFolder(
	models: Models,
	folder: string,
	languages: readonly string[] | undefined,
	onProgress: OnProgress,
): Promise<Evaluation> {
	return evaluate(models, await readSquadFolder(folder, languages), onProgress);
}

async function evalAnswers(
	models: Models,
	path: string,
	articles: readonly string[],
	onProgress: OnProgress,
): Promise<AnswerEvaluation> {
	const questions = await readKnownQuestions(path);
	const collection = await openInMemory(models);
	const { failed } = await ingestSources(collection, models, articles, { inWork: 4 });
	for (const { source, error } of failed) printError(`${harmless(source)}: ${harmless(error)}`);
	return evaluateAnswers(collection, models, questions, onProgress);
}

function renderAnswers({
	model,
	questions,
	answerable,
	first,
	inThree,
	byLanguage,
	abstained,
	quotesVerified,
	misses,
}: AnswerEvaluation): string {
	const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);
	return [
		...misses.map(
			({ question, expected, got }) =>
				`${harmless(question)}\n  expected ${harmless(expected)}, got ${got === null ? 'no answer' : harmless(got)}`,
		),
		`${model}: ${questions} questions, ${answerable} of them answerable`,
		`answering sentence first ${percent(first)}, among three ${percent(inThree)} (${Object.entries(byLanguage)
			.map(([language, share]) => `${language} ${percent(share)}`)
			.join(', ')})`,
		`abstained on the unanswerable: ${percent(abstained)}`,
		`${quotesVerified} quotes compared with what they cite: all equal`,
	].join('\n');
}

function render({
	languages,
	questions,
	model,
	within,
	across,
	denseWithin,
	denseAcross,
	seconds,
	dense,
	'ndcg@10': full,
}: Evaluation): string {
	const table = (title: string, matrix: Matrix) => [
		title,
		['', ...languages].map((cell) => cell.padStart(6)).join(''),
		...languages.map((asked) =>
			[asked, ...languages.map((passages) => (matrix[asked]?.[passages] ?? Number.NaN).toFixed(3))]
				.map((cell) => cell.padStart(6))
				.join(''),
		),
		'',
	];
	return [
		`${model}: ${questions} questions in each of ${languages.length} languages, ${seconds.toFixed(0)} s. Rows: language of the question; columns: of the passages.`,
		'',
		...table('nDCG@10, the whole retriever', full),
		...table('nDCG@10, vectors alone', dense),
		`within one language ${within.toFixed(4)}, across ${across.toFixed(4)}; vectors alone ${denseWithin.toFixed(4)}, ${denseAcross.toFixed(4)}`,
	].join('\n');
}
