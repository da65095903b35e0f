import type { APIMessage, ChannelType, Locale, MessageType } from 'discord-api-types/v10';
import type { FileUpload } from './uploads.js';

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
	/** False: this person takes no direct messages. */
	readonly takesDirectMessages?: boolean;
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

/** Who reacted to a message with an emoji. */
export interface ReactionData {
	/** Of Unicode, or `name:id` for one of a guild's own. */
	readonly emoji: string;
	readonly userIds: readonly string[];
}

/** A message that stands in a channel from the beginning. */
export interface PostedData {
	/** Made of `at` when left out. The first message of a forum's post has the id of the post. */
	readonly id?: string;
	readonly authorId: string;
	/** Empty when left out. */
	readonly content?: string;
	/** Milliseconds since the epoch. */
	readonly at: number;
	/** `Reply` when left out with `replyTo`, else `Default`. Others are messages of Discord's own. */
	readonly type?: MessageType;
	/** The message that this one answers: its place in the channel's list, or its id, which may be of one that is gone. */
	readonly replyTo?: number | string;
	/** False: the answered message's author is not mentioned. Discord pings by default. */
	readonly pingReply?: boolean;
	/** When it was last edited; milliseconds since the epoch. */
	readonly editedAt?: number;
	readonly reactions?: readonly ReactionData[];
	readonly attachments?: readonly FileUpload[];
	readonly pinned?: boolean;
	/** What else Discord's message has: embeds, components, a poll, stickers, the id of a webhook. */
	readonly more?: Partial<APIMessage>;
}

/** A channel or thread of a guild. */
export interface ChannelData {
	/** That of the message which a thread was begun from, if there is one. */
	readonly id: string;
	readonly name: string;
	readonly type: ChannelType;
	readonly topic?: string;
	/** The channel that a thread belongs to; the category of a channel. */
	readonly parentId?: string;
	/** Who began the thread; the guild's owner when left out. */
	readonly ownerId?: string;
	/** Who is in the thread besides its owner. Whoever wrote in a public thread is in it too. */
	readonly memberIds?: readonly string[];
	readonly archived?: boolean;
	/** When it was archived; milliseconds since the epoch. When it began, if left out. */
	readonly archivedAt?: number;
	/** True: only who manages threads may write in it. */
	readonly locked?: boolean;
	/** Age-restricted. Threads take it from their channel. */
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
		/** Discord's `ApplicationFlags`, which grant privileged intents; none when left out. */
		readonly flags?: number;
	};
	/** The application's own user; its id is the application's. */
	readonly bot: UserData;
	readonly users: readonly UserData[];
	readonly guilds: readonly GuildData[];
	readonly groups: readonly GroupData[];
	/** Ids of the people who installed the application for themselves. */
	readonly userInstalls: readonly string[];
}
