import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { download, type Resolve } from '../../../bot/download/download.js';
import { servePage, servePages } from '../../support/page-server.js';

const LIMITS = { maxBytes: 1000, timeoutMs: 5000 };
const OPERATOR = { ...LIMITS, allowPrivate: true };
const MEMBER = { ...LIMITS, allowPrivate: false };

describe('download', () => {
	it('gives the bytes, their type and where they were found', async () => {
		const { host } = await servePages(({ url }, response) => {
			if (url === '/old') response.writeHead(301, { location: '/new?a=b' }).end('moved');
			else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('The mill turns.');
		});
		const { url, contentType, bytes } = await download(`http://${host}/old#part`, OPERATOR);
		expect({ url, contentType, text: Buffer.from(bytes).toString() }).toEqual({
			url: `http://${host}/new?a=b`,
			contentType: 'text/plain; charset=utf-8',
			text: 'The mill turns.',
		});
	});

	it('says who asks and what for, and keeps no cookies', async () => {
		const seen: Record<string, unknown>[] = [];
		const { host } = await servePages(({ url, headers }, response) => {
			seen.push(headers);
			if (url === '/') response.writeHead(302, { location: '/page', 'set-cookie': 'a=b; Path=/' }).end();
			else response.end('text');
		});
		await download(`http://${host}/`, OPERATOR);
		expect(seen).toHaveLength(2);
		for (const headers of seen) {
			expect(headers['user-agent']).toMatch(/^Quoth\/\d+\.\d+\.\d+/);
			expect(headers.accept).toContain('text/html');
			expect(headers).not.toHaveProperty('cookie');
			expect(headers).not.toHaveProperty('referer');
		}
	});

	it('uses no proxy of the environment', async () => {
		const proxy = await servePage('from the proxy', { 'content-type': 'text/plain' });
		const { host } = await servePage('from the server', { 'content-type': 'text/plain' });
		for (const name of ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY']) {
			vi.stubEnv(name, `http://${proxy.host}`);
		}
		vi.stubEnv('NODE_USE_ENV_PROXY', '1');
		onTestFinished(() => void vi.unstubAllEnvs());
		const { bytes } = await download(`http://${host}/`, OPERATOR);
		expect(Buffer.from(bytes).toString()).toBe('from the server');
		expect(proxy.asked).toEqual([]);
	});

	it.each([
		['ftp://example.org/a.txt', 'not-http'],
		['file:///etc/passwd', 'not-http'],
		['data:text/plain,hello', 'not-http'],
		['javascript:alert(1)', 'not-http'],
		['example.org/article', 'not-http'],
		['', 'not-http'],
		['http://', 'not-http'],
		['http://[::1', 'not-http'],
		['http://1.2.3.4.5/', 'not-http'],
		['https://user@example.org/', 'credentials'],
		['https://user:secret@example.org/', 'credentials'],
		['http://example.org:22/', 'port'],
		['https://example.org:6379/', 'port'],
		['http://127.0.0.1:22/', 'port'],
	])('refuses %j to members, asking nobody: %s', async (url, kind) => {
		const resolve = () => Promise.reject(new Error('asked'));
		await expect(download(url, { ...MEMBER, resolve })).rejects.toMatchObject({ kind });
	});

	it.each(['https://example.org/', 'http://example.org/', 'http://example.org:8080/', 'https://example.org:8443/'])(
		'asks for %s for members',
		async (url) => {
			const resolve = () => Promise.reject(new Error('asked'));
			const problem = { kind: 'unreachable', reason: 'asked' };
			await expect(download(url, { ...MEMBER, resolve })).rejects.toMatchObject({ problem });
		},
	);

	it('says in one line that a server speaks no TLS', async () => {
		const { host } = await servePage('text', {});
		await expect(download(`https://${host}/`, OPERATOR)).rejects.toThrow(/^expected an answer .*: check the address$/);
	});

	it('never shows a secret that stands in the URL', async () => {
		await expect(download('https://user:secret@example.org/', MEMBER)).rejects.toThrow(/^(?!.*secret)/);
	});
});

