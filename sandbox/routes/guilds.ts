import type { Hono } from 'hono';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { refused, unknown } from '../api-error.js';
import type { Hub } from '../hub.js';
import { channelPayload } from '../payloads/channels.js';
import { guildPayload, rolesPayload } from '../payloads/guilds.js';
import { memberPayload, userPayload } from '../payloads/people.js';
import { has, isThread } from '../permissions.js';
import { found, idIn, numberIn, type RestContext, type RestEnv } from '../rest-env.js';
import type { GuildData, MemberData } from '../world-data.js';
import type { Channel } from '../world.js';

function fullMember(hub: Hub, guild: GuildData, member: MemberData): object {
	return { ...memberPayload(guild, member), user: userPayload(hub.world.user(member.userId)) };
}

/** The guild of the path, which the application must be in. */
function guildOf(hub: Hub, c: RestContext): GuildData {
	const guild = found(hub.world.guilds.get(idIn(c, 'guild')), unknown.guild);
	if (!guild.hasBot) throw refused.access();
	return guild;
}

/** The channel of the path, which the application must see. */
export function channelOf(hub: Hub, c: RestContext): Channel {
	const channel = found(hub.world.channels.get(idIn(c, 'channel')), unknown.channel);
	if (!hub.world.botIsIn(channel)) throw refused.access();
	if (!has(hub.world.permissions(hub.world.bot.id, channel.id), PermissionFlagsBits.ViewChannel)) {
		throw refused.access();
	}
	return channel;
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
		const own = guildOf(hub, c).channels.filter((one) => !isThread(one.type));
		return c.json(own.map((one) => channelPayload(world, world.channel(one.id))));
	});
	app.get('/guilds/:guild/threads/active', (c) => {
		const threads = guildOf(hub, c).channels.filter((one) => isThread(one.type) && !one.archived);
		return c.json({
			threads: threads.map((one) => channelPayload(world, world.channel(one.id))),
			members: [],
			has_more: false,
		});
	});
	app.get('/guilds/:guild/roles', (c) => c.json(rolesPayload(guildOf(hub, c), world.applicationId)));
	app.get('/guilds/:guild/members', (c) => {
		const limit = numberIn(c, 'limit', 1, 1, 1000);
		const guild = guildOf(hub, c);
		return c.json(guild.members.slice(0, limit).map((one) => fullMember(hub, guild, one)));
	});
	app.get('/guilds/:guild/members/:user', (c) => {
		const guild = guildOf(hub, c);
		const user = idIn(c, 'user');
		const member = found(
			guild.members.find((one) => one.userId === user),
			unknown.member,
		);
		return c.json(fullMember(hub, guild, member));
	});
	app.get('/channels/:channel', (c) => c.json(channelPayload(world, channelOf(hub, c))));
	app.post('/channels/:channel/typing', (c) => {
		const channel = channelOf(hub, c);
		hub.emit({ kind: 'typing', channelId: channel.id, userId: world.bot.id });
		return c.body(null, 204);
	});
	app.put('/channels/:channel/thread-members/@me', (c) => {
		channelOf(hub, c);
		return c.body(null, 204);
	});
}
