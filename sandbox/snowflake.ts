/** Milliseconds since the epoch from which snowflakes count: 2015-01-01. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/** The id of the `n`th thing of this millisecond; `n` below 2²². */
export function snowflake(atMs: number, n = 0): string {
	return String(((BigInt(atMs) - DISCORD_EPOCH) << 22n) | BigInt(n));
}

/** Milliseconds since the epoch at which the thing with this id was made. */
export function snowflakeTime(id: string): number {
	return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}

/** Gives ids that increase, even where the clock stands still or goes back. */
export function createSnowflakes(now: () => number): () => string {
	let last = 0n;
	return () => {
		const next = BigInt(snowflake(now()));
		last = next > last ? next : last + 1n;
		return String(last);
	};
}

export function isSnowflake(text: string): boolean {
	return /^\d{1,20}$/.test(text);
}

/** Below 0 if `a` is older than `b`, above if it is newer. */
export function compareIds(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
