/** Longer than the longest reading, with the summary that is made of it. */
const REMEMBER_MS = 20 * 60 * 1000;
/** Of a server that deletes a lot; the oldest are forgotten first. */
const MOST = 50_000;

/** Messages that were deleted or changed a short while ago: whoever read them before must not show them. */
export class RecentlyGone {
	readonly #at = new Map<string, number>();
	readonly #now: () => number;

	/** @param now milliseconds since 1970 */
	constructor(now: () => number) {
		this.#now = now;
	}

	add(messageIds: readonly string[]): void {
		const now = this.#now();
		for (const id of messageIds) {
			// at the end, as the newest
			this.#at.delete(id);
			this.#at.set(id, now);
		}
		for (const [id, at] of this.#at) {
			if (this.#at.size <= MOST && at >= now - REMEMBER_MS) break;
			this.#at.delete(id);
		}
	}

	/** Those since that moment; milliseconds since 1970. */
	since(atMs: number): Set<string> {
		return new Set([...this.#at].filter(([, at]) => at >= atMs).map(([id]) => id));
	}
}
