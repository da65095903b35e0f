import { once } from 'node:events';
import { createServer, type OutgoingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface PageServer {
	/** `127.0.0.1:PORT` */
	readonly host: string;
	readonly port: number;
	/** The path of each request, in order. */
	readonly asked: string[];
}

/** Serves on loopback until the test ends. */
export async function servePages(listener: RequestListener): Promise<PageServer> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		listener(request, response);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	// a listening TCP server has such an address
	const { port } = server.address() as AddressInfo;
	return { host: `127.0.0.1:${port}`, port, asked };
}

/** Serves one page at all paths. */
export async function servePage(page: string | Buffer, headers: OutgoingHttpHeaders): Promise<PageServer> {
	return servePages((_, response) => response.writeHead(200, headers).end(page));
}
