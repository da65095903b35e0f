import { textOf } from '../articles/document.js';
import { identifyLanguage } from '../articles/language.js';
import type { Collection } from '../index/collection.js';
import { encodeQuestions, type Models } from '../index/question.js';
import { retrieve } from '../index/retriever.js';
import { verifyCitation, type AbstentionReason, type Answer, type Citation } from './answer.js';
import { confidenceOf } from './score.js';
import { CANDIDATE_PASSAGES, rankSentences, type Candidate } from './sentences.js';

export interface AnswerOptions {
	/** Citations to give, at most. */
	readonly k?: number;
}

/** Two letters or digits, or one of a script that writes words with one. */
const SAYS_SOMETHING = /[\p{L}\p{N}][^\p{L}\p{N}]*[\p{L}\p{N}]|\p{Script=Han}/u;

/**
 * Less confidence than this is not shown: an article that does not say must not seem to. Set so that of clearly unrelated questions
 * four in five or more are met with silence: docs/eval.md says what it lets through and what it keeps back.
 */
const LEAST_CONFIDENCE = 0.28;

const CITATIONS = 3;
const NEAREST = 2;
/**
 * How far a further citation's score may lie behind the first one's: its odds are then a twentieth. A list is not filled up for
 * its own sake.
 */
const MARGIN = 3;

/**
 * Answers in the articles' own sentences. Not to answer is a result here, and neither an error nor an empty string.
 *
 * @throws {Error} If what the index found is not what the store holds: a wrong quote is worse than none.
 */
export async function answerQuestion(
	collection: Collection,
	models: Models,
	text: string,
	{ k = CITATIONS }: AnswerOptions = {},
): Promise<Answer> {
	const question = text.normalize('NFC').trim();
	const clock = stopwatch();
	const language = identifyLanguage(question).language;
	const abstain = (reason: AbstentionReason, confidence = 0, nearest: readonly Citation[] = []): Answer => ({
		question,
		language,
		answered: false,
		confidence,
		reason,
		citations: [],
		nearest,
		milliseconds: clock.read(),
	});
	if (!SAYS_SOMETHING.test(question)) return abstain('empty-question');
	collection.catchUp();
	if (collection.vectors.size === 0) return abstain('nothing-indexed');

	const [encoded] = await encodeQuestions(models, [question], language);
	if (encoded === undefined) throw new Error('Expected one encoded question, got none');
	clock.lap('encode');
	const retrieval = retrieve(collection, models.lexicon.neighbours, encoded, { k: Math.max(CANDIDATE_PASSAGES, k) });
	clock.lap('retrieve');
	const candidates = await rankSentences(collection, models, encoded, retrieval);
	clock.lap('rerank');
	const best = candidates[0];
	if (best === undefined) return abstain('nothing-relevant');

	const confidence = confidenceOf(best.evidence);
	if (confidence < LEAST_CONFIDENCE) {
		const nearest = candidates.slice(0, NEAREST).map(toCitation);
		clock.lap('answer');
		return abstain('nothing-relevant', confidence, nearest);
	}
	const citations = candidates
		.slice(0, k)
		.filter(({ score }) => score >= best.score - MARGIN)
		.map(toCitation);
	clock.lap('answer');
	return {
		question,
		language,
		answered: true,
		confidence,
		reason: null,
		citations,
		nearest: [],
		milliseconds: clock.read(),
	};
}

function toCitation({ document, span, passage, score }: Candidate, rank: number): Citation {
	const citation: Citation = {
		n: rank + 1,
		documentId: document.id,
		revision: document.revision,
		title: document.title,
		source: document.source,
		language: document.language,
		publishedAt: document.publishedAt,
		start: span.start,
		end: span.end,
		quote: textOf(document, span),
		passage,
		score,
	};
	verifyCitation(citation, document);
	return citation;
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
