import type { Worker } from 'node:worker_threads';
import type { Job, Outcome } from './encoder-protocol.js';

/** Jobs that may wait for each thread before a caller with passages waits too. Bounds memory while a corpus is read. */
const WAITING_PER_THREAD = 8;

/** Threads that may die with no job done in between before the pool gives up: enough for a mishap, not for a loop. */
const MOST_DEATHS = 3;

/** How long a thread may take to end by itself. */
const END_TIMEOUT_MS = 3000;

interface Waiting<TJob, TOutcome> {
	readonly job: TJob;
	readonly resolve: (outcome: TOutcome) => void;
	readonly reject: (error: Error) => void;
}

interface Ready {
	readonly kind: 'ready';
	readonly maxTokens: number;
}

interface Failed {
	readonly kind: 'failed';
	readonly message: string;
}

/** The last message to a thread: it ends when what it does is done, and answers no more. */
const CLOSE = { kind: 'close' };

export interface RunOptions {
	/** Overtakes what is not urgent, and is never held back. */
	readonly urgent: boolean;
}

/** Threads that do one job each at a time, and the jobs that wait for one. A thread that dies is replaced. */
export class ThreadPool<TJob = Job, TOutcome extends { readonly kind: string } = Outcome> {
	readonly #startThread: () => Worker;
	readonly #transferOf: (job: TJob) => ArrayBuffer[];
	readonly #workers = new Set<Worker>();
	readonly #idle: Worker[] = [];
	readonly #urgent: Waiting<TJob, TOutcome>[] = [];
	readonly #patient: Waiting<TJob, TOutcome>[] = [];
	readonly #running = new Map<Worker, Waiting<TJob, TOutcome>>();
	readonly #heldBack: (() => void)[] = [];
	#started = false;
	#deaths = 0;
	#closed: Error | undefined;

	/**
	 * A thread says `ready` or `failed` first, then answers each job with one outcome, or with `failed`.
	 *
	 * @param transferOf the buffers of a job that go over to the thread instead of being copied; nobody else may hold them
	 */
	constructor(startThread: () => Worker, transferOf: (job: TJob) => ArrayBuffer[] = () => []) {
		this.#startThread = startThread;
		this.#transferOf = transferOf;
	}

	/**
	 * Starts the threads. Returns the most tokens the model reads.
	 *
	 * @throws {Error} If one cannot start; none is left running then.
	 */
	async start(threads: number): Promise<number> {
		try {
			const [maxTokens = 0] = await Promise.all(Array.from({ length: Math.max(1, threads) }, () => this.#launch()));
			this.#started = true;
			return maxTokens;
		} catch (error) {
			await this.close();
			throw error;
		}
	}

	/**
	 * Does the job that `makeJob` makes when there is room for it to wait.
	 *
	 * @throws {Error} If the job fails, if its thread dies, or if the pool closes before the job is done.
	 */
	async run(makeJob: () => TJob, { urgent }: RunOptions): Promise<TOutcome> {
		while (!urgent && this.#closed === undefined && this.#patient.length >= WAITING_PER_THREAD * this.#workers.size) {
			await new Promise<void>((resolve) => this.#heldBack.push(resolve));
		}
		if (this.#closed !== undefined) throw this.#closed;
		return new Promise((resolve, reject) => {
			(urgent ? this.#urgent : this.#patient).push({ job: makeJob(), resolve, reject });
			this.#assign();
		});
	}

	/** Refuses what is not done yet and ends the threads. */
	async close(): Promise<void> {
		this.#refuse(new Error('The encoder is closed'));
		await Promise.all([...this.#workers].map(end));
	}

	/** Starts one thread. Resolves, with the most tokens its model reads, when the thread takes jobs. */
	#launch(): Promise<number> {
		return new Promise((resolve, reject) => {
			const worker = this.#startThread();
			this.#workers.add(worker);
			// the contract of the constructor
			worker.once('message', (first: Ready | Failed) => {
				if (first.kind !== 'ready') {
					reject(new Error(first.message));
					return;
				}
				worker.on('message', (outcome: TOutcome | Failed) => {
					this.#finish(worker, outcome);
				});
				this.#idle.push(worker);
				resolve(first.maxTokens);
				this.#assign();
			});
			let cause: Error | undefined;
			worker.on('error', (error: Error) => {
				cause = error;
			});
			// an error is followed by an exit; a thread may also exit without one
			worker.on('exit', (code) => {
				const reason = new Error(`An encoder thread stopped: ${cause?.message ?? `exit code ${code}`}`, { cause });
				reject(reason);
				this.#bury(worker, reason);
			});
		});
	}

	#assign(): void {
		for (;;) {
			const worker = this.#idle.at(-1);
			const next = worker && (this.#urgent.shift() ?? this.#patient.shift());
			if (worker === undefined || next === undefined) return;
			this.#idle.pop();
			this.#running.set(worker, next);
			worker.postMessage(next.job, this.#transferOf(next.job));
			this.#heldBack.shift()?.();
		}
	}

	#finish(worker: Worker, outcome: TOutcome | Failed): void {
		const waiting = this.#running.get(worker);
		this.#running.delete(worker);
		this.#idle.push(worker);
		this.#deaths = 0;
		if (isFailed(outcome)) waiting?.reject(new Error(outcome.message));
		else waiting?.resolve(outcome);
		this.#assign();
	}

	/** Forgets a dead thread, fails the job it had, and starts another in its place. */
	#bury(worker: Worker, reason: Error): void {
		const waiting = this.#running.get(worker);
		this.#running.delete(worker);
		this.#workers.delete(worker);
		const place = this.#idle.indexOf(worker);
		if (place >= 0) this.#idle.splice(place, 1);
		waiting?.reject(reason);
		if (!this.#started || this.#closed !== undefined) return;
		this.#deaths++;
		if (this.#deaths > MOST_DEATHS) this.#giveUp(reason);
		else {
			this.#launch().catch((error: unknown) => {
				this.#giveUp(error instanceof Error ? error : reason);
			});
		}
	}

	#giveUp(reason: Error): void {
		this.#refuse(reason);
		for (const worker of this.#workers) void worker.terminate();
	}

	#refuse(reason: Error): void {
		this.#closed ??= reason;
		const waiting = [...this.#running.values(), ...this.#urgent.splice(0), ...this.#patient.splice(0)];
		this.#running.clear();
		for (const { reject } of waiting) reject(reason);
		for (const resume of this.#heldBack.splice(0)) resume();
	}
}

function isFailed(outcome: { readonly kind: string }): outcome is Failed {
	return outcome.kind === 'failed';
}

/** Lets a thread end what it does: one that is killed in the midst of a forward pass can take the program with it. */
async function end(worker: Worker): Promise<void> {
	const exit = new Promise<void>((resolve) => {
		worker.once('exit', () => {
			resolve();
		});
	});
	worker.postMessage(CLOSE);
	const timer = setTimeout(() => void worker.terminate(), END_TIMEOUT_MS);
	await exit;
	clearTimeout(timer);
}
