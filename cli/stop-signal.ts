/**
 * Resolves when the program is asked to end: by SIGTERM or SIGINT, or because the process that started it as a shard is gone. Asked a second
 * time, it ends at once.
 */
export function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		let asked = false;
		for (const signal of ['SIGTERM', 'SIGINT'] as const) {
			process.on(signal, () => {
				if (asked) process.exit(1);
				asked = true;
				resolve();
			});
		}
		process.once('disconnect', resolve);
	});
}
