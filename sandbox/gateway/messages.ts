import { z } from 'zod';

/** What an application sends to the gateway. Opcodes: Discord's gateway documentation. */
export const gatewayMessage = z.object({ op: z.int(), d: z.unknown() });

export const identify = z.object({
	token: z.string(),
	properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
	intents: z.int().min(0),
	shard: z.tuple([z.int().min(0), z.int().min(1)]).optional(),
});

export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

export const requestMembers = z.object({
	guild_id: z.string(),
	query: z.string().optional(),
	limit: z.int().min(0).optional(),
	user_ids: z.union([z.string(), z.array(z.string())]).optional(),
	nonce: z.string().max(32).optional(),
});

/** Why a gateway connection is closed (Discord's opcodes and status codes). */
export const CLOSE = {
	unknownError: 4000,
	unknownOpcode: 4001,
	decodeError: 4002,
	notAuthenticated: 4003,
	authenticationFailed: 4004,
	alreadyAuthenticated: 4005,
	invalidSequence: 4007,
	rateLimited: 4008,
	invalidShard: 4010,
	invalidVersion: 4012,
	invalidIntents: 4013,
	disallowedIntents: 4014,
} as const;
