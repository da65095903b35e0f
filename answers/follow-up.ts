import { toEmbedding } from '../embeddings/encoder.js';
import type { EncodedQuestion } from '../index/question.js';

/**
 * What the earlier question's terms, and its vector, count beside those of the one that follows. Of 0.25 to 1 each, these found most
 * of what follow-ups to questions about the sample articles ask for; more spoils questions that follow and are about something else.
 */
const IMPORTANCE = { terms: 0.7, vector: 0.75 };

/**
 * A question that is searched for together with the one that it follows, which tells what "it" is. Only passages are found by both:
 * of their sentences, the one that answers the earlier question is not wanted again.
 */
export function joinFollowUp(question: EncodedQuestion, earlier: EncodedQuestion): EncodedQuestion {
	const { tokens, words } = earlier;
	const sum = question.embedding.map((value, i) => value + IMPORTANCE.vector * (earlier.embedding[i] ?? Number.NaN));
	return {
		...question,
		language: question.language === 'und' ? earlier.language : question.language,
		earlier: { embedding: toEmbedding(sum), tokens, words, importance: IMPORTANCE.terms },
	};
}
