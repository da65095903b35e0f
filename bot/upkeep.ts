import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../index/database.js';
import { fillSpace, tidy } from '../index/reembed.js';
import { ModelChanged } from '../index/space.js';
import type { CurrentModel, ModelParts } from './current-model.js';
import { messageOf } from './log.js';

export interface UpkeepOptions {
	/** Of the index files. */
	readonly folder: string;
	/** Encoder threads. */
	readonly threads: number;
	readonly onNotice?: ((notice: string) => void) | undefined;
	readonly signal: AbortSignal;
}

/** Documents in work for each encoder thread. */
const IN_WORK_PER_THREAD = 4;
/** A line of progress comes no more often. */
const PROGRESS_MS = 10_000;
/** A disk that is full, or a store that another process keeps to itself, may be better off then. */
const TRY_AGAIN_MS = 60_000;

/** Embeds the documents that the store's model has not embedded yet, if there are any, and deletes what the models before have left. */
export async function complete(
	database: Database,
	{ models, store }: ModelParts,
	options: UpkeepOptions,
): Promise<void> {
	const { folder, threads, onNotice, signal } = options;
	const missing = store.missing();
	if (missing === undefined) return;
	if (missing.total > 0) {
		onNotice?.(
			`The store was written with another version's model: its ${missing.total} articles are embedded anew, once${missing.done > 0 ? ` (${missing.done} are already)` : ''}.`,
		);
	}
	let saidAt = performance.now();
	const embedded = await fillSpace(database, store.spaceId, store.space, models, {
		folder,
		inWork: threads * IN_WORK_PER_THREAD,
		signal,
		onProgress: (done, total) => {
			if (performance.now() - saidAt < PROGRESS_MS) return;
			saidAt = performance.now();
			onNotice?.(`${done} of ${total} articles are embedded anew.`);
		},
	});
	if (embedded > 0) onNotice?.('All articles are embedded anew.');
	await tidy(database, folder, signal);
}

/** {@link complete} while others ask, and again after a failure, until all is done or the signal comes. Never rejects. */
export async function keepUp(database: Database, current: CurrentModel, options: UpkeepOptions): Promise<void> {
	const { folder, onNotice, signal } = options;
	const isEnding = () => signal.aborted;
	while (!isEnding()) {
		try {
			await complete(database, await current.latest(), options);
			await tidy(database, folder, signal);
			return;
		} catch (error) {
			if (isEnding()) return;
			// there is another one to complete
			if (error instanceof ModelChanged) continue;
			onNotice?.(`The articles could not be embedded anew, which is tried again in a minute: ${messageOf(error)}`);
			await wait(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
		}
	}
}
