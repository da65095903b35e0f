import type { APIGuild, APIRole } from 'discord-api-types/v10';
import type { GuildData } from '../world-data.js';

export function rolesPayload(guild: GuildData, applicationId: string): APIRole[] {
	const ofBot = new Set(guild.members.find((one) => one.userId === applicationId)?.roles ?? []);
	const payloads: unknown = guild.roles.map((role, position) => ({
		id: role.id,
		name: role.name,
		permissions: String(role.permissions),
		position,
		color: 0,
		colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
		hoist: false,
		managed: ofBot.has(role.id),
		mentionable: false,
		icon: null,
		unicode_emoji: null,
		flags: 0,
		...(ofBot.has(role.id) && { tags: { bot_id: applicationId } }),
	}));
	// Discord's own values; its type has no name for no flags
	return payloads as APIRole[];
}

/** A guild as REST gives it; the gateway adds members and channels. */
export function guildPayload(guild: GuildData, applicationId: string): APIGuild {
	const payload = {
		id: guild.id,
		name: guild.name,
		icon: null,
		description: null,
		home_header: null,
		splash: null,
		discovery_splash: null,
		features: [],
		banner: null,
		owner_id: guild.ownerId,
		application_id: null,
		region: 'deprecated',
		afk_channel_id: null,
		afk_timeout: 300,
		system_channel_id: null,
		system_channel_flags: 0,
		widget_enabled: false,
		widget_channel_id: null,
		verification_level: 0,
		roles: rolesPayload(guild, applicationId),
		default_message_notifications: 1,
		mfa_level: 0,
		explicit_content_filter: 0,
		max_presences: null,
		max_members: 500_000,
		max_stage_video_channel_users: 50,
		max_video_channel_users: 25,
		vanity_url_code: null,
		premium_tier: 0,
		premium_subscription_count: 0,
		preferred_locale: guild.locale ?? 'en-US',
		rules_channel_id: null,
		safety_alerts_channel_id: null,
		public_updates_channel_id: null,
		premium_progress_bar_enabled: false,
		nsfw: false,
		nsfw_level: 0,
		emojis: [],
		stickers: [],
		incidents_data: null,
	};
	// Discord's own values; its type wants enums and `region` without null
	return payload as unknown as APIGuild;
}
