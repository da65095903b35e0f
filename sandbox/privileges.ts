import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';

/** Of an application's flags, those that grant a privileged intent: with Discord's review, and without it to small applications. */
const GRANTS = [
	{
		intent: GatewayIntentBits.GuildPresences,
		flags: ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
	},
	{
		intent: GatewayIntentBits.GuildMembers,
		flags: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
	},
	{
		intent: GatewayIntentBits.MessageContent,
		flags: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
	},
] as const;

/** The intents that an application must be granted before it may ask for them. */
export const PRIVILEGED_INTENTS = GRANTS.reduce((all, { intent }) => all | intent, 0);

/** The privileged intents that an application with these flags may ask for. */
export function grantedIntents(flags: number): number {
	return GRANTS.filter((one) => (one.flags & flags) !== 0).reduce((all, { intent }) => all | intent, 0);
}

/** The flags with Message Content granted, or not. */
export function withMessageContent(flags: number, granted: boolean): number {
	const rest = flags & ~(ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited);
	return granted ? rest | ApplicationFlags.GatewayMessageContentLimited : rest;
}
