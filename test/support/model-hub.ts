import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers in place of the hub; returns false to let it answer itself. */
export type Fault = (request: IncomingMessage, response: ServerResponse, bytes: Buffer | undefined) => boolean;

export interface ModelHub {
	/** Address, to be given as the hub. */
	readonly url: string;
	/** `METHOD path range` of each request, in order. */
	readonly requests: string[];
	/** Put in place of what the hub would answer, for requests that come. */
	fault: Fault;
}

export const COMMIT = 'c0ffee'.padEnd(40, '0');

/** A hub on loopback that serves `files` as `/owner/name/resolve/{main or commit}/{file}`, as the public one does. */
export async function openModelHub(files: ReadonlyMap<string, Buffer>): Promise<ModelHub> {
	const requests: string[] = [];
	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		requests.push([method, url, headers.range].filter((part) => part !== undefined).join(' '));
		const [, file] = /^\/owner\/name\/resolve\/(?:main|c0ffee0+)\/(.+)$/.exec(url) ?? [];
		const bytes = file === undefined ? undefined : files.get(file);
		if (hub.fault(request, response, bytes)) return;
		if (bytes === undefined) response.writeHead(404).end();
		else serve(request, response, bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	// a listening TCP server has such an address
	const { port } = server.address() as AddressInfo;
	const hub: ModelHub = { url: `http://127.0.0.1:${port}`, requests, fault: () => false };
	return hub;
}

/** Headers that the public hub sends with a file. */
export function headersOf(bytes: Buffer): Record<string, string> {
	return {
		'accept-ranges': 'bytes',
		'content-type': 'application/octet-stream',
		etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
		'x-repo-commit': COMMIT,
	};
}

function serve({ method, headers }: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
	const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
	const start = Number(from ?? 0);
	if (from !== undefined && start >= bytes.length) {
		response.writeHead(416).end();
		return;
	}
	response.writeHead(from === undefined ? 200 : 206, {
		...headersOf(bytes),
		'content-length': bytes.length - start,
		...(from !== undefined && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
	});
	response.end(method === 'HEAD' ? undefined : bytes.subarray(start));
}
