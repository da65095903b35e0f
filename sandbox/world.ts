import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { ChannelData, GroupData, GuildData, UserData } from './world-data.js';

/** A message as Discord sends it, with nothing stripped. */
export type Message = APIMessage;

/** A channel, thread, direct message (`recipients` has the person) or group of the world. */
export interface Channel {
	readonly id: string;
	/** Null for direct messages and groups. */
	readonly guildId: string | null;
	readonly data: ChannelData;
	/** The people in it, the bot left out; empty in a guild. */
	readonly recipients: readonly string[];
}

/** Who and what is there. Ids are Discord's: decimal strings of 64 bits. */
export interface World {
	readonly bot: UserData;
	readonly applicationId: string;
	readonly guilds: ReadonlyMap<string, GuildData>;
	readonly groups: ReadonlyMap<string, GroupData>;
	readonly channels: ReadonlyMap<string, Channel>;
	readonly users: ReadonlyMap<string, UserData>;
	readonly userInstalls: ReadonlySet<string>;
	/** Oldest first, ephemeral ones too: {@link visibleTo} says who sees them. */
	messages(channelId: string): readonly Message[];
	message(channelId: string, messageId: string): Message | undefined;
	/** The one person who sees an ephemeral message; null for all others. */
	visibleTo(messageId: string): string | null;
	/** Registered commands: global ones for null, else the guild's own. */
	commands(guildId: string | null): readonly APIApplicationCommand[];
	/** What a member may do in a channel; all bits for owners and administrators, none for strangers. */
	permissions(userId: string, channelId: string): bigint;
	/** Whether somebody sees that a channel is there. A category is seen with any of its channels. */
	sees(userId: string, channelId: string): boolean;
	/** The direct message channel of this person and the bot, which is made when first asked for. */
	directMessage(userId: string): Channel;
}
