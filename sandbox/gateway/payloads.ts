import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import type { GatewayEvent, Session } from './session.js';
import type { requestMembers } from './messages.js';
import type { Hub } from '../hub.js';
import { channelPayload, gatewayChannel } from '../payloads/channels.js';
import { guildPayload } from '../payloads/guilds.js';
import { memberPayload, userPayload } from '../payloads/people.js';
import { isThread } from '../channel-kinds.js';
import { has } from '../permissions.js';
import { snowflakeTime } from '../snowflake.js';
import type { GuildData } from '../world-data.js';

/** READY, whose guilds follow one by one. */
export function readyPayload(hub: Hub, session: Session, url: string): object {
	const [index, count] = session.shard;
	const guilds = [...hub.world.guilds.values()].filter(
		(guild) => guild.hasBot && Number((BigInt(guild.id) >> 22n) % BigInt(count)) === index,
	);
	return {
		v: 10,
		user: { ...userPayload(hub.world.bot), mfa_enabled: false, verified: true, email: null },
		guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
		session_id: session.id,
		resume_gateway_url: url,
		shard: session.shard,
		application: { id: hub.world.applicationId, flags: hub.world.applicationFlags },
		_trace: [],
	};
}

/** GUILD_CREATE: the guild with its channels, the threads that the bot sees, and the bot as its only member. */
export function guildCreate(hub: Hub, guild: GuildData): GatewayEvent {
	const { world } = hub;
	const payload = (id: string) => channelPayload(world, world.channel(id));
	const sees = (id: string) => has(world.permissions(world.bot.id, id), PermissionFlagsBits.ViewChannel);
	const threads = guild.channels.filter((one) => isThread(one.type));
	const bot = guild.members.filter((one) => one.userId === world.bot.id);
	const data = {
		...guildPayload(guild, world.applicationId),
		joined_at: new Date(snowflakeTime(guild.id)).toISOString(),
		large: false,
		unavailable: false,
		member_count: guild.members.length,
		members: bot.map((one) => ({ ...memberPayload(guild, one), user: userPayload(world.bot) })),
		channels: guild.channels
			.filter((one) => !isThread(one.type))
			.map((one) => gatewayChannel(world, world.channel(one.id))),
		threads: threads.filter((one) => !one.archived && sees(one.id)).map((one) => payload(one.id)),
		voice_states: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
	return { name: 'GUILD_CREATE', data, guildId: guild.id, intent: GatewayIntentBits.Guilds };
}

/** GUILD_MEMBERS_CHUNK; null if the bot is not in such a guild. */
export function membersChunk(hub: Hub, request: ReturnType<typeof requestMembers.parse>): object | null {
	const guild = hub.world.guilds.get(request.guild_id);
	if (!guild?.hasBot) return null;
	const ids = request.user_ids === undefined ? null : [request.user_ids].flat();
	const name = (request.query ?? '').toLowerCase();
	const members = guild.members.filter(({ userId }) =>
		ids ? ids.includes(userId) : hub.world.user(userId).username.startsWith(name),
	);
	const limit = request.limit ?? 0;
	return {
		guild_id: guild.id,
		members: (limit > 0 ? members.slice(0, limit) : members).map((one) => ({
			...memberPayload(guild, one),
			user: userPayload(hub.world.user(one.userId)),
		})),
		chunk_index: 0,
		chunk_count: 1,
		not_found: ids?.filter((id) => !members.some((one) => one.userId === id)) ?? [],
		...(request.nonce !== undefined && { nonce: request.nonce }),
	};
}
