import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, fetch, type Response } from 'undici';
import { isPublicAddress } from './addresses.js';
import { expectReadableType } from './content-type.js';
import { DownloadError } from './error.js';
import { mayBePrivate, toAllowedUrl, type DownloadReach } from './url.js';
import { VERSION } from '../version.js';

export interface DownloadOptions extends DownloadReach {
	/** Of the content, after it was decompressed. */
	readonly maxBytes: number;
	/** For all of it: names, redirects and content. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal;
	/** All IP addresses of a name. By default the system's. */
	readonly resolve?: Resolve;
}

export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface Downloaded {
	/** Where it was found in the end, after redirects. */
	readonly url: string;
	/** The `Content-Type` header, for `readArticles`; empty if there was none. */
	readonly contentType: string;
	readonly bytes: Uint8Array;
}

const MOST_REDIRECTS = 5;

/** No cookies, and nothing of who asks: with these and what HTTP needs, a server learns the address and Quoth's version. */
const HEADERS = {
	'user-agent': `Quoth/${VERSION}`,
	accept: 'text/html, application/xhtml+xml, text/markdown, text/plain, application/json;q=0.9, */*;q=0.5',
};

/**
 * Downloads an article. Members choose URLs, and the machine that asks stands inside a network that they do not: by
 * default no address is asked that is not public, after redirects too.
 *
 * A name is resolved once for each connection, all its addresses must be public, and the connection goes to one of those
 * that were checked: a name server that answers differently the next time changes nothing. No proxy is used, whatever the
 * environment says: it would resolve names by itself, unchecked.
 *
 * @throws {DownloadError} If it is refused or fails.
 * @throws The signal's reason, if `signal` ends it.
 */
export async function download(url: string, options: DownloadOptions): Promise<Downloaded> {
	const { timeoutMs, signal } = options;
	const first = toAllowedUrl(url, options);
	const deadline = AbortSignal.timeout(timeoutMs);
	const ended = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
	const agent = new Agent({ connect: { lookup: toLookup(options, first), timeout: timeoutMs } });
	try {
		const { response, at } = await follow(first, options, { agent, ended });
		const contentType = response.headers.get('content-type') ?? '';
		expectReadableType(contentType, [at, first]);
		return { url: at.href, contentType, bytes: await readBody(response, options.maxBytes) };
	} catch (error) {
		signal?.throwIfAborted();
		if (deadline.aborted) throw new DownloadError({ kind: 'timeout', timeoutMs }, { cause: error });
		throw error;
	} finally {
		// ends what is left of a body that was refused; nobody waits for it
		void agent.destroy();
	}
}

interface Connection {
	readonly agent: Agent;
	/** Aborts when the time is over or the caller ends it. */
	readonly ended: AbortSignal;
}

/** Redirects are followed here and not by `fetch`, so that each is checked before it is asked. */
async function follow(first: URL, options: DownloadOptions, { agent, ended }: Connection) {
	let at = first;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const request = { dispatcher: agent, signal: ended, headers: HEADERS, redirect: 'manual' } as const;
		const response = await fetch(at, request).catch((error: unknown) => {
			throw (
				downloadErrorIn(error) ?? new DownloadError({ kind: 'unreachable', reason: reasonOf(error) }, { cause: error })
			);
		});
		if (response.ok) return { response, at };
		const location = response.headers.get('location');
		if (![301, 302, 303, 307, 308].includes(response.status) || location === null) {
			throw new DownloadError({ kind: 'http-status', status: response.status });
		}
		await response.body?.cancel();
		at = toAllowedUrl(location, options, { by: at, first });
	}
	throw new DownloadError({ kind: 'too-many-redirects', most: MOST_REDIRECTS });
}

/** What sockets ask for the addresses of a name: all checked ones, or an error. */
function toLookup({ resolve = resolveBySystem, ...reach }: DownloadOptions, first: URL): LookupFunction {
	return (hostname, { all }, callback) => {
		resolve(hostname).then(
			(found) => {
				const addresses = found.map(({ address, family }) => ({ address, family }));
				const [one] = addresses;
				if (one === undefined) {
					callback(new Error(`${hostname} has no address`), '');
				} else if (
					!mayBePrivate(hostname, reach, first) &&
					!addresses.every(({ address }) => isPublicAddress(address))
				) {
					// one that is private among public ones is no accident to be worked around
					const problem = {
						kind: 'private-address',
						host: hostname,
						addresses: found.map(({ address }) => address),
					} as const;
					callback(new DownloadError(problem), '');
				} else if (all === true) {
					callback(null, addresses);
				} else {
					callback(null, one.address, one.family);
				}
			},
			(error: unknown) => {
				callback(error instanceof Error ? error : new Error(String(error)), '');
			},
		);
	};
}

async function resolveBySystem(hostname: string): ReturnType<Resolve> {
	return lookup(hostname, { all: true });
}

/** Counts what comes out of decompression: a few kilobytes can be made to hold gigabytes. */
async function readBody({ headers, body }: Response, maxBytes: number): Promise<Uint8Array> {
	const stated = Number(headers.get('content-length') ?? 0);
	if (stated > maxBytes) throw new DownloadError({ kind: 'too-large', maxBytes, bytes: stated });
	const parts: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const part of body ?? []) {
			const chunk = part as Uint8Array; // fetch's bodies are streams of bytes
			bytes += chunk.length;
			if (bytes > maxBytes) throw new DownloadError({ kind: 'too-large', maxBytes, bytes: undefined });
			parts.push(chunk);
		}
	} catch (error) {
		if (error instanceof DownloadError) throw error;
		throw new DownloadError({ kind: 'incomplete', reason: reasonOf(error) }, { cause: error });
	}
	return Buffer.concat(parts);
}

/** `fetch` wraps what the lookup refuses. */
function downloadErrorIn(error: unknown): DownloadError | undefined {
	if (error instanceof DownloadError) return error;
	return error instanceof Error ? downloadErrorIn(error.cause) : undefined;
}

/** What is at the bottom of an error of `fetch`, whose own message is only that it failed. */
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (error.cause !== undefined) return reasonOf(error.cause);
	// tried several addresses: the error of all of them has no message, but a code; that of TLS ends its line
	return error.message.replace(/\s+/g, ' ').trim() || ('code' in error ? String(error.code) : error.name);
}
