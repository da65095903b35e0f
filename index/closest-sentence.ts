import { cosine, type Tokens } from '../embeddings/encoder.js';
import type { WordForms } from '../embeddings/word-forms.js';

/**
 * How near the nearest of a passage's sentences comes to a question in meaning, in [-1, 1]: the vector of a whole passage speaks of all
 * that stands around the one sentence that answers. By the lexicon's own vectors, whatever model makes those of passages.
 *
 * @param sentences the tokens of each; of a passage that has none, or a question without meaning, -1
 */
export function closestSentence(
	words: Pick<WordForms, 'meaningOf'>,
	question: Tokens,
	sentences: readonly Tokens[],
): number {
	const asked = words.meaningOf(question);
	if (asked === undefined) return -1;
	let closest = -1;
	for (const tokens of sentences) {
		const meaning = words.meaningOf(tokens);
		if (meaning !== undefined) closest = Math.max(closest, cosine(asked, meaning));
	}
	return closest;
}
