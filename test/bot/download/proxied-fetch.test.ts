import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isExempt, openProxiedFetch, type Proxies } from '../../../bot/download/proxied-fetch.js';
import { openProxy } from '../../support/proxy.js';
import { openHub } from '../../support/pull.js';
import { jsonOf, quoth } from '../../support/quoth.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const NONE: Proxies = { http: undefined, https: undefined, none: undefined };

function openFetch(proxies: Partial<Proxies>) {
	const network = openProxiedFetch({ ...NONE, ...proxies });
	onTestFinished(() => network.close());
	return { fetch: network.fetch, proxyFor: (url: URL) => network.proxyFor(url) };
}

describe('openProxiedFetch', () => {
	it('has a model downloaded by a proxy, to which only the proxy knows the way', async () => {
		const proxy = await openProxy();
		const { hub, pull } = await openHub();
		// no name server knows it
		const hidden = hub.url.replace('127.0.0.1', 'hub.invalid');
		expect((await pull({ hub: hidden, ...openFetch({ http: proxy.url }) })).card.name).toBe('owner/name');
		expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT hub.invalid:${new URL(hub.url).port}`]));
		expect(hub.requests[0]).toBe('HEAD /owner/name/resolve/main/config.json');
	});

	it('gives a proxy the name and password that it wants, and shows them to nobody', async () => {
		const proxy = await openProxy({ credentials: 'ann:s p' });
		const { hub, pull } = await openHub();
		const address = proxy.url.replace('//', '//ann:s%20p@');
		expect((await pull(openFetch({ http: address }))).card.name).toBe('owner/name');
		const wrong = pull(openFetch({ http: proxy.url.replace('//', '//ann:wrong@') }));
		await expect(wrong).rejects.toThrow(/^The proxy 127\.0\.0\.1:\d+ refuses .*HTTP 407.*name:password@host:port/);
		await expect(wrong).rejects.not.toThrow('wrong@');
		expect(hub.requests.length).toBeGreaterThan(0);
	});

	it('says that a proxy refuses to lead there, or is not there itself', async () => {
		const { pull } = await openHub();
		const proxy = await openProxy({ refuses: 403 });
		await expect(pull(openFetch({ http: proxy.url }))).rejects.toThrow(/HTTP 403.*name it in NO_PROXY/);
		await expect(pull(openFetch({ http: '127.0.0.1:9' }))).rejects.toThrow(
			/through the proxy 127\.0\.0\.1:9 \(ECONNREFUSED\): check HTTPS_PROXY, HTTP_PROXY and NO_PROXY/,
		);
	});

	it('asks hosts directly that need no proxy, and all of them where there is none', async () => {
		const proxy = await openProxy();
		const { pull } = await openHub();
		await pull(openFetch({ http: proxy.url, none: 'localhost, 127.0.0.1' }));
		await pull(openFetch({}));
		expect(proxy.asked).toEqual([]);
	});

	it('takes the proxy for http where there is none for https', () => {
		const [http, https] = [new URL('http://a.example/'), new URL('https://a.example/')];
		const both = openFetch({ http: 'http://one:1', https: 'http://two:2' });
		expect([http, https].map(both.proxyFor)).toEqual(['one:1', 'two:2']);
		const one = openFetch({ http: 'http://one:1' });
		expect([http, https].map(one.proxyFor)).toEqual(['one:1', 'one:1']);
		const secure = openFetch({ https: 'http://two:2' });
		expect([http, https].map(secure.proxyFor)).toEqual([undefined, 'two:2']);
	});

	it.each(['socks5://host:1', 'http://', 'http://ann:secret@:1'])('refuses %s without repeating it', (address) => {
		const open = () => openProxiedFetch({ ...NONE, https: address });
		expect(open).toThrow('HTTPS_PROXY is no address of a proxy: expected http://host:port');
		expect(open).not.toThrow('secret');
	});
});

describe('isExempt', () => {
	it.each([
		['https://hub.example/', 'hub.example', true],
		['https://cdn.hub.example/', 'hub.example', true],
		['https://cdn.hub.example/', '.hub.example', true],
		['https://cdn.hub.example/', '*.hub.example', true],
		['https://HUB.example./', 'Hub.Example', true],
		['https://nothub.example/', 'hub.example', false],
		['https://hub.example/', 'a.example, hub.example', true],
		['https://hub.example/', 'a.example hub.example', true],
		['https://hub.example/', 'hub.example:443', true],
		['https://hub.example:8443/', 'hub.example:443', false],
		['http://hub.example/', 'hub.example:80', true],
		['https://hub.example/', '*', true],
		['http://127.0.0.1:8080/', '127.0.0.1', true],
		['http://[::1]:8080/', '::1', true],
		['http://[::1]:8080/', '[::1]:8080', true],
		['https://hub.example/', '', false],
		['https://hub.example/', ', ,', false],
	])('says of %s and "%s" %s', (url, none, exempt) => {
		expect(isExempt(new URL(url), none)).toBe(exempt);
	});

	it('takes any list', () => {
		fc.assert(
			fc.property(fc.string(), (none) => {
				expect(typeof isExempt(new URL('https://hub.example/'), none)).toBe('boolean');
			}),
		);
	});
});

describe('quoth model pull', { timeout: 60_000 }, () => {
	it('goes by the proxy of the environment, with the token for the hub', async () => {
		const proxy = await openProxy();
		const { hub } = await openHub();
		const shown = new Set<string | undefined>();
		hub.fault = ({ headers }) => {
			shown.add(headers.authorization);
			return false;
		};
		const env = {
			QUOTH_HUB: hub.url.replace('127.0.0.1', 'hub.invalid'),
			http_proxy: proxy.url,
			HF_TOKEN: 'secret',
		};
		const run = await quoth(['model', 'pull', 'owner/name', '--json'], { data: await temporaryFolder(), env });
		expect(run).toMatchObject({ code: 0 });
		expect(run.stdout + run.stderr).not.toContain('secret');
		expect(jsonOf(run)).toMatchObject({ use: 'encoder', name: 'owner/name', dimension: 3 });
		expect(shown).toEqual(new Set(['Bearer secret']));
		expect(proxy.asked.length).toBeGreaterThan(0);
	});
});
