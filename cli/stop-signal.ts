/** A terminal, and what keeps programs running, send a signal to all processes of a group: the second that comes at once is the same request. */
const SAME_REQUEST_MS = 2000;

/**
 * Resolves when the program is asked to end: by SIGTERM or SIGINT, or because the process that started it as a shard is gone. Asked again later,
 * it ends at once. To be called before what takes time.
 */
export function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		let askedAt: number | undefined;
		for (const signal of ['SIGTERM', 'SIGINT'] as const) {
			process.on(signal, () => {
				if (askedAt !== undefined && performance.now() - askedAt > SAME_REQUEST_MS) process.exit(1);
				askedAt ??= performance.now();
				resolve();
			});
		}
		process.once('disconnect', resolve);
	});
}
