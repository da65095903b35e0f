import type { Document } from '../../articles/document.js';
import type { Citation } from '../../answers/answer.js';
import { answerQuestion } from '../../answers/answerer.js';
import type { Collection } from '../../index/collection.js';
import { ingestDocument } from '../../index/ingest.js';
import { meanOf } from '../../index/metrics.js';
import type { Models } from '../../index/question.js';
import { openInMemory } from '../in-memory.js';
import type { SquadArticles } from './squad.js';
import { outcomeOf, verifyAnswer } from './answers.js';
import type { LanguagePair } from './answers-pairs.js';
import { placeArticles, type KnownAnswers, type PlacedArticle, type PlacedSet } from './answers-placed.js';
import { calibrationOf, type Calibration, type Outcome } from './calibration.js';
import { inSeededOrder } from './seeded-order.js';

export interface AnswerFigures {
	/** Asked of all the articles, one of which answers. */
	readonly questions: number;
	/** Of those, the share whose first citation overlaps the known answer, and of whose first three one does. An abstention is a miss. */
	readonly first: number;
	readonly inThree: number;
	/** The share whose best sentence overlaps it, shown or not. */
	readonly rankedFirst: number;
	/** The share on which nothing was cited. */
	readonly abstained: number;
	/** Of all questions asked of one half of the articles, then of the other; `null` where there is one article. */
	readonly calibration: Calibration | null;
}

export interface SquadAnswerEvaluation {
	readonly measured: 'answers';
	readonly model: string;
	/** Articles of each language. */
	readonly articles: Readonly<Record<string, number>>;
	/** In the order in which they were asked for. */
	readonly pairs: readonly (LanguagePair & AnswerFigures)[];
	/** All pairs of one language together, and all others; `null` where there are none. */
	readonly within: AnswerFigures | null;
	readonly across: AnswerFigures | null;
	/** Questions that were not asked, because what the file gives as their answers does not stand where it says. */
	readonly unplaced: number;
	/** Quotes compared with the slice that they cite; all were equal, or there would be no report. */
	readonly quotesVerified: number;
	readonly seconds: number;
}

export interface SquadAnswerOptions {
	readonly pairs: readonly LanguagePair[];
	/** Asked of each pair, at most; the same of every pair. All by default. */
	readonly questions?: number | undefined;
	readonly onProgress: (done: number, total: number) => void;
}

/**
 * Asks questions as members would, of articles stored as members store theirs, and compares where the cited sentences stand with
 * where the answers do.
 *
 * What confidence is worth is measured on two halves of the articles: every question is asked of both, and the half without its
 * article does not answer it. It may still do so by chance, since articles can say the same: such an answer counts as wrong.
 *
 * @param sets one for each language of the pairs
 * @throws {Error} If a language of a pair has no set.
 */
