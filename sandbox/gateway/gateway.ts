import { GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { PRIVILEGED_INTENTS } from '../privileges.js';
import { CLOSE, gatewayMessage, identify, requestMembers, resume } from './messages.js';
import { Session, type GatewayEvent } from './session.js';

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
	(all, bit) => (typeof bit === 'number' ? all | bit : all),
	0,
);

/** Discord's limit: 120 messages from the application in 60 s. */
const MAX_SENDS_PER_MINUTE = 120;

export interface GatewayOptions {
	readonly token: string;
	/** The privileged intents that the application may ask for. */
	granted(): number;
	readonly heartbeatMs: number;
	nextId(): string;
	/** The data of READY that is not the session's own. */
	ready(session: Session): object;
	/** What a session that wants guilds is told after READY. */
	guilds(): readonly GatewayEvent[];
	/** Answers a request for members (op 8); null if there is no such guild. */
	members(request: ReturnType<typeof requestMembers.parse>): object | null;
	/** Called when the first shard comes and the last one goes. */
	onPresence(online: boolean): void;
}

/** The websocket side: sessions, heartbeats, RESUME, and the close codes that an application must know. */
export class Gateway {
	readonly #options: GatewayOptions;
	readonly #sessions = new Map<string, Session>();
	readonly #sockets = new Set<WebSocket>();
	/** Whether heartbeats go unanswered. */
	silent = false;
	/** How many RESUMEs will be refused. */
	refusedResumes = 0;

	constructor(options: GatewayOptions) {
		this.#options = options;
	}

	get online(): boolean {
		return [...this.#sessions.values()].some((session) => session.socket !== null);
	}

	dispatch(event: GatewayEvent): void {
		for (const session of this.#sessions.values()) if (session.wants(event)) session.dispatch(event);
	}

	/** Ends all connections; sessions stay. */
	drop(code: number): void {
		for (const socket of this.#sockets) socket.close(code);
	}

	/** Sends op 7 to all. */
	askReconnect(): void {
		for (const socket of this.#sockets) socket.send(JSON.stringify({ op: 7, d: null }));
	}

	/** Ends everything at once. */
	close(): void {
		for (const socket of this.#sockets) socket.terminate();
	}

	/** `query`: of the URL that the application opened. */
	accept(socket: WebSocket, query: URLSearchParams): void {
		let session: Session | null = null;
		let sends: number[] = [];
		this.#sockets.add(socket);
		socket.on('error', () => {
			socket.terminate();
		});
		socket.on('close', (code) => {
			this.#sockets.delete(socket);
			if (!session || session.socket !== socket) return;
			session.detach();
			// an application that closes with these says that it will not resume
			if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
			if (!this.online) this.#options.onPresence(false);
		});
		if (query.get('v') !== '10' || (query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
			socket.close(CLOSE.invalidVersion, 'The sandbox speaks v=10, encoding=json, without compression.');
			return;
		}
		socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#options.heartbeatMs, _trace: [] } }));
		socket.on('message', (raw: Buffer) => {
			const now = Date.now();
			sends = [...sends.filter((at) => at > now - 60_000), now];
			if (sends.length > MAX_SENDS_PER_MINUTE) {
				socket.close(CLOSE.rateLimited, 'More than 120 messages in 60 s.');
				return;
			}
			session = this.#receive(raw.toString(), socket, session);
		});
	}

	/** Handles one message; gives the connection's session. */
	#receive(text: string, socket: WebSocket, session: Session | null): Session | null {
		const parsed = gatewayMessage.safeParse(parseJson(text));
		if (!parsed.success || text.length > 4096) {
			socket.close(CLOSE.decodeError, 'Error while decoding payload.');
			return session;
		}
		const { op, d } = parsed.data;
		if (op === 1) {
			if (!this.silent) socket.send(JSON.stringify({ op: 11 }));
			return session;
		}
		if (op === 2) return this.#identify(d, socket, session);
		if (op === 6) return this.#resume(d, socket, session);
		if (!session) socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
		else if (op === 8) this.#sendMembers(d, socket, session);
		else if (op !== 3 && op !== 4) socket.close(CLOSE.unknownOpcode, `Unknown opcode ${op}.`);
		return session;
	}

	#identify(d: unknown, socket: WebSocket, session: Session | null): Session | null {
		const request = identify.safeParse(d);
		const refuse = (code: number, reason: string) => {
			socket.close(code, reason);
			return session;
		};
		if (!request.success) return refuse(CLOSE.decodeError, 'Error while decoding payload.');
		const { token, intents, shard = [0, 1] } = request.data;
		if (session) return refuse(CLOSE.alreadyAuthenticated, 'Already authenticated.');
		if (token.replace(/^Bot /, '') !== this.#options.token) {
			return refuse(CLOSE.authenticationFailed, 'Authentication failed.');
		}
		if (shard[0] >= shard[1]) return refuse(CLOSE.invalidShard, 'Invalid shard.');
		if ((intents & ~ALL_INTENTS) !== 0) return refuse(CLOSE.invalidIntents, 'Invalid intent(s).');
		const missing = intents & PRIVILEGED_INTENTS & ~this.#options.granted();
		if (missing !== 0) return refuse(CLOSE.disallowedIntents, 'Disallowed intent(s).');
		const wasOnline = this.online;
		const id = `session-${this.#options.nextId()}`;
		const opened = new Session(id, shard, intents, socket);
		this.#sessions.set(id, opened);
		opened.dispatch({ name: 'READY', data: this.#options.ready(opened) });
		for (const event of this.#options.guilds()) if (opened.wants(event)) opened.dispatch(event);
		if (!wasOnline) this.#options.onPresence(true);
		return opened;
	}

	#resume(d: unknown, socket: WebSocket, session: Session | null): Session | null {
		const request = resume.safeParse(d);
		if (!request.success) {
			socket.close(CLOSE.decodeError, 'Error while decoding payload.');
			return session;
		}
		const wasOnline = this.online;
		const known = this.#sessions.get(request.data.session_id);
		if (this.refusedResumes > 0 || !known || request.data.token.replace(/^Bot /, '') !== this.#options.token) {
			if (this.refusedResumes > 0) this.refusedResumes--;
			if (known) this.#sessions.delete(known.id);
			socket.send(JSON.stringify({ op: 9, d: false }));
			return null;
		}
		if (!known.resume(request.data.seq, socket)) {
			socket.close(CLOSE.invalidSequence, 'Invalid seq.');
			return null;
		}
		known.dispatch({ name: 'RESUMED', data: { _trace: [] } });
		if (!wasOnline) this.#options.onPresence(true);
		return known;
	}

	#sendMembers(d: unknown, socket: WebSocket, session: Session): void {
		const request = requestMembers.safeParse(d);
		const data = request.success ? this.#options.members(request.data) : null;
		if (data) session.dispatch({ name: 'GUILD_MEMBERS_CHUNK', data });
		else socket.close(CLOSE.decodeError, 'Error while decoding payload.');
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
