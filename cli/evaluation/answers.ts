import { verifyCitation, type Answer, type Citation } from '../../answers/answer.js';
import { answerQuestion } from '../../answers/answerer.js';
import type { Collection } from '../../index/collection.js';
import { meanOf } from '../../index/metrics.js';
import type { Models } from '../../index/question.js';
import type { KnownQuestion } from './question-lines.js';
import { calibrationOf, type Calibration, type Outcome } from './calibration.js';

export interface AnswerEvaluation {
	readonly model: string;
	readonly questions: number;
	/** Questions that an article answers. */
	readonly answerable: number;
	/** Of those, the share whose first citation is the answering sentence, and whose first three hold it. An abstention counts as a miss. */
	readonly first: number;
	readonly inThree: number;
	/** The same by the question's language: in three. */
	readonly byLanguage: Readonly<Record<string, number>>;
	/** Of the questions that no article answers, the share on which nothing was cited. */
	readonly abstained: number;
	/** `null` unless some of the questions are answered by an article, and some are not. */
	readonly calibration: Calibration | null;
	/** Quotes compared with the slice that they cite; all were equal, or there would be no report. */
	readonly quotesVerified: number;
	readonly misses: readonly { readonly question: string; readonly expected: string; readonly got: string | null }[];
}

/** Asks each question as a member would, and compares the citations with the sentence that is known to answer. */
export async function evaluateAnswers(
	collection: Collection,
	models: Models,
	questions: readonly KnownQuestion[],
	onProgress: (done: number, total: number) => void,
): Promise<AnswerEvaluation> {
	const ranks: { language: string; rank: number }[] = [];
	const outcomes: Outcome[] = [];
	const misses: { question: string; expected: string; got: string | null }[] = [];
	let quotesVerified = 0;
	for (const [i, known] of questions.entries()) {
		const answer = await answerQuestion([collection], models, known.question);
		quotesVerified += verifyAnswer(answer, collection);
		const rank = answer.citations.findIndex((citation) => isAnswer(citation, known)) + 1;
		const got = answer.citations[0]?.quote ?? null;
		outcomes.push(outcomeOf(answer, known.answer !== undefined, (citation) => isAnswer(citation, known)));
		if (known.answer === undefined) {
			if (answer.answered) misses.push({ question: known.question, expected: 'no answer', got });
		} else {
			ranks.push({ language: known.language, rank });
			if (rank === 0) misses.push({ question: known.question, expected: known.answer, got });
		}
		onProgress(i + 1, questions.length);
	}
	const inThree = ({ rank }: { rank: number }) => (rank >= 1 && rank <= 3 ? 1 : 0);
	const languages = [...new Set(ranks.map(({ language }) => language))].sort();
	return {
		model: models.encoder.id,
		questions: questions.length,
		answerable: ranks.length,
		first: meanOf(ranks.map(({ rank }) => (rank === 1 ? 1 : 0))),
		inThree: meanOf(ranks.map(inThree)),
		byLanguage: Object.fromEntries(
			languages.map((language) => [language, meanOf(ranks.filter((of) => of.language === language).map(inThree))]),
		),
		abstained: meanOf(outcomes.filter(({ answerable }) => !answerable).map(({ answered }) => (answered ? 0 : 1))),
		calibration: calibrationOf(outcomes),
		quotesVerified,
		misses,
	};
}

/** @param isRight whether a citation is what answers */
export function outcomeOf(answer: Answer, answerable: boolean, isRight: (citation: Citation) => boolean): Outcome {
	const { confidence, answered, citations, nearest } = answer;
	const best = citations[0] ?? nearest[0];
	return { confidence, answered, answerable, correct: best !== undefined && isRight(best) };
}

/**
 * Compares each quote with what it cites, and counts them.
 *
 * @throws {Error} If one is not what stands there.
 */
export function verifyAnswer({ citations, nearest }: Answer, { store, id }: Collection): number {
	for (const citation of [...citations, ...nearest]) {
		const document = store.documentById(id, citation.documentId);
		if (document === undefined) throw new Error(`Citation of ${citation.documentId}, which is not stored`);
		verifyCitation(citation, document);
	}
	return citations.length + nearest.length;
}

function isAnswer({ quote, source }: Citation, { answer, source: expected }: KnownQuestion): boolean {
	return answer !== undefined && quote.includes(answer) && (expected === undefined || source.endsWith(expected));
}
