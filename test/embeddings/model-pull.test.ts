import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEncoderPool } from '../../embeddings/encoder-pool.js';
import { MODEL_CARD_FILE, readModelCard, verifyModelFiles } from '../../embeddings/model-card.js';
import { COMMIT } from '../support/model-hub.js';
import { holds, ONNX, openHub, status } from '../support/pull.js';
import { tinyModel } from '../support/tiny-model.js';

describe('pullModel', () => {
	it('fetches the files of one commit, tries the model out and writes its card', async () => {
		const { hub, files, pull, folder } = await openHub();
		const pulled = await pull();

		expect(pulled.folder).toBe(folder);
		expect(pulled.card).toEqual(await readModelCard(folder));
		expect(pulled.card).toMatchObject({
			name: 'owner/name',
			dimension: 3,
			maxTokens: 32,
			dtype: 'q8',
			pooling: 'mean',
		});
		expect(Object.keys(pulled.card.files).sort()).toEqual([...files.keys()].sort());
		for (const [file, bytes] of files) expect(await holds(join(folder, file), bytes)).toBe(true);
		await verifyModelFiles(folder, pulled.card);
		expect(hub.requests[0]).toBe('HEAD /owner/name/resolve/main/config.json');
		expect(hub.requests.slice(1).every((request) => request.includes(`/resolve/${COMMIT}/`))).toBe(true);
		expect((await readdir(folder, { recursive: true })).filter((entry) => entry.endsWith('.part'))).toEqual([]);

		const encoder = await openEncoderPool(folder, { threads: 1 });
		expect(await encoder.tokenize(['river'])).toEqual([Uint32Array.of(8)]);
		await encoder.close();
	});

	it('says how far it is, up to all of it', async () => {
		const { files, pull } = await openHub();
		const progress: { file: string; bytes: number; totalBytes: number }[] = [];
		await pull({ onProgress: (step) => progress.push(step) });
		const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
		expect(progress.at(-1)).toEqual({ file: ONNX, bytes: total, totalBytes: total });
		expect(progress.map(({ bytes }) => bytes)).toEqual(progress.map(({ bytes }) => bytes).sort((a, b) => a - b));
	});

	it('asks for no file again whose sum the hub gives and the folder has', async () => {
		const { hub, pull } = await openHub();
		const first = await pull();
		hub.requests.length = 0;
		const second = await pull();
		expect(second).toEqual(first);
		expect(hub.requests.filter((request) => request.startsWith('GET'))).toEqual([]);
	});

	it('puts a damaged file right', async () => {
		const { files, pull, folder } = await openHub();
		const { card } = await pull();
		await writeFile(join(folder, ONNX), 'damaged');
		await expect(verifyModelFiles(folder, card)).rejects.toThrow('quoth model pull owner/name');
		await pull();
		expect(await holds(join(folder, ONNX), files.get(ONNX))).toBe(true);
	});

	it('takes the full model where there is no quantised one', async () => {
		const files = tinyModel();
		files.set('onnx/model.onnx', files.get(ONNX)!);
		files.delete(ONNX);
		const { pull } = await openHub(files);
		expect((await pull()).card).toMatchObject({ dtype: 'fp32', files: { 'onnx/model.onnx': {} } });
	});

	it('follows redirects, and keeps the sum that the hub gave with the first', async () => {
		const { hub, files, pull } = await openHub();
		const bytes = files.get(ONNX)!;
		const sum = createHash('sha256').update(bytes).digest('hex');
		hub.fault = (request, response) => {
			if (request.url === '/store/blob') {
				response.writeHead(200, { 'content-length': bytes.length, etag: '"of the store"' }).end(bytes);
				return true;
			}
			if (request.url?.endsWith(ONNX) !== true) return false;
			const linked = { 'x-linked-etag': `"${sum}"`, 'x-linked-size': bytes.length, 'x-repo-commit': COMMIT };
			response.writeHead(302, { ...linked, location: '/store/blob', 'content-length': 12 }).end('Found. Redir');
			return true;
		};
		expect((await pull()).card.files[ONNX]?.sha256).toBe(sum);
		expect(hub.requests.filter((request) => request.endsWith('/store/blob'))).toEqual(['GET /store/blob']);
	});

	it('does not take the length of a redirect for that of the file', async () => {
		const { hub, files, pull } = await openHub();
		hub.fault = ({ method, url }, response) => {
			const moved = url?.startsWith('/moved/') === true;
			const bytes = files.get('config.json')!;
			if (!moved && !/resolve\/\w+\/config\.json$/.test(url ?? '')) return false;
			if (moved) response.writeHead(200, { 'content-length': bytes.length }).end(method === 'HEAD' ? undefined : bytes);
			else response.writeHead(307, { location: '/moved/it', 'content-length': 5, etag: '"redirect"' }).end();
			return true;
		};
		expect((await pull()).card.files['config.json']?.bytes).toBe(files.get('config.json')!.length);
	});

	it('manages with a plain file server, which gives neither sums nor commits', async () => {
		const { hub, pull } = await openHub();
		hub.fault = ({ method }, response, bytes) => {
			if (bytes === undefined) return false;
			response.writeHead(200, { 'content-length': bytes.length }).end(method === 'HEAD' ? undefined : bytes);
			return true;
		};
		expect((await pull()).card.name).toBe('owner/name');
		expect(hub.requests.every((request) => request.includes('/resolve/main/'))).toBe(true);
	});

	it('gives equal files one space, and other files another', async () => {
		const [one, same, other] = await Promise.all(
			[tinyModel(), tinyModel(), tinyModel({ config: { note: 1 } })].map(
				async (files) => (await (await openHub(files)).pull()).card,
			),
		);
		expect(one!.revision).toBe(same!.revision);
		expect(one!.revision).not.toBe(other!.revision);
	});
});

