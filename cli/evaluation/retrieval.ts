import type { Models } from '../../index/question.js';
import { figuresOf } from './figures.js';
import type { Measurement, OnProgress } from './measurement.js';
import { evaluatePairs } from './pairs.js';
import { evaluatePool } from './pool.js';
import { hashOfSets, type QuestionSet } from './question-set.js';
import { readQuestionSets } from './questions.js';
import { renderRetrieval, type RetrievalReport } from './render.js';
import { evaluateSentences } from './sentences.js';

export interface RetrievalOptions {
	readonly kind: RetrievalReport['measured'];
	/** Those wanted, in that order; all by default. */
	readonly languages?: readonly string[] | undefined;
	/** Most questions of each language; all by default. */
	readonly questions?: number | undefined;
	/** Of pairs of languages. */
	readonly withoutAccents: boolean;
}

/** Retrieval on the question files of a folder, or on one of them. */
export async function prepareRetrieval(path: string, options: RetrievalOptions): Promise<Measurement> {
	const { kind, languages, questions, withoutAccents } = options;
	const { sets, sample } = await readQuestionSets(path, {
		languages,
		questions,
		unit: kind === 'sentences' ? 'sentences' : 'paragraphs',
		leastLanguages: kind === 'pool' ? 2 : 1,
	});
	return {
		origin: { measured: kind, questionSet: hashOfSets(sets) },
		figures: figuresOf(
			kind,
			sets.map(({ language }) => language),
		).filter(({ path: [first] }) => withoutAccents || first !== 'accents'),
		unit: kind === 'pairs' ? 'language pairs' : 'questions',
		async run(models, onProgress) {
			const report = await measure(models, sets, options, onProgress);
			return { report: { ...report, sample }, text: renderRetrieval(report, sample) };
		},
	};
}

function measure(
	models: Models,
	sets: readonly QuestionSet[],
	{ kind, withoutAccents }: RetrievalOptions,
	onProgress: OnProgress,
): Promise<RetrievalReport> {
	switch (kind) {
		case 'pairs':
			return evaluatePairs(models, sets, { withoutAccents }, onProgress);
		case 'pool':
			return evaluatePool(models, sets, onProgress);
		case 'sentences':
			return evaluateSentences(models, sets, onProgress);
	}
}
