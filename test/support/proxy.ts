import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface LoopbackProxy {
	/** Its address, without name and password. */
	readonly url: string;
	/** `METHOD host:port` of what was asked, in order. */
	readonly asked: string[];
}

export interface LoopbackProxyOptions {
	/** `name:password` that it wants. */
	readonly credentials?: string;
	/** Answers every request with this status. */
	readonly refuses?: number;
}

/** A proxy on loopback that opens tunnels, whatever host they are to: all lead to the same port on loopback. */
export async function openProxy({ credentials, refuses }: LoopbackProxyOptions = {}): Promise<LoopbackProxy> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((_, response) => {
		response.writeHead(400).end();
	});
	server.on('connection', (socket) => sockets.add(socket));
	server.on('connect', ({ url = '', headers }, socket: Socket) => {
		asked.push(`CONNECT ${url}`);
		const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
		const status = refuses ?? (headers['proxy-authorization'] === wanted ? 200 : 407);
		if (status !== 200) {
			socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
			return;
		}
		const onward = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(socket).pipe(onward);
		});
		sockets.add(onward);
		for (const end of [socket, onward]) end.on('error', () => onward.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const { port } = server.address() as AddressInfo; // a listening TCP server has such an address
	return { url: `http://127.0.0.1:${port}`, asked };
}
