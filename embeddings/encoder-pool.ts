import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Embedding, Encoder, Role, Tokens } from './encoder.js';
import { fromRagged, toRagged, type Job, type Outcome, type WorkerData } from './encoder-protocol.js';
import { readModelCard, spaceOf, verifyModelFiles, vocabularyOf } from './model-card.js';
import { PACKAGE_ROOT } from './package-root.js';

/** Texts in one job: few enough that threads share a document's passages, enough that messages cost nothing beside them. */
const TEXTS_PER_JOB = 16;
/** Jobs that may wait for each thread before a caller with passages has to wait too. Bounds memory while a corpus is read. */
const WAITING_PER_THREAD = 8;

interface Waiting {
	readonly job: Job;
	resolve(outcome: Outcome): void;
	reject(error: Error): void;
}

export interface EncoderPoolOptions {
	/** Worker threads; each holds a copy of the model. */
	readonly threads: number;
}

/**
 * Loads the model in `folder` into worker threads, so that the caller's event loop stays free.
 *
 * Questions overtake passages that wait. Callers with passages are held back while many wait already.
 *
 * @throws {Error} If the folder holds no model, or files other than its card says.
 */
export async function openEncoderPool(folder: string, { threads }: EncoderPoolOptions): Promise<Encoder> {
	const card = await readModelCard(folder);
	await verifyModelFiles(folder, card);
	const pool = new Pool();
	const maxTokens = await pool.start(folder, threads);

	return {
		id: spaceOf(card),
		dimension: card.dimension,
		maxTokens,
		vocabulary: vocabularyOf(card),
		async tokenize(texts) {
			const parts = await Promise.all(chunks(texts).map((part) => pool.run({ kind: 'tokenize', texts: part }, texts.length === 1)));
			return parts.flatMap((part) => (part.kind === 'tokenize' ? fromRagged(part.texts) : unexpected(part)));
		},
		async encode(texts: readonly Tokens[], role: Role) {
			const parts = await Promise.all(
				chunks(texts).map((part) => pool.run({ kind: 'encode', role, texts: toRagged(part) }, role === 'query')),
			);
			return parts.flatMap((part) => (part.kind === 'encode' ? rowsOf(part.vectors, card.dimension) : unexpected(part)));
		},
		close: () => pool.close(),
	};
}

/** Threads that do one job each at a time, and the jobs that wait for one. */
class Pool {
	readonly #workers: Worker[] = [];
	readonly #idle: Worker[] = [];
	readonly #urgent: Waiting[] = [];
	readonly #patient: Waiting[] = [];
	readonly #running = new Map<Worker, Waiting>();
	readonly #heldBack: (() => void)[] = [];
	#closed: Error | undefined;

	/** Starts the threads. Returns the most tokens the model reads. */
	async start(folder: string, threads: number): Promise<number> {
		const file = join(PACKAGE_ROOT, 'dist', 'embeddings', 'encoder-worker.js');
		const ready = Array.from({ length: Math.max(1, threads) }, () => {
			const worker = new Worker(file, { workerData: { folder } satisfies WorkerData });
			this.#workers.push(worker);
			return new Promise<Outcome>((resolve, reject) => {
				this.#running.set(worker, { job: { kind: 'tokenize', texts: [] }, resolve, reject });
				worker.on('message', (outcome: Outcome) => { this.#finish(worker, outcome); });
				worker.on('error', (error) => { this.#stop(new Error('An encoder thread stopped', { cause: error })); });
			});
		});
		try {
			const [first] = await Promise.all(ready);
			return first?.kind === 'ready' ? first.maxTokens : unexpected(first);
		} catch (error) {
			await this.close();
			throw error;
		}
	}

	async run(job: Job, urgent: boolean): Promise<Outcome> {
		while (!urgent && this.#closed === undefined && this.#patient.length >= WAITING_PER_THREAD * this.#workers.length) {
			await new Promise<void>((resolve) => this.#heldBack.push(resolve));
		}
		if (this.#closed !== undefined) throw this.#closed;
		return new Promise((resolve, reject) => {
			(urgent ? this.#urgent : this.#patient).push({ job, resolve, reject });
			this.#assign();
		});
	}

	async close(): Promise<void> {
		this.#stop(new Error('The encoder is closed'));
		await Promise.all(this.#workers.map((worker) => worker.terminate()));
	}

	#assign(): void {
		while (this.#idle.length > 0) {
			const next = this.#urgent.shift() ?? this.#patient.shift();
			if (next === undefined) return;
			const worker = this.#idle.pop() as Worker; // the loop's condition
			this.#running.set(worker, next);
			worker.postMessage(next.job);
			this.#heldBack.shift()?.();
		}
	}

	#finish(worker: Worker, outcome: Outcome): void {
		const waiting = this.#running.get(worker);
		this.#running.delete(worker);
		this.#idle.push(worker);
		if (outcome.kind === 'failed') waiting?.reject(new Error(outcome.message));
		else waiting?.resolve(outcome);
		this.#assign();
	}

	#stop(reason: Error): void {
		this.#closed ??= reason;
		for (const { reject } of [...this.#running.values(), ...this.#urgent.splice(0), ...this.#patient.splice(0)]) reject(reason);
		this.#running.clear();
		for (const resume of this.#heldBack.splice(0)) resume();
	}
}

function chunks<T>(items: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(items.length / TEXTS_PER_JOB) }, (_, i) =>
		items.slice(i * TEXTS_PER_JOB, (i + 1) * TEXTS_PER_JOB),
	);
}

function rowsOf(vectors: Float32Array, dimension: number): Embedding[] {
	// made by toEmbedding in the thread
	return Array.from({ length: vectors.length / dimension }, (_, row) => vectors.slice(row * dimension, (row + 1) * dimension) as Embedding);
}

function unexpected(outcome: Outcome | undefined): never {
	throw new Error(`An encoder thread answered with "${outcome?.kind ?? 'nothing'}"`);
}
