import { PermissionFlagsBits } from 'discord-api-types/v10';
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

/** Whether a channel of this type is a thread. */
export function isThread(type: number): boolean {
	return type === 10 || type === 11 || type === 12;
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

/**
 * What a member may do in a channel, by Discord's order: roles, overwrites for everyone, for roles, for the member.
 * A thread has its parent's rules. Who cannot see a channel can do nothing in it.
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
	return has(sum, PermissionFlagsBits.ViewChannel) ? sum : 0n;
}
