import { fromMessage, rowsOf } from './document-message.js';
import { encodeDocument } from './encode-document.js';
import type { Encoder } from './encoder.js';
import { transferOf, type Outcome, type WorkerData } from './encoder-protocol.js';
import { readModelCard, spaceOf, verifyModelFiles, vocabularyOf, type ModelCard } from './model-card.js';
import { startModelThread } from './model-thread.js';
import { fromRagged, toRagged } from './ragged.js';
import { ThreadPool } from './thread-pool.js';
import { zip } from '../articles/zip.js';

/** Texts in one job of cutting: threads share the documents in work, and messages cost little beside the work. */
const TEXTS_PER_JOB = 64;
/** Forward passes in one job: with a large model, a question waits for no more than these. */
const BATCHES_PER_JOB = 4;

/** Characters of a document that one job encodes: about two hundred passages. Longer ones go in pieces. */
const LONG_DOCUMENT = 100_000;

export interface EncoderPoolOptions {
	/** Worker threads; each holds a copy of the model. */
	readonly threads: number;
}

/**
 * Loads the model in `folder` into worker threads, so that the caller's event loop stays free.
 *
 * Questions overtake passages that wait. Callers with passages are held back while many wait already. A thread that dies
 * fails the job it had and is replaced.
 *
 * @throws {Error} If the folder holds no model, or files other than its card says.
 */
export async function openEncoderPool(folder: string, options: EncoderPoolOptions): Promise<Encoder> {
	const card = await readModelCard(folder);
	await verifyModelFiles(folder, card);
	return startEncoderPool(folder, card, options);
}

/**
 * {@link openEncoderPool} by a card that need not stand in the folder yet, its sums not compared.
 *
 * @throws {Error} If the model does not load.
 */
export async function startEncoderPool(
	folder: string,
	card: ModelCard,
	{ threads }: EncoderPoolOptions,
): Promise<Encoder> {
	const pool = new ThreadPool(
		() => startModelThread('encoder-worker.js', { folder, card } satisfies WorkerData),
		transferOf,
	);
	const maxTokens = await pool.start(threads);
	const encoder: Encoder = {
		id: spaceOf(card),
		dimension: card.dimension,
		maxTokens,
		vocabulary: vocabularyOf(card),
		async tokenize(texts) {
			const urgent = texts.length === 1;
			const parts = await Promise.all(
				chunks(texts, TEXTS_PER_JOB).map(async (part) => {
					const outcome = await pool.run(() => ({ kind: 'tokenize', texts: part }), { urgent });
					return outcome.kind === 'tokenize' ? fromRagged(outcome.texts) : unexpected(outcome);
				}),
			);
			return parts.flat();
		},
		async encode(texts, role, { urgent = role === 'query' } = {}) {
			const parts = await Promise.all(
				chunks(texts, card.batchSize * BATCHES_PER_JOB).map(async (part) => {
					const outcome = await pool.run(() => ({ kind: 'encode', role, texts: toRagged(part) }), { urgent });
					return outcome.kind === 'encode' ? rowsOf(outcome.vectors, part.length) : unexpected(outcome);
				}),
			);
			return parts.flat();
		},
		async encodeQuestions(texts) {
			const parts = await Promise.all(
				chunks(texts, TEXTS_PER_JOB).map(async (part) => {
					const outcome = await pool.run(() => ({ kind: 'question', texts: part }), { urgent: true });
					if (outcome.kind !== 'question') unexpected(outcome);
					return zip(fromRagged(outcome.texts), rowsOf(outcome.vectors, part.length));
				}),
			);
			return parts.flat().map(([tokens, embedding]) => ({ tokens, embedding }));
		},
		async encodeDocument(document, passageTokens) {
			const limit = Math.min(passageTokens, maxTokens);
			// a book must not keep a thread to itself while someone asks
			if (document.text.length > LONG_DOCUMENT) return encodeDocument(encoder, document, limit);
			const { title, text, language, blocks } = document;
			const job = { kind: 'document', document: { title, text, language, blocks }, maxTokens: limit } as const;
			const outcome = await pool.run(() => job, { urgent: false });
			return outcome.kind === 'document' ? fromMessage(outcome.message) : unexpected(outcome);
		},
		close: () => pool.close(),
	};
	return encoder;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function unexpected(outcome: Outcome): never {
	throw new Error(`An encoder thread answered with "${outcome.kind}"`);
}
