import type { Hono } from 'hono';
import type { WebSocket } from 'ws';
import type { Actor, ActorOptions } from './actor.js';
import type { SandboxEvent } from './events.js';
import type { Exchange, ExchangeCheck, Violation } from './exchanges.js';
import type { Faults } from './faults.js';
import type { GuildData, WorldOptions } from './world-data.js';
import type { World } from './world.js';

export interface SandboxOptions {
	/** 0, when left out: any free port. */
	readonly port?: number;
	/** Who and what is there; `defaultWorld` when left out. */
	readonly world?: WorldOptions;
	readonly check?: ExchangeCheck;
	/** Whether the application was granted the privileged Message Content intent; false when left out. */
	readonly messageContentIntent?: boolean;
	/** How many shards `GET /gateway/bot` recommends; 1 when left out. */
	readonly shards?: number;
	/** Milliseconds since the epoch; `Date.now` when left out. Tokens of interactions expire by it. */
	readonly now?: () => number;
}

/** A local double of Discord: REST and gateway on one port of the loopback interface. */
export interface Sandbox {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** `http://127.0.0.1:PORT/api`, for discord.js's `rest.api`. */
	readonly restUrl: string;
	/** The only token that is accepted. */
	readonly token: string;
	readonly applicationId: string;
	readonly world: World;
	readonly violations: readonly Violation[];
	/** The latest 1000. */
	readonly exchanges: readonly Exchange[];
	readonly faults: Faults;
	/** Routes of other files, such as the page's, go here. `/api`, `/gateway` and `/attachments` are taken. */
	readonly app: Hono;
	/** True while at least one shard of the application is connected. */
	readonly online: boolean;
	/** @throws {Error} If there is no such person. */
	as(userId: string, options?: ActorOptions): Actor;
	/** Calls `listener` for everything that happens from now on, until the function that it returns is called. */
	on(listener: (event: SandboxEvent) => void): () => void;
	/** Gives websockets that open `path` to `accept`. */
	acceptSockets(path: string, accept: (socket: WebSocket) => void): void;
	/** The application joins a guild, or, with `hasBot` false in the data, one appears in which it is not. */
	addGuild(guild: GuildData): void;
	/** The application is removed from a guild. */
	removeGuild(guildId: string): void;
	/** Ends all connections and frees the port. */
	close(): Promise<void>;
}

/** @throws {Error} If the port is taken. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	throw new Error(`The sandbox has no server yet: ${Object.keys(options).join()}`);
}
