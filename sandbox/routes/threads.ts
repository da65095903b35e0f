import { ChannelType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { ApiError, refused, unknown } from '../api-error.js';
import { isForum, isThread, publicThreadType } from '../channel-kinds.js';
import type { Hub } from '../hub.js';
import { channelPayload } from '../payloads/channels.js';
import { archivedAt, threadMemberPayload } from '../payloads/threads.js';
import { has, threadMembers } from '../permissions.js';
import { idIn, idInQuery, numberIn, type RestContext, type RestEnv } from '../rest-env.js';
import { compareIds } from '../snowflake.js';
import { fullMember, joinThread, setThreadMembers } from '../threads.js';
import type { ChannelData, GuildData } from '../world-data.js';
import { channelOf, guildOf, needMembers } from './guilds.js';

/** A thread that the application sees, with its guild. @throws {ApiError} 10003, 50001 or 50024 */
function threadOf(hub: Hub, c: RestContext): { readonly thread: ChannelData; readonly guild: GuildData } {
	const { data, guildId } = channelOf(hub, c);
	if (guildId === null || !isThread(data.type)) throw refused.channelType();
	return { thread: data, guild: hub.world.guild(guildId) };
}

/** The user of the path, whom `@me` names for the application. */
function userOf(hub: Hub, c: RestContext): string {
	return c.req.param('user') === '@me' ? hub.world.bot.id : idIn(c, 'user');
}

/** Threads as the lists give them, with the application's own membership beside. */
function listed(hub: Hub, threads: readonly ChannelData[], hasMore: boolean): object {
	const payloads = threads.map((one) => channelPayload(hub.world, hub.world.channel(one.id)));
	return { threads: payloads, members: payloads.flatMap((one) => one['member'] ?? []), has_more: hasMore };
}

/** The archived threads of the path's channel, of one type, that the application sees. @throws {ApiError} 50013 or 50024 */
function archivedThreads(hub: Hub, c: RestContext, isPrivate: boolean, wanted: bigint): readonly ChannelData[] {
	const { world } = hub;
	const { id, guildId, data } = channelOf(hub, c);
	const type = isPrivate ? ChannelType.PrivateThread : publicThreadType(data.type);
	const hasThreads = type !== null && (!isPrivate || data.type === ChannelType.GuildText || isForum(data.type));
	if (guildId === null || !hasThreads) throw refused.channelType();
	if (!has(world.permissions(world.bot.id, id), Allow.ReadMessageHistory | wanted)) throw refused.permissions();
	return world
		.guild(guildId)
		.channels.filter((one) => one.parentId === id && one.type === type && one.archived)
		.filter((one) => world.sees(world.bot.id, one.id));
}

/** A page of threads, the last archived first. */
function byArchiveTime(c: RestContext, threads: readonly ChannelData[]): [page: ChannelData[], hasMore: boolean] {
	const limit = numberIn(c, 'limit', 50, 2, 100);
	const text = c.req.query('before');
	const before = text === undefined ? Infinity : Date.parse(text);
	if (Number.isNaN(before)) {
		const message = `Could not parse ${text ?? ''}. Should be ISO8601.`;
		throw new ApiError(400, 50035, 'Invalid Form Body', [{ path: ['before'], code: 'DATE_TIME_TYPE_PARSE', message }]);
	}
	const rest = threads.filter((one) => archivedAt(one) < before).sort((a, b) => archivedAt(b) - archivedAt(a));
	return [rest.slice(0, limit), rest.length > limit];
}

/** Threads: the lists of them, and who is in them. */
export function addThreadRoutes(app: Hono<RestEnv>, hub: Hub): void {
	const { world } = hub;
	app.get('/guilds/:guild/threads/active', (c) => {
		const threads = guildOf(hub, c).channels.filter((one) => isThread(one.type) && !one.archived);
		const seen = threads.filter((one) => world.sees(world.bot.id, one.id));
		return c.json(listed(hub, seen, false));
	});
	app.get('/channels/:channel/threads/archived/public', (c) =>
		c.json(listed(hub, ...byArchiveTime(c, archivedThreads(hub, c, false, 0n)))),
	);
	app.get('/channels/:channel/threads/archived/private', (c) =>
		c.json(listed(hub, ...byArchiveTime(c, archivedThreads(hub, c, true, Allow.ManageThreads)))),
	);
	app.get('/channels/:channel/users/@me/threads/archived/private', (c) => {
		const limit = numberIn(c, 'limit', 50, 2, 100);
		const before = idInQuery(c, 'before');
		const mine = archivedThreads(hub, c, true, 0n)
			.filter((one) => one.ownerId === world.bot.id || one.memberIds?.includes(world.bot.id))
			.filter((one) => before === undefined || compareIds(one.id, before) < 0)
			.sort((a, b) => compareIds(b.id, a.id));
		return c.json(listed(hub, mine.slice(0, limit), mine.length > limit));
	});
	app.get('/channels/:channel/thread-members', (c) => {
		const { thread, guild } = threadOf(hub, c);
		needMembers(hub);
		const withMember = c.req.query('with_member') === 'true';
		const limit = numberIn(c, 'limit', 100, 1, 100);
		const after = idInQuery(c, 'after') ?? '0';
		const ids = [...threadMembers(guild, thread)].sort(compareIds);
		// only with members Discord gives them in pages
		const page = withMember ? ids.filter((id) => compareIds(id, after) > 0).slice(0, limit) : ids;
		return c.json(page.map((id) => threadMemberPayload(thread.id, id, memberIf(withMember, guild, id))));
	});
	app.get('/channels/:channel/thread-members/:user', (c) => {
		const { thread, guild } = threadOf(hub, c);
		const id = userOf(hub, c);
		if (!threadMembers(guild, thread).includes(id)) throw unknown.member();
		return c.json(threadMemberPayload(thread.id, id, memberIf(c.req.query('with_member') === 'true', guild, id)));
	});
	app.put('/channels/:channel/thread-members/:user', (c) => {
		const { thread, guild } = threadOf(hub, c);
		const id = userOf(hub, c);
		if (thread.archived) throw refused.archived();
		const may = world.permissions(world.bot.id, thread.id);
		if (id !== world.bot.id && !has(may, Allow.SendMessagesInThreads)) throw refused.permissions();
		if (!guild.members.some((one) => one.userId === id)) throw unknown.user();
		joinThread(hub, thread.id, id);
		return c.body(null, 204);
	});
	app.delete('/channels/:channel/thread-members/:user', (c) => {
		const { thread } = threadOf(hub, c);
		const id = userOf(hub, c);
		if (thread.archived) throw refused.archived();
		const isOwn = thread.type === ChannelType.PrivateThread && thread.ownerId === world.bot.id;
		const may = isOwn || has(world.permissions(world.bot.id, thread.id), Allow.ManageThreads);
		if (id !== world.bot.id && !may) throw refused.permissions();
		setThreadMembers(
			hub,
			thread.id,
			(thread.memberIds ?? []).filter((one) => one !== id),
		);
		return c.body(null, 204);
	});

	function memberIf(wanted: boolean, guild: GuildData, userId: string): object | undefined {
		return wanted ? fullMember(hub, guild, userId) : undefined;
	}
}
