import type { Collection } from '../index/collection.js';
import type { Models } from '../index/question.js';
import type { Store } from '../index/store.js';

/** What goes with one model: the encoders, the store's view on what they made, and the indexes of that. Vectors of two models never meet. */
export interface ModelParts {
	readonly models: Models;
	readonly store: Store;
	/** Opens a collection, made on first use, or gives the one that is open. One that nobody asks for again is closed after a while. */
	collection(name: string): Promise<Collection>;
}

export interface OpenModelParts extends ModelParts {
	/** Names of the collections that are open. */
	readonly openNames: readonly string[];
	/** Writes the indexes, and ends the encoders. */
	close(): Promise<void>;
	/** Ends the encoders; the indexes are of no use any more. */
	discard(): Promise<void>;
}

/**
 * The parts of the model that the store has now. Another process may change that at any time (`quoth model use`): what is begun then begins
 * with the parts of the new model, and what the change came in between is done again with them.
 */
export class CurrentModel {
	readonly #open: () => Promise<OpenModelParts>;
	#parts: OpenModelParts;
	#going: Promise<ModelParts> | undefined;

	/** @param open opens the parts of the store's model */
	constructor(parts: OpenModelParts, open: () => Promise<OpenModelParts>) {
		this.#parts = parts;
		this.#open = open;
	}

	/** Those that were opened last. */
	get parts(): ModelParts {
		return this.#parts;
	}

	/**
	 * The parts of the store's model, opened if it is a new one.
	 *
	 * @throws {Error} If it cannot be opened; the next call tries again.
	 */
	async latest(): Promise<ModelParts> {
		if (this.#parts.store.isCurrent()) return this.#parts;
		this.#going ??= this.#goOver().finally(() => {
			this.#going = undefined;
		});
		return this.#going;
	}

	/** What `work` reads is of one model, and whole: old vectors are only deleted after the store has gone over to new ones. */
	async read<T>(work: (parts: ModelParts) => Promise<T>): Promise<T> {
		for (;;) {
			const parts = await this.latest();
			try {
				const result = await work(parts);
				if (parts.store.isCurrent()) return result;
			} catch (error) {
				if (parts.store.isCurrent()) throw error;
			}
		}
	}

	/** `work` writes once: the store refuses what is of another model than its own. */
	async write<T>(work: (parts: ModelParts) => Promise<T>): Promise<T> {
		for (;;) {
			const parts = await this.latest();
			try {
				return await work(parts);
			} catch (error) {
				if (parts.store.isCurrent()) throw error;
			}
		}
	}

	/** Writes the indexes and ends the encoders. */
	async close(): Promise<void> {
		await this.#going?.catch(() => undefined);
		await this.#parts.close();
	}

	async #goOver(): Promise<ModelParts> {
		const before = this.#parts;
		const parts = await this.#open();
		try {
			// the first to ask would wait for them
			for (const name of before.openNames) await parts.collection(name);
		} catch (error) {
			await parts.discard();
			throw error;
		}
		this.#parts = parts;
		await before.discard();
		return parts;
	}
}
