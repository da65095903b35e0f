import type { Collection } from '../../index/collection.js';

/** Articles that every server sees, and the operator's own where no other collection is named. */
export const SHARED_COLLECTION = 'shared';

/** The collection of a server's own articles. */
export function collectionOfGuild(guildId: string): string {
	return `guild-${guildId}`;
}

/** Whose articles a collection holds. */
export function libraryOf(collection: string): 'server' | 'shared' {
	return collection === SHARED_COLLECTION ? 'shared' : 'server';
}

export interface KeepingTimes {
	/** An index file is written when the collection has not changed for so long: a kill then costs no long catch-up. */
	readonly saveAfterMs: number;
	/** A collection that nobody has asked for is closed after so long, and its memory freed. */
	readonly closeAfterMs: number;
}

const KEEPING_TIMES: KeepingTimes = { saveAfterMs: 30_000, closeAfterMs: 15 * 60_000 };

interface Opened {
	readonly collection: Collection;
	usedAt: number;
	/** Generation that was seen last, and when it was seen first. */
	generation: number;
	changedAt: number;
	/** Generation that is in the files. */
	saved: number;
}

/** The collections that are open: each opened when it is first asked for, saved when it has changed, closed when it is idle. */
export class OpenCollections {
	readonly #open: (name: string) => Promise<Collection>;
	readonly #times: KeepingTimes;
	readonly #onError: (error: unknown) => void;
	readonly #opening = new Map<string, Promise<Opened>>();
	#timer: NodeJS.Timeout | undefined;
	#tending: Promise<void> | undefined;

	/** @param onError is told why a collection could not be saved; that is tried again */
	constructor(
		open: (name: string) => Promise<Collection>,
		onError: (error: unknown) => void,
		times: KeepingTimes = KEEPING_TIMES,
	) {
		this.#open = open;
		this.#onError = onError;
		this.#times = times;
		const every = Math.min(times.saveAfterMs, times.closeAfterMs) / 2;
		this.#timer = setInterval(() => {
			this.#tending ??= this.#tend().finally(() => {
				this.#tending = undefined;
			});
		}, every).unref();
	}

	/** Names of those that are open. */
	get names(): string[] {
		return [...this.#opening.keys()];
	}

	/** Opens the collection of that name, or gives the one that is open. */
	async get(name: string): Promise<Collection> {
		let opening = this.#opening.get(name);
		if (opening === undefined) {
			opening = this.#open(name).then((collection) => {
				const { generation } = collection;
				return { collection, usedAt: performance.now(), generation, changedAt: -Infinity, saved: -1 };
			});
			this.#opening.set(name, opening);
			// what could not be opened can be tried again
			opening.catch(() => this.#opening.delete(name));
		}
		const opened = await opening;
		opened.usedAt = performance.now();
		return opened.collection;
	}

	/** Saves all of them. None can be asked for afterwards. */
	async close(): Promise<void> {
		clearInterval(this.#timer);
		await this.#tending;
		for (const opening of this.#opening.values()) await (await opening).collection.save();
		this.#opening.clear();
	}

	/** Saves none of them: what they are made from is gone. */
	async discard(): Promise<void> {
		clearInterval(this.#timer);
		await this.#tending;
		this.#opening.clear();
	}

	async #tend(): Promise<void> {
		for (const [name, opening] of this.#opening) {
			try {
				const opened = await opening;
				const { collection } = opened;
				const now = performance.now();
				if (collection.generation !== opened.generation) {
					opened.generation = collection.generation;
					opened.changedAt = now;
				}
				const isIdle = now - Math.max(opened.usedAt, opened.changedAt) >= this.#times.closeAfterMs;
				const isSettled = opened.saved !== opened.generation && now - opened.changedAt >= this.#times.saveAfterMs;
				if (!isIdle && !isSettled) continue;
				await collection.save();
				opened.saved = collection.generation;
				// somebody may have asked for it meanwhile
				if (isIdle && opened.usedAt < now) this.#opening.delete(name);
			} catch (error) {
				this.#onError(error);
			}
		}
	}
}
