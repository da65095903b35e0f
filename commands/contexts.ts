import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';

/** In servers, in direct messages, and wherever a member has installed Quoth for themselves. */
export const EVERYWHERE = {
	contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
	integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} as const;

/** In servers that have Quoth. */
export const SERVERS = {
	contexts: [InteractionContextType.Guild],
	integration_types: [ApplicationIntegrationType.GuildInstall],
} as const;

/** In servers that have Quoth, for those who manage them; a server's own overrides may let others. */
export const MANAGERS = {
	...SERVERS,
	default_member_permissions: String(PermissionFlagsBits.ManageGuild),
} as const;
