import { meanOf, ndcgAt, recallAt } from '../../index/metrics.js';
import type { Models } from '../../index/question.js';
import type { PassageId } from '../../index/ranking.js';
import { encodeSet, openPool, type AskedQuestion, type PassagePool } from './passage-pool.js';
import type { QuestionSet } from './question-set.js';
import { cosinesOf, firstRank, firstRankByScore, K, rankedIds, type Both } from './ranks.js';

/** What is called dense is of the vectors alone, searched exactly. */
export interface PoolScores {
	/** Share of the questions whose first passage is the right one, in any language. */
	readonly first: number;
	readonly denseFirst: number;
	/**
	 * The right passage in the question's own language is taken away: nDCG@10 of the best-ranked right passage in another
	 * language, with all other passages of the question's language in the pool, divided by the same with none of them. 1 where
	 * passages in the question's language do not crowd out the better ones in others.
	 */
	readonly fairness: number;
	readonly denseFairness: number;
	/** What `fairness` divides. */
	readonly distracted: number;
	readonly undistracted: number;
}

export interface PoolReport extends PoolScores {
	readonly measured: 'pool';
	readonly languages: readonly string[];
	/** Asked of one language. */
	readonly questions: number;
	/** Of all languages. */
	readonly passages: number;
	readonly model: string;
	/** By question language. The report's own scores are over all languages alike. */
	readonly byLanguage: Readonly<Record<string, PoolScores>>;
	readonly seconds: number;
}

/**
 * Asks the questions of every language of one collection that holds the passages of all of them.
 *
 * Passages are taken away by not allowing them: what chance gives is told by the whole collection in every case.
 */
export async function evaluatePool(
	models: Models,
	sets: readonly QuestionSet[],
	onProgress: (done: number, total: number) => void,
): Promise<PoolReport> {
	const began = performance.now();
	const pool = await openPool(models, sets);
	const outcomes = new Map<string, Outcome[]>();
	const total = sets.reduce((sum, { questions }) => sum + questions.length, 0);
	let done = 0;
	for (const set of sets) {
		const foreign = new Set(pool.passages.flatMap(({ id, language }) => (language === set.language ? [] : [id])));
		const ofLanguage: Outcome[] = [];
		for (const question of await encodeSet(models, set)) {
			ofLanguage.push(outcomeOf(models, pool, question, set.language, foreign));
			if (++done % TURN === 0 || done === total) {
				onProgress(done, total);
				// lets signals and the progress bar through
				await new Promise(setImmediate);
			}
		}
		outcomes.set(set.language, ofLanguage);
	}
	pool.collection.store.close();
	return {
		measured: 'pool',
		languages: sets.map(({ language }) => language),
		questions: sets[0]?.questions.length ?? 0,
		passages: pool.passages.length,
		model: models.encoder.id,
		...scoresOf([...outcomes.values()]),
		byLanguage: Object.fromEntries(Array.from(outcomes, ([language, of]) => [language, scoresOf([of])])),
		seconds: (performance.now() - began) / 1000,
	};
}

const TURN = 50;

/** Of one question. Of the last two, none where no other language has a right passage. */
interface Outcome {
	readonly first: Both<number>;
	readonly distracted?: Both<number>;
	readonly undistracted?: Both<number>;
}

/** @param foreign passages of the languages other than the question's */
function outcomeOf(
	models: Models,
	pool: PassagePool,
	question: AskedQuestion,
	language: string,
	foreign: ReadonlySet<PassageId>,
): Outcome {
	const right = pool.answers.get(question.id) ?? [];
	const [own, others] = [
		right.filter((passage) => passage.language === language),
		right.filter((passage) => passage.language !== language),
	];
	const scores = cosinesOf(question.encoded.embedding, pool);
	const first = {
		full: recallAt(1, firstRank(rankedIds(pool, models, question), right)),
		dense: recallAt(1, firstRankByScore(scores, right)),
	};
	if (others.length === 0) return { first };
	// searched among `allowed` alone, where `others` are right
	const gain = (allowed: ReadonlySet<PassageId>): Both<number> => {
		const isIn = (place: number) => {
			const id = pool.passages[place]?.id;
			return id !== undefined && allowed.has(id);
		};
		return {
			full: ndcgAt(K, firstRank(rankedIds(pool, models, question, { k: K, allowed }), others)),
			dense: ndcgAt(K, firstRankByScore(scores, others, isIn)),
		};
	};
	const withoutOwn = new Set(pool.passages.flatMap(({ id }) => (own.some((passage) => passage.id === id) ? [] : [id])));
	return { first, distracted: gain(withoutOwn), undistracted: gain(foreign) };
}

/** Each list counts alike, those without values apart. */
function scoresOf(lists: readonly (readonly Outcome[])[]): PoolScores {
	const mean = (value: (outcome: Outcome) => number | undefined) => {
		const values = lists.map((outcomes) => outcomes.map(value).filter((of) => of !== undefined));
		return meanOf(values.filter(({ length }) => length > 0).map(meanOf));
	};
	const distracted = mean((outcome) => outcome.distracted?.full);
	const undistracted = mean((outcome) => outcome.undistracted?.full);
	return {
		first: mean(({ first }) => first.full),
		denseFirst: mean(({ first }) => first.dense),
		fairness: distracted / undistracted,
		denseFairness: mean((outcome) => outcome.distracted?.dense) / mean((outcome) => outcome.undistracted?.dense),
		distracted,
		undistracted,
	};
}
