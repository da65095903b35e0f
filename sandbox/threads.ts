import { GatewayIntentBits } from 'discord-api-types/v10';
import { isThread } from './channel-kinds.js';
import type { Hub } from './hub.js';
import { channelPayload } from './payloads/channels.js';
import { memberPayload, userPayload } from './payloads/people.js';
import { threadMemberPayload } from './payloads/threads.js';
import { threadMembers } from './permissions.js';
import type { GuildData } from './world-data.js';

/** The guild of a thread. @throws {Error} If the id is of no thread. */
function guildOf(hub: Hub, threadId: string): GuildData {
	const { guildId, data } = hub.world.channel(threadId);
	if (guildId === null || !isThread(data.type)) throw new Error(`Expected the id of a thread, got ${threadId}.`);
	return hub.world.guild(guildId);
}

/** Tells the application of a thread, if it sees it. */
export function tellThread(hub: Hub, name: 'THREAD_CREATE' | 'THREAD_UPDATE', threadId: string, more = {}): void {
	const { guildId } = hub.world.channel(threadId);
	if (guildId === null || !hub.world.guild(guildId).hasBot || !hub.world.sees(hub.world.bot.id, threadId)) return;
	const data = { ...channelPayload(hub.world, hub.world.channel(threadId)), ...more };
	hub.dispatch({ name, data, guildId, intent: GatewayIntentBits.Guilds });
}

/** Sets who is in a thread besides its owner. The application is told of itself, and with the intent for members of all. */
export function setThreadMembers(hub: Hub, threadId: string, memberIds: readonly string[]): void {
	const { world } = hub;
	const members = () => threadMembers(guildOf(hub, threadId), world.channel(threadId).data);
	const before = members();
	world.editChannel(threadId, { memberIds });
	const after = members();
	const added = after.filter((id) => !before.includes(id));
	const removed = before.filter((id) => !after.includes(id));
	const guild = guildOf(hub, threadId);
	hub.emit({ kind: 'places-changed', guildId: guild.id });
	if (!guild.hasBot || added.length + removed.length === 0) return;
	const concernsBot = added.includes(world.bot.id) || removed.includes(world.bot.id);
	if (!concernsBot && !world.sees(world.bot.id, threadId)) return;
	if (added.includes(world.bot.id)) tellThread(hub, 'THREAD_CREATE', threadId);
	hub.dispatch({
		name: 'THREAD_MEMBERS_UPDATE',
		data: {
			id: threadId,
			guild_id: guild.id,
			member_count: Math.min(after.length, 50),
			added_members: added.map((id) => ({
				...threadMemberPayload(threadId, id, fullMember(hub, guild, id)),
				presence: null,
			})),
			removed_member_ids: removed,
		},
		guildId: guild.id,
		intent: concernsBot ? GatewayIntentBits.Guilds : GatewayIntentBits.GuildMembers,
	});
}

/** Puts somebody into a thread who is not in it. */
export function joinThread(hub: Hub, threadId: string, userId: string): void {
	const { data } = hub.world.channel(threadId);
	if (threadMembers(guildOf(hub, threadId), data).includes(userId)) return;
	setThreadMembers(hub, threadId, [...(data.memberIds ?? []), userId]);
}

/** A member of a guild, with the user. @throws {Error} If there is none. */
export function fullMember(hub: Hub, guild: GuildData, userId: string): object {
	const member = guild.members.find((one) => one.userId === userId);
	if (!member) throw new Error(`Expected the id of a member of the guild ${guild.id}, got ${userId}.`);
	return { ...memberPayload(guild, member), user: userPayload(hub.world.user(userId)) };
}

/** Archives a thread, or makes it active again. */
export function setArchived(hub: Hub, threadId: string, archived: boolean): void {
	const { id: guildId } = guildOf(hub, threadId);
	hub.world.editChannel(threadId, { archived, archivedAt: hub.now() });
	tellThread(hub, 'THREAD_UPDATE', threadId);
	hub.emit({ kind: 'places-changed', guildId });
}
