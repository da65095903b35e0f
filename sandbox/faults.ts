import type { RateLimit } from './rate-limits.js';

/** What happens to a request instead of, or before, its answer. */
export type RestFault =
	| { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number; readonly global?: boolean }
	| { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
	/** An error of Discord's, such as 10062 or 40060, whatever was asked. */
	| { readonly kind: 'error'; readonly status: 400 | 403 | 404; readonly code: number; readonly message: string }
	/** The connection is cut without an answer. */
	| { readonly kind: 'cut' }
	/** Carried out and then cut, so that the application cannot know that it was. */
	| { readonly kind: 'cut-after' }
	| { readonly kind: 'delay'; readonly ms: number };

/** Which requests a fault befalls. */
export interface FaultTarget {
	readonly method?: string;
	/** Of the path without `/api/v10`. */
	readonly path?: RegExp;
	/** How many of the matching requests; 1 when left out. */
	readonly times?: number;
	/** How many of the matching requests go well before; 0 when left out. */
	readonly after?: number;
}

/** Things that go wrong, when a test says so. */
export interface Faults {
	/** The next matching requests get `fault`. */
	rest(fault: RestFault, target?: FaultTarget): void;
	/** From now on requests are limited so, before the limits that the sandbox was opened with. */
	limit(limit: RateLimit): void;
	/** Ends the application's connections with this close code; 4000 when left out. Its sessions can be resumed. */
	dropConnections(code?: number): void;
	/** Asks the application to reconnect (op 7). */
	askReconnect(): void;
	/** Answers the next `times` RESUMEs with "invalid session" (op 9); 1 when left out. */
	refuseResume(times?: number): void;
	/** Acknowledges no heartbeats while true. */
	silence(on: boolean): void;
	/** The next `times` interactions reach the application as if Discord had already given them up: answers get 10062. */
	expireInteractions(times?: number): void;
	/** Forgets all faults that have not happened yet, and the limits that were set. */
	clear(): void;
}