export async function evaluateSquadAnswers(
	models: Models,
	sets: readonly SquadArticles[],
	{ pairs, questions = Infinity, onProgress }: SquadAnswerOptions,
): Promise<SquadAnswerEvaluation> {
	const began = performance.now();
	const placed = new Map(sets.map((set) => [set.language, placeArticles(set, questions)]));
	const placedIn = (language: string): PlacedSet => {
		const set = placed.get(language);
		if (set !== undefined) return set;
		throw new Error(`No questions in "${language}": there are ${[...placed.keys()].join(', ')}`);
	};
	const total = pairs.reduce((sum, { articles }) => sum + placedIn(articles).questions.size, 0);
	let done = 0;
	const asked = new Map<LanguagePair, Asks>();
	for (const language of new Set(pairs.map(({ articles }) => articles))) {
		const { articles, questions: known } = placedIn(language);
		const libraries = await openLibraries(models, articles);
		for (const pair of pairs.filter((of) => of.articles === language)) {
			const { texts } = placedIn(pair.asked);
			const asks: Asks = { whole: [], halves: [] };
			for (const [id, answers] of known) {
				const text = texts.get(id);
				if (text !== undefined) await askAll(libraries, models, text, answers, asks);
				onProgress(++done, total);
			}
			asked.set(pair, asks);
		}
		for (const { collection } of libraries) collection.store.close();
	}
	const poolOf = (pooled: readonly LanguagePair[]): Asks => ({
		whole: pooled.flatMap((pair) => asked.get(pair)?.whole ?? []),
		halves: pooled.flatMap((pair) => asked.get(pair)?.halves ?? []),
	});
	const within = pairs.filter((pair) => pair.asked === pair.articles);
	const across = pairs.filter((pair) => pair.asked !== pair.articles);
	const { whole, halves } = poolOf(pairs);
	return {
		measured: 'answers',
		model: models.encoder.id,
		articles: Object.fromEntries(Array.from(placed, ([language, { articles }]) => [language, articles.length])),
		pairs: pairs.map((pair) => ({ ...pair, ...figuresOf(poolOf([pair])) })),
		within: within.length === 0 ? null : figuresOf(poolOf(within)),
		across: across.length === 0 ? null : figuresOf(poolOf(across)),
		unplaced: Array.from(placed.values()).reduce((sum, set) => sum + set.unplaced, 0),
		quotesVerified: [...whole, ...halves].reduce((sum, { quotes }) => sum + quotes, 0),
		seconds: (performance.now() - began) / 1000,
	};
}

/** A collection of all the articles or some. */
interface Library {
	readonly collection: Collection;
	readonly isWhole: boolean;
	readonly documents: ReadonlySet<Document>;
}

interface Ask extends Outcome {
	/** Of the first citation that answers, from 1; 0 if none does. */
	readonly rank: number;
	readonly quotes: number;
}

interface Asks {
	/** Of all the articles. */
	readonly whole: Ask[];
	/** Of each half. */
	readonly halves: Ask[];
}

/** All the articles, and each half of them; the halves are the same in every language of a set that was translated. */
async function openLibraries(models: Models, articles: readonly PlacedArticle[]): Promise<Library[]> {
	const shuffled = inSeededOrder(articles, ({ document, questions }) => questions[0]?.id ?? document.source);
	const halves = articles.length < 2 ? [] : [0, 1].map((half) => shuffled.filter((_, i) => i % 2 === half));
	const libraries: Library[] = [];
	for (const [i, held] of [articles, ...halves].entries()) {
		const collection = await openInMemory(models);
		const documents = held.map(({ document }) => document);
		// one after another: the order of storing decides between sentences that are level
		for (const document of documents) await ingestDocument(collection, models, document);
		libraries.push({ collection, isWhole: i === 0, documents: new Set(documents) });
	}
	return libraries;
}

async function askAll(
	libraries: readonly Library[],
	models: Models,
	text: string,
	known: KnownAnswers,
	asks: Asks,
): Promise<void> {
	const isRight = ({ documentId, start, end }: Citation) =>
		documentId === known.document.id && known.answers.some((span) => span.start < end && start < span.end);
	for (const { collection, isWhole, documents } of libraries) {
		const answer = await answerQuestion([collection], models, text);
		const answerable = known.answers.length > 0 && documents.has(known.document);
		(isWhole ? asks.whole : asks.halves).push({
			...outcomeOf(answer, answerable, isRight),
			rank: answer.citations.findIndex(isRight) + 1,
			quotes: verifyAnswer(answer, collection),
		});
	}
}

function figuresOf({ whole, halves }: Asks): AnswerFigures {
	const answerable = whole.filter((ask) => ask.answerable);
	const share = (holds: (ask: Ask) => boolean) => meanOf(answerable.map((ask) => (holds(ask) ? 1 : 0)));
	return {
		questions: answerable.length,
		first: share(({ rank }) => rank === 1),
		inThree: share(({ rank }) => rank >= 1 && rank <= 3),
		rankedFirst: share(({ correct }) => correct),
		abstained: share(({ answered }) => !answered),
		calibration: calibrationOf(halves),
	};
}
