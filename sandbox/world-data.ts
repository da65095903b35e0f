import type { ChannelType, Locale } from 'discord-api-types/v10';

/** A person or a bot. */
export interface UserData {
	readonly id: string;
	/** Unique, lower case. */
	readonly username: string;
	/** The name that is shown. */
	readonly globalName: string;
	readonly bot?: boolean;
	/** The language of this person's Discord; `en-US` when left out. */
	readonly locale?: `${Locale}`;
}

/** A role. The one whose id is the guild's is `@everyone`, which all members have. */
export interface RoleData {
	readonly id: string;
	readonly name: string;
	readonly permissions: bigint;
}

/** What a channel allows and denies a role (0) or a member (1), on top of the roles' permissions. */
export interface OverwriteData {
	readonly id: string;
	readonly type: 0 | 1;
	readonly allow?: bigint;
	readonly deny?: bigint;
}

/** A message that stands in a channel from the beginning. */
export interface PostedData {
	readonly authorId: string;
	readonly content: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
}

/** A channel or thread of a guild; a thread's `parentId` is the channel that it belongs to. */
export interface ChannelData {
	readonly id: string;
	readonly name: string;
	readonly type: ChannelType;
	readonly topic?: string;
	readonly parentId?: string;
	readonly ownerId?: string;
	readonly archived?: boolean;
	readonly nsfw?: boolean;
	readonly overwrites?: readonly OverwriteData[];
	readonly messages?: readonly PostedData[];
}

export interface MemberData {
	readonly userId: string;
	readonly roles?: readonly string[];
	readonly nick?: string;
}

export interface GuildData {
	readonly id: string;
	readonly name: string;
	readonly ownerId: string;
	readonly locale?: `${Locale}`;
	/** False: the application is not a member; people may still bring it along if they installed it for themselves. */
	readonly hasBot: boolean;
	readonly roles: readonly RoleData[];
	readonly members: readonly MemberData[];
	readonly channels: readonly ChannelData[];
}

/** A direct message between several people, without the bot. */
export interface GroupData {
	readonly id: string;
	readonly name: string;
	readonly userIds: readonly string[];
}

/** Everything that is there when a sandbox opens. */
export interface WorldOptions {
	readonly application: {
		readonly id: string;
		readonly name: string;
		readonly ownerId: string;
		readonly token: string;
	};
	/** The application's own user; its id is the application's. */
	readonly bot: UserData;
	readonly users: readonly UserData[];
	readonly guilds: readonly GuildData[];
	readonly groups: readonly GroupData[];
	/** Ids of the people who installed the application for themselves. */
	readonly userInstalls: readonly string[];
}
