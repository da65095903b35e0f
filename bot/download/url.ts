import { isIP } from 'node:net';
import { isPublicAddress } from './addresses.js';
import { DownloadError } from './error.js';

/** Whom a download may ask. */
export interface DownloadReach {
	/**
	 * For an operator, who owns the machine: the host of the URL may be private, at any port. Where a page redirects to is
	 * not the operator's choice: another host must be public.
	 */
	readonly allowPrivate: boolean;
	/**
	 * If given, these hosts alone are asked, also after redirects, at `host` (the scheme's own port) or `host:port`. The
	 * operator chose them, so their addresses are not checked: they may be private.
	 */
	readonly allowedHosts?: readonly string[];
}

/** Where members' pages may stand. With any port, a bot could be made to knock at every service of the internet. */
const WEB_PORTS = [80, 443, 8080, 8443];

/**
 * Checks all of a URL that can be told without asking anyone, IP addresses among it.
 *
 * @param redirect For what a server redirects to: the URL that did so, and the one that was given at first.
 * @throws {DownloadError} If it may not be asked.
 */
export function toAllowedUrl(text: string, reach: DownloadReach, redirect?: { by: URL; first: URL }): URL {
	if (!URL.canParse(text, redirect?.by.href)) throw new DownloadError({ kind: 'not-http', got: quoted(text) });
	const url = new URL(text, redirect?.by.href);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') {
		throw new DownloadError({ kind: 'not-http', got: quoted(url.protocol) });
	}
	if (url.username !== '' || url.password !== '') throw new DownloadError({ kind: 'credentials' });

	if (redirect?.by.protocol === 'https:' && url.protocol === 'http:') {
		// what is quoted with an https address must have come from its owner, and not from someone on the way
		throw new DownloadError({ kind: 'downgrade', to: url.href });
	}

	const { allowedHosts, allowPrivate } = reach;
	if (allowedHosts !== undefined && !allowedHosts.some((host) => host.toLowerCase() === url.host)) {
		throw new DownloadError({ kind: 'host', host: url.host, allowed: allowedHosts });
	}
	const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
	if (allowedHosts === undefined && !allowPrivate && !WEB_PORTS.includes(port)) {
		throw new DownloadError({ kind: 'port', port, allowed: WEB_PORTS });
	}
	// the parser has turned all spellings of an address (2130706433, 0x7f.1) into one
	const address = url.hostname.replace(/^\[|\]$/g, '');
	if (isIP(address) !== 0 && !mayBePrivate(url.hostname, reach, redirect?.first ?? url) && !isPublicAddress(address)) {
		throw new DownloadError({ kind: 'private-address', host: url.hostname, addresses: [address] });
	}
	return url;
}

/** Whether a host's addresses need no check, by {@link DownloadReach}. */
export function mayBePrivate(hostname: string, { allowPrivate, allowedHosts }: DownloadReach, first: URL): boolean {
	return allowedHosts !== undefined || (allowPrivate && hostname === first.hostname);
}

function quoted(text: string): string {
	return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
