import { CommandError } from '../command-error.js';
import { harmless } from '../output.js';
import { readSquadArticles, type SquadArticles } from './squad.js';
import { renderSquadAnswers } from './answers-render.js';
import type { LanguagePair } from './answers-pairs.js';
import { evaluateSquadAnswers, type SquadAnswerEvaluation } from './answers-squad.js';
import { writeDiagrams, type DiagramSubject } from './diagrams.js';
import type { Figure } from './figures.js';
import type { Measurement } from './measurement.js';
import { hashOf } from './seeded-order.js';

export interface SquadAnswersOptions {
	/** Those whose questions are asked of articles in the same language; all by default. */
	readonly languages?: readonly string[] | undefined;
	/** Pairs of different languages to ask besides; `true` for all pairs of the languages. */
	readonly across?: readonly LanguagePair[] | true | undefined;
	/** Most questions of each pair; all by default. */
	readonly questions?: number | undefined;
	/** The folder in which to draw how far confidence can be trusted. */
	readonly diagrams?: string | undefined;
}

/** Answers on the question files of a folder, or on one of them. */
export async function prepareSquadAnswers(
	path: string,
	{ languages, across = [], questions, diagrams }: SquadAnswersOptions,
): Promise<Measurement> {
	const listed = across === true ? [] : across.flatMap(({ asked, articles }) => [asked, articles]);
	const sets = await readSquadArticles(path, languages && [...new Set([...languages, ...listed])]);
	const within = languages ?? sets.map(({ language }) => language);
	const besides =
		across === true
			? within.flatMap((asked) => within.flatMap((articles) => (asked === articles ? [] : [{ asked, articles }])))
			: across;
	const pairs = [...within.map((language) => ({ asked: language, articles: language })), ...besides];
	for (const set of sets) expectQuestions(set, path);
	const of = Math.max(...sets.map((set) => questionsOf(set).length));
	const isSample = questions !== undefined && questions < of;
	return {
		origin: {
			measured: 'answers',
			questionSet: hashOf([
				...sets.map((part) => JSON.stringify(part)).sort(),
				// in their order, by which a report tells them
				...pairs.map((part) => JSON.stringify(part)),
				isSample ? String(questions) : 'all',
			]),
		},
		figures: figuresOf(pairs),
		unit: 'questions',
		async run(models, onProgress) {
			const evaluation = await evaluateSquadAnswers(models, sets, { pairs, questions, onProgress });
			const report = { ...evaluation, sample: isSample ? { of } : null };
			const drawn = diagrams === undefined ? [] : await writeDiagrams(diagrams, subjectsOf(evaluation));
			const text = [
				renderSquadAnswers(evaluation),
				...(isSample ? [`a sample: ${questions} of ${of} questions a language, the same ones in every run`] : []),
				...drawn.map((file) => `drawn: ${harmless(file)}`),
			];
			return { report, text: text.join('\n') };
		},
	};
}

function expectQuestions(set: SquadArticles, path: string): void {
	if (questionsOf(set).some(({ answers }) => answers.length > 0)) return;
	throw new CommandError(`${path} has no question of language "${set.language}" with its answer`);
}

function questionsOf({ articles }: SquadArticles) {
	return articles.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas));
}

/** Those in which more is better. A pair is named by its languages, as `vi-en` for Vietnamese questions and English articles. */
function figuresOf(pairs: readonly LanguagePair[]): Figure[] {
	const measures = [
		{ name: 'first', at: ['first'] },
		{ name: 'inThree', at: ['inThree'] },
		{ name: 'rankedFirst', at: ['rankedFirst'] },
		{ name: 'auroc', at: ['calibration', 'auroc'] },
		{ name: 'abstained', at: ['calibration', 'abstained', 'unanswerable'] },
	];
	const isWithin = ({ asked, articles }: LanguagePair) => asked === articles;
	const means = [pairs.some(isWithin) ? ['within'] : [], pairs.every(isWithin) ? [] : ['across']].flat();
	return measures.flatMap(({ name, at }) => [
		...means.map((of): Figure => ({ name: `${of}.${name}`, path: [of, ...at], kind: 'mean' })),
		...pairs.map(({ asked, articles }, i): Figure => ({
			name: `${name}.${asked}-${articles}`,
			path: ['pairs', String(i), ...at],
			kind: 'cell',
		})),
	]);
}

/** All of one language together, all others together, and each language by itself. */
function subjectsOf({ pairs, within, across }: SquadAnswerEvaluation): DiagramSubject[] {
	const all = [
		{ name: 'same-language', words: 'same language', figures: within },
		{ name: 'across-languages', words: 'across languages', figures: across },
		...pairs
			.filter(({ asked, articles }) => asked === articles)
			.map((figures) => ({ name: figures.asked.toLowerCase(), words: figures.asked, figures })),
	];
	return all.flatMap(({ name, words, figures }) =>
		figures?.calibration == null ? [] : [{ name, words, calibration: figures.calibration }],
	);
}
