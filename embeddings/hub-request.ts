import { setTimeout as sleep } from 'node:timers/promises';
import type { HubAccess, HubFile } from './hub-access.js';
import { checkAnswer, PassingFailure, toFailure } from './hub-failure.js';

interface HubRequest {
	readonly method?: 'HEAD';
	readonly headers?: Readonly<Record<string, string>>;
	readonly signal: AbortSignal;
}

/** Tries of one request. With one second before the first retry, the last comes seven seconds after the first. */
const TRIES = 4;
const MOST_REDIRECTS = 5;
/** A connection that is silent for so long is given up. */
export const SILENCE_MS = 60_000;

/** Does `work` until it does not fail in passing, at most {@link TRIES} times. */
export async function withRetries<T>({ retryDelayMs }: HubAccess, work: () => Promise<T>): Promise<T> {
	for (let tried = 1; ; tried++) {
		try {
			return await work();
		} catch (error) {
			if (!(error instanceof PassingFailure) || tried === TRIES) throw error;
			await sleep(error.waitMs ?? retryDelayMs * 2 ** (tried - 1));
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
		const validator = validatorOf(told);
		const [sha256] = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/.exec(validator ?? '') ?? [];
		const commit = told.get('x-repo-commit') ?? undefined;
		return { url, bytes: bytes === null ? undefined : Number(bytes), sha256, validator, commit };
	});
}

/** What changes when a file does, by the headers that {@link request} gathers. */
export function validatorOf(told: Headers): string | undefined {
	return told.get('x-linked-etag') ?? told.get('etag') ?? undefined;
}

/**
 * Follows redirects itself, because a hub says the sum and the commit with the redirect, and not with the file, and because
 * what is meant for the hub is not for the host that it leads to.
 *
 * @returns The last answer, and the headers of all of them: the first to give one counts.
 */
export async function request(
	url: string,
	init: HubRequest,
	access: HubAccess,
): Promise<{ response: Response; told: Headers }> {
	const told = new Headers();
	let at = new URL(url);
	for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
		let response: Response;
		try {
			response = await access.fetch(at, { ...init, headers: headersFor(at, init, access), redirect: 'manual' });
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

function headersFor(at: URL, { headers = {} }: HubRequest, { origin, token }: HubAccess): Record<string, string> {
	// compressed, a body would have neither the length nor the ranges of the file
	const always = { 'accept-encoding': 'identity', ...headers };
	if (at.origin === origin) return token === undefined ? always : { ...always, authorization: `Bearer ${token}` };
	// another host's tags are its own: it would take the file for another one, and send all of it
	return Object.fromEntries(Object.entries(always).filter(([name]) => name !== 'if-range'));
}
