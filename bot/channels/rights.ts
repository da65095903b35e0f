import { ChannelType, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** What a channel is, as far as rights go by it. */
export interface ChannelFacts {
	readonly id: string;
	readonly type: ChannelType;
	/** Of a thread, the channel that it belongs to: its rules are the thread's. `null` of a channel. */
	readonly parentId: string | null;
	/** Of a thread, its parent's. */
	readonly isAgeRestricted: boolean;
}

/** How somebody stands to a channel. */
export interface Standing {
	/** In a thread, those in its parent. */
	readonly permissions: Readonly<PermissionsBitField>;
	/** Whether they were added to it; counts for private threads alone. */
	readonly isThreadMember: boolean;
}

/** How everybody of a server stands to a channel. */
export interface CommonStanding {
	/** Of `@everyone`, without any other role. */
	readonly permissions: Readonly<PermissionsBitField>;
	/** What the channel denies single roles and members. */
	readonly denied: readonly Readonly<PermissionsBitField>[];
}

/** A permission that reading takes. */
export type ReadingPermission = 'ViewChannel' | 'Connect' | 'ReadMessageHistory';

/** Where what is written can be read back. */
const VOICE: readonly ChannelType[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];
const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];
const TEXT: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];
const THREADS: readonly ChannelType[] = [
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
	ChannelType.AnnouncementThread,
];

export function isForum(type: ChannelType): boolean {
	return FORUMS.includes(type);
}

export function isThread(type: ChannelType): boolean {
	return THREADS.includes(type);
}

/** Whether channels of this type have threads. */
export function hasThreads(type: ChannelType): boolean {
	return TEXT.includes(type) || FORUMS.includes(type);
}

/** Whether messages stand in channels of this type, or in their threads. */
export function hasMessages(type: ChannelType): boolean {
	return hasThreads(type) || isThread(type) || VOICE.includes(type);
}

/** What reading a channel of this type takes that is not held, the first of it. */
export function missingPermission(
	type: ChannelType,
	permissions: Readonly<PermissionsBitField>,
): ReadingPermission | undefined {
	return neededFor(type).find((name) => !permissions.has(PermissionFlagsBits[name]));
}

export function mayRead({ type }: ChannelFacts, { permissions, isThreadMember }: Standing): boolean {
	if (missingPermission(type, permissions) !== undefined) return false;
	if (type !== ChannelType.PrivateThread) return true;
	return isThreadMember || permissions.has(PermissionFlagsBits.ManageThreads);
}

/** Whether everybody who sees `shownIn` may read `channel`, both of one server: it is the same, with its threads, or open to the whole server. */
export function mayBeShown(channel: ChannelFacts, shownIn: ChannelFacts, everybody: CommonStanding): boolean {
	if (!isRightAge(channel, shownIn)) return false;
	if (channel.id === shownIn.id) return true;
	if (channel.type === ChannelType.PrivateThread) return false;
	// whoever sees a thread sees its channel, and with that the public threads beside it
	if (baseOf(channel) === baseOf(shownIn)) return true;
	const denied = everybody.denied.some((some) =>
		neededFor(channel.type).some((name) => some.has(PermissionFlagsBits[name])),
	);
	return !denied && missingPermission(channel.type, everybody.permissions) === undefined;
}

/** Age-restricted channels are shown in age-restricted ones alone. */
export function isRightAge(channel: ChannelFacts, shownIn: ChannelFacts): boolean {
	return !channel.isAgeRestricted || shownIn.isAgeRestricted;
}

function neededFor(type: ChannelType): readonly ReadingPermission[] {
	// the chat of a voice channel is for those who may come in
	return VOICE.includes(type)
		? ['ViewChannel', 'Connect', 'ReadMessageHistory']
		: ['ViewChannel', 'ReadMessageHistory'];
}

function baseOf({ id, parentId }: ChannelFacts): string {
	return parentId ?? id;
}
