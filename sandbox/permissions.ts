import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { isThread, isVoice } from './channel-kinds.js';
import type { ChannelData, GuildData } from './world-data.js';

export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What everyone may do in direct messages and groups. */
export const PRIVATE_PERMISSIONS =
	PermissionFlagsBits.ViewChannel |
	PermissionFlagsBits.SendMessages |
	PermissionFlagsBits.EmbedLinks |
	PermissionFlagsBits.AttachFiles |
	PermissionFlagsBits.ReadMessageHistory |
	PermissionFlagsBits.AddReactions |
	PermissionFlagsBits.UseExternalEmojis |
	PermissionFlagsBits.MentionEveryone |
	PermissionFlagsBits.UseApplicationCommands |
	PermissionFlagsBits.UseExternalApps;

/** What an application may do where only the person who brings it along knows it. */
export const EXTERNAL_APP_PERMISSIONS =
	PermissionFlagsBits.EmbedLinks |
	PermissionFlagsBits.AttachFiles |
	PermissionFlagsBits.UseExternalEmojis |
	PermissionFlagsBits.MentionEveryone;

export function has(permissions: bigint, wanted: bigint): boolean {
	return (permissions & wanted) === wanted;
}

/** What a member may do in a guild at large; 0 for strangers. */
export function guildPermissions(guild: GuildData, userId: string): bigint {
	if (guild.ownerId === userId) return ALL_PERMISSIONS;
	const member = guild.members.find((one) => one.userId === userId);
	if (!member) return 0n;
	const mine = new Set([guild.id, ...(member.roles ?? [])]);
	const sum = guild.roles.filter((role) => mine.has(role.id)).reduce((all, role) => all | role.permissions, 0n);
	return has(sum, PermissionFlagsBits.Administrator) ? ALL_PERMISSIONS : sum;
}

/** Who is in a thread: its owner and those whom it names, as far as they are members of the guild. */
export function threadMembers(guild: GuildData, thread: ChannelData): readonly string[] {
	const ids = new Set([thread.ownerId ?? guild.ownerId, ...(thread.memberIds ?? [])]);
	return guild.members.flatMap(({ userId }) => (ids.has(userId) ? [userId] : []));
}

/**
 * What a member may do in a channel, by Discord's order: roles, overwrites for everyone, for roles, for the member.
 * A thread has its parent's rules; a private one is for those who are in it and those who manage threads. Who cannot see
 * a channel can do nothing in it.
 */
export function channelPermissions(guild: GuildData, userId: string, channel: ChannelData): bigint {
	const base = guildPermissions(guild, userId);
	if (base === 0n || base === ALL_PERMISSIONS) return base;
	const parent = isThread(channel.type) ? guild.channels.find((one) => one.id === channel.parentId) : undefined;
	const overwrites = (parent ?? channel).overwrites ?? [];
	const roles = new Set(guild.members.find((one) => one.userId === userId)?.roles ?? []);
	const groups = [
		overwrites.filter((one) => one.type === 0 && one.id === guild.id),
		overwrites.filter((one) => one.type === 0 && roles.has(one.id)),
		overwrites.filter((one) => one.type === 1 && one.id === userId),
	];
	let sum = base;
	for (const group of groups) {
		for (const one of group) sum &= ~(one.deny ?? 0n);
		for (const one of group) sum |= one.allow ?? 0n;
	}
	if (!has(sum, PermissionFlagsBits.ViewChannel)) return 0n;
	const isOpen = channel.type !== ChannelType.PrivateThread || has(sum, PermissionFlagsBits.ManageThreads);
	return isOpen || threadMembers(guild, channel).includes(userId) ? sum : 0n;
}

/** Whether these permissions let somebody read what is written in a channel of this type. Older messages need more. */
export function mayRead(permissions: bigint, type: ChannelType): boolean {
	const wanted = PermissionFlagsBits.ViewChannel | (isVoice(type) ? PermissionFlagsBits.Connect : 0n);
	return has(permissions, wanted);
}
