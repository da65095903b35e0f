/** How a hub is asked. */
export interface HubAccess {
	/** Origin of the hub itself: what is meant for it alone goes nowhere else. */
	readonly origin: string;
	readonly fetch: typeof fetch;
	/** Shown to the hub, and to no other host that it leads to. */
	readonly token?: string | undefined;
	/** The proxy, as `host:port`, by which `fetch` asks for a URL; undefined where it asks by none. */
	readonly proxyFor?: ((url: URL) => string | undefined) | undefined;
	/** Milliseconds before the first retry; each further one waits twice as long. */
	readonly retryDelayMs: number;
	/** What to do when the hub cannot be used: ends an error's line. */
	readonly otherwise: string;
}

/** What a hub says of a file before it is downloaded. */
export interface HubFile {
	readonly url: string;
	readonly bytes: number | undefined;
	/** 64 hex digits, where the hub gives them. */
	readonly sha256: string | undefined;
	/** Changes when the file does; undefined where the hub gives none. */
	readonly validator: string | undefined;
	/** The commit that the asked revision stands for, where the hub gives it. */
	readonly commit: string | undefined;
}