describe('pullModel of what is no such model', () => {
	it.each([
		[404, 'No model owner/name at'],
		[401, 'gives out no'],
		[403, 'gives out no'],
	])('says so after HTTP %i', async (code, message) => {
		const { hub, pull } = await openHub();
		hub.fault = status(code);
		await expect(pull()).rejects.toThrow(message);
		expect(hub.requests).toHaveLength(1);
	});

	it.each(['tokenizer.json', 'tokenizer_config.json', ONNX])('names %s when the hub has none', async (file) => {
		const files = tinyModel();
		files.delete(file);
		const { pull, folder } = await openHub(files);
		await expect(pull()).rejects.toThrow(`owner/name has no ${file}`);
		expect(existsSync(folder)).toBe(false);
	});

	it('writes no card for a model that does not load', async () => {
		const files = tinyModel();
		files.set(ONNX, Buffer.from('this is no ONNX file'));
		const { pull, folder } = await openHub(files);
		await expect(pull()).rejects.toThrow(`The model in ${folder} cannot be used as owner/name`);
		expect(existsSync(join(folder, MODEL_CARD_FILE))).toBe(false);
	});

	it('leaves no card of an older model with the files of one that does not load', async () => {
		const { files, pull, folder } = await openHub();
		await pull();
		files.set(ONNX, Buffer.from('this is no ONNX file'));
		await expect(pull()).rejects.toThrow('cannot be used');
		expect(existsSync(join(folder, MODEL_CARD_FILE))).toBe(false);
	});

	it('writes no card when vectors have another dimension than config.json says', async () => {
		const { pull } = await openHub(tinyModel({ config: { hidden_size: 4 } }));
		await expect(pull()).rejects.toThrow(/Expected float32 \[1, \d, 4\].*got last_hidden_state \[1, \d, 3\]/);
	});

	it('says how much space is missing', async () => {
		const { hub, pull } = await openHub();
		hub.fault = ({ method, url }, response) => {
			if (method !== 'HEAD' || url?.endsWith(ONNX) !== true) return false;
			response.writeHead(200, { 'content-length': String(1e16), etag: '"huge"' }).end();
			return true;
		};
		await expect(pull()).rejects.toThrow(/needs 100000000\d\d MB more in .*, and \d+ MB are free/);
		expect(hub.requests.filter((request) => request.startsWith('GET'))).toEqual([]);
	});

	it.each([
		'name',
		'a/b/c',
		'../name',
		'owner/..',
		'owner/.',
		'owner/a..b',
		'a--b/c',
		'owner/',
		'/name',
		'o/n?x',
		'o/n%2e',
		'o\\n/x',
		'',
	])('refuses "%s" as a name', async (name) => {
		const { hub, parent, pull } = await openHub();
		await expect(pull({ name })).rejects.toThrow(/^Expected a model's name as owner\/name/);
		expect(hub.requests).toEqual([]);
		expect(await readdir(parent)).toEqual([]);
	});

	it.each(['..', 'a/../b', '/x', '?x', ''])('refuses "%s" as a revision', async (revision) => {
		const { pull } = await openHub();
		await expect(pull({ revision })).rejects.toThrow(/^Expected a branch, tag or commit/);
	});

	it('leaves other folders alone', async () => {
		const { pull, parent } = await openHub();
		await mkdir(join(parent, 'mine'));
		await pull();
		expect((await readdir(parent)).sort()).toEqual(['mine', 'owner--name']);
	});
});
