import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds of work after which others have their turn in this thread. */
const TURN_MS = 30;

/** Does something with each of many, and lets others have their turn meanwhile. */
export async function inTurns<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
	let since = performance.now();
	for (const item of items) {
		if (performance.now() - since > TURN_MS) {
			await turn();
			since = performance.now();
		}
		work(item);
	}
}
