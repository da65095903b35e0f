import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ArticleFile, Library } from '../../commands/services.js';
import { PACKAGE_ROOT } from '../../embeddings/package-root.js';
import { libraryOfCalls, toError, type LibraryCall, type LibraryConfig, type LibraryReply } from './protocol.js';

export interface LibraryThread {
	/** Every call is done in the thread. What is thrown there is thrown here: an `Error` of the same name, message and stack. */
	readonly library: Library;
	/**
	 * Saves the indexes and ends the thread. Calls that are not done are refused.
	 *
	 * @throws {Error} If the indexes could not be saved; what was stored is safe in any case.
	 */
	readonly close: () => Promise<void>;
	/** Is told, once, why the thread ended though nobody had closed it. All calls are refused from then on. */
	readonly onDeath: (listener: (error: Error) => void) => void;
}

export interface LibraryThreadOptions {
	/** Is told, in a sentence, what is worth a line in the log. */
	readonly onNotice?: (notice: string) => void;
}

interface Waiting {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
}

/** A question leaves some megabytes of short-lived values behind: with Node's default they are collected several times while it is answered. */
const YOUNG_GENERATION_MB = 96;

/** How long the thread may take to save its indexes. */
const CLOSE_TIMEOUT_MS = 60_000;

/**
 * Opens the library in a thread of its own, with the database, the indexes and the encoder's threads, so that nothing that is read,
 * encoded or searched keeps the caller's event loop waiting.
 *
 * @throws {Error} If the store or the model cannot be opened.
 */
export async function openLibraryThread(
	config: LibraryConfig,
	{ onNotice }: LibraryThreadOptions = {},
): Promise<LibraryThread> {
	const { dataFolder, threads, keepDays, reranker } = config;
	const worker = new Worker(join(PACKAGE_ROOT, 'dist', 'bot', 'library', 'worker.js'), {
		// no more of the configuration than is needed: it holds secrets
		workerData: { dataFolder, threads, keepDays, reranker } satisfies LibraryConfig,
		stdout: true,
		resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
	});
	// standard output is the program's
	worker.stdout.on('data', (text: Buffer) => process.stderr.write(text));

	const waiting = new Map<number, Waiting>();
	const listeners: ((error: Error) => void)[] = [];
	let last = 0;
	let ended: Error | undefined;
	let isClosing = false;
	let failure: Error | undefined;

	const exited = new Promise<void>((resolve) => {
		worker.once('error', (error: Error) => {
			failure = error;
		});
		// an error is followed by an exit; a thread may also exit without one
		worker.once('exit', (code) => {
			ended ??= isClosing
				? new Error('The library is closed')
				: new Error(`The library's thread ended: ${failure?.message ?? `exit code ${code}`}`, { cause: failure });
			for (const { reject } of waiting.values()) reject(ended);
			waiting.clear();
			if (!isClosing) for (const listener of listeners) listener(ended);
			resolve();
		});
	});
	const library = libraryOfCalls(async (method, args) => {
		if (ended !== undefined) throw ended;
		if (isClosing) throw new Error('The library is closed');
		return new Promise((resolve, reject) => {
			const id = ++last;
			const { sent, transfer } = method === 'add' ? withOwnBytes(args) : { sent: args, transfer: [] };
			// Library's own arguments, as libraryOfCalls passes them on
			worker.postMessage({ kind: 'call', id, method, args: sent }, transfer);
			waiting.set(id, { resolve, reject });
		});
	});

	await new Promise<void>((resolve, reject) => {
		worker.on('message', (reply: LibraryReply) => {
			switch (reply.kind) {
				case 'ready':
					resolve();
					return;
				case 'notice':
					onNotice?.(reply.text);
					return;
				case 'done':
					waiting.get(reply.id)?.resolve(reply.value);
					waiting.delete(reply.id);
					return;
				case 'failed':
					if (reply.id === null) {
						failure = toError(reply.error);
						reject(failure);
						return;
					}
					waiting.get(reply.id)?.reject(toError(reply.error));
					waiting.delete(reply.id);
			}
		});
		void exited.then(() => {
			reject(ended ?? new Error("The library's thread ended before it was ready"));
		});
	});

	return {
		library,
		async close() {
			if (ended === undefined && !isClosing) {
				isClosing = true;
				worker.postMessage({ kind: 'close' } satisfies LibraryCall);
			}
			const timer = setTimeout(() => void worker.terminate(), CLOSE_TIMEOUT_MS);
			await exited;
			clearTimeout(timer);
			if (isClosing && failure !== undefined) throw failure;
		},
		onDeath(listener) {
			listeners.push(listener);
			if (ended !== undefined && !isClosing) listener(ended);
		},
	};
}

/** The arguments of `add` with a copy of the bytes that can be moved: what the caller holds may be a part of a larger block. */
function withOwnBytes([place, file]: readonly unknown[]): { sent: readonly unknown[]; transfer: ArrayBuffer[] } {
	const { bytes, source, contentType } = file as ArticleFile; // Library's own argument
	const copy = new Uint8Array(bytes);
	return { sent: [place, { bytes: copy, source, contentType } satisfies ArticleFile], transfer: [copy.buffer] };
}
