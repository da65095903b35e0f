/** The program itself. */
export interface About {
	readonly version: string;
	/** From 0. */
	readonly shard: number;
	readonly shards: number;
	/** Of the gateway, in milliseconds; `null` before the first heartbeat is answered. */
	readonly latencyMs: number | null;
	readonly guilds: number;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
}
