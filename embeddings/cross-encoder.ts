import { verifyModelFiles, readRerankerCard, type RerankerCard } from './model-card.js';
import { startModelThread } from './model-thread.js';
import type { Reranker } from './reranker.js';
import { ThreadPool } from './thread-pool.js';

/** What the thread of a cross-encoder is given at its start. */
export interface CrossEncoderData {
	readonly folder: string;
	readonly card: RerankerCard;
}

/** What the thread is asked, one message each; `close` is the last. */
export type ScoreJob =
	{ readonly kind: 'score'; readonly question: string; readonly texts: readonly string[] } | { readonly kind: 'close' };

/** What the thread answers besides `ready` and `failed`. */
export interface ScoreOutcome {
	readonly kind: 'score';
	/** In the order of the texts. */
	readonly scores: readonly number[];
}

export interface CrossEncoderOptions {
	/** Worker threads; each holds a copy of the model. */
	readonly threads: number;
}

/**
 * Loads the reranker in `folder` into worker threads, so that the caller's event loop stays free. A thread that dies fails what it
 * had and is replaced.
 *
 * @throws {Error} If the folder holds no reranker, or files other than its card says.
 */
export async function openCrossEncoder(folder: string, options: CrossEncoderOptions): Promise<Reranker> {
	const card = await readRerankerCard(folder);
	await verifyModelFiles(folder, card);
	return startCrossEncoder(folder, card, options);
}

/**
 * {@link openCrossEncoder} by a card that need not stand in the folder yet, its sums not compared.
 *
 * @throws {Error} If the model does not load.
 */
export async function startCrossEncoder(
	folder: string,
	card: RerankerCard,
	{ threads }: CrossEncoderOptions,
): Promise<Reranker> {
	const data: CrossEncoderData = { folder, card };
	const pool = new ThreadPool<ScoreJob, ScoreOutcome>(() => startModelThread('cross-encoder-worker.js', data));
	await pool.start(threads);
	return {
		name: card.name,
		async score(question, texts) {
			const size = Math.max(1, Math.ceil(texts.length / threads));
			const parts: Promise<ScoreOutcome>[] = [];
			for (let start = 0; start < texts.length; start += size) {
				const job = { kind: 'score', question, texts: texts.slice(start, start + size) } as const;
				parts.push(pool.run(() => job, { urgent: true }));
			}
			return (await Promise.all(parts)).flatMap(({ scores }) => scores);
		},
		close: () => pool.close(),
	};
}
