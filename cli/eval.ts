import { openModels, type OpenModels } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { findModel } from '../bot/models.js';
import { prepareSquadAnswers } from './evaluation/answers-measurement.js';
import type { LanguagePair } from './evaluation/answers-pairs.js';
import { compare, readEarlier } from './evaluation/comparison.js';
import { figuresIn } from './evaluation/figures.js';
import { expectKnown, missedFloors, type Floor } from './evaluation/floors.js';
import { prepareKnownQuestions } from './evaluation/known-questions.js';
import type { Measured, Measurement } from './evaluation/measurement.js';
import { renderComparison } from './evaluation/render.js';
import { prepareRetrieval } from './evaluation/retrieval.js';
import { prepareSummaries } from './evaluation/summaries-measurement.js';
import { UsageError } from './evaluation/usage-error.js';
import { print, printError, printJson, progressBar } from './output.js';

export interface EvalOptions {
	readonly languages?: readonly string[];
	readonly model?: string;
	/** Sources of the articles that a user's own questions are about. */
	readonly articles?: readonly string[];
	/** Whether answers are measured on question files. */
	readonly answers: boolean;
	/** Pairs of languages to ask besides; `true` for all. */
	readonly across?: readonly LanguagePair[] | true;
	/** The folder for diagrams of answers. */
	readonly diagrams?: string;
	/** Most questions of each language. */
	readonly questions?: number;
	readonly pool: boolean;
	readonly sentences: boolean;
	/** Whether summaries of talks are measured. */
	readonly summaries: boolean;
	/** Of pairs of languages alone. */
	readonly withoutAccents: boolean;
	/** File of an earlier run's JSON. */
	readonly against?: string;
	readonly floor: readonly Floor[];
	readonly json: boolean;
}

/**
 * Measures retrieval or answers on question files, answers to a user's own questions, or summaries of talks. The store is left alone. Returns whether every
 * floor was reached.
 *
 * @throws {UsageError} If a floor is of no figure, or articles are needed and not given.
 */
export async function evalPath(config: Config, path: string, options: EvalOptions): Promise<boolean> {
	const { model, against, floor, json } = options;
	const folder = await findModel(config, model);
	const measurement = await prepare(path, options);
	if (measurement.figures !== null) expectKnown(floor, measurement.figures);
	const earlier = against === undefined ? undefined : await readEarlier(against, measurement.origin);

	const { report, text } = await run(await openModels(folder, config.threads), measurement);
	const figures = measurement.figures ?? figuresIn(report);
	const comparison = earlier && compare(earlier, report, figures);
	if (json) printJson({ ...report, ...measurement.origin, ...(comparison && { against: comparison }) });
	else print(comparison === undefined ? text : `${text}\n${renderComparison(comparison)}`);

	expectKnown(floor, figures);
	const missed = missedFloors(report, floor, figures);
	for (const line of missed) printError(line);
	return missed.length === 0;
}

function prepare(path: string, options: EvalOptions): Promise<Measurement> {
	const { articles, answers, across, diagrams, languages, questions, pool, sentences, withoutAccents } = options;
	if (options.summaries) return prepareSummaries(path);
	if (articles !== undefined) return prepareKnownQuestions(path, { articles, languages, questions, diagrams });
	if (path.endsWith('.jsonl'))
		throw new UsageError(`The questions of ${path} are about articles: name these with --articles`);
	if (answers) return prepareSquadAnswers(path, { languages, across, questions, diagrams });
	if (across !== undefined || diagrams !== undefined)
		throw new UsageError('--across and --diagrams are of answers: add --answers');
	return prepareRetrieval(path, {
		kind: pool ? 'pool' : sentences ? 'sentences' : 'pairs',
		languages,
		questions,
		withoutAccents,
	});
}

async function run(models: OpenModels, measurement: Measurement): Promise<Measured> {
	const bar = progressBar('Asking', measurement.unit);
	try {
		return await measurement.run(models, (done, total) => {
			bar.update(done, total);
		});
	} finally {
		bar.stop();
		await models.close();
	}
}
