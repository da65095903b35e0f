import type { Models } from '../../index/question.js';
import { accentScores, dropAccents } from './accents.js';
import { figuresOfPairs, type PairReport } from './pair-report.js';
import { encodeSet, openPool, type AskedQuestion, type PassagePool } from './passage-pool.js';
import type { QuestionSet } from './question-set.js';
import { cosinesOf, firstRank, firstRankByScore, rankedIds, type Both } from './ranks.js';

export interface PairOptions {
	/** Whether every question is asked without its accents as well. */
	readonly withoutAccents: boolean;
}

type Ranks = Map<string, Both<number[]>>;
const NONE: Both<number[]> = { full: [], dense: [] };
const pairOf = (asked: string, passages: string) => `${asked} ${passages}`;

/** Asks the questions of every language of the passages of every language: passages of one language at a time are searched. */
export async function evaluatePairs(
	models: Models,
	sets: readonly QuestionSet[],
	{ withoutAccents }: PairOptions,
	onProgress: (done: number, total: number) => void,
): Promise<PairReport> {
	const began = performance.now();
	const languages = sets.map(({ language }) => language);
	const asked = new Map<string, { asWritten: AskedQuestion[]; folded: AskedQuestion[] }>();
	for (const set of sets) {
		const folded = withoutAccents ? await encodeSet(models, set, dropAccents) : [];
		asked.set(set.language, { asWritten: await encodeSet(models, set), folded });
	}
	const asWritten: Ranks = new Map();
	const folded: Ranks = new Map();
	for (const passages of sets) {
		const pool = await openPool(models, [passages]);
		for (const language of languages) {
			const pair = pairOf(language, passages.language);
			const questions = asked.get(language);
			asWritten.set(pair, await ranksOf(models, pool, questions?.asWritten ?? []));
			folded.set(pair, await ranksOf(models, pool, questions?.folded ?? []));
			onProgress(asWritten.size, sets.length ** 2);
		}
		pool.collection.store.close();
	}
	const figures = figuresOfPairs(languages, (from, to) => asWritten.get(pairOf(from, to)) ?? NONE);
	const bare = figuresOfPairs(languages, (from, to) => folded.get(pairOf(from, to)) ?? NONE);
	return {
		measured: 'pairs',
		questions: sets[0]?.questions.length ?? 0,
		model: models.encoder.id,
		...figures,
		...(withoutAccents && {
			accents: accentScores(sets, figures['ndcg@10'], bare['ndcg@10']),
		}),
		seconds: (performance.now() - began) / 1000,
	};
}

/** Of the questions that a passage of the pool answers. */
async function ranksOf(models: Models, pool: PassagePool, asked: readonly AskedQuestion[]): Promise<Both<number[]>> {
	const ranks: Both<number[]> = { full: [], dense: [] };
	for (const question of asked) {
		const right = pool.answers.get(question.id);
		if (right === undefined) continue;
		ranks.full.push(firstRank(rankedIds(pool, models, question), right));
		ranks.dense.push(firstRankByScore(cosinesOf(question.encoded.embedding, pool), right));
	}
	// lets signals and the progress bar through
	await new Promise(setImmediate);
	return ranks;
}
