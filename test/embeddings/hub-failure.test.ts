import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PassingFailure, toFailure } from '../../embeddings/hub-failure.js';
import type { HubAccess } from '../../embeddings/hub-access.js';
import { headersOf, type Fault } from '../support/model-hub.js';
import { ONNX, only, openHub } from '../support/pull.js';

const ACCESS: HubAccess = {
	origin: 'https://hub.example',
	fetch,
	retryDelayMs: 1,
	otherwise: 'or copy the files',
};
const URL_OF_FILE = new URL('https://hub.example/file');

/** As `fetch` fails: the reason is the cause. */
const failing = (code: string, message = code) =>
	Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(message), { code }) });

describe('toFailure', () => {
	it.each([
		['ENOTFOUND', 'no such name is known', false],
		['EAI_AGAIN', 'no name server answers', true],
		['ECONNREFUSED', 'nothing listens there', false],
		['ENETUNREACH', 'there is no way there', false],
		['CERT_HAS_EXPIRED', 'NODE_EXTRA_CA_CERTS', false],
		['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS', false],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS', false],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'NODE_EXTRA_CA_CERTS', false],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'does not speak https', false],
		['UND_ERR_CONNECT_TIMEOUT', 'it does not answer', true],
		['ECONNRESET', 'check the connection and QUOTH_HUB', true],
	])('says what to do about %s', (code, todo, mayPass) => {
		const failure = toFailure(failing(code), URL_OF_FILE, ACCESS);
		expect(failure.message).toContain(`Cannot download from hub.example (${code}): `);
		expect(failure.message).toContain(todo);
		expect(failure.message).toMatch(/and run this again, or copy the files$/);
		expect(failure instanceof PassingFailure).toBe(mayPass);
	});

	it('looks to the proxy where there is one', () => {
		const access = { ...ACCESS, proxyFor: () => 'proxy.example:3128' };
		expect(toFailure(failing('ECONNREFUSED'), URL_OF_FILE, access).message).toContain(
			'through the proxy proxy.example:3128 (ECONNREFUSED): check HTTPS_PROXY, HTTP_PROXY and NO_PROXY',
		);
		const tunnel = failing('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling');
		const refused = toFailure(tunnel, URL_OF_FILE, access);
		expect(refused.message).toMatch(/^The proxy proxy\.example:3128 refuses .*HTTP 407.*name:password@host:port/);
		expect(refused).not.toBeInstanceOf(PassingFailure);
	});
});

describe('pullModel when a hub refuses', () => {
	const answer =
		(code: number, headers: Record<string, string> = {}): Fault =>
		(_, response) => {
			response.writeHead(code, headers).end();
			return true;
		};

	it('says that terms are to be accepted, and whose token to give', async () => {
		const { hub, pull } = await openHub();
		hub.fault = answer(403, { 'x-error-code': 'GatedRepo' });
		await expect(pull()).rejects.toThrow(/accept the model's terms on its page and set HF_TOKEN/);
		await expect(pull({ token: 'secret' })).rejects.toThrow(/accept the model's terms.*check whose HF_TOKEN/);
	});

	it('says that a token is not taken, and never which', async () => {
		const { hub, pull } = await openHub();
		hub.fault = answer(401);
		await expect(pull()).rejects.toThrow('or set HF_TOKEN to a token that may read it');
		const refused = pull({ token: 'secret' });
		await expect(refused).rejects.toThrow('it does not take HF_TOKEN, or has no such model');
		await expect(refused).rejects.not.toThrow('secret');
	});

	it('waits as long as it is asked to, if that is not long', async () => {
		const { hub, pull } = await openHub();
		hub.fault = only('config.json', 1, 'HEAD', answer(429, { 'retry-after': '0' }));
		expect((await pull({ retryDelayMs: 600_000 })).card.name).toBe('owner/name');
		hub.fault = answer(429, { 'retry-after': '3600' });
		hub.requests.length = 0;
		await expect(pull()).rejects.toThrow('is asked too often from here (HTTP 429)');
		await expect(pull()).rejects.toThrow('try in 3600 s');
		expect(hub.requests).toHaveLength(2);
	});

	it('shows the token to the hub and to no host that it leads to', async () => {
		const { hub, files, pull } = await openHub();
		const bytes = files.get(ONNX)!;
		const shown: Record<string, (string | undefined)[]> = { hub: [], store: [] };
		const store = createServer(({ headers }, response) => {
			shown['store']!.push(headers.authorization);
			response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
		});
		await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
		onTestFinished(() => void store.close());
		const { port } = store.address() as AddressInfo; // a listening TCP server has such an address
		const sum = createHash('sha256').update(bytes).digest('hex');
		hub.fault = ({ headers, url }, response) => {
			shown['hub']!.push(headers.authorization);
			if (url?.endsWith(ONNX) !== true) return false;
			const linked = { 'x-linked-etag': `"${sum}"`, 'x-linked-size': bytes.length };
			response.writeHead(302, { ...linked, location: `http://127.0.0.1:${port}/blob` }).end();
			return true;
		};
		await pull({ token: 'secret' });
		expect(new Set(shown['hub'])).toEqual(new Set(['Bearer secret']));
		expect(shown['store']).toEqual([undefined]);
	});

	it('asks for the rest of the very version that it has the beginning of', async () => {
		const { hub, files, pull } = await openHub();
		const bytes = files.get(ONNX)!;
		const asked: unknown[] = [];
		const half: Fault = (_, response) => {
			response.writeHead(200, { ...headersOf(bytes), 'content-length': bytes.length });
			response.write(bytes.subarray(0, 100), () => setTimeout(() => response.destroy(), 50));
			return true;
		};
		const cutOnce = only(ONNX, 1, 'GET', half);
		hub.fault = (request, response, all) => {
			if (request.method === 'GET' && request.url?.endsWith(ONNX) === true) asked.push(request.headers['if-range']);
			return cutOnce(request, response, all);
		};
		await pull();
		expect(asked).toEqual([undefined, headersOf(bytes)['etag']]);
	});

	it('says that what answers does not speak https', async () => {
		const { hub, pull } = await openHub();
		await expect(pull({ hub: hub.url.replace('http:', 'https:') })).rejects.toThrow(
			/: it does not speak https: check QUOTH_HUB/,
		);
	});

	it.skipIf(!existsSync('/dev/full'))('says that the disk is full, by a disk that always is', async () => {
		const { files, pull, folder } = await openHub();
		const validator = headersOf(files.get(ONNX)!)['etag']!;
		const part = `${ONNX}.${createHash('sha256').update(validator).digest('hex').slice(0, 12)}.part`;
		await mkdir(join(folder, 'onnx'), { recursive: true });
		await symlink('/dev/full', join(folder, part));
		await expect(pull()).rejects.toThrow(/^The disk is full at .*onnx.*: free space and run this again/);
	});
});
