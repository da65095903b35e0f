import { GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** Something that the application is told. */
export interface GatewayEvent {
	readonly name: string;
	readonly data: object;
	/** What those get who may not read message content; `data` when left out. */
	readonly stripped?: object;
	/** Decides the shard; null goes to shard 0. */
	readonly guildId: string | null;
	/** The intent without which this event is not sent; 0 for none. */
	readonly intent: number;
}

interface SentEvent {
	readonly s: number;
	readonly text: string;
}

/** How many events a session keeps for a RESUME. */
const KEPT_EVENTS = 1000;

/** One shard's session. It outlives its connection, so that it can be resumed. */
export class Session {
	readonly id: string;
	readonly shard: readonly [number, number];
	readonly intents: number;
	#socket: WebSocket | null;
	#sequence = 0;
	#kept: SentEvent[] = [];

	/** `intents`: of privileged ones, only those that the application was granted. */
	constructor(id: string, shard: readonly [number, number], intents: number, socket: WebSocket) {
		this.id = id;
		this.shard = shard;
		this.intents = intents;
		this.#socket = socket;
	}

	get socket(): WebSocket | null {
		return this.#socket;
	}

	get sequence(): number {
		return this.#sequence;
	}

	wants(event: GatewayEvent): boolean {
		const [index, count] = this.shard;
		const shard = event.guildId === null ? 0 : Number((BigInt(event.guildId) >> 22n) % BigInt(count));
		return shard === index && (event.intent === 0 || (this.intents & event.intent) !== 0);
	}

	/** Sends the event, or keeps it until the session is resumed. */
	dispatch(event: Pick<GatewayEvent, 'name' | 'data' | 'stripped'>): void {
		this.#sequence++;
		const readsContent = (this.intents & GatewayIntentBits.MessageContent) !== 0;
		const d = readsContent ? event.data : (event.stripped ?? event.data);
		const text = JSON.stringify({ op: 0, t: event.name, s: this.#sequence, d });
		this.#kept.push({ s: this.#sequence, text });
		if (this.#kept.length > KEPT_EVENTS) this.#kept.shift();
		this.#socket?.send(text);
	}

	/** The connection ended; what happens from now on is kept. */
	detach(): void {
		this.#socket = null;
	}

	/** Sends all after `sequence` again. False if `sequence` is not one that this session can continue from. */
	resume(sequence: number, socket: WebSocket): boolean {
		const first = this.#kept[0]?.s ?? this.#sequence + 1;
		if (sequence > this.#sequence || sequence < first - 1) return false;
		this.#socket = socket;
		for (const event of this.#kept.filter((one) => one.s > sequence)) socket.send(event.text);
		return true;
	}
}
