import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rerank } from '../../answers/rerank.js';
import type { Candidate } from '../../answers/sentences.js';
import type { Reranker } from '../../embeddings/reranker.js';
import { documentOf } from '../support/collections.js';

const EVIDENCE: Candidate['evidence'] = {
	passageScore: 0,
	passageCosine: 0,
	passageShare: 0,
	passageNearness: 0,
	sentenceCosine: 0,
	sentenceShare: 0,
	sentenceNearness: 0,
	contextNearness: 0,
	number: 0,
	quantities: 0,
	crowd: 0,
	sameLanguage: true,
};

/** Candidates, best first, of articles of one sentence that is their number. */
function candidatesOf(count: number): Candidate[] {
	return Array.from({ length: count }, (_, i) => {
		const document = documentOf(`${i}.txt`, `Sentence ${i}.`);
		const span = { start: 0, end: document.text.length };
		return { document, span, passage: span, score: -i, evidence: EVIDENCE };
	});
}

/** Scores texts by what `judge` says of them, and keeps what it was asked. */
function rerankerOf(judge: (text: string, place: number) => number) {
	const asked: { question: string; texts: readonly string[] }[] = [];
	const reranker: Reranker = {
		name: 'owner/name',
		score: async (question, texts) => {
			asked.push({ question, texts });
			return texts.map(judge);
		},
		close: () => Promise.resolve(),
	};
	return { reranker, asked };
}

const sourcesOf = (candidates: readonly Candidate[]) => candidates.map(({ document }) => document.source);

describe('rerank', () => {
	it('leaves the order alone where there is no reranker, and nothing to put in order', async () => {
		const { reranker, asked } = rerankerOf(() => 1);
		const candidates = candidatesOf(3);
		expect(await rerank(undefined, 'which?', candidates)).toBe(candidates);
		expect(await rerank(reranker, 'which?', [])).toEqual([]);
		expect(await rerank(reranker, 'which?', candidates.slice(0, 1))).toEqual(candidates.slice(0, 1));
		expect(asked).toEqual([]);
	});

	it('reads the question with each title and sentence, and puts the greatest score first', async () => {
		const { reranker, asked } = rerankerOf((_, place) => place);
		const ordered = await rerank(reranker, 'which?', candidatesOf(3));
		expect(asked).toEqual([
			{ question: 'which?', texts: ['Notes\nSentence 0.', 'Notes\nSentence 1.', 'Notes\nSentence 2.'] },
		]);
		expect(sourcesOf(ordered)).toEqual(['2.txt', '1.txt', '0.txt']);
	});

	it('moves no more than the best sixteen, loses none, and leaves the scores with the ranks', async () => {
		const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: 30 }), scores, async (count, given) => {
				const { reranker } = rerankerOf((_, place) => given[place]!);
				const before = candidatesOf(count);
				const after = await rerank(reranker, 'which?', before);
				expect(after.map(({ score }) => score)).toEqual(before.map(({ score }) => score));
				expect(sourcesOf(after.slice(16))).toEqual(sourcesOf(before.slice(16)));
				expect(sourcesOf(after).sort()).toEqual(sourcesOf(before).sort());
				const placed = after.slice(0, 16).map(({ document }) => given[Number.parseInt(document.source)]!);
				if (count > 1) expect(placed).toEqual([...placed].sort((a, b) => b - a));
			}),
		);
	});

	it('keeps the order of what scores alike', async () => {
		const { reranker } = rerankerOf((_, place) => (place === 2 ? 1 : 0.5));
		expect(sourcesOf(await rerank(reranker, 'which?', candidatesOf(4)))).toEqual(['2.txt', '0.txt', '1.txt', '3.txt']);
	});
});
