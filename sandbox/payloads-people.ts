import type { APIGuildMember, APIUser, GuildMemberFlags, UserFlags } from 'discord-api-types/v10';
import type { GuildData, MemberData, UserData } from './world-data.js';
import { snowflakeTime } from './snowflake.js';

/** Discord's types have no name for no bits. */
const NO_USER_FLAGS = 0 as UserFlags;
const NO_MEMBER_FLAGS = 0 as GuildMemberFlags;

export function userPayload(user: UserData): APIUser {
	return {
		id: user.id,
		username: user.username,
		discriminator: '0',
		global_name: user.bot ? null : user.globalName,
		avatar: null,
		bot: user.bot ?? false,
		system: false,
		banner: null,
		accent_color: null,
		public_flags: NO_USER_FLAGS,
		flags: NO_USER_FLAGS,
		avatar_decoration_data: null,
		collectibles: null,
		primary_guild: null,
	};
}

/** A member without the user, as it stands in message events. */
export function memberPayload(guild: GuildData, member: MemberData): Omit<APIGuildMember, 'user'> {
	return {
		nick: member.nick ?? null,
		avatar: null,
		banner: null,
		roles: [...(member.roles ?? [])],
		joined_at: new Date(snowflakeTime(guild.id)).toISOString(),
		premium_since: null,
		deaf: false,
		mute: false,
		flags: NO_MEMBER_FLAGS,
		pending: false,
		communication_disabled_until: null,
		avatar_decoration_data: null,
		collectibles: null,
	};
}
