/** Lets a few work at once; the others wait, and are let in in the order in which they came. */
export class Turns {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	readonly #give = (): void => {
		const next = this.#waiting.shift();
		if (next === undefined) this.#free++;
		else next();
	};

	constructor(most: number) {
		this.#free = most;
	}

	/** Resolves with what is to be called at the end of the turn, once. Whoever gives up waiting is let in at once, and takes no turn. */
	async take(signal: AbortSignal): Promise<() => void> {
		if (this.#free > 0) {
			this.#free--;
			return this.#give;
		}
		return new Promise((resolve) => {
			const enter = () => {
				signal.removeEventListener('abort', leave);
				resolve(this.#give);
			};
			const leave = () => {
				const at = this.#waiting.indexOf(enter);
				if (at >= 0) this.#waiting.splice(at, 1);
				resolve(() => undefined);
			};
			if (signal.aborted) leave();
			else {
				this.#waiting.push(enter);
				signal.addEventListener('abort', leave, { once: true });
			}
		});
	}
}
