import { setTimeout as wait } from 'node:timers/promises';

/** Tries, at most, of what may be done twice. */
const TRIES = 4;
/** Grows with each try. Three tries are over before Discord gives an interaction up. */
const WAIT_MS = 200;

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
 * Does what may be done twice, again where the request did not come through: discord.js tries again after answers that say so, but not after
 * a connection that was cut.
 */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries++) {
		try {
			return await work();
		} catch (error) {
			if (!isTransportError(error) || tries === TRIES) throw error;
			await wait(WAIT_MS * tries);
		}
	}
}
