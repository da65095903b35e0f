/** One request of the application and the answer to it. */
export interface Exchange {
	readonly method: string;
	/** Without `/api/v10` and query; decoded. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** The parsed JSON body, `payload_json` of a multipart one; null if there was none. */
	readonly body: unknown;
	/** Names of the uploaded files. */
	readonly files: readonly string[];
	readonly status: number;
	/** The JSON that was answered; null for none. */
	readonly response: unknown;
	/** Milliseconds since the epoch at which the request came. */
	readonly at: number;
	/** True if a fault was injected instead of an answer. */
	readonly injected: boolean;
}

/**
 * A rule that was broken. `request`: the application sent what Discord refuses. `response`: the sandbox answered what Discord's
 * document does not describe. `house`: Discord accepts it, and Quoth's own rules do not.
 * What can befall an application that does nothing wrong is no violation: something is gone, it lacks a permission, or
 * a fault was injected.
 */
export interface Violation {
	readonly kind: 'request' | 'response' | 'house';
	readonly method: string;
	readonly path: string;
	readonly problems: readonly string[];
	readonly body: unknown;
}

/**
 * Looks at one exchange from outside, for instance by Discord's own description of its API.
 * Problems of the request are reported only where the sandbox itself accepted it.
 */
export type ExchangeCheck = (exchange: Exchange) => {
	readonly request: readonly string[];
	readonly response: readonly string[];
};
