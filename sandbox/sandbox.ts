import { GatewayIntentBits } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Actor, ActorOptions } from './actor.js';
import type { Changes } from './changes.js';
import type { SandboxEvent } from './events.js';
import type { Exchange, ExchangeCheck, Violation } from './exchanges.js';
import type { Faults } from './faults.js';
import { ExchangeLog } from './exchange-log.js';
import { FaultPlan } from './fault-plan.js';
import { postFirstMessages } from './first-messages.js';
import { guildCreate, membersChunk, readyPayload } from './gateway/payloads.js';
import { Gateway } from './gateway/gateway.js';
import type { Hub } from './hub.js';
import { interactionPayload } from './interactions/payload.js';
import { InteractionState } from './interactions/state.js';
import { InteractionStore } from './interactions/store.js';
import { Person } from './person.js';
import { grantedIntents, withMessageContent } from './privileges.js';
import { RATE_LIMITS, RateLimiter, type RateLimit } from './rate-limits.js';
import { createRest } from './rest.js';
import { addApplicationRoutes } from './routes/application.js';
import { addAttachmentRoute } from './routes/attachments.js';
import { addCommandRoutes } from './routes/commands.js';
import { addGuildRoutes } from './routes/guilds.js';
import { addInteractionRoutes } from './routes/interactions.js';
import { addMessageRoutes } from './routes/messages.js';
import { addThreadRoutes } from './routes/threads.js';
import { serveLocally } from './server.js';
import { createSnowflakes, snowflake } from './snowflake.js';
import { talkingWorld } from './talking-world.js';
import { Uploads } from './uploads.js';
import { WorldChanges } from './world-changes.js';
import { WorldState } from './world-state.js';
import type { GuildData, WorldOptions } from './world-data.js';
import type { World } from './world.js';

export interface SandboxOptions {
	/** 0, when left out: any free port. */
	readonly port?: number;
	/** Who and what is there; `talkingWorld` when left out. */
	readonly world?: WorldOptions;
	readonly check?: ExchangeCheck;
	/** Whether the application was granted the privileged Message Content intent; as the world says when left out. */
	readonly messageContentIntent?: boolean;
	/** How many shards `GET /gateway/bot` recommends; 1 when left out. */
	readonly shards?: number;
	/** How often the application is asked for a heartbeat; Discord's 41 250 ms when left out. */
	readonly heartbeatMs?: number;
	/** How many requests are taken in which time, the first that fits; `RATE_LIMITS` when left out. */
	readonly rateLimits?: readonly RateLimit[];
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
	readonly changes: Changes;
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

/** From where the ids of what was made at another time count, so that they meet none that is made now. */
const EARLIER_IDS = 1 << 12;

/** @throws {Error} If the port is taken. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const {
		now = Date.now,
		messageContentIntent,
		shards = 1,
		heartbeatMs = 41_250,
		rateLimits = RATE_LIMITS,
		world: data = talkingWorld(now()),
	} = options;
	const { token } = data.application;
	const app = new Hono();
	const server = await serveLocally(app, options.port ?? 0);
	const url = `http://127.0.0.1:${server.port}`;
	const gatewayUrl = `ws://127.0.0.1:${server.port}/gateway`;
	const listeners = new Set<(event: SandboxEvent) => void>();
	const nextId = createSnowflakes(now);
	let earlier = 0;
	const emit = (event: SandboxEvent) => {
		for (const listener of [...listeners]) listener(event);
	};
	const hub: Hub = {
		world: new WorldState(data, nextId),
		uploads: new Uploads(nextId, () => url),
		nextId,
		idAt: (at) => snowflake(at, EARLIER_IDS + earlier++),
		now,
		emit,
		on(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		dispatch(event) {
			gateway.dispatch(event);
		},
	};
	if (messageContentIntent !== undefined) {
		hub.world.applicationFlags = withMessageContent(hub.world.applicationFlags, messageContentIntent);
	}
	const guildsOfBot = () => [...hub.world.guilds.values()].filter((guild) => guild.hasBot);
	const gateway = new Gateway({
		token,
		heartbeatMs,
		nextId,
		granted: () => grantedIntents(hub.world.applicationFlags),
		ready: (session) => readyPayload(hub, session, gatewayUrl),
		guilds: () => guildsOfBot().map((guild) => guildCreate(hub, guild)),
		members: (request) => membersChunk(hub, request),
		onPresence(online) {
			emit({ kind: 'bot-presence', online });
		},
	});
	const limiter = new RateLimiter(rateLimits);
	const faults = new FaultPlan(gateway, limiter);
	const log = new ExchangeLog(options.check, emit);
	const store = new InteractionStore();
	const rest = createRest({
		token,
		log,
		faults,
		limiter,
		now,
		excuses: (path) => store.isExpired(path),
		routes(api) {
			addApplicationRoutes(api, hub, { url: () => gatewayUrl, shards });
			addGuildRoutes(api, hub);
			addThreadRoutes(api, hub);
			addMessageRoutes(api, hub);
			addCommandRoutes(api, hub);
			addInteractionRoutes(api, hub, store);
		},
	});
	app.route('/api/v10', rest);
	addAttachmentRoute(app, hub);
	server.acceptSockets('/gateway', (socket, query) => {
		gateway.accept(socket, query);
	});
	for (const guild of data.guilds) postFirstMessages(hub, guild);
	return {
		url,
		restUrl: `${url}/api`,
		token,
		applicationId: data.application.id,
		world: hub.world,
		violations: log.violations,
		exchanges: log.exchanges,
		faults,
		changes: new WorldChanges(hub),
		app,
		get online() {
			return gateway.online;
		},
		as: (userId, actorOptions = {}) =>
			new Person(hub, userId, actorOptions, (facts, locale, payload) => {
				const interaction = new InteractionState(hub, { ...facts, ...newToken(nextId), userId });
				interaction.expired = faults.takeExpiry();
				store.add(interaction);
				emit({ kind: 'interaction-created', interaction });
				gateway.dispatch({
					name: 'INTERACTION_CREATE',
					data: interactionPayload(hub, interaction, locale, payload),
					guildId: facts.guildId,
					intent: 0,
				});
				return interaction;
			}),
		on: (listener) => hub.on(listener),
		acceptSockets(path, accept) {
			server.acceptSockets(path, accept);
		},
		addGuild(guild) {
			hub.world.addGuild(guild);
			postFirstMessages(hub, guild);
			if (guild.hasBot) gateway.dispatch(guildCreate(hub, guild));
		},
		removeGuild(guildId) {
			hub.world.removeGuild(guildId);
			const intent = GatewayIntentBits.Guilds;
			gateway.dispatch({ name: 'GUILD_DELETE', data: { id: guildId }, guildId, intent });
		},
		async close() {
			gateway.close();
			await server.close();
		},
	};
}

/** The id of a new interaction and the token that answers it. */
function newToken(nextId: () => string): { id: string; token: string } {
	return { id: nextId(), token: `sandbox-${randomBytes(24).toString('hex')}` };
}
