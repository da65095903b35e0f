import type { SquadArticles, SquadParagraph } from './squad.js';
import { hashOf, inSeededOrder } from './seeded-order.js';

/** Questions and the passages that answer them, of one language. */
export interface QuestionSet {
	readonly language: string;
	/** In the order of the file. */
	readonly passages: readonly string[];
	readonly questions: readonly SetQuestion[];
}

export interface SetQuestion {
	/** Shared by the same question in other languages. */
	readonly id: string;
	readonly text: string;
	/** The place in `passages` of the one that answers. */
	readonly passage: number;
}

/** Each paragraph is a passage; equal ones are one. Questions that their paragraph does not answer are left out. */
export function toParagraphSet({ language, articles }: SquadArticles): QuestionSet {
	const places = new Map<string, number>();
	const questions = paragraphsOf(articles).flatMap(({ context, qas }) => {
		const passage = places.get(context) ?? places.size;
		places.set(context, passage);
		return qas.flatMap(({ id, question, is_impossible }) => (is_impossible ? [] : [{ id, text: question, passage }]));
	});
	return { language, passages: [...places.keys()], questions };
}

/**
 * Each sentence is a passage, equal ones too; the one in which the answer begins is right. Where several people answered, the first
 * counts.
 *
 * @throws {Error} If the paragraphs do not come with their sentences, or an answer begins in none of them.
 */
export function toSentenceSet({ language, articles }: SquadArticles): QuestionSet {
	const passages: string[] = [];
	const questions = paragraphsOf(articles).flatMap(({ sentences, sentence_breaks: breaks, qas }) => {
		if (sentences === undefined || breaks === undefined || sentences.length !== breaks.length)
			throw new Error(
				`The paragraphs of language "${language}" do not come with their sentences: expected \`sentences\` and \`sentence_breaks\` of one length, as in XQuAD-R`,
			);
		const first = passages.length;
		passages.push(...sentences);
		return qas.flatMap(({ id, question, is_impossible, answers: [answer] }) => {
			if (is_impossible) return [];
			const at = breaks.findIndex(
				([start, end]) => answer && answer.answer_start >= start && answer.answer_start < end,
			);
			if (at < 0)
				throw new Error(`The answer to question ${id} in "${language}" begins in no sentence of its paragraph`);
			return [{ id, text: question, passage: first + at }];
		});
	});
	return { language, passages, questions };
}

/**
 * At most `count` questions of each set; the passages stay. Which ones depends on nothing but their ids, so that sets in several
 * languages keep the same questions, and a larger sample holds every smaller one.
 */
export function sampleQuestions(sets: readonly QuestionSet[], count: number): QuestionSet[] {
	return sets.map((set) => {
		const ids = [...new Set(set.questions.map(({ id }) => id))];
		const kept = new Set(inSeededOrder(ids, (id) => id).slice(0, count));
		return { ...set, questions: set.questions.filter(({ id }) => kept.has(id)) };
	});
}

/** Names what is asked and of which passages, whatever the order of the languages. */
export function hashOfSets(sets: readonly QuestionSet[]): string {
	return hashOf(sets.map((set) => JSON.stringify(set)).sort());
}

function paragraphsOf(articles: SquadArticles['articles']): readonly SquadParagraph[] {
	return articles.flatMap(({ paragraphs }) => paragraphs);
}
