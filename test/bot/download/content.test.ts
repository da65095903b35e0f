import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArticles } from '../../../articles/read.js';
import { download } from '../../../bot/download/download.js';
import { servePage, servePages } from '../../support/page-server.js';

const OPERATOR = { allowPrivate: true, maxBytes: 1000, timeoutMs: 5000 };

describe('download, of content', () => {
	it.each([
		['text/html; charset=utf-8', '/'],
		['TEXT/Plain', '/'],
		['text/markdown', '/'],
		['application/xhtml+xml', '/'],
		['application/json', '/'],
		['application/ld+json;charset=utf-8', '/'],
		['application/feed+json', '/'],
		['application/x-ndjson', '/'],
		['application/ndjson', '/'],
		['application/jsonl', '/'],
		['application/x-jsonlines', '/'],
		['application/octet-stream', '/notes.MD?download=1'],
		['binary/octet-stream', '/articles.jsonl'],
	])('takes %s at %s', async (contentType, path) => {
		const { host } = await servePage('["text"]', { 'content-type': contentType });
		await expect(download(`http://${host}${path}`, OPERATOR)).resolves.toMatchObject({ contentType });
	});

	it.each([
		['application/pdf', '/a.pdf', 'got a PDF document: export its text first'],
		['application/pdf; name=a', '/a.txt', 'got a PDF document: export its text first'],
		['image/png', '/a.txt', 'got image/png: export its text first'],
		['application/zip', '/', 'got application/zip: export its text first'],
		['application/octet-stream', '/a.pdf', 'got application/octet-stream: export its text first'],
		['application/octet-stream', '/', 'got application/octet-stream: export its text first'],
		['nonsense', '/', 'got nonsense: export its text first'],
	])('refuses %s at %s', async (contentType, path, message) => {
		const { host } = await servePage('text', { 'content-type': contentType });
		await expect(download(`http://${host}${path}`, OPERATOR)).rejects.toMatchObject({
			kind: 'content-type',
			message: `expected text, Markdown, HTML, JSON or JSON Lines, ${message}`,
		});
	});

	it('takes a page without type, whose content tells what it is', async () => {
		const { host } = await servePage('<!doctype html><title>Mill</title><p>The mill turns.', {});
		const { contentType, bytes } = await download(`http://${host}/`, OPERATOR);
		expect(contentType).toBe('');
		expect(readArticles(bytes, `http://${host}/`, { contentType }).articles).toMatchObject([{ title: 'Mill' }]);
	});

	it('finds the extension of a file without type before a redirect, too', async () => {
		const { host } = await servePages(({ url }, response) => {
			if (url === '/notes.txt') response.writeHead(302, { location: '/b64d' }).end();
			else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('text');
		});
		await expect(download(`http://${host}/notes.txt`, OPERATOR)).resolves.toMatchObject({ url: `http://${host}/b64d` });
	});

	it('takes as many bytes as allowed, and refuses one more', async () => {
		const { host } = await servePages(({ url = '' }, response) => {
			response.write('x'.repeat(Number(url.slice(1)) - 1));
			response.end('x');
		});
		expect((await download(`http://${host}/1000`, OPERATOR)).bytes).toHaveLength(1000);
		await expect(download(`http://${host}/1001`, OPERATOR)).rejects.toMatchObject({
			problem: { kind: 'too-large', maxBytes: 1000, bytes: undefined },
		});
	});

	it('refuses a size that is stated before the first byte comes', async () => {
		const { host } = await servePages((_, response) => {
			response.writeHead(200, { 'content-length': 60_000_000, 'content-type': 'text/plain' }).flushHeaders();
		});
		await expect(download(`http://${host}/`, { ...OPERATOR, maxBytes: 20_000_000 })).rejects.toThrow(
			'expected at most 20 MB, got 60 MB: split it into its articles',
		);
	});

	it('stops an endless answer', async () => {
		const { host } = await servePages((request, response) => {
			const block = Buffer.alloc(65_536, 'x');
			const more = () => {
				while (!request.destroyed && response.write(block));
			};
			response.on('drain', more);
			more();
		});
		await expect(download(`http://${host}/`, OPERATOR)).rejects.toMatchObject({ kind: 'too-large' });
	});

	it.each([
		['gzip', gzipSync],
		['br', brotliCompressSync],
	])('reads %s, and counts what comes out of it', async (encoding, compress) => {
		const headers = { 'content-type': 'text/plain', 'content-encoding': encoding };
		const text = await servePage(compress('The mill turns.'), headers);
		expect(Buffer.from((await download(`http://${text.host}/`, OPERATOR)).bytes).toString()).toBe('The mill turns.');

		const bomb = compress(Buffer.alloc(50_000_000));
		const packed = await servePage(bomb, { ...headers, 'content-length': bomb.length });
		const before = process.memoryUsage().arrayBuffers;
		await expect(download(`http://${packed.host}/`, { ...OPERATOR, maxBytes: 100_000 })).rejects.toMatchObject({
			kind: 'too-large',
		});
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
	});

	it('reports what is not compressed as it says, and what breaks off', async () => {
		const torn = await servePage('no gzip', { 'content-type': 'text/plain', 'content-encoding': 'gzip' });
		await expect(download(`http://${torn.host}/`, OPERATOR)).rejects.toMatchObject({ kind: 'incomplete' });
		const broken = await servePages((_, response) => {
			response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
		});
		await expect(download(`http://${broken.host}/`, OPERATOR)).rejects.toMatchObject({ kind: 'incomplete' });
	});

	it.each([404, 403, 500, 304])('reports the status %i', async (status) => {
		const { host } = await servePages((_, response) => response.writeHead(status, 'Evil *words*').end());
		await expect(download(`http://${host}/`, OPERATOR)).rejects.toMatchObject({
			problem: { kind: 'http-status', status },
			message: expect.not.stringContaining('Evil') as string,
		});
	});
});

