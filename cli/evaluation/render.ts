import { onOutput } from '../colours.js';
import { harmless } from '../output.js';
import type { Comparison, Difference } from './comparison.js';
import type { PairReport } from './pair-report.js';
import type { PoolReport } from './pool.js';
import type { Sample } from './questions.js';
import type { SentenceReport } from './sentences.js';
import { decimal, matrixTable, percent, table } from './table.js';

export type RetrievalReport = PairReport | PoolReport | SentenceReport;

/** As a person reads it in a terminal of 100 columns. */
export function renderRetrieval(report: RetrievalReport, sample: Sample | null): string {
	const { model, questions, languages, seconds } = report;
	const lines = [
		harmless(model),
		`${questions} questions in ${languages.length === 1 ? harmless(languages[0] ?? '') : `each of ${languages.length} languages`}, ${seconds.toFixed(0)} s`,
		...(sample === null
			? []
			: [`a sample: ${questions} of ${sample.of} questions a language, the same ones in every run`]),
		'',
	];
	switch (report.measured) {
		case 'pairs':
			return [...lines, ...pairLines(report)].join('\n');
		case 'pool':
			return [...lines, ...poolLines(report)].join('\n');
		case 'sentences':
			return [...lines, ...sentenceLines(report)].join('\n');
	}
}

export function renderComparison({ model, means, gains, losses }: Comparison): string {
	const rows = (differences: readonly Difference[]) =>
		differences.map(({ name, before, now, difference }) => [
			`  ${name}`,
			decimal(before),
			decimal(now),
			`${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(4)}`,
		]);
	const part = (title: string, differences: readonly Difference[]) =>
		differences.length === 0 ? [] : [[title, '', '', ''], ...rows(differences)];
	return [
		'',
		onOutput.bold(`Against the earlier run of ${harmless(model)}`),
		...table([
			['', 'before', 'now', 'change'],
			...part('all languages', means),
			...part('largest gains', gains),
			...part('largest losses', losses),
		]),
	].join('\n');
}

function pairLines(report: PairReport): string[] {
	const { languages, means, worst, accents } = report;
	const part = (title: string, matrix: PairReport['dense']) => [
		onOutput.bold(title),
		...matrixTable(languages, matrix),
		'',
	];
	return [
		'Rows: language of the questions. Columns: language of the passages.',
		'',
		...part('nDCG@10, whole retriever', report['ndcg@10']),
		...part('nDCG@10, vectors alone', report.dense),
		...part('recall@1, whole retriever', report['recall@1']),
		...part('recall@1, vectors alone', report['denseRecall@1']),
		...part('recall@10, whole retriever', report['recall@10']),
		...part('recall@10, vectors alone', report['denseRecall@10']),
		...part('MRR@10, whole retriever', report['mrr@10']),
		...part('MRR@10, vectors alone', report['denseMrr@10']),
		onOutput.bold('Means within one language, and across languages'),
		...table([
			['', 'within', 'across', 'vectors alone within', 'across'],
			...Object.entries(means).map(([measure, of]) => [
				measure === 'ndcg@10' ? 'nDCG@10' : measure.replace('mrr', 'MRR'),
				...[of.within, of.across, of.denseWithin, of.denseAcross].map(decimal),
			]),
		]),
		'',
		onOutput.bold('Worst cells, nDCG@10 of the whole retriever'),
		...worst.map(({ asked, passages, 'ndcg@10': value }) => `${decimal(value)}  ${asked} asked of ${passages}`),
		...(accents === undefined ? [] : ['', ...accentLines(accents)]),
	];
}

function accentLines(accents: NonNullable<PairReport['accents']>): string[] {
	if (Object.keys(accents).length === 0) return ['No question of these languages has accents.'];
	return [
		onOutput.bold('Asked without accents: what is left of nDCG@10 of the whole retriever'),
		...table([
			['', 'questions with accents', 'nDCG@10 without', 'left within', 'left across'],
			...Object.entries(accents).map(([language, { changed, 'ndcg@10': value, share, shareAcross }]) => [
				language,
				percent(changed),
				decimal(value),
				percent(share),
				percent(shareAcross),
			]),
		]),
	];
}

function poolLines({ passages, byLanguage, ...all }: PoolReport): string[] {
	return [
		`One collection of ${passages} passages in all the languages. Rows: language of the questions.`,
		'First: the first passage is the right one, in any language. Fairness: the right passage in the',
		"question's language is taken away; nDCG@10 of the best of the others, with the wrong passages in the",
		"question's language in the collection, divided by the same without them.",
		'',
		...table([
			['', 'first', 'fairness', 'with', 'without', 'vectors alone first', 'fairness'],
			...[...Object.entries(byLanguage), ['all', all] as const].map(([name, of]) => [
				name,
				percent(of.first),
				decimal(of.fairness),
				decimal(of.distracted),
				decimal(of.undistracted),
				percent(of.denseFirst),
				decimal(of.denseFairness),
			]),
		]),
	];
}

function sentenceLines({ passages, byLanguage, ...all }: SentenceReport): string[] {
	return [
		`Mean average precision over all ${passages} sentences of all the languages. Rows: language of the questions.`,
		'',
		...table([
			['', 'whole retriever', 'vectors alone'],
			...[...Object.entries(byLanguage), ['all', all] as const].map(([name, { map, denseMap }]) => [
				name,
				decimal(map),
				decimal(denseMap),
			]),
		]),
	];
}
