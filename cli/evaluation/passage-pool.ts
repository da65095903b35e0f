import type { Document, DocumentId } from '../../articles/document.js';
import { splitSentences } from '../../articles/sentences.js';
import { concatenated } from '../../embeddings/encode-document.js';
import type { Embedding } from '../../embeddings/encoder.js';
import { zip } from '../../articles/zip.js';
import type { Collection } from '../../index/collection.js';
import { encodeQuestions, tokenizeBoth, type EncodedQuestion, type Models } from '../../index/question.js';
import type { PassageId } from '../../index/ranking.js';
import { openInMemory } from '../in-memory.js';
import type { QuestionSet } from './question-set.js';

/** The passages of one or more languages in one collection that is not kept. */
export interface PassagePool {
	readonly collection: Collection;
	/** In the order of the sets. */
	readonly passages: readonly PooledPassage[];
	/** Of every question id, the passages that answer it: one of each language in which it is asked. */
	readonly answers: ReadonlyMap<string, readonly PooledPassage[]>;
}

export interface PooledPassage {
	readonly id: PassageId;
	/** In {@link PassagePool.passages}. */
	readonly place: number;
	/** As the set names it. */
	readonly language: string;
	readonly embedding: Embedding;
}

/** A question of a set, in the forms in which it is searched for. */
export interface AskedQuestion {
	readonly id: string;
	readonly encoded: EncodedQuestion;
}

/** Puts each passage of the sets, whole, cut into sentences as ingestion does, into one collection; to be closed by its store. */
export async function openPool(models: Models, sets: readonly QuestionSet[]): Promise<PassagePool> {
	const collection = await openInMemory(models);
	const embeddings: { language: string; embedding: Embedding }[] = [];
	for (const { language, passages: texts } of sets) {
		const cut = texts.map((text) => splitSentences(text, language));
		const { own, lexical } = await tokenizeBoth(
			models,
			zip(texts, cut).flatMap(([text, spans]) => spans.map(({ start, end }) => text.slice(start, end))),
		);
		const counts = cut.map(({ length }) => length);
		const whole = grouped(own, counts).map(concatenated);
		const embedded = await models.encoder.encode(whole, 'passage');
		for (const [[text, sentences], [tokens, embedding]] of zip(
			zip(texts, cut),
			zip(grouped(lexical, counts), embedded),
		)) {
			const span = { start: 0, end: text.length };
			const passage = { span, sentences, tokens, context: [], contextTokens: [], embedding };
			await collection.put(documentOf(language, text, embeddings.length), [passage]);
			embeddings.push({ language, embedding });
		}
	}
	// a set keeps the order in which ids were added
	const passages = zip([...collection.vectors.ids], embeddings).map(([id, passage], place) => ({
		id,
		place,
		...passage,
	}));
	return { collection, passages, answers: answersOf(sets, passages) };
}

/** Parts a list into lists of these lengths. */
function grouped<T>(items: readonly T[], lengths: readonly number[]): T[][] {
	let at = 0;
	return lengths.map((length) => items.slice(at, (at += length)));
}

/** @param rewrite what is asked in the place of a question's text */
export async function encodeSet(
	models: Models,
	{ language, questions }: QuestionSet,
	rewrite: (text: string) => string = (text) => text,
): Promise<AskedQuestion[]> {
	const encoded = await encodeQuestions(
		models,
		questions.map(({ text }) => rewrite(text)),
		language,
	);
	return zip(questions, encoded).map(([{ id }, question]) => ({ id, encoded: question }));
}

function documentOf(language: string, text: string, place: number): Document {
	return {
		id: String(place) as DocumentId, // in this store alone
		revision: '1',
		source: String(place),
		title: '',
		language,
		publishedAt: null,
		text,
		blocks: [{ kind: 'paragraph', start: 0, end: text.length, under: -1, anchor: null, list: -1 }],
		leftOut: [],
	};
}

function answersOf(sets: readonly QuestionSet[], passages: readonly PooledPassage[]): Map<string, PooledPassage[]> {
	const answers = new Map<string, PooledPassage[]>();
	let first = 0;
	for (const { passages: texts, questions } of sets) {
		for (const { id, passage } of questions) {
			const right = passages[first + passage];
			if (right !== undefined) answers.set(id, [...(answers.get(id) ?? []), right]);
		}
		first += texts.length;
	}
	return answers;
}
