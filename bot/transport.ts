import { setTimeout as wait } from 'node:timers/promises';
import { HTTPError } from 'discord.js';

/** Before the second try; each later one waits twice as long. */
const FIRST_WAIT_MS = 200;

/** What Discord has for the answer to an interaction is 15 minutes; who asked has less patience. */
export const PATIENCE_MS = 60_000;
/** An acknowledgement that comes later than three seconds is worth nothing. */
export const ACKNOWLEDGE_WITHIN_MS = 2500;

/** Whether a request did not come through, so that nobody knows whether it was carried out. */
export function isTransportError(error: unknown): error is Error & { readonly code: string } {
	return (
		error instanceof Error &&
		'code' in error &&
		typeof error.code === 'string' &&
		/^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(error.code)
	);
}

/**
 * Does what may be done twice, again and again for a while, where the request did not come through or Discord was down: discord.js tries again
 * too, but at once, and not after a connection that was cut.
 */
export async function persistently<T>(work: () => Promise<T>, withinMs = PATIENCE_MS): Promise<T> {
	const until = performance.now() + withinMs;
	for (let waitMs = FIRST_WAIT_MS; ; waitMs *= 2) {
		try {
			return await work();
		} catch (error) {
			if (!isPassing(error) || performance.now() + waitMs > until) throw error;
			await wait(waitMs);
		}
	}
}

function isPassing(error: unknown): boolean {
	return isTransportError(error) || (error instanceof HTTPError && error.status >= 500);
}
