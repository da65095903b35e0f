import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_CARD_FILE, readModelCard, verifyModelFiles } from '../../embeddings/model-card.js';
import { headersOf, type Fault } from '../support/model-hub.js';
import {
	cut,
	holds,
	LARGE_ROWS,
	ONNX,
	only,
	openHub,
	portal,
	status,
	versioned,
	versionedCut,
} from '../support/pull.js';
import { tinyModel } from '../support/tiny-model.js';

describe('pullModel on a bad line', () => {
	it('goes on where a cut connection stopped', async () => {
		const { hub, files, pull, folder } = await openHub(tinyModel({ rows: LARGE_ROWS }));
		hub.fault = only(ONNX, 1, 'GET', cut);
		await pull();
		const ranges = hub.requests
			.filter((request) => request.startsWith('GET') && request.includes(ONNX))
			.map((r) => r.split(' ')[2]);
		expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d+-$/)]);
		expect(await holds(join(folder, ONNX), files.get(ONNX))).toBe(true);
	});

	it('goes on the next time, when it gave up', async () => {
		const { hub, files, pull, folder } = await openHub(tinyModel({ rows: LARGE_ROWS }));
		const broken = only(ONNX, 1, 'GET', cut);
		hub.fault = (request, response, bytes) =>
			broken(request, response, bytes) || only(ONNX, 1, 'GET', status(500))(request, response, bytes);
		await expect(pull()).rejects.toThrow(/HTTP 500.*try later, or copy/);
		expect(existsSync(join(folder, MODEL_CARD_FILE))).toBe(false);

		hub.fault = () => false;
		hub.requests.length = 0;
		await pull();
		expect(hub.requests.filter((request) => request.startsWith('GET'))).toEqual([
			expect.stringMatching(/model_quantized\.onnx bytes=[1-9]\d+-$/),
		]);
		expect(await holds(join(folder, ONNX), files.get(ONNX))).toBe(true);
	});

	it('says how far it is without going back', async () => {
		const { hub, pull } = await openHub(tinyModel({ rows: LARGE_ROWS }));
		hub.fault = only(ONNX, 1, 'GET', cut);
		const bytes: number[] = [];
		const { card } = await pull({ onProgress: (progress) => bytes.push(progress.bytes) });
		expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
		expect(bytes.at(-1)).toBe(Object.values(card.files).reduce((sum, file) => sum + file.bytes, 0));
	});

	it('begins again where the server gives no ranges', async () => {
		const { hub, files, pull, folder } = await openHub(tinyModel({ rows: LARGE_ROWS }));
		const [broken, whole] = [versionedCut('1', ONNX), versioned('1', { ranges: false })];
		hub.fault = (...asked) => broken(...asked) || whole(...asked);
		await pull();
		expect(await holds(join(folder, ONNX), files.get(ONNX))).toBe(true);
		expect(hub.requests.filter((request) => request.startsWith('GET') && request.includes(ONNX))).toHaveLength(2);
	});

	it('never joins the halves of two versions, though no sum would tell', async () => {
		const { hub, files, pull, folder } = await openHub(tinyModel({ rows: LARGE_ROWS }));
		const [broken, old] = [versionedCut('1', ONNX), versioned('1', { ranges: true })];
		const gone = only(ONNX, 9, 'GET', status(500));
		hub.fault = (...asked) => broken(...asked) || gone(...asked) || old(...asked);
		await expect(pull()).rejects.toThrow('HTTP 500');
		expect(await readdir(join(folder, 'onnx'))).toHaveLength(1);

		const changed = tinyModel({ rows: LARGE_ROWS.map(([a, b, c]) => [a! + 1, b!, c!]) }).get(ONNX)!;
		files.set(ONNX, changed);
		hub.fault = versioned('2', { ranges: true });
		await pull();
		expect(await holds(join(folder, ONNX), changed)).toBe(true);
		expect(await readdir(join(folder, 'onnx'))).toEqual(['model_quantized.onnx']);
	});

	it.each([500, 503, 429])('tries again after HTTP %i', async (code) => {
		const { hub, pull } = await openHub();
		const [head, get] = [only('config.json', 2, 'HEAD', status(code)), only(ONNX, 2, 'GET', status(code))];
		hub.fault = (...asked) => head(...asked) || get(...asked);
		expect((await pull()).card.name).toBe('owner/name');
	});

	it('takes no bytes from another place than it asked for', async () => {
		const { hub, files, pull, folder } = await openHub(tinyModel({ rows: LARGE_ROWS }));
		const broken = only(ONNX, 1, 'GET', cut);
		const elsewhere = only(ONNX, 1, 'GET', (_, response, bytes) => {
			response.writeHead(206, {
				...headersOf(bytes!),
				'content-range': `bytes 7-${bytes!.length - 1}/${bytes!.length}`,
			});
			response.end(bytes!.subarray(7));
			return true;
		});
		hub.fault = (...asked) => broken(...asked) || elsewhere(...asked);
		await pull();
		expect(await holds(join(folder, ONNX), files.get(ONNX))).toBe(true);
		const ranges = hub.requests
			.filter((one) => one.startsWith('GET') && one.includes(ONNX))
			.map((one) => one.split(' ')[2]);
		expect(ranges).toEqual([undefined, expect.stringMatching(/^bytes=[1-9]\d+-$/), undefined]);
	});

	it('fetches a file that is empty, and says what is wrong with that', async () => {
		const { files, pull } = await openHub(tinyModel());
		files.set('sentence_bert_config.json', Buffer.alloc(0));
		const pulled = pull();
		await expect(pulled).rejects.toThrow('sentence_bert_config.json');
		await expect(pulled).rejects.not.toThrow('ENOENT');
	});

	it('does not try for ever', async () => {
		const { hub, pull } = await openHub();
		hub.fault = status(503);
		await expect(pull()).rejects.toThrow(
			/failed \(HTTP 503\).*try later, or copy the model's files into .*owner--name by hand/,
		);
		expect(hub.requests).toHaveLength(4);
	});

	it('fetches a file with a wrong sum once more, then refuses it', async () => {
		const { hub, pull, folder } = await openHub();
		const wrong: Fault = (_, response, bytes) => {
			response
				.writeHead(200, { ...headersOf(bytes!), 'content-length': bytes!.length })
				.end(Buffer.alloc(bytes!.length, 7));
			return true;
		};
		hub.fault = only(ONNX, 1, 'GET', wrong);
		expect((await pull()).card.name).toBe('owner/name');

		await writeFile(join(folder, ONNX), 'damaged');
		hub.requests.length = 0;
		hub.fault = only(ONNX, 9, 'GET', wrong);
		await expect(pull()).rejects.toThrow('arrived with another SHA-256 than the hub says');
		expect(hub.requests.filter((request) => request.startsWith('GET'))).toHaveLength(2);
		expect((await readdir(join(folder, 'onnx'))).filter((entry) => entry.endsWith('.part'))).toEqual([]);
	});

	it('refuses what ends early, though the server calls it whole', async () => {
		const { hub, pull } = await openHub();
		hub.fault = (request, response, bytes) =>
			only(ONNX, 1, 'GET', (_, res, all) => {
				res.writeHead(200, headersOf(all!)).end(all!.subarray(0, 10));
				return true;
			})(request, response, bytes);
		await expect(pull()).rejects.toThrow(/ended after 10 of \d+ bytes/);
	});

	it.each(['HEAD', 'GET'])('refuses the page of a captive portal (%s)', async (method) => {
		const { hub, pull, folder } = await openHub();
		hub.fault = (request, ...rest) => request.method === method && portal(request, ...rest);
		await expect(pull()).rejects.toThrow('got a web page: sign in to the network');
		expect(existsSync(join(folder, MODEL_CARD_FILE))).toBe(false);
	});

	it('refuses a web page that is not called one', async () => {
		const { hub, pull } = await openHub();
		hub.fault = ({ method }, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(method === 'HEAD' ? undefined : '\n<HTML><body>Welcome');
			return true;
		};
		await expect(pull()).rejects.toThrow('got a web page');
	});

	it('says at once when the hub cannot be reached', async () => {
		const { pull, folder } = await openHub();
		await expect(pull({ hub: 'http://127.0.0.1:9' })).rejects.toThrow(/127\.0\.0\.1:9/);
		const offline = Object.assign(new TypeError('fetch failed'), {
			cause: Object.assign(new Error('getaddrinfo ENOTFOUND hub.example'), { code: 'ENOTFOUND' }),
		});
		let asked = 0;
		const fetch = () => {
			asked++;
			return Promise.reject(offline);
		};
		await expect(pull({ hub: 'https://hub.example', fetch })).rejects.toThrow(
			`Cannot download from hub.example (ENOTFOUND): no such name is known: check the connection and QUOTH_HUB and run this again, or copy the model's files into ${folder} by hand`,
		);
		expect(asked).toBe(1);
	});

	it('keeps the model that was here until all of the new one is', async () => {
		const { hub, files, pull, folder } = await openHub();
		const { card } = await pull();
		files.set(
			'config.json',
			Buffer.from(JSON.stringify({ ...JSON.parse(files.get('config.json')!.toString()), note: 1 })),
		);
		files.set(ONNX, tinyModel({ rows: LARGE_ROWS }).get(ONNX)!);
		hub.fault = (...asked) => only(ONNX, 1, 'GET', cut)(...asked);
		await expect(pull()).rejects.toThrow('copy the model');
		expect(await readModelCard(folder)).toEqual(card);
		await verifyModelFiles(folder, card);

		hub.fault = () => false;
		const { card: newer } = await pull();
		expect(newer.revision).not.toBe(card.revision);
		await verifyModelFiles(folder, newer);
	});
});
