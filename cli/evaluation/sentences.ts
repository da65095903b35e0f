import { averagePrecision, meanOf } from '../../index/metrics.js';
import type { Models } from '../../index/question.js';
import { encodeSet, openPool, type AskedQuestion, type PassagePool } from './passage-pool.js';
import type { QuestionSet } from './question-set.js';
import { allRanksByScore, cosinesOf, rankedIds, type Both } from './ranks.js';

/** Mean average precision. */
export interface SentenceScores {
	readonly map: number;
	/** Of the vectors alone, searched exactly. */
	readonly denseMap: number;
}

export interface SentenceReport extends SentenceScores {
	readonly measured: 'sentences';
	readonly languages: readonly string[];
	/** Asked of one language. */
	readonly questions: number;
	/** In the pool: of all languages. */
	readonly passages: number;
	readonly model: string;
	/** By question language. The report's own scores are over all languages alike. */
	readonly byLanguage: Readonly<Record<string, SentenceScores>>;
	readonly seconds: number;
}

/**
 * Language-agnostic retrieval of sentences, as LAReQA measures it (Roy et al. 2020, "LAReQA: Language-agnostic answer retrieval
 * from a multilingual pool"): the pool holds every sentence of every language, equal ones too. To a question, one sentence of
 * each language is right, the one that holds the answer to it or to the same question in that language. All sentences are ranked,
 * average precision is taken over the whole ranking, and its mean over the questions of all languages: only a retriever that
 * ranks right sentences in all languages above wrong ones in the question's own reaches 1.
 *
 * Where LAReQA's own baselines read a sentence together with its paragraph, it stands alone here. To rank everything, the whole
 * retriever is asked for as many candidates as there are sentences; in use it scores a few hundred. One that its vector index
 * does not reach counts as not found.
 */
export async function evaluateSentences(
	models: Models,
	sets: readonly QuestionSet[],
	onProgress: (done: number, total: number) => void,
): Promise<SentenceReport> {
	const began = performance.now();
	const pool = await openPool(models, sets);
	const precisions = new Map<string, Both<number>[]>();
	const total = sets.reduce((sum, { questions }) => sum + questions.length, 0);
	let done = 0;
	for (const set of sets) {
		const ofLanguage: Both<number>[] = [];
		for (const question of await encodeSet(models, set)) {
			ofLanguage.push(precisionOf(models, pool, question));
			if (++done % TURN === 0 || done === total) {
				onProgress(done, total);
				// lets signals and the progress bar through
				await new Promise(setImmediate);
			}
		}
		precisions.set(set.language, ofLanguage);
	}
	pool.collection.store.close();
	return {
		measured: 'sentences',
		languages: sets.map(({ language }) => language),
		questions: sets[0]?.questions.length ?? 0,
		passages: pool.passages.length,
		model: models.encoder.id,
		...scoresOf([...precisions.values()].flat()),
		byLanguage: Object.fromEntries(Array.from(precisions, ([language, of]) => [language, scoresOf(of)])),
		seconds: (performance.now() - began) / 1000,
	};
}

const TURN = 10;

function precisionOf(models: Models, pool: PassagePool, question: AskedQuestion): Both<number> {
	const right = pool.answers.get(question.id) ?? [];
	const all = pool.passages.length;
	const ranks = new Map(rankedIds(pool, models, question, { k: all, depth: all }).map((id, at) => [id, at + 1]));
	return {
		full: averagePrecision(right.map(({ id }) => ranks.get(id) ?? Infinity)),
		dense: averagePrecision(allRanksByScore(cosinesOf(question.encoded.embedding, pool), right)),
	};
}

function scoresOf(precisions: readonly Both<number>[]): SentenceScores {
	return {
		map: meanOf(precisions.map(({ full }) => full)),
		denseMap: meanOf(precisions.map(({ dense }) => dense)),
	};
}
