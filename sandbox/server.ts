import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { Server, type IncomingMessage } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

/** Takes websockets that open `path`, with the query that they came with. */
export type AcceptSocket = (socket: WebSocket, query: URLSearchParams) => void;

export interface LocalServer {
	readonly port: number;
	acceptSockets(path: string, accept: AcceptSocket): void;
	/** Cuts all connections and frees the port. */
	close(): Promise<void>;
}

/**
 * Serves `app` and websockets on the loopback interface.
 * @throws {Error} If the port is taken.
 */
export async function serveLocally(app: Hono, port: number): Promise<LocalServer> {
	const paths = new Map<string, AcceptSocket>();
	const server = createAdaptorServer({ fetch: app.fetch });
	if (!(server instanceof Server)) throw new Error('Expected an HTTP/1.1 server.');
	const sockets = new WebSocketServer({ noServer: true });
	server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		const accept = paths.get(url.pathname.replace(/(?<=.)\/+$/, ''));
		if (!accept) {
			socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
			return;
		}
		sockets.handleUpgrade(request, socket, head, (webSocket) => {
			accept(webSocket, url.searchParams);
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			server.off('error', reject);
			resolve();
		});
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('Expected the server to have a port.');
	return {
		port: address.port,
		acceptSockets(path, accept) {
			paths.set(path, accept);
		},
		async close() {
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
			await new Promise<void>((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			});
		},
	};
}
