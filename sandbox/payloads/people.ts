import type { APIGuildMember, APIUser } from 'discord-api-types/v10';
import type { GuildData, MemberData, UserData } from '../world-data.js';
import { snowflakeTime } from '../snowflake.js';

export function userPayload(user: UserData): APIUser {
	const payload: unknown = {
		id: user.id,
		username: user.username,
		discriminator: '0',
		global_name: user.bot ? null : user.globalName,
		avatar: null,
		bot: user.bot ?? false,
		system: false,
		banner: null,
		accent_color: null,
		public_flags: 0,
		flags: 0,
		avatar_decoration_data: null,
		collectibles: null,
		primary_guild: null,
	};
	// Discord's own values; its type has no name for no flags
	return payload as APIUser;
}

/** A member without the user, as it stands in message events. */
export function memberPayload(guild: GuildData, member: MemberData): Omit<APIGuildMember, 'user'> {
	const payload: unknown = {
		nick: member.nick ?? null,
		avatar: null,
		banner: null,
		roles: [...(member.roles ?? [])],
		joined_at: new Date(snowflakeTime(guild.id)).toISOString(),
		premium_since: null,
		deaf: false,
		mute: false,
		flags: 0,
		pending: false,
		communication_disabled_until: null,
		avatar_decoration_data: null,
		collectibles: null,
	};
	// as above
	return payload as Omit<APIGuildMember, 'user'>;
}