describe('download, of names that change', () => {
	it('connects to the address that was checked, and asks for it once', async () => {
		const server = await servePage('private', { 'content-type': 'text/plain' });
		const { resolve, names } = answers(['3000::1'], ['127.0.0.1'], ['127.0.0.1']);
		const rebound = download('http://rebind.test:8080/', { ...MEMBER, timeoutMs: 500, resolve });
		// nobody has been given the address 3000::1
		await expect(rebound).rejects.toMatchObject({ kind: expect.stringMatching(/^(?:unreachable|timeout)$/) as string });
		expect(names).toEqual(['rebind.test']);

		const other = answers(['127.0.0.1'], ['127.0.0.2']);
		const { bytes } = await download(`http://name.test:${server.port}/`, { ...OPERATOR, resolve: other.resolve });
		expect(Buffer.from(bytes).toString()).toBe('private');
		expect(other.names).toEqual(['name.test']);
	});

	it('checks the name again when a redirect opens another connection', async () => {
		const { host, port } = await servePages((_, response) => {
			response.writeHead(302, { location: `http://rebind.test:${port}/`, connection: 'close' }).end();
		});
		const { resolve, names } = answers(['127.0.0.1']);
		await expect(download(`http://${host}/`, { ...OPERATOR, resolve })).rejects.toMatchObject({
			problem: { kind: 'private-address', host: 'rebind.test', addresses: ['127.0.0.1'] },
		});
		expect(names).toEqual(['rebind.test']);
	});

	it('reports names without address', async () => {
		await expect(download('http://nowhere.test/', { ...MEMBER, ...answers([]) })).rejects.toMatchObject({
			kind: 'unreachable',
		});
		await expect(download('http://nowhere.invalid/', MEMBER)).rejects.toMatchObject({
			kind: 'unreachable',
			message: expect.stringMatching(
				/^expected an answer from the server, got none \(.*nowhere\.invalid.*\): /,
			) as string,
		});
	});

	/** A name server that gives each of the answers in turn, then none. */
	function answers(...turns: string[][]): { resolve: Resolve; names: string[] } {
		const names: string[] = [];
		const resolve: Resolve = async (name) => {
			const addresses = turns[names.push(name) - 1] ?? [];
			return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
		};
		return { resolve, names };
	}
});

describe('download, of redirects', () => {
	it.each([
		['http://169.254.169.254/latest/meta-data/', 'private-address'],
		['http://[::ffff:a9fe:a9fe]/', 'private-address'],
		['//0xa.1/', 'private-address'],
		['http://localhost/', 'private-address'],
		['file:///etc/passwd', 'not-http'],
		['http://user:secret@example.org/', 'credentials'],
		['http://[', 'not-http'],
	])('refuses to go on to %s, for operators too', async (location, kind) => {
		const { host, asked } = await servePages((_, response) => response.writeHead(302, { location }).end());
		await expect(download(`http://${host}/`, OPERATOR)).rejects.toMatchObject({ kind });
		expect(asked).toEqual(['/']);
	});

	it('follows five, and no more', async () => {
		const { host, asked } = await servePages(({ url = '' }, response) => {
			const left = Number(url.slice(1));
			if (left === 0) response.end('there');
			else response.writeHead(302, { location: `/${left - 1}` }).end();
		});
		await expect(download(`http://${host}/5`, OPERATOR)).resolves.toMatchObject({ url: `http://${host}/0` });
		expect(asked.splice(0)).toHaveLength(6);
		await expect(download(`http://${host}/9000`, OPERATOR)).rejects.toMatchObject({ kind: 'too-many-redirects' });
		expect(asked).toHaveLength(6);
	});

	it('reads a relative one from where it stands', async () => {
		const next = new Map([
			['/', '/a/b'],
			['/a/b', 'c?d'],
		]);
		const { host } = await servePages(({ url = '' }, response) => {
			const location = next.get(url);
			if (location === undefined) response.end('there');
			else response.writeHead(307, { location }).end();
		});
		await expect(download(`http://${host}/`, OPERATOR)).resolves.toMatchObject({ url: `http://${host}/a/c?d` });
	});

	it('takes a redirect that leads nowhere for the answer', async () => {
		const { host } = await servePages((_, response) => response.writeHead(302).end());
		await expect(download(`http://${host}/`, OPERATOR)).rejects.toMatchObject({
			problem: { kind: 'http-status', status: 302 },
		});
	});
});

describe('download, of allowed hosts', () => {
	it('asks them whatever their address and port, and no other', async () => {
		const { host, port, asked } = await servePages(({ url }, response) => {
			if (url === '/') response.end('text');
			else response.writeHead(302, { location: 'https://example.org/' }).end();
		});
		const attachments = { ...MEMBER, allowedHosts: ['CDN.example.org', host, `files.test:${port}`] };
		await expect(download(`http://${host}/`, attachments)).resolves.toMatchObject({ url: `http://${host}/` });
		const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
		await download(`http://files.test:${port}/`, { ...attachments, resolve });
		expect(asked.splice(0)).toEqual(['/', '/']);

		const others = [`http://${host}/away`, 'http://127.0.0.1/', `http://localhost:${port}/`, 'https://example.org/'];
		for (const url of [...others, `http://files.test/`, 'https://cdn.example.org:8443/']) {
			await expect(download(url, attachments), url).rejects.toMatchObject({ kind: 'host' });
		}
		expect(asked).toEqual(['/away']);
	});

	it('lets none pass that only looks like one', async () => {
		const attachments = { ...MEMBER, allowedHosts: ['cdn.discordapp.com'] };
		for (const host of [
			'cdn.discordapp.com.evil.test',
			'evil-cdn.discordapp.com',
			'cdn.discordapp.com:81',
			'evil.test#@cdn.discordapp.com',
		]) {
			await expect(download(`https://${host}/`, attachments), host).rejects.toMatchObject({ kind: 'host' });
		}
	});
});
