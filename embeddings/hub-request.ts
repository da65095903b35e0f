import { setTimeout as sleep } from 'node:timers/promises';

/** How a hub is asked. */
export interface HubAccess {
	readonly fetch: typeof fetch;
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

interface HubRequest {
	readonly method?: 'HEAD';
	readonly headers?: Readonly<Record<string, string>>;
	readonly signal: AbortSignal;
}

/** A failure that another try may not meet. */
export class PassingFailure extends Error {}

/** Tries of one request. With one second before the first retry, the last comes seven seconds after the first. */
const TRIES = 4;
const MOST_REDIRECTS = 5;
/** A connection that is silent for so long is given up. */
export const SILENCE_MS = 60_000;
/** What another try does not mend within seconds. */
const LASTING = new Set(['ENOTFOUND', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'CERT_HAS_EXPIRED']);

/** Does `work` until it does not fail in passing, at most {@link TRIES} times. */
export async function withRetries<T>({ retryDelayMs }: HubAccess, work: () => Promise<T>): Promise<T> {
	for (let tried = 1; ; tried++) {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof PassingFailure) || tried === TRIES) throw error;
			await sleep(retryDelayMs * 2 ** (tried - 1));
		}
	}
}

/**
 * Asks what a hub knows of the file at `url`; undefined if it has no such file.
 *
 * @throws {Error} If the hub cannot be reached, refuses, or something else answers in its place.
 */
export async function askForFile(url: string, access: HubAccess): Promise<HubFile | undefined> {
	return withRetries(access, async () => {
		const { response, told } = await request(url, { method: 'HEAD', signal: AbortSignal.timeout(SILENCE_MS) }, access);
		if (response.status === 404) return undefined;
		checkAnswer(response, url, access);
		const bytes = told.get('x-linked-size') ?? told.get('content-length');
		const etag = told.get('x-linked-etag') ?? told.get('etag');
		const [sha256] = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/.exec(etag ?? '') ?? [];
		return {
			url,
			bytes: bytes === null ? undefined : Number(bytes),
			sha256,
			validator: etag ?? undefined,
			commit: told.get('x-repo-commit') ?? undefined,
		};
	});
}

/**
 * Follows redirects itself, because a hub says the sum and the commit with the redirect, and not with the file.
 *
 * @returns The last answer, and the headers of all of them: the first to give one counts.
 */
export async function request(
	url: string,
	init: HubRequest,
	access: HubAccess,
): Promise<{ response: Response; told: Headers }> {
	const told = new Headers();
	// compressed, a body would have neither the length nor the ranges of the file
	const headers = { 'accept-encoding': 'identity', ...init.headers };
	let at = new URL(url);
	for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
		let response: Response;
		try {
			response = await access.fetch(at, { ...init, headers, redirect: 'manual' });
		} catch (cause) {
			throw toFailure(cause, at, access);
		}
		const location = response.headers.get('location');
		const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
		for (const [key, value] of response.headers) {
			// a redirect's length and tag are its own
			if (!told.has(key) && (!isRedirect || key.startsWith('x-'))) told.set(key, value);
		}
		if (!isRedirect || (init.method === 'HEAD' && told.has('x-linked-size'))) return { response, told };
		await response.body?.cancel();
		const next = new URL(location, at);
		if (at.protocol === 'https:' && next.protocol !== 'https:') {
			throw new Error(
				`${at.host} leads from https to ${next.protocol}//${next.host}: is there a sign-in page? Open it in a browser, ${access.otherwise}`,
			);
		}
		at = next;
	}
	throw new Error(
		`${new URL(url).host} redirects more than ${MOST_REDIRECTS} times at ${url}: check QUOTH_HUB, ${access.otherwise}`,
	);
}

/** @throws {Error} If the answer is not a file: a refusal, a fault of the hub, a web page. */
export function checkAnswer({ status, headers }: Response, url: string, { otherwise }: HubAccess): void {
	const host = new URL(url).host;
	if (status === 429 || status === 408 || status >= 500) {
		throw new PassingFailure(`${host} failed (HTTP ${status}) at ${url}: try later, ${otherwise}`);
	}
	if (status === 401 || status === 403) {
		throw new Error(
			`${host} gives out no ${url} (HTTP ${status}): no such model, or one that is not public. Check its name`,
		);
	}
	if (status >= 400) throw new Error(`${host} has no ${url} (HTTP ${status}): check the model's name, ${otherwise}`);
	if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) throw webPage(url, otherwise);
}

/** A captive portal answers 200 to everything. */
export function webPage(url: string, otherwise: string): Error {
	return new Error(
		`Expected a file at ${url}, got a web page: sign in to the network or check QUOTH_HUB, ${otherwise}`,
	);
}

/** Names a failure of the connection by its code. */
export function toFailure(cause: unknown, { host }: URL, { otherwise }: HubAccess): Error {
	const code = codeOf(cause) ?? (cause instanceof Error ? cause.message : String(cause));
	const message = `Cannot download from ${host} (${code}): check the connection and QUOTH_HUB and run this again, ${otherwise}`;
	return LASTING.has(code) ? new Error(message, { cause }) : new PassingFailure(message, { cause });
}

/** The code of an error or of what caused it; of the first of several. */
function codeOf(error: unknown): string | undefined {
	if (!(error instanceof Error)) return undefined;
	if ('code' in error && typeof error.code === 'string') return error.code;
	return codeOf(error.cause);
}
