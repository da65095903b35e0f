import type { Reading } from './reading.js';

/** How many readings wait to be gone on with, at most: each holds as many messages as one may ask for. */
const MOST = 4;
/** As long as Discord takes a reply to the call that began it. */
const HOLD_MS = 15 * 60 * 1000;

/** Readings that were stopped, in memory alone: after a restart they begin again. The oldest makes room. */
export class HeldReadings {
	readonly #held = new Map<string, { readonly reading: Reading; readonly timer: NodeJS.Timeout }>();

	put(callId: string, reading: Reading): void {
		this.take(callId);
		const [oldest] = this.#held.keys();
		if (oldest !== undefined && this.#held.size >= MOST) this.take(oldest);
		const timer = setTimeout(() => this.#held.delete(callId), HOLD_MS).unref();
		this.#held.set(callId, { reading, timer });
	}

	/** Gives a reading to whoever goes on with it. */
	take(callId: string): Reading | undefined {
		const held = this.#held.get(callId);
		clearTimeout(held?.timer);
		this.#held.delete(callId);
		return held?.reading;
	}
}
