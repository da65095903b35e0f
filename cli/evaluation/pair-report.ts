import { meanOf, ndcgAt, recallAt, reciprocalRankAt } from '../../index/metrics.js';
import type { AccentScores } from './accents.js';
import { acrossOf, cellsOf, matrixOf, withinOf, type Matrix } from './matrix.js';
import { K, type Both } from './ranks.js';

const MEASURES = {
	'ndcg@10': (rank: number) => ndcgAt(K, rank),
	'recall@1': (rank: number) => recallAt(1, rank),
	'recall@10': (rank: number) => recallAt(K, rank),
	'mrr@10': (rank: number) => reciprocalRankAt(K, rank),
};

export type Measure = keyof typeof MEASURES;

/** Over the languages (within), and over the ordered pairs of different ones (across; NaN of one language). */
export interface Means {
	readonly within: number;
	readonly across: number;
	/** Of the vectors alone, searched exactly. */
	readonly denseWithin: number;
	readonly denseAcross: number;
}

/** Its own means are those of nDCG@10. What is called dense is of the vectors alone, searched exactly. */
export interface PairReport extends Means, Readonly<Record<Measure, Matrix>> {
	readonly measured: 'pairs';
	readonly languages: readonly string[];
	/** Asked of one language. */
	readonly questions: number;
	readonly model: string;
	/** nDCG@10. */
	readonly dense: Matrix;
	readonly 'denseRecall@1': Matrix;
	readonly 'denseRecall@10': Matrix;
	readonly 'denseMrr@10': Matrix;
	readonly means: Readonly<Record<Measure, Means>>;
	/** The cells of least nDCG@10 of the whole retriever, least first. */
	readonly worst: readonly { readonly asked: string; readonly passages: string; readonly 'ndcg@10': number }[];
	/** By question language, where it was measured: of those languages whose questions have accents. */
	readonly accents?: Readonly<Record<string, AccentScores>>;
	readonly seconds: number;
}

const WORST = 5;

/** The ranks, from 1, of the right passages to the questions of one language among the passages of another. */
export type RanksOfPair = (asked: string, passages: string) => Both<readonly number[]>;

/** All figures that follow from the ranks. A cell without questions is NaN. */
export function figuresOfPairs(
	languages: readonly string[],
	ranks: RanksOfPair,
): Omit<PairReport, 'measured' | 'questions' | 'model' | 'accents' | 'seconds'> {
	const full = matricesOf(languages, (asked, passages) => ranks(asked, passages).full);
	const dense = matricesOf(languages, (asked, passages) => ranks(asked, passages).dense);
	const means = (measure: Measure) => meansOf(full[measure], dense[measure]);
	return {
		languages,
		...full,
		dense: dense['ndcg@10'],
		'denseRecall@1': dense['recall@1'],
		'denseRecall@10': dense['recall@10'],
		'denseMrr@10': dense['mrr@10'],
		...means('ndcg@10'),
		means: {
			'ndcg@10': means('ndcg@10'),
			'recall@1': means('recall@1'),
			'recall@10': means('recall@10'),
			'mrr@10': means('mrr@10'),
		},
		worst: cellsOf(full['ndcg@10'])
			.filter(({ value }) => !Number.isNaN(value))
			.sort((a, b) => a.value - b.value)
			.slice(0, WORST)
			.map(({ asked, passages, value }) => ({ asked, passages, 'ndcg@10': value })),
	};
}

function matricesOf(
	languages: readonly string[],
	ranks: (asked: string, passages: string) => readonly number[],
): Record<Measure, Matrix> {
	const of = (measure: Measure) =>
		matrixOf(languages, (asked, passages) => meanOf(ranks(asked, passages).map(MEASURES[measure])));
	return { 'ndcg@10': of('ndcg@10'), 'recall@1': of('recall@1'), 'recall@10': of('recall@10'), 'mrr@10': of('mrr@10') };
}

function meansOf(full: Matrix, dense: Matrix): Means {
	return {
		within: withinOf(full),
		across: acrossOf(full),
		denseWithin: withinOf(dense),
		denseAcross: acrossOf(dense),
	};
}
