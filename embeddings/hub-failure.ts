import type { HubAccess } from './hub-access.js';

/** A failure that another try may not meet. */
export class PassingFailure extends Error {
	/** Milliseconds that the hub asks to wait before the next try. */
	readonly waitMs: number | undefined;

	constructor(message: string, { waitMs, cause }: { waitMs?: number | undefined; cause?: unknown } = {}) {
		super(message, { cause });
		this.waitMs = waitMs;
	}
}

/** A hub that asks to wait longer than this is tried no further. */
const MOST_WAIT_MS = 60_000;

/** @throws {Error} If the answer is not a file: a refusal, a fault of the hub, a web page. */
export function checkAnswer({ status, headers }: Response, url: string, access: HubAccess): void {
	const { otherwise } = access;
	const host = new URL(url).host;
	if (status === 429) throw tooMany(host, url, headers.get('retry-after'), otherwise);
	if (status === 408 || status >= 500) {
		throw new PassingFailure(`${host} failed (HTTP ${status}) at ${url}: try later, ${otherwise}`);
	}
	if (status === 407) throw proxyRefuses(status, new URL(url), access);
	if (status === 401 || status === 403) throw refused(status, headers.get('x-error-code'), url, access);
	if (status >= 400) throw new Error(`${host} has no ${url} (HTTP ${status}): check the model's name, ${otherwise}`);
	// a redirect's own page is not the file's
	if (status < 300 && /^text\/html\b/i.test(headers.get('content-type') ?? '')) throw webPage(url, otherwise);
}

/** A captive portal answers 200 to everything. */
export function webPage(url: string, otherwise: string): Error {
	return new Error(
		`Expected a file at ${url}, got a web page: sign in to the network or check QUOTH_HUB, ${otherwise}`,
	);
}

/** Names a failure of the connection by its code, and says what mends it. */
export function toFailure(cause: unknown, url: URL, access: HubAccess): Error {
	const { code, message } = innermost(cause);
	const status = /Proxy response \((\d+)\)|Proxy Authentication Required \((407)\)/.exec(message);
	if (status !== null) return proxyRefuses(Number(status[1] ?? status[2]), url, access, cause);
	const proxy = access.proxyFor?.(url);
	const through = proxy === undefined ? '' : ` through the proxy ${proxy}`;
	const remedy = REMEDIES.find(({ codes }) => codes.test(code ?? ''));
	const todo = proxy !== undefined && remedy?.isNear === true ? CHECK_PROXY : (remedy?.todo ?? CHECK_CONNECTION);
	const text = `Cannot download from ${url.host}${through} (${code ?? message}): ${todo} and run this again, ${access.otherwise}`;
	return remedy?.isLasting === true ? new Error(text, { cause }) : new PassingFailure(text, { cause });
}

const CHECK_CONNECTION = 'check the connection and QUOTH_HUB';
const CHECK_PROXY = 'check HTTPS_PROXY, HTTP_PROXY and NO_PROXY';

interface Remedy {
	/** Of Node.js, OpenSSL and undici. */
	readonly codes: RegExp;
	readonly todo: string;
	/** Whether another try within seconds would meet the same. */
	readonly isLasting: boolean;
	/** Whether it comes from the first machine asked: the proxy where there is one. */
	readonly isNear?: boolean;
}

const REMEDIES: readonly Remedy[] = [
	{
		codes: /^ENOTFOUND$/,
		todo: 'no such name is known: check the connection and QUOTH_HUB',
		isLasting: true,
		isNear: true,
	},
	{ codes: /^EAI_AGAIN$/, todo: 'no name server answers: check the connection', isLasting: false, isNear: true },
	{
		codes: /^ECONNREFUSED$/,
		todo: 'nothing listens there: check QUOTH_HUB, the port and the firewall',
		isLasting: true,
		isNear: true,
	},
	{ codes: /^(ENETUNREACH|EHOSTUNREACH)$/, todo: 'there is no way there: check the connection', isLasting: true },
	{
		codes: /CERT|SIGNATURE|ALTNAME/,
		todo: 'its certificate is not trusted: check the clock, and where a proxy reads https, name its certificate in NODE_EXTRA_CA_CERTS',
		isLasting: true,
	},
	{ codes: /^(EPROTO$|ERR_SSL_)/, todo: 'it does not speak https: check QUOTH_HUB and the proxy', isLasting: true },
	{ codes: /TIMEOUT|^ETIMEDOUT$/, todo: 'it does not answer: check the connection', isLasting: false, isNear: true },
];

function tooMany(host: string, url: string, retryAfter: string | null, otherwise: string): Error {
	const seconds = Number(retryAfter ?? Number.NaN);
	const waitMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
	const when = waitMs === undefined ? 'later' : `in ${Math.ceil(seconds)} s`;
	const message = `${host} is asked too often from here (HTTP 429) at ${url}: try ${when}, ${otherwise}`;
	return waitMs !== undefined && waitMs > MOST_WAIT_MS ? new Error(message) : new PassingFailure(message, { waitMs });
}

function refused(status: number, reason: string | null, url: string, { token, otherwise }: HubAccess): Error {
	const host = new URL(url).host;
	const told = `${host} gives out no ${url} (HTTP ${status})`;
	if (reason === 'GatedRepo') {
		const todo = token === undefined ? 'set HF_TOKEN to a token of that account' : 'check whose HF_TOKEN is';
		return new Error(`${told}: accept the model's terms on its page and ${todo}, ${otherwise}`);
	}
	if (token !== undefined && status === 401) {
		return new Error(`${told}: it does not take HF_TOKEN, or has no such model. Check both, ${otherwise}`);
	}
	return new Error(
		`${told}: no such model, or one that is not public. Check its name, or set HF_TOKEN to a token that may read it`,
	);
}

function proxyRefuses(status: number, url: URL, { proxyFor, otherwise }: HubAccess, cause?: unknown): Error {
	const proxy = proxyFor?.(url) ?? 'between here and there';
	const todo =
		status === 407
			? 'put the name and password that it wants into HTTPS_PROXY, as http://name:password@host:port'
			: `ask who runs it to let ${url.host} pass, or name it in NO_PROXY`;
	const message = `The proxy ${proxy} refuses to lead to ${url.host} (HTTP ${status}): ${todo}, ${otherwise}`;
	return status >= 500 ? new PassingFailure(message, { cause }) : new Error(message, { cause });
}

/** What the first of an error's causes says that has a code; the error itself where none has. */
function innermost(error: unknown): { code: string | undefined; message: string } {
	const own = { code: undefined, message: error instanceof Error ? error.message : String(error) };
	for (let at = error; at instanceof Error; at = at.cause) {
		if ('code' in at && typeof at.code === 'string') return { code: at.code, message: at.message };
	}
	return own;
}
