import { ChannelType } from 'discord-api-types/v10';

const THREADS: ReadonlySet<ChannelType> = new Set([
	ChannelType.AnnouncementThread,
	ChannelType.PublicThread,
	ChannelType.PrivateThread,
]);

const FORUMS: ReadonlySet<ChannelType> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

const VOICE: ReadonlySet<ChannelType> = new Set([ChannelType.GuildVoice, ChannelType.GuildStageVoice]);

const WITHOUT_MESSAGES: ReadonlySet<ChannelType> = new Set([
	...FORUMS,
	ChannelType.GuildCategory,
	ChannelType.GuildDirectory,
]);

/** Whether a channel of this type is a thread. */
export function isThread(type: ChannelType): boolean {
	return THREADS.has(type);
}

/** Whether a channel of this type holds posts, which are threads, and nothing else. */
export function isForum(type: ChannelType): boolean {
	return FORUMS.has(type);
}

/** Whether a channel of this type is one to speak in; it has messages too. */
export function isVoice(type: ChannelType): boolean {
	return VOICE.has(type);
}

/** Whether people write messages in channels of this type. */
export function isTextual(type: ChannelType): boolean {
	return !WITHOUT_MESSAGES.has(type);
}

/** The type of the public threads of a channel of this type; null where there can be none. */
export function publicThreadType(type: ChannelType): ChannelType | null {
	if (type === ChannelType.GuildAnnouncement) return ChannelType.AnnouncementThread;
	return type === ChannelType.GuildText || isForum(type) ? ChannelType.PublicThread : null;
}