describe('download, of slow servers', () => {
	const hurried = { ...OPERATOR, timeoutMs: 200 };
	const timeout = { problem: { kind: 'timeout', timeoutMs: 200 } };

	it('gives up on one that never answers', async () => {
		const { host } = await servePages(() => undefined);
		await expect(download(`http://${host}/`, hurried)).rejects.toMatchObject(timeout);
	});

	it('gives up on one that sends a byte now and then', async () => {
		const { host } = await servePages((_, response) => {
			const timer = setInterval(() => response.write('x'), 20);
			response.on('close', () => {
				clearInterval(timer);
			});
		});
		await expect(download(`http://${host}/`, hurried)).rejects.toMatchObject(timeout);
	});

	it('gives up on redirects that each take their time', async () => {
		const { host } = await servePages((_, response) => {
			setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 60);
		});
		await expect(download(`http://${host}/`, hurried)).rejects.toMatchObject(timeout);
	});

	it('gives up on names that are never found', async () => {
		const resolve = () => new Promise<never>(() => undefined);
		await expect(download('http://slow.test/', { ...hurried, resolve })).rejects.toMatchObject(timeout);
	});

	it('ends when the caller says so, with the reason', async () => {
		const caller = new AbortController();
		const reason = new Error('closing');
		const { host, asked } = await servePages(() => {
			caller.abort(reason);
		});
		const options = { ...OPERATOR, signal: caller.signal };
		await expect(download(`http://${host}/`, options)).rejects.toBe(reason);
		await expect(download(`http://${host}/`, options)).rejects.toBe(reason);
		expect(asked).toHaveLength(1);
	});

	it('keeps the time when the caller could end it, too', async () => {
		const { host } = await servePages(() => undefined);
		const { signal } = new AbortController();
		await expect(download(`http://${host}/`, { ...hurried, signal })).rejects.toMatchObject(timeout);
	});
});
