import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { verifyCitation, type Answer, type Citation } from '../answers/answer.js';
import { answerQuestion } from '../answers/answerer.js';
import type { Collection } from '../index/collection.js';
import { meanOf } from '../index/metrics.js';
import type { Models } from '../index/question.js';

const line = z.object({
	question: z.string().min(1),
	/** BCP 47. */
	language: z.string(),
	/** Words that stand in the sentence that answers, and in no other of the article; absent where no article answers. */
	answer: z.string().min(1).optional(),
	/** The source of the article that answers, or its end. */
	source: z.string().min(1).optional(),
});

export type KnownQuestion = z.infer<typeof line>;

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
	/** Quotes compared with the slice that they cite; all were equal, or there would be no report. */
	readonly quotesVerified: number;
	readonly misses: readonly { readonly question: string; readonly expected: string; readonly got: string | null }[];
}

/** Reads questions, one JSON object a line. @throws {Error} If a line is none; names it. */
export async function readKnownQuestions(path: string): Promise<KnownQuestion[]> {
	const lines = (await readFile(path, 'utf8')).split('\n');
	return lines.flatMap((text, i) => {
		if (text.trim() === '') return [];
		const parsed = line.safeParse(parseJson(text));
		if (parsed.success) return [parsed.data];
		throw new Error(
			`Line ${i + 1} of ${path} is not a question: expected {"question", "language", "answer", "source"}, ${parsed.error.issues[0]?.message ?? ''}`,
		);
	});
}

/** Asks each question as a member would, and compares the citations with the sentence that is known to answer. */
export async function evaluateAnswers(
	collection: Collection,
	models: Models,
	questions: readonly KnownQuestion[],
	onProgress: (done: number, total: number) => void,
): Promise<AnswerEvaluation> {
	const ranks: { language: string; rank: number }[] = [];
	const abstentions: number[] = [];
	const misses: { question: string; expected: string; got: string | null }[] = [];
	let quotesVerified = 0;
	for (const [i, known] of questions.entries()) {
		const answer = await answerQuestion([collection], models, known.question);
		quotesVerified += verifyAll(answer, collection);
		const rank = answer.citations.findIndex((citation) => isAnswer(citation, known)) + 1;
		const got = answer.citations[0]?.quote ?? null;
		if (known.answer === undefined) {
			abstentions.push(answer.answered ? 0 : 1);
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
		abstained: meanOf(abstentions),
		quotesVerified,
		misses,
	};
}

function isAnswer({ quote, source }: Citation, { answer, source: expected }: KnownQuestion): boolean {
	return answer !== undefined && quote.includes(answer) && (expected === undefined || source.endsWith(expected));
}

function verifyAll({ citations, nearest }: Answer, { store, id }: Collection): number {
	for (const citation of [...citations, ...nearest]) {
		const document = store.documentById(id, citation.documentId);
		if (document === undefined) throw new Error(`Citation of ${citation.documentId}, which is not stored`);
		verifyCitation(citation, document);
	}
	return citations.length + nearest.length;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
