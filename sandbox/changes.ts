import type { ChannelData, MemberData, PostedData } from './world-data.js';
import type { Message } from './world.js';

/** What can become different about a channel or thread. */
export type ChannelChange = Partial<
	Pick<ChannelData, 'name' | 'topic' | 'nsfw' | 'overwrites' | 'parentId' | 'archived' | 'locked' | 'memberIds'>
>;

/**
 * What happens in the world besides what somebody says, when a test says so. The application is told what Discord would
 * tell it. Ids that are not there throw an `Error`.
 */
export interface Changes {
	/** Others write these messages, one after the other. Their times are as the data says. */
	post(channelId: string, messages: readonly PostedData[]): readonly Message[];
	/** A moderator deletes messages of one channel at once. Those that are gone already are left out. */
	removeMessages(channelId: string, messageIds: readonly string[]): void;
	/** A channel or thread is begun, with the messages that it has. */
	addChannel(guildId: string, channel: ChannelData): void;
	/** What is left out stays. Overwrites and members of threads take the place of those before. */
	editChannel(channelId: string, change: ChannelChange): void;
	/** A channel goes with its threads, or a thread alone. */
	removeChannel(channelId: string): void;
	/** What a role allows from now on. */
	setPermissions(guildId: string, roleId: string, permissions: bigint): void;
	addMember(guildId: string, member: MemberData): void;
	/** The roles that a member has from now on, besides `@everyone`. */
	setRoles(guildId: string, userId: string, roles: readonly string[]): void;
	removeMember(guildId: string, userId: string): void;
	/** Whether a person takes direct messages from now on. */
	setTakesDirectMessages(userId: string, takes: boolean): void;
	/** Discord's `ApplicationFlags`, by which privileged intents are granted. Sessions keep the intents that they have. */
	setApplicationFlags(flags: number): void;
}
