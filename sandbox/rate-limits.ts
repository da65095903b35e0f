/** How many requests Discord takes in which time. */
export interface RateLimit {
	/** All when left out. */
	readonly method?: string;
	/** Of the path without `/api/v10`. Each channel, guild and webhook that stands first in a path is counted by itself. */
	readonly path: RegExp;
	/** At least 1. */
	readonly requests: number;
	/** Counted from the first request on, then anew from the next. */
	readonly perMs: number;
	/**
	 * False: the headers tell of a limit that is never reached until this one is, as Discord's do at times
	 * (discord-api-docs, "Wrong ratelimit headers on fetching channels messages"). No client can then keep it.
	 */
	readonly announced?: boolean;
}

/**
 * Discord publishes no limits of single routes, for they change; what it promises over all routes is 50 requests a
 * second (topics/rate-limits).
 */
export const RATE_LIMITS: readonly RateLimit[] = [
	{ method: 'GET', path: /^\/channels\/\d+\/messages$/, requests: 50, perMs: 1000 },
];

/** What is left of a limit, once a request was counted. */
export interface Quota {
	readonly limit: number;
	readonly remaining: number;
	readonly resetAfterMs: number;
	/** True: the request came too early, and was not counted. */
	readonly exceeded: boolean;
	readonly announced: boolean;
}

interface Bucket {
	readonly until: number;
	readonly used: number;
}

/** Counts requests. */
export class RateLimiter {
	readonly #own: readonly RateLimit[];
	#limits: readonly RateLimit[];
	readonly #buckets = new Map<RateLimit, Map<string, Bucket>>();

	constructor(limits: readonly RateLimit[]) {
		this.#own = limits;
		this.#limits = limits;
	}

	/** Puts a limit before the others. */
	add(limit: RateLimit): void {
		this.#limits = [limit, ...this.#limits];
	}

	/** Forgets what was added and counted. */
	reset(): void {
		this.#limits = this.#own;
		this.#buckets.clear();
	}

	/** Counts a request by the first limit that fits; null if none does. `now` is in milliseconds, of any clock. */
	take(method: string, path: string, now: number): Quota | null {
		const limit = this.#limits.find((one) => (one.method ?? method) === method && one.path.test(path));
		if (!limit) return null;
		const buckets = this.#buckets.get(limit) ?? new Map<string, Bucket>();
		this.#buckets.set(limit, buckets);
		const key = /^\/(?:channels\/\d+|guilds\/\d+|webhooks\/\d+\/[^/]+)/.exec(path)?.[0] ?? '';
		const known = buckets.get(key);
		const bucket = known && known.until > now ? known : { until: now + limit.perMs, used: 0 };
		const exceeded = bucket.used >= limit.requests;
		const used = exceeded ? bucket.used : bucket.used + 1;
		buckets.set(key, { ...bucket, used });
		const { announced = true, requests } = limit;
		return { limit: requests, remaining: requests - used, resetAfterMs: bucket.until - now, exceeded, announced };
	}
}
