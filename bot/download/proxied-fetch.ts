import { fetch as undiciFetch, ProxyAgent } from 'undici';

/** The proxies by which the operator's network is left. Empty where there is none. */
export interface Proxies {
	/** For `http:` addresses. */
	readonly http: string | undefined;
	/** For `https:` addresses; where there is none, that for `http:` serves them too. */
	readonly https: string | undefined;
	/** Hosts that are asked directly, with commas between them: {@link isExempt}. */
	readonly none: string | undefined;
}

/** A `fetch` that goes by proxies, and says which. */
export interface ProxiedFetch {
	readonly fetch: typeof fetch;
	/** `host:port` of the proxy for a URL, never with its name and password; undefined where there is none. */
	proxyFor(url: URL): string | undefined;
	close(): Promise<void>;
}

// undici's Response and Node.js's, which is an older undici's, are alike
const go = undiciFetch as unknown as (url: URL, init: object) => Promise<Response>;

/**
 * Proxies are asked for a tunnel (CONNECT), for `http:` too; a name and password in a proxy's address are given to it.
 *
 * @throws {Error} If a proxy's address is malformed; names the variable, and not the address, which may hold a password.
 */
export function openProxiedFetch({ http, https, none }: Proxies): ProxiedFetch {
	const httpAgent = openAgent('HTTP_PROXY', http);
	const httpsAgent = openAgent('HTTPS_PROXY', https) ?? httpAgent;
	const proxyOf = (url: URL) => (isExempt(url, none) ? undefined : url.protocol === 'https:' ? httpsAgent : httpAgent);
	return {
		async fetch(input, init) {
			const url = new URL(input instanceof Request ? input.url : input);
			const proxy = proxyOf(url);
			return go(url, { ...init, ...(proxy && { dispatcher: proxy.agent }) });
		},
		proxyFor: (url) => proxyOf(url)?.host,
		async close() {
			await httpAgent?.agent.close();
			if (httpsAgent !== httpAgent) await httpsAgent?.agent.close();
		},
	};
}

/**
 * Whether a host is asked directly. As in curl, an entry names a host and all below it, with or without a dot before it; with a port
 * it names that port alone; `*` names every host.
 */
export function isExempt({ hostname, port, protocol }: URL, none = ''): boolean {
	const asked = hostname.toLowerCase().replace(/\.$/, '');
	const askedPort = port || (protocol === 'https:' ? '443' : '80');
	return none
		.toLowerCase()
		.split(/[\s,]+/)
		.filter((entry) => entry !== '')
		.some((entry) => {
			const [, host = '', only] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
			const name = host.replace(/^\*?\.+/, '').replace(/\.$/, '');
			if (only !== undefined && only !== askedPort) return false;
			return host === '*' || asked === name || asked === `[${name}]` || (name !== '' && asked.endsWith(`.${name}`));
		});
}

function openAgent(variable: string, address: string | undefined): { agent: ProxyAgent; host: string } | undefined {
	if (address === undefined) return undefined;
	const text = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !/^https?:$/.test(url.protocol)) {
		throw new Error(
			`${variable} is no address of a proxy: expected http://host:port, with name:password@ before the host where it wants them`,
		);
	}
	return { agent: new ProxyAgent(url.href), host: url.host };
}
