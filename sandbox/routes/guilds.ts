import type { Hono } from 'hono';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { refused, unknown } from '../api-error.js';
import type { Hub } from '../hub.js';
import { channelPayload } from '../payloads/channels.js';
import { guildPayload, rolesPayload } from '../payloads/guilds.js';
import { isThread } from '../channel-kinds.js';
import { found, idIn, numberIn, type RestContext, type RestEnv } from '../rest-env.js';
import { fullMember } from '../threads.js';
import type { GuildData } from '../world-data.js';
import type { Channel } from '../world.js';

/** The guild of the path, which the application must be in. @throws {ApiError} 10004 or 50001 */
export function guildOf(hub: Hub, c: RestContext): GuildData {
	const guild = found(hub.world.guilds.get(idIn(c, 'guild')), unknown.guild);
	if (!guild.hasBot) throw refused.access();
	return guild;
}

/** The channel of the path, which the application must see. @throws {ApiError} 10003 or 50001 */
export function channelOf(hub: Hub, c: RestContext): Channel {
	const channel = found(hub.world.channels.get(idIn(c, 'channel')), unknown.channel);
	if (!hub.world.botIsIn(channel) || !hub.world.sees(hub.world.bot.id, channel.id)) throw refused.access();
	return channel;
}

/** That the application was granted the intent for members. @throws {ApiError} 50001 */
export function needMembers(hub: Hub): void {
	if (!hub.world.isGranted(GatewayIntentBits.GuildMembers)) throw refused.access();
}

/** Guilds, their members and channels, as the application may read them. */
export function addGuildRoutes(app: Hono<RestEnv>, hub: Hub): void {
	const { world } = hub;
	app.get('/guilds/:guild', (c) => {
		const guild = guildOf(hub, c);
		const counts = { approximate_member_count: guild.members.length, approximate_presence_count: 0 };
		return c.json({
			...guildPayload(guild, world.applicationId),
			...(c.req.query('with_counts') === 'true' && counts),
		});
	});
	app.get('/guilds/:guild/channels', (c) => {
		const own = guildOf(hub, c).channels.filter((one) => !isThread(one.type) && world.sees(world.bot.id, one.id));
		return c.json(own.map((one) => channelPayload(world, world.channel(one.id))));
	});
	app.get('/guilds/:guild/roles', (c) => c.json(rolesPayload(guildOf(hub, c), world.applicationId)));
	app.get('/guilds/:guild/members', (c) => {
		const limit = numberIn(c, 'limit', 1, 1, 1000);
		const guild = guildOf(hub, c);
		needMembers(hub);
		return c.json(guild.members.slice(0, limit).map((one) => fullMember(hub, guild, one.userId)));
	});
	app.get('/guilds/:guild/members/:user', (c) => {
		const guild = guildOf(hub, c);
		const user = idIn(c, 'user');
		if (!guild.members.some((one) => one.userId === user)) throw unknown.member();
		return c.json(fullMember(hub, guild, user));
	});
	app.get('/channels/:channel', (c) => c.json(channelPayload(world, channelOf(hub, c))));
	app.post('/channels/:channel/typing', (c) => {
		const channel = channelOf(hub, c);
		hub.emit({ kind: 'typing', channelId: channel.id, userId: world.bot.id });
		return c.body(null, 204);
	});
}
