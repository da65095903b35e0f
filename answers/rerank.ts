import { textOf } from '../articles/document.js';
import type { Reranker } from '../embeddings/reranker.js';
import { zip } from '../articles/zip.js';
import type { Candidate } from './sentences.js';

/** Candidates that are read together with the question, at most: each costs a pass through the model. */
const READ = 16;

/**
 * The best candidates in the order in which a reranker puts them, then the others. Scores stay with the ranks: how far a sentence lies
 * behind another, and whether there is an answer at all, is judged by the evidence and not by the reranker.
 *
 * @param candidates best first
 * @throws {Error} If the reranker fails.
 */
export async function rerank(
	reranker: Reranker | undefined,
	question: string,
	candidates: readonly Candidate[],
): Promise<readonly Candidate[]> {
	if (reranker === undefined || candidates.length < 2) return candidates;
	const best = candidates.slice(0, READ);
	// the title often names what the sentence only calls "the district"
	const texts = best.map(({ document, span }) => `${document.title}\n${textOf(document, span)}`);
	const read = zip(best, await reranker.score(question, texts)).sort(([, a], [, b]) => b - a);
	const placed = zip(read, best).map(([[candidate], { score }]) => ({ ...candidate, score }));
	return [...placed, ...candidates.slice(READ)];
}
