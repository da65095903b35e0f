/** What has been begun and not yet ended: a program that stops waits for it. */
export class InFlight {
	readonly #running = new Set<Promise<void>>();

	/** @param work must not reject: whoever begins it deals with its errors */
	add(work: Promise<void>): void {
		this.#running.add(work);
		void work.finally(() => this.#running.delete(work));
	}

	get size(): number {
		return this.#running.size;
	}

	/** Resolves when nothing is left, or after `timeoutMs`; with how much was left. */
	async settle(timeoutMs: number): Promise<number> {
		let timer: NodeJS.Timeout | undefined;
		const timeout = new Promise<void>((resolve) => {
			timer = setTimeout(resolve, timeoutMs);
		});
		const settled = (async () => {
			// what runs may begin more
			while (this.#running.size > 0) await Promise.all(this.#running);
		})();
		await Promise.race([settled, timeout]);
		clearTimeout(timer);
		return this.#running.size;
	}
}
