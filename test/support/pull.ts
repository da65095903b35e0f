import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pullModel, type PullOptions } from '../../embeddings/model-pull.js';
import { headersOf, openModelHub, type Fault } from './model-hub.js';
import { temporaryFolder } from './temporary-folder.js';
import { TINY_ROWS, tinyModel } from './tiny-model.js';

export const ONNX = 'onnx/model_quantized.onnx';
/** Larger than what a socket and a stream hold, so that a cut connection leaves a part. */
export const LARGE_ROWS = [...TINY_ROWS, ...Array.from({ length: 200_000 }, (_, i) => [i + 1, 2, 3])];

export async function openHub(files = tinyModel()) {
	const hub = await openModelHub(files);
	const parent = await temporaryFolder();
	const pull = (options: Partial<PullOptions> = {}) =>
		pullModel({ name: 'owner/name', hub: hub.url, folder: parent, retryDelayMs: 1, ...options });
	return { hub, files, parent, pull, folder: join(parent, 'owner--name') };
}

/** Compares at once; an assertion on buffers would compare byte by byte. */
export async function holds(path: string, bytes: Buffer | undefined): Promise<boolean> {
	return bytes !== undefined && bytes.equals(await readFile(path));
}

/** The fault, on the first `times` requests of `method` for `file`. */
export function only(file: string, times: number, method: string, fault: Fault): Fault {
	let left = times;
	return (request, response, bytes) => {
		if (request.method !== method || request.url?.endsWith(file) !== true || left === 0) return false;
		left--;
		return fault(request, response, bytes);
	};
}

/** Sends half of the file, then cuts the connection. */
export const cut: Fault = (_, response, bytes) => {
	response.writeHead(200, { ...headersOf(bytes!), 'content-length': bytes!.length });
	response.write(bytes!.subarray(0, bytes!.length / 2), () => setTimeout(() => response.destroy(), 50));
	return true;
};

export const portal: Fault = (_, response) => {
	response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html><p>Welcome');
	return true;
};

export const status =
	(code: number): Fault =>
	(_, response) => {
		response.writeHead(code).end();
		return true;
	};

/** A server that knows the versions of its files, but neither their sums nor, unless `ranges`, parts of them. */
export const versioned =
	(version: string, { ranges }: { ranges: boolean }): Fault =>
	({ method, headers }, response, bytes) => {
		if (bytes === undefined) return false;
		const start = ranges ? Number(/\d+/.exec(headers.range ?? '')?.[0] ?? 0) : 0;
		response.writeHead(start > 0 ? 206 : 200, {
			etag: `W/"${version}"`,
			'content-length': bytes.length - start,
			...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
		});
		response.end(method === 'HEAD' ? undefined : bytes.subarray(start));
		return true;
	};

/** `versioned` without sums, whose connection is cut once in the middle of `file`. */
export function versionedCut(version: string, file: string): Fault {
	return only(file, 1, 'GET', (_, response, bytes) => {
		response.writeHead(200, { etag: `W/"${version}"`, 'content-length': bytes!.length });
		response.write(bytes!.subarray(0, bytes!.length / 2), () => setTimeout(() => response.destroy(), 50));
		return true;
	});
}
