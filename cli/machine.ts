import { availableParallelism, cpus } from 'node:os';

/** What measurements were taken on, in a line. */
export function machine(): string {
	return `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
}
