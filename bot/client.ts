import { Client, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js';
import type { DiscordConfig } from './config.js';

/**
 * What the bot is told of: servers, and the messages of servers and of direct ones, whose text Discord leaves out where they do not
 * concern the bot. None of these intents is privileged.
 */
export const INTENTS = [
	GatewayIntentBits.Guilds,
	GatewayIntentBits.GuildMessages,
	GatewayIntentBits.DirectMessages,
] as const;

/**
 * How to reach Discord: `DISCORD_API` alone says where it is. discord.js would send 50 requests a second at most, though Discord's limit of
 * that height leaves out the replies to interactions, which are nearly all that is sent; what is limited is what Discord's answers say.
 */
export function restOptions({ api }: DiscordConfig): Partial<RESTOptions> {
	return { api, globalRequestsPerSecond: Infinity };
}

/** Authors of messages would otherwise be kept for as long as the program runs. */
const MOST_PEOPLE = 200;

/** A client that has not logged in. It keeps no message: all that is needed of one is asked for when it is needed. */
export function createClient(config: DiscordConfig): Client {
	return new Client({
		intents: INTENTS,
		// a direct message comes from a channel that was never seen before
		partials: [Partials.Channel],
		rest: restOptions(config),
		allowedMentions: { parse: [], repliedUser: false },
		makeCache: Options.cacheWithLimits({
			...Options.DefaultMakeCacheSettings,
			MessageManager: 0,
			ReactionManager: 0,
			UserManager: { maxSize: MOST_PEOPLE, keepOverLimit: ({ id, client }) => id === client.user.id },
			GuildMemberManager: { maxSize: MOST_PEOPLE, keepOverLimit: ({ id, client }) => id === client.user.id },
		}),
	});
}
