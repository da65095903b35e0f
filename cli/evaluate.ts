import type { Document, DocumentId } from '../articles/document.js';
import { cosine, type Embedding } from '../embeddings/encoder.js';
import type { Collection } from '../index/collection.js';
import { meanOf, ndcgAt } from '../index/metrics.js';
import { encodeQuestions, tokenizeBoth, type EncodedQuestion, type Models } from '../index/question.js';
import { retrieve } from '../index/retriever.js';
import { openInMemory } from './in-memory.js';
import type { QuestionSet } from './squad.js';

/** nDCG@10 by question language, then by passage language. */
export type Matrix = Record<string, Record<string, number>>;

export interface Evaluation {
	readonly languages: readonly string[];
	/** Of one language. */
	readonly questions: number;
	readonly model: string;
	/** Of the whole retriever. */
	readonly 'ndcg@10': Matrix;
	/** Of the vectors alone, searched exactly. */
	readonly dense: Matrix;
	/** Means over the languages; over the ordered pairs of different ones. */
	readonly within: number;
	readonly across: number;
	readonly denseWithin: number;
	readonly denseAcross: number;
	readonly seconds: number;
}

const K = 10;

/** Asks the questions of every language of the passages of every language: passages of one language at a time are searched. */
export async function evaluate(
	models: Models,
	sets: readonly QuestionSet[],
	onProgress: (done: number, total: number) => void,
): Promise<Evaluation> {
	const began = performance.now();
	const questions = new Map<string, EncodedQuestion[]>();
	for (const { language, questions: asked } of sets) {
		questions.set(
			language,
			await encodeQuestions(
				models,
				asked.map(({ text }) => text),
				language,
			),
		);
	}
	const full: Matrix = {};
	const dense: Matrix = {};
	let done = 0;
	for (const passages of sets) {
		const { collection, embeddings } = await openPassages(models, passages);
		const passageOf = new Map(passages.questions.map(({ id, passage }) => [id, passage]));
		for (const asked of sets) {
			const gains: { full: number; dense: number }[] = [];
			for (const [i, { id }] of asked.questions.entries()) {
				const relevant = passageOf.get(id);
				const question = questions.get(asked.language)?.[i];
				if (relevant === undefined || question === undefined) continue;
				const { hits } = retrieve(collection, models.lexicon.neighbours, question, { k: K });
				const found = hits.findIndex(({ passageId }) => passageId === relevant + 1);
				gains.push({
					full: ndcgAt(K, found < 0 ? Infinity : found + 1),
					dense: ndcgAt(K, exactRank(question.embedding, embeddings, relevant)),
				});
			}
			(full[asked.language] ??= {})[passages.language] = meanOf(gains.map((gain) => gain.full));
			(dense[asked.language] ??= {})[passages.language] = meanOf(gains.map((gain) => gain.dense));
			onProgress(++done, sets.length ** 2);
			// lets signals and the progress bar through
			await new Promise(setImmediate);
		}
		collection.store.close();
	}
	return {
		languages: sets.map(({ language }) => language),
		questions: sets[0]?.questions.length ?? 0,
		model: models.encoder.id,
		'ndcg@10': full,
		dense,
		within: meanOf(cellsOf(full, true)),
		across: meanOf(cellsOf(full, false)),
		denseWithin: meanOf(cellsOf(dense, true)),
		denseAcross: meanOf(cellsOf(dense, false)),
		seconds: (performance.now() - began) / 1000,
	};
}

/** A collection in memory in which passage i, whole, is passage i + 1 of the store. */
async function openPassages(
	models: Models,
	{ language, passages }: QuestionSet,
): Promise<{ collection: Collection; embeddings: Embedding[] }> {
	const collection = await openInMemory(models);
	const { own, lexical } = await tokenizeBoth(models, passages);
	const embeddings = await models.encoder.encode(own, 'passage');
	for (const [i, text] of passages.entries()) {
		const span = { start: 0, end: text.length };
		const document: Document = {
			id: String(i) as DocumentId, // in this store alone
			revision: '1',
			source: String(i),
			title: '',
			language,
			publishedAt: null,
			text,
		};
		const [tokens, embedding] = [lexical[i], embeddings[i]];
		if (tokens === undefined || embedding === undefined)
			throw new Error(`Expected ${passages.length} embeddings, got ${embeddings.length}`);
		await collection.put(document, [{ span, sentences: [span], tokens: [tokens], embedding }]);
	}
	return { collection, embeddings };
}

/** Rank of passage `relevant`, from 1. A tie counts against it. */
function exactRank(question: Embedding, embeddings: readonly Embedding[], relevant: number): number {
	const scores = embeddings.map((embedding) => cosine(question, embedding));
	const own = scores[relevant] ?? Number.NaN;
	return scores.filter((score, i) => i !== relevant && score >= own).length + 1;
}

function cellsOf(matrix: Matrix, within: boolean): number[] {
	return Object.entries(matrix).flatMap(([asked, row]) =>
		Object.entries(row).flatMap(([passages, value]) => ((asked === passages) === within ? [value] : [])),
	);
}
