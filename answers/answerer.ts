import { identifyLanguage } from '../articles/language.js';
import type { Collection } from '../index/collection.js';
import { allowedPassages, type DocumentFilters } from '../index/filters.js';
import { encodeQuestions, type EncodedQuestion, type Models } from '../index/question.js';
import { retrieve } from '../index/retriever.js';
import type { AbstentionReason, Answer, Citation } from './answer.js';
import { chooseFacts } from './choose.js';
import { cite } from './cite.js';
import { joinFollowUp } from './follow-up.js';
import { rerank } from './rerank.js';
import { confidenceOf, isSureEnough } from './score.js';
import { CANDIDATE_PASSAGES, mergeCandidates, rankSentences } from './sentences.js';

export interface AnswerOptions {
	/** Citations to give, at most. */
	readonly k?: number;
	/** Sentences that come next to give besides, at most; where there is no answer, two are given in any case. */
	readonly further?: number;
	readonly filters?: DocumentFilters;
	/** The question that this one follows: it tells what "it" is. */
	readonly after?: string | undefined;
}

/** Two letters or digits, or one of a script that writes words with one. */
const SAYS_SOMETHING = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]|\p{Script=Han}/u;

const CITATIONS = 3;
const NEAREST = 2;

/**
 * Answers in the articles' own sentences. Not to answer is a result here, and neither an error nor an empty string.
 *
 * @param collections searched together; an article that stands in several is cited from the first of them
 * @throws {Error} If what the index found is not what the store holds: a wrong quote is worse than none.
 */
export async function answerQuestion(
	collections: readonly Collection[],
	models: Models,
	text: string,
	{ k = CITATIONS, further = 0, filters = {}, after }: AnswerOptions = {},
): Promise<Answer> {
	const question = text.normalize('NFC').trim();
	const clock = stopwatch();
	for (const collection of collections) collection.catchUp();
	const held = new Set(collections.flatMap(({ languages }) => languages));
	const languageOf = (asked: string) => identifyLanguage(asked, held).language;
	const language = languageOf(question);
	const unanswered = (reason: AbstentionReason, confidence = 0, nearest: readonly Citation[] = []): Answer => ({
		question,
		language,
		answered: false,
		confidence,
		reason,
		citations: [],
		nearest,
		disagree: false,
		alsoIn: [],
		milliseconds: clock.read(),
	});
	if (!SAYS_SOMETHING.test(question)) return unanswered('empty-question');
	const filled = collections.filter(({ vectors }) => vectors.size > 0);
	if (filled.length === 0) return unanswered('nothing-indexed');
	const searches = filled
		.map((collection) => ({ collection, allowed: allowedPassages(collection, filters) }))
		.filter(({ allowed }) => allowed?.size !== 0);
	if (searches.length === 0) return unanswered('nothing-matches');

	const encoded = await encodeFollowing(models, question, language, after?.normalize('NFC').trim(), languageOf);
	clock.lap('encode');
	// another process may have changed an article meanwhile; from here on nothing waits until what is found was read
	for (const { collection } of searches) collection.catchUp();
	const retrievals = searches.map(({ collection, allowed }) => ({
		collection,
		retrieval: retrieve(collection, models.lexicon, encoded, { k: Math.max(CANDIDATE_PASSAGES, k), allowed }),
	}));
	clock.lap('retrieve');
	const searched = searches.reduce((sum, { collection, allowed }) => sum + (allowed ?? collection.vectors).size, 0);
	const ranked = await Promise.all(
		retrievals.map(({ collection, retrieval }) => rankSentences(collection, models, encoded, retrieval, searched)),
	);
	const found = mergeCandidates(ranked);
	const candidates = await rerank(models.reranker, after === undefined ? question : `${after} ${question}`, found);
	clock.lap('rerank');
	const best = found[0];
	if (best === undefined) return unanswered('nothing-relevant');

	const confidence = confidenceOf(best.evidence);
	if (!isSureEnough(best.evidence)) {
		const nearest = cite(chooseFacts(candidates, { k: 0, further: Math.max(NEAREST, further) }).further);
		clock.lap('answer');
		return unanswered('nothing-relevant', confidence, nearest);
	}
	const chosen = chooseFacts(candidates, { k, further });
	const citations = cite([...chosen.cited, ...chosen.further]);
	clock.lap('answer');
	return {
		question,
		language,
		answered: true,
		confidence,
		reason: null,
		citations: citations.slice(0, chosen.cited.length),
		nearest: citations.slice(chosen.cited.length),
		disagree: chosen.cited.some(({ rivals }) => rivals.length > 0),
		alsoIn: chosen.alsoIn,
		milliseconds: clock.read(),
	};
}

/** A question as it is searched for: together with the one that it follows, if that says something. */
async function encodeFollowing(
	models: Models,
	question: string,
	language: string,
	after: string | undefined,
	languageOf: (asked: string) => string,
): Promise<EncodedQuestion> {
	const texts = after !== undefined && SAYS_SOMETHING.test(after) ? [question, after] : [question];
	const [own, earlier] = await encodeQuestions(models, texts, language);
	if (own === undefined) throw new Error('Expected one encoded question, got none');
	if (earlier === undefined) return own;
	return joinFollowUp(own, { ...earlier, language: languageOf(earlier.text) });
}

/** Milliseconds of each step, to a hundredth. */
function stopwatch() {
	const began = performance.now();
	let last = began;
	const laps = { encode: 0, retrieve: 0, rerank: 0, answer: 0 };
	const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;
	return {
		lap(name: keyof typeof laps) {
			const now = performance.now();
			laps[name] = rounded(now - last);
			last = now;
		},
		read: () => ({ ...laps, total: rounded(performance.now() - began) }),
	};
}
